// Lists, and-or lists and pipelines.
#include <fmt/format.h>

#include <utility>

#include "analysis/shell/recursive_descent.hpp"

namespace dockwright::shell {

static constexpr TokenSet command_starts{
    Token::Word, Token::OpenParen, Token::If,   Token::For,       Token::Select,      Token::While,  Token::Until,
    Token::Case, Token::Bang,      Token::Time, Token::OpenBrace, Token::OpenBracket, Token::Coproc, Token::Function};

// What may stand behind `!` or `time` without a command, which bash takes for an empty one.
static constexpr TokenSet may_follow_lone_prefix{Token::End, Token::Newline, Token::Semicolon};

// How much of an unexpected word an error message shows, in bytes.
static constexpr std::uint32_t longest_quoted_word = 40;

// Commands up to a token that ends this list or one around it; that token is left for the caller.
List RecursiveDescent::list(TokenSet closers) {
  const TokenSet outer = std::exchange(closers_, closers_ | closers);
  Pending<ListItem> items(builder_);
  for (;;) {
    skip_newlines();
    const auto [token, length] = peek_token();
    if (token == Token::End || closers_.has(token)) break;
    if (command_starts.has(token)) {
      items.push(list_item());
    } else {
      unexpected(length);
      skip_blanks();
      if (const Lookahead next = peek_token(); next.token == Token::Semicolon) take(next.length);
    }
  }
  closers_ = outer;
  List node;
  node.items = items.finish();
  if (!node.items.empty()) {
    const ListItem& last = node.items.back();
    const bool closed =
        last.terminator == ListItem::Terminator::Semicolon || last.terminator == ListItem::Terminator::Background;
    node.span = {node.items.front().and_or.span.begin, closed ? last.terminator_span.end : last.and_or.span.end};
  }
  return node;
}

// As list, where at least one command must stand after `opener`.
List RecursiveDescent::required_list(TokenSet closers, LogicalSpan opener) {
  const std::size_t errors = script_.errors.size();
  List node = list(closers);
  if (node.items.empty() && script_.errors.size() == errors) {
    error(opener, fmt::format("no command after '{}'", source(opener)));
  }
  return node;
}

ListItem RecursiveDescent::list_item() {
  ListItem item;
  item.and_or = and_or();
  skip_blanks();
  const auto [token, length] = peek_token();
  if (token == Token::Semicolon) {
    item.terminator = ListItem::Terminator::Semicolon;
    item.terminator_span = take(length);
  } else if (token == Token::Ampersand) {
    item.terminator = ListItem::Terminator::Background;
    item.terminator_span = take(length);
  } else if (token == Token::Newline) {
    item.terminator = ListItem::Terminator::Newline;
    item.terminator_span = span(window_.pos, window_.pos + 1);
    newline();
  } else if (command_starts.has(token)) {
    // It is read as the next command, where nothing would look wrong any more.
    std::uint32_t end = window_.pos + 1;
    while (token != Token::OpenParen && !ends_word_at(end) && end - window_.pos < longest_quoted_word) ++end;
    const LogicalSpan where = span(window_.pos, end);
    error(where, fmt::format("unexpected '{}' after a complete command", source(where)));
  }
  return item;
}

AndOr RecursiveDescent::and_or() {
  Pending<Pipeline> pipelines(builder_);
  Pending<AndOrOperator> operators(builder_);
  pipelines.push(pipeline());
  for (;;) {
    skip_blanks();
    const auto [token, length] = peek_token();
    if (token != Token::AndIf && token != Token::OrIf) break;
    const LogicalSpan where = take(length);
    skip_newlines();
    if (!command_starts.has(peek_token().token)) {
      error(where, fmt::format("no command after '{}'", source(where)));
      break;
    }
    operators.push({where, token == Token::OrIf});
    pipelines.push(pipeline());
  }
  AndOr node;
  node.span = {pipelines.front().span.begin, pipelines.back().span.end};
  node.pipelines = pipelines.finish();
  node.operators = operators.finish();
  return node;
}

Pipeline RecursiveDescent::pipeline() {
  const std::uint32_t begin = window_.pos;
  Pipeline node;
  for (Token token = peek_token().token; token == Token::Bang || token == Token::Time; token = peek_token().token) {
    if (token == Token::Bang) {
      node.bang = take(1);
      node.negated = !node.negated;
    } else {
      const std::uint32_t time_begin = window_.pos;
      bashism(Bashism::Kind::Time, take(4));
      skip_blanks();
      if (at_keyword("-p")) take(2);
      node.time = span(time_begin, token_end_);
    }
    skip_blanks();
  }
  Pending<CommandNode> commands(builder_);
  Pending<PipeOperator> operators(builder_);
  const Token first = peek_token().token;
  commands.push(command_starts.has(first) ? command() : empty_command());
  const bool lone_prefix = dialect_ == Dialect::Bash && may_follow_lone_prefix.has(first);
  if (!command_starts.has(first) && !lone_prefix) {
    const LogicalSpan prefix = span(begin, token_end_);
    error(prefix, fmt::format("no command after '{}'", source(prefix)));
  }
  for (;;) {
    skip_blanks();
    const auto [token, length] = peek_token();
    if (token != Token::Pipe) break;
    const LogicalSpan where = take(length);
    if (length == 2) bashism(Bashism::Kind::PipeBoth, where);
    skip_newlines();
    const Token next = peek_token().token;
    if (!command_starts.has(next) || next == Token::Bang) {
      error(where, fmt::format("no command after '{}'", source(where)));
      if (next != Token::Bang) break;
      take(1);
      skip_blanks();
      if (!command_starts.has(peek_token().token)) break;
    }
    operators.push({where, length == 2});
    commands.push(command());
  }
  node.span = span(begin, token_end_);
  node.commands = commands.finish();
  node.operators = operators.finish();
  return node;
}

CommandNode RecursiveDescent::command() {
  const Nesting nesting(*this);
  if (!nesting) return empty_command();
  const std::uint32_t begin = window_.pos;
  CommandNode node;
  switch (peek_token().token) {
    case Token::OpenParen: {
      const std::uint32_t end = peek(1) == '(' ? arithmetic_end(begin + 2) : 0;
      node.body = end ? arithmetic_command(end) : subshell();
      break;
    }
    case Token::OpenBrace:
      node.body = brace_group();
      break;
    case Token::If:
      node.body = if_command();
      break;
    case Token::While:
      node.body = loop(false);
      break;
    case Token::Until:
      node.body = loop(true);
      break;
    case Token::For:
      node.body = for_command(false);
      break;
    case Token::Select:
      node.body = for_command(true);
      break;
    case Token::Case:
      node.body = case_command();
      break;
    case Token::Function:
      node.body = function_with_keyword();
      break;
    case Token::Coproc:
      node.body = coprocess();
      break;
    case Token::OpenBracket:
      node.body = conditional();
      break;
    default:
      return simple_command();
  }
  Pending<Redirection> redirections(builder_);
  for (skip_blanks(); at_redirection(); skip_blanks()) redirections.push(redirection());
  node.span = span(begin, token_end_);
  node.redirections = redirections.finish();
  return node;
}

CommandNode RecursiveDescent::empty_command() {
  CommandNode node;
  node.span = span(token_end_, token_end_);
  node.body = builder_.make(SimpleCommand{});
  return node;
}

}  // namespace dockwright::shell
