// What begins with `$` or a backquote: parameters, substitutions, arithmetic.
#include <algorithm>
#include <string>
#include <utility>

#include "analysis/shell/recursive_descent.hpp"

namespace dockwright::shell {

// Reads the expansion at a `$`. False, and nothing read, when the dollar sign is plain text.
bool RecursiveDescent::expansion(WordBuilder& builder, Quoting quoting) {
  const Nesting nesting(*this);
  if (!nesting) return true;
  const std::uint32_t begin = window_.pos;
  const char next = peek(1);
  if (is(next, kNameCharacter) || is_special_parameter(next)) {
    builder.add(begin, simple_parameter());
  } else if (next == '{') {
    builder.add(begin, braced_parameter(quoting));
  } else if (next == '(') {
    const std::uint32_t end = peek(2) == '(' ? arithmetic_end(begin + 3) : 0;
    builder.add(begin, end ? arithmetic(begin + 3, end, 2) : command_substitution());
  } else if (next == '[' && dialect_ == Dialect::Bash) {
    const std::uint32_t end = find_closing(begin + 2, ']');
    if (end == 0) {
      error(span(begin, begin + 2), "'$[' without ']'");
      return false;
    }
    builder.add(begin, arithmetic(begin + 2, end, 1));
  } else if (next == '\'' && quoting.single_quotes && !quoting.in_double_quotes) {
    builder.add(begin, ansi_c_quoted());
  } else if (next == '"' && quoting.double_quotes && !quoting.in_double_quotes) {
    builder.add(begin, double_quoted(WordPart::Kind::Localized));
  } else {
    return false;
  }
  return true;
}

// $name, $1, $@
WordPart RecursiveDescent::simple_parameter() {
  const std::uint32_t begin = window_.pos;
  const std::uint32_t name = begin + 1;
  window_.pos = name + 1;
  if (is(at(name), kNameStart)) {
    while (is(peek(), kNameCharacter)) ++window_.pos;
  }
  Parameter node;
  node.name = span(name, window_.pos);
  WordPart part;
  part.kind = WordPart::Kind::Parameter;
  part.span = span(begin, window_.pos);
  part.parameter = builder_.make(node);
  return part;
}

WordPart RecursiveDescent::braced_parameter(Quoting quoting) {
  const std::uint32_t begin = window_.pos;
  window_.pos += 2;
  Parameter node;
  node.braced = true;
  bool valid = parameter_name(node);
  if (valid && peek() == '[') {
    const std::uint32_t end = subscript_end(window_.pos);
    valid = end != 0;
    if (valid) {
      ++window_.pos;
      node.subscript = builder_.make(text_up_to(end - 1, unquoted));
      window_.pos = end;
      bashism(Bashism::Kind::Array, span(begin, end));
    }
  }
  if (valid && !at_end() && peek() != '}') valid = parameter_operation(node, quoting);
  if (!valid) text_up_to_any("}", quoting);
  if (at_end()) {
    error(span(begin, begin + 2), "'${' without '}'");
  } else {
    ++window_.pos;
    if (!valid) error(span(begin, window_.pos), "not a valid parameter expansion");
  }
  WordPart part;
  part.kind = WordPart::Kind::Parameter;
  part.span = span(begin, window_.pos);
  part.parameter = builder_.make(node);
  return part;
}

// The name with # or ! in front; false if there is none.
bool RecursiveDescent::parameter_name(Parameter& node) {
  // `#` and `!` are parameters themselves unless another one follows: ${#} ${#-x} ${#x} ${##}.
  const char prefix = peek();
  if (prefix == '#' || prefix == '!') {
    const char next = peek(1);
    const bool special = is_special_parameter(next) && (peek(2) == '}' || (prefix == '#' && peek(2) == '['));
    if (is(next, kNameCharacter) || special) {
      (prefix == '#' ? node.length : node.indirect) = true;
      ++window_.pos;
    }
  }
  const std::uint32_t begin = window_.pos;
  if (is(peek(), kNameStart)) {
    while (is(peek(), kNameCharacter)) ++window_.pos;
  } else if (is(peek(), kDigit)) {
    while (is(peek(), kDigit)) ++window_.pos;
  } else if (!at_end() && is_special_parameter(peek())) {
    ++window_.pos;
  }
  node.name = span(begin, window_.pos);
  if (node.indirect) bashism(Bashism::Kind::ParameterIndirection, span(begin - 1, window_.pos));
  return window_.pos > begin;
}

// The operator behind the name and its words, up to the closing brace; false if there is no such operator.
bool RecursiveDescent::parameter_operation(Parameter& node, Quoting quoting) {
  static constexpr std::string_view posix_operators[] = {":-", ":=", ":?", ":+", "##", "%%",
                                                         "-",  "=",  "?",  "+",  "#",  "%"};
  static constexpr std::string_view bash_operators[] = {"//", "/#", "/%", "/", ":", "^^", "^",
                                                        ",,", ",",  "~~", "~", "@", "*"};
  const std::string_view rest = window_.text.substr(window_.pos, window_.end - window_.pos);
  const auto begins_rest = [rest](std::string_view candidate) { return rest.starts_with(candidate); };
  const auto* found = std::find_if(std::begin(posix_operators), std::end(posix_operators), begins_rest);
  const bool posix = found != std::end(posix_operators);
  if (!posix) {
    found = std::find_if(std::begin(bash_operators), std::end(bash_operators), begins_rest);
    if (found == std::end(bash_operators)) return false;
  }
  const std::string_view operation = *found;
  const std::uint32_t begin = window_.pos;
  window_.pos += static_cast<std::uint32_t>(operation.size());
  node.operation = span(begin, window_.pos);
  if (!posix) bashism(Bashism::Kind::ParameterOperator, node.operation);

  Quoting inner = quoting;
  inner.double_quotes = true;
  const bool pattern = operation.front() == '#' || operation.front() == '%' || !posix;
  // POSIX 2.6.2: inside double quotes an apostrophe in ${x-it's} is text; bash always takes it for a quote.
  inner.single_quotes = !quoting.in_double_quotes || pattern || dialect_ == Dialect::Bash;
  const bool replaces = operation.front() == '/';
  const bool slices = operation == ":";
  node.word = builder_.make(text_up_to_any(replaces ? "/}" : slices ? ":}" : "}", inner));
  if ((replaces && peek() == '/') || (slices && peek() == ':')) {
    ++window_.pos;
    node.replacement = builder_.make(text_up_to_any("}", inner));
  }
  return true;
}

// A list inside a substitution: what is open around it cannot be closed in it.
const List* RecursiveDescent::substituted_list(TokenSet closers) {
  const TokenSet outer = std::exchange(closers_, TokenSet{});
  const List node = list(closers);
  closers_ = outer;
  return builder_.make(node);
}

// $( … )
WordPart RecursiveDescent::command_substitution() {
  const std::uint32_t begin = window_.pos;
  const LogicalSpan open = take(2);
  WordPart part;
  part.kind = WordPart::Kind::CommandSubstitution;
  part.list = substituted_list({Token::CloseParen});
  close(Token::CloseParen, open, ")");
  part.span = span(begin, window_.pos);
  return part;
}

// <( … ) or >( … )
WordPart RecursiveDescent::process_substitution() {
  WordPart part = command_substitution();
  part.kind = WordPart::Kind::ProcessSubstitution;
  bashism(Bashism::Kind::ProcessSubstitution, part.span);
  return part;
}

// ` … `
WordPart RecursiveDescent::backquoted(Quoting quoting) {
  const std::uint32_t begin = window_.pos++;
  WordPart part;
  part.kind = WordPart::Kind::Backquoted;
  const Nesting nesting(*this);
  if (!nesting) {
    part.span = span(begin, window_.pos);
    part.list = builder_.make(List{});
    return part;
  }
  std::uint32_t end = window_.pos;
  bool escapes = false;
  while (end < window_.end && window_.text[end] != '`') {
    const bool escape = window_.text[end] == '\\' && end + 1 < window_.end;
    escapes = escapes || backquote_escape_at(end, quoting.in_double_quotes);
    end += escape ? 2 : 1;
  }
  if (end == window_.end) error(span(begin, begin + 1), "this backquote is never closed");
  if (escapes) {
    part.list = unescaped_list(end, quoting.in_double_quotes);
  } else {
    const std::uint32_t outer_end = std::exchange(window_.end, end);
    part.list = substituted_list({});
    window_.end = outer_end;
  }
  window_.pos = std::min(end + 1, window_.end);
  part.span = span(begin, window_.pos);
  return part;
}

// A backslash that backquotes take away before their content is read (POSIX 2.6.3).
bool RecursiveDescent::backquote_escape_at(std::uint32_t pos, bool in_double_quotes) const {
  const char next = at(pos + 1);
  return at(pos) == '\\' && (next == '$' || next == '`' || next == '\\' || (next == '"' && in_double_quotes));
}

// The list between the cursor and `end` inside backquotes, without such backslashes.
const List* RecursiveDescent::unescaped_list(std::uint32_t end, bool in_double_quotes) {
  std::string text;
  std::vector<std::uint32_t> offsets;
  const auto source_offset = [this](std::uint32_t pos) { return window_.offsets ? window_.offsets[pos] : pos; };
  for (std::uint32_t pos = window_.pos; pos < end; ++pos) {
    offsets.push_back(source_offset(pos));
    if (backquote_escape_at(pos, in_double_quotes)) ++pos;
    text.push_back(window_.text[pos]);
  }
  offsets.push_back(source_offset(end));
  const Window outer = std::exchange(window_, {text, 0, static_cast<std::uint32_t>(text.size()), offsets.data()});
  const std::uint32_t outer_token_end = std::exchange(token_end_, 0);
  const List* const node = substituted_list({});
  window_ = outer;
  token_end_ = outer_token_end;
  return node;
}

// The position of the `))` that ends the arithmetic which begins at `begin`; 0 when it is commands in parentheses.
std::uint32_t RecursiveDescent::arithmetic_end(std::uint32_t begin) const {
  const std::uint32_t end = find_closing(begin, ')');
  return end && at(end + 1) == ')' ? end : 0;
}

// The position of the byte that closes what was opened in front of `begin`, over quotes and whatever nests; 0 if there
// is none, or the budget for looking ahead is spent.
std::uint32_t RecursiveDescent::find_closing(std::uint32_t begin, char closing) const {
  std::string open(1, closing);
  std::uint32_t pos = begin;
  std::uint32_t found = 0;
  for (; pos < window_.end && pos - begin < scan_budget_; ++pos) {
    const char character = window_.text[pos];
    const char wanted = open.back();
    if (character == wanted) {
      open.pop_back();
      if (open.empty()) {
        found = pos;
        break;
      }
    } else if (character == '\\') {
      ++pos;
    } else if (character == '$' && (at(pos + 1) == '(' || at(pos + 1) == '{')) {
      open.push_back(at(pos + 1) == '(' ? ')' : '}');
      ++pos;
    } else if (character == '`') {
      open.push_back('`');
    } else if (wanted != '"') {
      if (character == '"') open.push_back('"');
      if (character == '\'') {
        const std::size_t end = window_.text.substr(0, window_.end).find('\'', pos + 1);
        pos = end == std::string_view::npos ? window_.end : static_cast<std::uint32_t>(end);
      }
      if (character == '(' && wanted == ')') open.push_back(')');
      if (character == '[' && wanted == ']') open.push_back(']');
    }
  }
  scan_budget_ -= std::min<std::uint64_t>(scan_budget_, pos - begin);
  return found;
}

// The arithmetic at the cursor, whose expression is [begin, end) with `closing_length` bytes behind it.
WordPart RecursiveDescent::arithmetic(std::uint32_t begin, std::uint32_t end, std::uint32_t closing_length) {
  const std::uint32_t part_begin = window_.pos;
  window_.pos = begin;
  WordPart part;
  part.kind = WordPart::Kind::Arithmetic;
  part.word = builder_.make(text_up_to(end, unquoted));
  window_.pos = end + closing_length;
  part.span = span(part_begin, window_.pos);
  return part;
}

// ((…)) whose closing parentheses stand at `end`.
CommandNode::Body RecursiveDescent::arithmetic_command(std::uint32_t end) {
  ArithmeticCommand node;
  node.open = take(2);
  node.expression = text_up_to(end, unquoted);
  node.close = take(2);
  bashism(Bashism::Kind::ArithmeticCommand, {node.open.begin, node.close.end});
  return builder_.make(node);
}

}  // namespace dockwright::shell
