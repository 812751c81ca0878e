// [[ … ]]: operands joined by !, &&, || and parentheses.
#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "analysis/shell/recursive_descent.hpp"

namespace dockwright::shell {

static bool is_unary_operator(std::string_view text) {
  return text.size() == 2 && text[0] == '-' && std::strchr("abcdefghknoprstuvwxzGLNORS", text[1]) && text[1] != '\0';
}

static bool is_binary_operator(std::string_view text) {
  static constexpr std::string_view operators[] = {"=",   "==",  "!=",  "=~",  "-eq", "-ne", "-lt",
                                                   "-le", "-gt", "-ge", "-nt", "-ot", "-ef"};
  return std::find(std::begin(operators), std::end(operators), text) != std::end(operators);
}

CommandNode::Body RecursiveDescent::conditional() {
  const std::uint32_t begin = window_.pos;
  Conditional node;
  node.open = take(2);
  Pending<ConditionalToken> tokens(builder_);
  int parentheses = 0;
  bool operand_wanted = true;
  bool complained = false;
  const auto take_operator = [&](std::uint32_t length) {
    ConditionalToken token;
    token.is_operator = true;
    token.word.span = take(length);
    tokens.push(token);
  };
  const auto complain = [&](LogicalSpan where, std::string message) {
    if (!complained) error(where, std::move(message));
    complained = true;
  };
  for (;;) {
    skip_newlines();
    const char character = peek();
    const std::uint32_t before = window_.pos;
    if (at_end() || character == ';' || at_keyword("]]")) break;
    if (operand_wanted && character == '!' && ends_word_at(before + 1)) {
      take_operator(1);
    } else if (operand_wanted && character == '(') {
      ++parentheses;
      take_operator(1);
    } else if (operand_wanted && at_word()) {
      if (!conditional_operand(tokens)) complain(span(before, token_end_), "this is no complete condition");
      operand_wanted = false;
    } else if (!operand_wanted && character == ')' && parentheses > 0) {
      --parentheses;
      take_operator(1);
    } else if (!operand_wanted && (character == '&' || character == '|') && peek(1) == character) {
      take_operator(2);
      operand_wanted = true;
    } else {
      const LogicalSpan where = at_word() ? word().span : take(1);
      complain(where, fmt::format("unexpected '{}' in a condition", source(where)));
    }
  }
  if (at_keyword("]]")) {
    if (operand_wanted || parentheses > 0) complain(node.open, "the condition between '[[' and ']]' is not complete");
    node.close = take(2);
  } else {
    complain(node.open, "'[[' without ']]'");
    node.close = span(token_end_, token_end_);
  }
  node.tokens = tokens.finish();
  bashism(Bashism::Kind::Conditional, span(begin, token_end_));
  return builder_.make(node);
}

// word, -f word, word == word. False if a part is missing.
bool RecursiveDescent::conditional_operand(Pending<ConditionalToken>& tokens) {
  const auto push = [&tokens](const Word& operand) {
    ConditionalToken token;
    token.word = operand;
    tokens.push(token);
  };
  const Word first = word();
  push(first);
  skip_blanks();
  if (is_unary_operator(source(first.span))) {
    if (!at_word() || at_keyword("]]")) return false;
    push(word());
    return true;
  }
  if (peek() == '<' || peek() == '>') {
    ConditionalToken comparison;
    comparison.is_operator = true;
    comparison.word.span = take(1);
    tokens.push(comparison);
  } else {
    if (!at_word() || at_keyword("]]")) return true;
    const Word operation = word();
    push(operation);
    if (!is_binary_operator(source(operation.span))) return false;
    if (source(operation.span) == "=~") {
      skip_blanks();
      if (at_end() || line_break_at(window_.pos) || at_keyword("]]")) return false;
      push(regular_expression());
      return true;
    }
  }
  skip_blanks();
  if (!at_word() || at_keyword("]]")) return false;
  push(word());
  return true;
}

}  // namespace dockwright::shell
