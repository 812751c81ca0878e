#include "analysis/syntax/heredoc.hpp"

#include <algorithm>

#include "analysis/syntax/characters.hpp"
#include "analysis/syntax/lexer.hpp"

namespace dockwright::syntax {

static std::size_t count_quotes(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c == '\'' || c == '"'; }));
}

std::optional<HeredocOperator> heredoc_operator(std::string_view word) {
  HeredocOperator result;
  std::uint32_t at = 0;
  while (at < word.size() && is_digit(word[at])) {
    result.file_descriptor = std::min(result.file_descriptor * 10 + static_cast<unsigned>(word[at] - '0'), 1u << 20);
    ++at;
  }
  if (word.substr(at, 2) != "<<") return std::nullopt;
  at += 2;
  if (at < word.size() && word[at] == '-') {
    result.strip_tabs = true;
    ++at;
  }
  while (at < word.size() && (is_blank(word[at]) || word[at] == '\n') && word[at] != '\v') ++at;
  const std::string_view name = word.substr(at);
  if (name.empty() || name.find('<') != std::string_view::npos) return std::nullopt;

  LexerOptions options;
  options.keep_unset = true;
  const Expansion plain = scan_references(name, options);
  options.raw_quotes = true;
  const Expansion raw = scan_references(name, options);
  if (!plain.error.empty() || plain.words.size() != 1 || raw.words.size() != 1) return std::nullopt;
  result.name = plain.words[0].value;
  result.quoted = count_quotes(result.name) != count_quotes(raw.words[0].value);
  result.span = {0, static_cast<std::uint32_t>(word.size())};
  result.name_span = {at, static_cast<std::uint32_t>(word.size())};
  return result;
}

std::vector<HeredocOperator> heredoc_operators(std::string_view line) {
  std::vector<HeredocOperator> result;
  if (line.find("<<") == std::string_view::npos) return result;
  LexerOptions options;
  options.keep_unset = true;
  options.raw_quotes = true;
  options.raw_escapes = true;
  const Expansion lexed = scan_references(line, options);
  if (!lexed.error.empty()) return result;
  for (const LexedWord& word : lexed.words) {
    auto found = heredoc_operator(word.value);
    if (!found) continue;
    // Nothing was unquoted or expanded, so the word's value is its source, byte for byte.
    found->span.begin += word.span.begin;
    found->span.end += word.span.begin;
    found->name_span.begin += word.span.begin;
    found->name_span.end += word.span.begin;
    result.push_back(std::move(*found));
  }
  return result;
}

}  // namespace dockwright::syntax
