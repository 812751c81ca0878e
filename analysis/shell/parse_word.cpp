// Words and the quotes in them.
#include <cstring>
#include <string_view>
#include <utility>

#include "analysis/shell/recursive_descent.hpp"

namespace dockwright::shell {

// The word at the cursor; empty if none begins there.
Word RecursiveDescent::word() {
  WordBuilder builder(*this);
  std::uint32_t escape_end = window_.pos;  // behind the last escaped character
  for (;;) {
    std::uint32_t pos = window_.pos;
    while (pos < window_.end && !is(window_.text[pos], kEndsWord | kQuote | kCarriageReturn)) ++pos;
    window_.pos = pos;
    if (at_end()) break;
    const char character = peek();
    if (is(character, kQuote)) {
      if (character == '\\') {
        skip_escape();
        escape_end = window_.pos;
      } else {
        quote_or_expansion(builder, unquoted);
      }
    } else if (character == '(') {
      const bool glob = pos > builder.literal_begin() && pos > escape_end &&
                        std::string_view("?*+@!").find(at(pos - 1)) != std::string_view::npos;
      if (!glob || at_parentheses()) break;
      --window_.pos;
      builder.add(pos - 1, extended_glob());
    } else if ((character == '<' || character == '>') && peek(1) == '(') {
      builder.add(pos, process_substitution());
    } else if (ends_word_at(pos)) {
      break;
    } else {
      ++window_.pos;
    }
  }
  token_end_ = window_.pos;
  return builder.finish();
}

// Text with quotes and expansions up to the first byte outside them for which `stop` says so. Whatever it is part of
// looks at its end itself.
template <class Stop>
Word RecursiveDescent::text_until(Stop stop, Quoting quoting) {
  WordBuilder builder(*this);
  while (!at_end() && !stop(peek())) {
    if (is(peek(), kQuote)) {
      quote_or_expansion(builder, quoting);
    } else {
      ++window_.pos;
    }
  }
  return builder.finish();
}

Word RecursiveDescent::text_up_to(std::uint32_t end, Quoting quoting) {
  const std::uint32_t outer_end = std::exchange(window_.end, end);
  const Word node = text_until([](char) { return false; }, quoting);
  window_.end = outer_end;
  return node;
}

Word RecursiveDescent::text_up_to_any(std::string_view stops, Quoting quoting) {
  return text_until([stops](char character) { return stops.find(character) != std::string_view::npos; }, quoting);
}

// Up to the parenthesis that closes the one in front of the cursor.
Word RecursiveDescent::parenthesized_text() {
  int open = 0;
  return text_until(
      [&open](char character) {
        if (character == '(') ++open;
        return character == ')' && open-- == 0;
      },
      unquoted);
}

// The right side of =~: parentheses and bars belong to it, and inside parentheses even blanks do.
Word RecursiveDescent::regular_expression() {
  int open = 0;
  const Word node = text_until(
      [this, &open](char character) {
        if (character == '(') ++open;
        if (character == ')' && open-- == 0) return true;
        if (character == '(' || character == ')' || character == '|') return false;
        return open == 0 && ends_word_at(window_.pos);
      },
      unquoted);
  token_end_ = window_.pos;
  return node;
}

// Precondition: at a byte of class kQuote. Those that mean nothing under `quoting` are read as text.
void RecursiveDescent::quote_or_expansion(WordBuilder& builder, Quoting quoting) {
  const std::uint32_t begin = window_.pos;
  switch (peek()) {
    case '\\':
      skip_escape();
      return;
    case '\'':
      if (quoting.single_quotes) return builder.add(begin, single_quoted());
      break;
    case '"':
      if (quoting.double_quotes) return builder.add(begin, double_quoted(WordPart::Kind::DoubleQuoted));
      break;
    case '`':
      return builder.add(begin, backquoted(quoting));
    default:
      if (expansion(builder, quoting)) return;
      break;
  }
  ++window_.pos;
}

WordPart RecursiveDescent::single_quoted() {
  const std::uint32_t begin = window_.pos;
  const std::size_t found = window_.text.substr(0, window_.end).find('\'', begin + 1);
  window_.pos = found == std::string_view::npos ? window_.end : static_cast<std::uint32_t>(found) + 1;
  if (found == std::string_view::npos) error(span(begin, begin + 1), "this single quote is never closed");
  WordPart part;
  part.kind = WordPart::Kind::SingleQuoted;
  part.span = span(begin, window_.pos);
  return part;
}

// $'…', where a backslash can escape the quote.
WordPart RecursiveDescent::ansi_c_quoted() {
  const std::uint32_t begin = window_.pos;
  window_.pos += 2;
  while (!at_end() && peek() != '\'') {
    if (peek() == '\\') {
      skip_escape();
    } else {
      ++window_.pos;
    }
  }
  if (at_end()) {
    error(span(begin, begin + 2), "this single quote is never closed");
  } else {
    ++window_.pos;
  }
  WordPart part;
  part.kind = WordPart::Kind::AnsiC;
  part.span = span(begin, window_.pos);
  bashism(Bashism::Kind::AnsiCQuote, part.span);
  return part;
}

// "…" or $"…".
WordPart RecursiveDescent::double_quoted(WordPart::Kind kind) {
  const std::uint32_t begin = window_.pos;
  window_.pos += kind == WordPart::Kind::Localized ? 2 : 1;
  const std::uint32_t content = window_.pos;
  WordPart part;
  part.kind = kind;
  part.word = builder_.make(text_until([](char character) { return character == '"'; }, double_quoted_text));
  if (at_end()) {
    error(span(begin, content), "this double quote is never closed");
  } else {
    ++window_.pos;
  }
  part.span = span(begin, window_.pos);
  if (kind == WordPart::Kind::Localized) bashism(Bashism::Kind::LocalizedQuote, part.span);
  return part;
}

// @(a|b) and its like, from the character in front of the parenthesis on.
WordPart RecursiveDescent::extended_glob() {
  const std::uint32_t begin = window_.pos;
  window_.pos += 2;
  WordPart part;
  part.kind = WordPart::Kind::ExtendedGlob;
  part.word = builder_.make(parenthesized_text());
  if (at_end()) {
    error(span(begin, begin + 2), "'(' without ')' in a pattern");
  } else {
    ++window_.pos;
  }
  part.span = span(begin, window_.pos);
  bashism(Bashism::Kind::ExtendedGlob, part.span);
  return part;
}

}  // namespace dockwright::shell
