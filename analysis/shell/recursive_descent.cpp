#include "analysis/shell/recursive_descent.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace dockwright::shell {

// How often, on average, a byte may be looked at ahead of being read.
static constexpr std::uint64_t scans_per_byte = 16;

static constexpr std::uint32_t longest_keyword = 8;

// A text of up to eight bytes as a number, so that keywords can be told apart in one step.
static constexpr std::uint64_t packed(std::string_view text) {
  std::uint64_t number = 1;
  for (const char character : text) number = number << 8 | static_cast<unsigned char>(character);
  return number;
}

RecursiveDescent::RecursiveDescent(std::string_view text, Dialect dialect, Script& script)
    : source_(text),
      dialect_(dialect),
      script_(script),
      builder_(*script.arena),
      window_{text, 0, static_cast<std::uint32_t>(text.size()), nullptr},
      scan_budget_(scans_per_byte * text.size()) {}

void RecursiveDescent::run() {
  script_.list = list({});
  // Some are found only where their construct ends.
  const auto by_place = [](const auto& left, const auto& right) { return left.span < right.span; };
  std::stable_sort(script_.errors.begin(), script_.errors.end(), by_place);
  std::stable_sort(script_.bashisms.begin(), script_.bashisms.end(), by_place);
}

bool RecursiveDescent::ends_word_at(std::uint32_t pos) const {
  return pos >= window_.end || is(window_.text[pos], kEndsWord) || line_break_at(pos);
}

bool RecursiveDescent::at_keyword(std::string_view keyword) const {
  return window_.text.substr(window_.pos, window_.end - window_.pos).starts_with(keyword) &&
         ends_word_at(window_.pos + static_cast<std::uint32_t>(keyword.size()));
}

RecursiveDescent::Lookahead RecursiveDescent::peek_token() const {
  if (at_end()) return {Token::End, 0};
  switch (peek()) {
    case '\n':
      return {Token::Newline, 1};
    case '(':
      return {Token::OpenParen, 1};
    case ')':
      return {Token::CloseParen, 1};
    case ';':
      if (peek(1) == '&') return {Token::CaseEnd, 2};
      if (peek(1) == ';') return {Token::CaseEnd, peek(2) == '&' ? 3U : 2U};
      return {Token::Semicolon, 1};
    case '&':
      if (peek(1) == '&') return {Token::AndIf, 2};
      if (peek(1) == '>') return {Token::Word, 0};
      return {Token::Ampersand, 1};
    case '|':
      if (peek(1) == '|') return {Token::OrIf, 2};
      return {Token::Pipe, peek(1) == '&' ? 2U : 1U};
    default:
      break;
  }
  std::uint32_t length = 0;
  while (!ends_word_at(window_.pos + length)) {
    if (++length > longest_keyword) return {Token::Word, 0};
  }
  const Token token = keyword_at_cursor(length);
  return {token, token == Token::Word ? 0 : length};
}

Token RecursiveDescent::keyword_at_cursor(std::uint32_t length) const {
  switch (packed(window_.text.substr(window_.pos, length))) {
    case packed("!"):
      return Token::Bang;
    case packed("[["):
      return Token::OpenBracket;
    case packed("]]"):
      return Token::CloseBracket;
    case packed("case"):
      return Token::Case;
    case packed("coproc"):
      return Token::Coproc;
    case packed("do"):
      return Token::Do;
    case packed("done"):
      return Token::Done;
    case packed("elif"):
      return Token::Elif;
    case packed("else"):
      return Token::Else;
    case packed("esac"):
      return Token::Esac;
    case packed("fi"):
      return Token::Fi;
    case packed("for"):
      return Token::For;
    case packed("function"):
      return Token::Function;
    case packed("if"):
      return Token::If;
    case packed("in"):
      return Token::In;
    case packed("select"):
      return Token::Select;
    case packed("then"):
      return Token::Then;
    case packed("until"):
      return Token::Until;
    case packed("while"):
      return Token::While;
    case packed("{"):
      return Token::OpenBrace;
    case packed("}"):
      return Token::CloseBrace;
    case packed("time"):
      return time_is_keyword() ? Token::Time : Token::Word;
    default:
      return Token::Word;
  }
}

// To dash, `time` is a command; but before something that is no simple command only the keyword makes sense.
bool RecursiveDescent::time_is_keyword() const {
  if (dialect_ == Dialect::Bash) return true;
  std::uint32_t pos = window_.pos + 4;
  while (is(at(pos), kBlank)) ++pos;
  if (at(pos) == '(') return true;
  std::uint32_t end = pos;
  while (!ends_word_at(end) && end - pos <= 5) ++end;
  const std::string_view next = window_.text.substr(pos, end - pos);
  return next == "{" || next == "!" || next == "[[" || next == "if" || next == "for" || next == "while" ||
         next == "until" || next == "case";
}

LogicalSpan RecursiveDescent::span(std::uint32_t begin, std::uint32_t end) const {
  if (window_.offsets) return {window_.offsets[begin], window_.offsets[end]};
  return {begin, end};
}

LogicalSpan RecursiveDescent::take(std::uint32_t length) {
  const std::uint32_t begin = window_.pos;
  window_.pos = token_end_ = std::min(begin + length, window_.end);
  return span(begin, window_.pos);
}

void RecursiveDescent::skip_blanks() {
  while (!at_end()) {
    const char character = peek();
    if (is(character, kBlank)) {
      ++window_.pos;
    } else if (character == '\r' && peek(1) == '\n') {
      ++window_.pos;
    } else if (character == '\\' && line_break_at(window_.pos + 1)) {
      skip_escape();
    } else if (character == '#') {
      comment();
    } else {
      return;
    }
  }
}

void RecursiveDescent::skip_newlines() {
  for (;;) {
    skip_blanks();
    if (peek() != '\n') return;
    newline();
  }
}

// Over a backslash and what it escapes.
void RecursiveDescent::skip_escape() {
  const std::uint32_t length = peek(1) == '\r' && peek(2) == '\n' ? 3 : 2;
  window_.pos = std::min(window_.pos + length, window_.end);
}

void RecursiveDescent::newline() {
  ++window_.pos;
  if (!here_documents_.empty()) read_here_documents();
}

void RecursiveDescent::comment() {
  const std::uint32_t begin = window_.pos;
  const void* const found = std::memchr(window_.text.data() + begin, '\n', window_.end - begin);
  window_.pos = found ? static_cast<std::uint32_t>(static_cast<const char*>(found) - window_.text.data()) : window_.end;
  std::uint32_t end = window_.pos;
  if (found && window_.text[end - 1] == '\r') --end;
  script_.comments.push_back({span(begin, end)});
}

void RecursiveDescent::error(LogicalSpan where, std::string message) {
  if (gave_up_ || script_.errors.size() >= max_errors) return;
  script_.errors.push_back({where, std::move(message)});
}

void RecursiveDescent::bashism(Bashism::Kind kind, LogicalSpan where) {
  if (dialect_ == Dialect::Posix) script_.bashisms.push_back({kind, where});
}

// Reports and skips a token that cannot stand here.
void RecursiveDescent::unexpected(std::uint32_t length) {
  // A redirection where none may stand counts as a word and has no length of its own.
  const LogicalSpan where = take(std::max(length, 1U));
  error(where, fmt::format("unexpected '{}'", source(where)));
}

void RecursiveDescent::give_up() {
  error(span(window_.pos, window_.pos), fmt::format("nested more than {} levels deep", max_nesting));
  gave_up_ = true;
  window_.pos = token_end_ = window_.end;
}

}  // namespace dockwright::shell
