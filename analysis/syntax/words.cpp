#include "analysis/syntax/words.hpp"

#include "analysis/syntax/characters.hpp"

namespace dockwright::syntax {

namespace {

// Reads one flag word from `at` on; stops at a blank outside quotes.
FlagWord read_flag(std::string_view line, std::uint32_t at) {
  FlagWord word;
  word.span.begin = at;
  char quote = '\0';
  for (; at < line.size(); ++at) {
    char c = line[at];
    if (quote == '\0' && is_space_byte(c)) break;
    if (quote == '\0' && (c == '\'' || c == '"')) {
      quote = c;
      continue;
    }
    if (quote != '\0' && c == quote) {
      quote = '\0';
      continue;
    }
    if (c == '\\') {
      if (at + 1 == line.size()) continue;
      c = line[++at];
    }
    word.value += c;
    word.offsets.push_back(at);
  }
  word.span.end = at;
  return word;
}

}  // namespace

FlagSplit split_flags(std::string_view line, std::uint32_t begin) {
  FlagSplit result;
  std::uint32_t at = begin;
  while (true) {
    while (at < line.size() && is_space_byte(line[at])) ++at;
    if (line.substr(at, 2) != "--") break;
    FlagWord word = read_flag(line, at);
    at = word.span.end;
    if (word.value == "--") break;
    result.flags.push_back(std::move(word));
  }
  result.rest = at;
  return result;
}

std::vector<LogicalSpan> split_quoted_words(std::string_view line, LogicalSpan part, char escape) {
  std::vector<LogicalSpan> words;
  const std::string_view text = line.substr(0, part.end);
  std::uint32_t at = part.begin;
  while (true) {
    for (Rune rune = decode_rune(text, at); rune.width != 0 && is_space(rune.value); rune = decode_rune(text, at)) {
      at += rune.width;
    }
    if (at >= text.size()) return words;
    const std::uint32_t begin = at;
    char quote = '\0';
    while (at < text.size()) {
      const Rune rune = decode_rune(text, at);
      const char c = text[at];
      if (quote == '\0' && is_space(rune.value)) break;
      at += rune.width;
      if (c == escape && quote != '\'') {
        if (at < text.size()) at += decode_rune(text, at).width;
      } else if (quote == '\0' && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = '\0';
      }
    }
    words.push_back({begin, at});
  }
}

std::vector<LogicalSpan> split_plain_words(std::string_view line, LogicalSpan part) {
  std::vector<LogicalSpan> words;
  std::uint32_t at = part.begin;
  while (true) {
    while (at < part.end && is_blank(line[at])) ++at;
    if (at == part.end) return words;
    const std::uint32_t begin = at;
    while (at < part.end && !is_blank(line[at])) ++at;
    words.push_back({begin, at});
  }
}

LogicalSpan trim_space(std::string_view line, LogicalSpan part) {
  std::string_view text = line.substr(part.begin, part.size());
  const std::uint32_t front = leading_space(text);
  text.remove_prefix(front);
  const std::uint32_t begin = part.begin + front;
  return {begin, begin + static_cast<std::uint32_t>(text.size()) - trailing_space(text)};
}

}  // namespace dockwright::syntax
