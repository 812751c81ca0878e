#include "analysis/syntax/directive_parser.hpp"

#include "analysis/syntax/characters.hpp"

namespace dockwright::syntax {

// What Go's regular expressions call \s.
static bool is_regex_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

std::optional<Directive> parse_directive(std::string_view line, std::uint32_t base) {
  if (line.empty() || line[0] != '#') return std::nullopt;
  std::uint32_t at = 1 + leading_space(line.substr(1));
  const std::uint32_t name_begin = at;
  if (at >= line.size() || !is_alpha(line[at])) return std::nullopt;
  while (at < line.size() && (is_alpha(line[at]) || is_digit(line[at]))) ++at;
  const std::uint32_t name_end = at;
  while (at < line.size() && is_regex_space(line[at])) ++at;
  if (at >= line.size() || line[at] != '=') return std::nullopt;
  ++at;
  while (at < line.size() && is_regex_space(line[at])) ++at;
  auto end = static_cast<std::uint32_t>(line.size());
  while (end > at && is_regex_space(line[end - 1])) --end;
  if (at == end) return std::nullopt;

  Directive directive;
  directive.name_text = line.substr(name_begin, name_end - name_begin);
  for (char& c : directive.name_text) c = to_lower(c);
  if (directive.name_text != "syntax" && directive.name_text != "escape" && directive.name_text != "check") {
    return std::nullopt;
  }
  directive.name = {base + name_begin, base + name_end};
  directive.value = {base + at, base + end};
  directive.value_text = line.substr(at, end - at);
  return directive;
}

}  // namespace dockwright::syntax
