// Simple commands with their assignments; arrays; name() definitions, which begin like one.
#include <fmt/format.h>

#include "analysis/shell/recursive_descent.hpp"

namespace dockwright::shell {

// Builtins whose arguments are read as assignments, so that `export a=(b c)` holds an array.
static bool is_declaration(std::string_view name) {
  return name == "export" || name == "declare" || name == "local" || name == "readonly" || name == "typeset" ||
         name == "alias" || name == "eval";
}

bool RecursiveDescent::at_word() const {
  const char character = peek();
  if ((character == '<' || character == '>') && peek(1) == '(') return true;
  return !ends_word_at(window_.pos);
}

// Whether `()` follows, with or without blanks.
bool RecursiveDescent::at_parentheses() const {
  if (peek() != '(') return false;
  std::uint32_t pos = window_.pos + 1;
  while (is(at(pos), kBlank)) ++pos;
  return at(pos) == ')';
}

CommandNode RecursiveDescent::simple_command() {
  const std::uint32_t begin = window_.pos;
  Pending<Assignment> assignments(builder_);
  Pending<Word> words(builder_);
  Pending<Redirection> redirections(builder_);
  bool declaration = false;
  for (;;) {
    if (at_redirection()) {
      redirections.push(redirection());
    } else if (!at_word()) {
      break;
    } else if (const std::uint32_t operation = words.empty() ? assignment_operator() : 0; operation) {
      assignments.push(assignment(operation));
    } else if (words.empty()) {
      const Word name = word();
      words.push(name);
      note_braces(name);
      skip_blanks();
      if (assignments.empty() && redirections.empty() && at_parentheses()) {
        CommandNode node;
        node.body = function_definition(name.span);
        node.span = span(begin, token_end_);
        return node;
      }
      declaration = is_declaration(source(name.span));
    } else {
      const Word argument = declaration ? declaration_word() : word();
      words.push(argument);
      note_braces(argument);
    }
    skip_blanks();
  }
  CommandNode node;
  node.span = span(begin, token_end_);
  node.redirections = redirections.finish();
  SimpleCommand simple;
  simple.assignments = assignments.finish();
  simple.words = words.finish();
  node.body = builder_.make(simple);
  return node;
}

// Where the = or += of the assignment at the cursor stands; 0 if there is none.
std::uint32_t RecursiveDescent::assignment_operator() const {
  std::uint32_t pos = window_.pos;
  if (!is(at(pos), kNameStart)) return 0;
  while (is(at(pos), kNameCharacter)) ++pos;
  if (at(pos) == '[') {
    pos = subscript_end(pos);
    if (pos == 0) return 0;
  }
  return at(pos) == '=' || (at(pos) == '+' && at(pos + 1) == '=') ? pos : 0;
}

// Behind the ] that belongs to the [ at `open`; 0 if there is none.
std::uint32_t RecursiveDescent::subscript_end(std::uint32_t open) const {
  const std::uint32_t closing = find_closing(open + 1, ']');
  return closing ? closing + 1 : 0;
}

// Precondition: assignment_operator() returned `operation`.
Assignment RecursiveDescent::assignment(std::uint32_t operation) {
  const std::uint32_t begin = window_.pos;
  Assignment node;
  while (is(peek(), kNameCharacter)) ++window_.pos;
  node.name = span(begin, window_.pos);
  if (peek() == '[') {
    ++window_.pos;
    node.subscript = builder_.make(text_up_to(operation - 1, unquoted));
    bashism(Bashism::Kind::Array, span(begin, operation));
  }
  window_.pos = operation;
  node.append = peek() == '+';
  if (node.append) bashism(Bashism::Kind::AppendAssignment, span(operation, operation + 2));
  take(node.append ? 2 : 1);
  if (peek() == '(') {
    WordBuilder value(*this);
    const std::uint32_t open = window_.pos;
    value.add(open, array_literal());
    node.value = value.finish();
  } else {
    node.value = word();
  }
  node.span = span(begin, token_end_);
  return node;
}

// An argument of export, declare and the like, which may assign an array.
Word RecursiveDescent::declaration_word() {
  const std::uint32_t operation = assignment_operator();
  if (operation == 0) return word();
  const std::uint32_t value = operation + (at(operation) == '+' ? 2 : 1);
  if (at(value) != '(') return word();
  WordBuilder builder(*this);
  window_.pos = value;
  builder.add(value, array_literal());
  return builder.finish();
}

WordPart RecursiveDescent::array_literal() {
  const std::uint32_t begin = window_.pos;
  ArrayLiteral array;
  array.open = take(1);
  Pending<ArrayElement> elements(builder_);
  for (;;) {
    skip_newlines();
    if (at_end() || peek() == ')') break;
    if (at_word()) {
      elements.push(array_element());
    } else {
      unexpected(1);
    }
  }
  array.close = close(Token::CloseParen, array.open, ")");
  token_end_ = window_.pos;
  array.elements = elements.finish();
  WordPart part;
  part.kind = WordPart::Kind::Array;
  part.span = span(begin, token_end_);
  part.array = builder_.make(array);
  bashism(Bashism::Kind::Array, part.span);
  return part;
}

ArrayElement RecursiveDescent::array_element() {
  const std::uint32_t begin = window_.pos;
  ArrayElement element;
  const std::uint32_t key_end = peek() == '[' ? subscript_end(begin) : 0;
  if (key_end && (at(key_end) == '=' || (at(key_end) == '+' && at(key_end + 1) == '='))) {
    ++window_.pos;
    element.subscript = builder_.make(text_up_to(key_end - 1, unquoted));
    window_.pos = key_end;
    element.append = peek() == '+';
    take(element.append ? 2 : 1);
  }
  element.value = word();
  element.span = span(begin, token_end_);
  return element;
}

// Notes {a,b} and {1..3}, which only bash expands. Quoted braces are no literals and do not count.
void RecursiveDescent::note_braces(const Word& node) {
  if (dialect_ == Dialect::Bash || !node.verbatim) return;
  int depth = 0;
  bool several = false;
  for (const WordPart& part : node.parts) {
    if (part.kind != WordPart::Kind::Literal) continue;
    const std::string_view text = source(part.span);
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char character = text[i];
      if (character == '\\') {
        ++i;
      } else if (character == '{') {
        ++depth;
      } else if (depth > 0 && (character == ',' || (character == '.' && text.substr(i).starts_with("..")))) {
        several = true;
      } else if (depth > 0 && character == '}') {
        if (several) return bashism(Bashism::Kind::BraceExpansion, node.span);
        --depth;
      }
    }
  }
}

}  // namespace dockwright::shell
