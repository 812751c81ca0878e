// Compound commands and function definitions.
#include <fmt/format.h>

#include "analysis/shell/recursive_descent.hpp"

namespace dockwright::shell {

// The token that closes what `opener` opened. When it is missing the error stands at the opener: where the closer
// should have been, nobody can tell.
LogicalSpan RecursiveDescent::close(Token token, LogicalSpan opener, std::string_view closer) {
  const Lookahead next = peek_token();
  if (next.token == token) return take(next.length);
  error(opener, fmt::format("'{}' without '{}'", source(opener), closer));
  return span(token_end_, token_end_);
}

CommandNode::Body RecursiveDescent::subshell() {
  Subshell node;
  node.open = take(1);
  node.body = required_list({Token::CloseParen}, node.open);
  node.close = close(Token::CloseParen, node.open, ")");
  return builder_.make(node);
}

CommandNode::Body RecursiveDescent::brace_group() {
  BraceGroup node;
  node.open = take(1);
  node.body = required_list({Token::CloseBrace}, node.open);
  node.close = close(Token::CloseBrace, node.open, "}");
  return builder_.make(node);
}

CommandNode::Body RecursiveDescent::if_command() {
  If node;
  Pending<IfBranch> branches(builder_);
  for (Lookahead next = peek_token(); branches.empty() || next.token == Token::Elif; next = peek_token()) {
    IfBranch branch;
    branch.keyword = take(next.length);
    branch.condition = required_list({Token::Then, Token::Elif, Token::Else, Token::Fi}, branch.keyword);
    branch.then_keyword = close(Token::Then, branch.keyword, "then");
    if (!branch.then_keyword.empty()) {
      branch.body = required_list({Token::Elif, Token::Else, Token::Fi}, branch.then_keyword);
    }
    branches.push(branch);
  }
  if (const Lookahead next = peek_token(); next.token == Token::Else) {
    node.else_keyword = take(next.length);
    node.else_body = required_list({Token::Fi}, node.else_keyword);
  }
  node.fi_keyword = close(Token::Fi, branches.front().keyword, "fi");
  node.branches = branches.finish();
  return builder_.make(node);
}

CommandNode::Body RecursiveDescent::loop(bool until) {
  Loop node;
  node.until = until;
  node.keyword = take(5);
  node.condition = required_list({Token::Do, Token::Done}, node.keyword);
  node.body = do_group(node.keyword);
  return builder_.make(node);
}

DoGroup RecursiveDescent::do_group(LogicalSpan opener) {
  DoGroup node;
  skip_newlines();
  node.do_keyword = close(Token::Do, opener, "do");
  node.body = node.do_keyword.empty() ? list({Token::Done}) : required_list({Token::Done}, node.do_keyword);
  node.done_keyword = close(Token::Done, opener, "done");
  return node;
}

// As do_group, or { … }, which bash takes for the body of a for loop.
DoGroup RecursiveDescent::for_body(LogicalSpan opener) {
  skip_newlines();
  const Lookahead next = peek_token();
  if (next.token != Token::OpenBrace) return do_group(opener);
  DoGroup node;
  node.do_keyword = take(next.length);
  node.body = required_list({Token::CloseBrace}, node.do_keyword);
  node.done_keyword = close(Token::CloseBrace, node.do_keyword, "}");
  return node;
}

// The `;` between the head of a for loop and its body.
LogicalSpan RecursiveDescent::separator() {
  skip_blanks();
  if (const Lookahead next = peek_token(); next.token == Token::Semicolon) return take(next.length);
  return span(token_end_, token_end_);
}

CommandNode::Body RecursiveDescent::for_command(bool select) {
  For node;
  node.select = select;
  node.keyword = take(select ? 6 : 3);
  if (select) bashism(Bashism::Kind::Select, node.keyword);
  skip_blanks();
  if (!select && peek() == '(' && peek(1) == '(') return arithmetic_for(node.keyword);
  if (at_word()) {
    node.name = word().span;
    if (!is_name(source(node.name))) {
      error(node.name, fmt::format("'{}' is not a variable name", source(node.name)));
    }
  } else {
    error(node.keyword, fmt::format("no variable name after '{}'", source(node.keyword)));
  }
  skip_newlines();
  Pending<Word> words(builder_);
  if (at_keyword("in")) {
    node.in_keyword = take(2);
    for (skip_blanks(); at_word(); skip_blanks()) {
      const Word element = word();
      words.push(element);
      note_braces(element);
    }
  }
  node.words = words.finish();
  node.separator = separator();
  node.body = for_body(node.keyword);
  return builder_.make(node);
}

CommandNode::Body RecursiveDescent::arithmetic_for(LogicalSpan keyword) {
  ArithmeticFor node;
  node.keyword = keyword;
  node.open = take(2);
  if (const std::uint32_t end = arithmetic_end(window_.pos); end) {
    node.expressions = text_up_to(end, unquoted);
    node.close = take(2);
  } else {
    error(node.open, "'((' without '))'");
    node.expressions = text_up_to_any(")\n", unquoted);
    node.close = take(peek() == ')' ? 1 : 0);
  }
  bashism(Bashism::Kind::ArithmeticFor, {node.open.begin, node.close.end});
  node.separator = separator();
  node.body = for_body(keyword);
  return builder_.make(node);
}

CommandNode::Body RecursiveDescent::case_command() {
  Case node;
  node.keyword = take(4);
  skip_blanks();
  if (at_word()) {
    node.subject = word();
  } else {
    error(node.keyword, "no word after 'case'");
    node.subject.span = span(token_end_, token_end_);
  }
  skip_newlines();
  if (at_keyword("in")) {
    node.in_keyword = take(2);
  } else {
    error(node.keyword, "'case' without 'in'");
    node.in_keyword = span(token_end_, token_end_);
  }
  Pending<CaseItem> items(builder_);
  for (;;) {
    skip_newlines();
    const auto [token, length] = peek_token();
    if (token == Token::End || token == Token::Esac) break;
    if (at_word() || token == Token::OpenParen) {
      items.push(case_item());
    } else if (closers_.has(token)) {
      break;
    } else {
      unexpected(length);
    }
  }
  node.items = items.finish();
  node.esac_keyword = close(Token::Esac, node.keyword, "esac");
  return builder_.make(node);
}

// Precondition: at a word or an opening parenthesis.
CaseItem RecursiveDescent::case_item() {
  const std::uint32_t begin = window_.pos;
  CaseItem node;
  if (peek() == '(') {
    node.open = take(1);
    skip_blanks();
  }
  Pending<Word> patterns(builder_);
  Pending<LogicalSpan> bars(builder_);
  while (at_word()) {
    patterns.push(word());
    skip_blanks();
    if (peek() != '|') break;
    bars.push(take(1));
    skip_blanks();
  }
  node.patterns = patterns.finish();
  node.bars = bars.finish();
  if (peek() == ')' && node.patterns.size() == node.bars.size() + 1) {
    node.close = take(1);
  } else {
    error(span(begin, token_end_), "a pattern of 'case' must end in ')'");
    for (; at_word(); skip_blanks()) word();
    node.close = peek() == ')' ? take(1) : span(token_end_, token_end_);
  }
  node.body = list({Token::CaseEnd, Token::Esac});
  if (const Lookahead next = peek_token(); next.token == Token::CaseEnd) {
    node.terminator_span = take(next.length);
    const std::string_view text = source(node.terminator_span);
    node.terminator = text == ";;"   ? CaseItem::Terminator::Break
                      : text == ";&" ? CaseItem::Terminator::FallThrough
                                     : CaseItem::Terminator::Continue;
    if (text != ";;") bashism(Bashism::Kind::CaseFallThrough, node.terminator_span);
  }
  node.span = span(begin, token_end_);
  return node;
}

// name ( ) body, from the parentheses on.
CommandNode::Body RecursiveDescent::function_definition(LogicalSpan name) {
  FunctionDefinition node;
  node.name = name;
  const std::uint32_t open = window_.pos;
  take(1);
  skip_blanks();
  take(1);
  node.parentheses = span(open, token_end_);
  node.body = function_body(name);
  if (!is_name(source(name))) bashism(Bashism::Kind::FunctionName, name);
  return builder_.make(node);
}

CommandNode::Body RecursiveDescent::function_with_keyword() {
  FunctionDefinition node;
  node.keyword = take(8);
  bashism(Bashism::Kind::FunctionKeyword, node.keyword);
  skip_blanks();
  if (at_word()) {
    node.name = word().span;
  } else {
    error(node.keyword, "no name after 'function'");
    node.name = span(token_end_, token_end_);
  }
  skip_blanks();
  if (at_parentheses()) {
    const std::uint32_t open = window_.pos;
    take(1);
    skip_blanks();
    take(1);
    node.parentheses = span(open, token_end_);
  }
  node.body = function_body(node.name);
  return builder_.make(node);
}

const CommandNode* RecursiveDescent::function_body(LogicalSpan name) {
  skip_newlines();
  const Token token = peek_token().token;
  const bool compound = token == Token::OpenParen || token == Token::OpenBrace || token == Token::If ||
                        token == Token::For || token == Token::Select || token == Token::While ||
                        token == Token::Until || token == Token::Case || token == Token::OpenBracket;
  // dash takes any command, but only for what it accepts as a name.
  const bool simple = dialect_ == Dialect::Posix && is_name(source(name));
  if (!compound && !(token == Token::Word && simple)) {
    error(name, fmt::format("the function '{}' has no body in braces", source(name)));
  }
  return compound || token == Token::Word ? builder_.make(command()) : nullptr;
}

CommandNode::Body RecursiveDescent::coprocess() {
  Coprocess node;
  node.keyword = take(6);
  bashism(Bashism::Kind::Coprocess, node.keyword);
  skip_blanks();
  // A name stands only in front of a compound command.
  std::uint32_t pos = window_.pos;
  while (is(at(pos), kNameCharacter)) ++pos;
  if (const std::uint32_t name_end = pos; name_end > window_.pos && peek_token().token == Token::Word) {
    while (is(at(pos), kBlank)) ++pos;
    if (pos > name_end && (at(pos) == '(' || (at(pos) == '{' && ends_word_at(pos + 1)))) {
      node.name = take(name_end - window_.pos);
      skip_blanks();
    }
  }
  if (at_end() || !(at_word() || peek() == '(')) {
    error(node.keyword, "no command after 'coproc'");
  } else {
    node.body = builder_.make(command());
  }
  return builder_.make(node);
}

}  // namespace dockwright::shell
