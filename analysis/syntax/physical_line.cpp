#include "analysis/syntax/physical_line.hpp"

#include <algorithm>

#include "analysis/syntax/characters.hpp"
#include "analysis/syntax/keyword.hpp"

namespace dockwright::syntax {

std::uint32_t next_line(std::string_view text, std::uint32_t at) {
  const std::size_t newline = text.find('\n', at);
  return static_cast<std::uint32_t>(newline == std::string_view::npos ? text.size() : newline + 1);
}

std::optional<std::uint32_t> continuation(std::string_view line, char escape) {
  const std::size_t last = line.find_last_not_of(" \t");
  if (last == std::string_view::npos || line[last] != escape) return std::nullopt;
  if (last > 0 && line[last - 1] == escape) return std::nullopt;
  return static_cast<std::uint32_t>(last);
}

bool looks_like_instruction(std::string_view line) {
  const std::size_t end = std::min(line.find_first_of(" \t\r\n"), line.size());
  const std::string_view word = line.substr(0, end);
  return std::find(keyword_names.begin(), keyword_names.end(), word) != keyword_names.end();
}

}  // namespace dockwright::syntax
