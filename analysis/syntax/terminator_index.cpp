#include "analysis/syntax/terminator_index.hpp"

#include <algorithm>

#include "analysis/syntax/characters.hpp"
#include "analysis/syntax/physical_line.hpp"

namespace dockwright::syntax {

static std::string_view strip(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of('\t'), line.size()));
  return line;
}

void TerminatorIndex::build() {
  built_ = true;
  for (std::uint32_t at = 0; at < text_.size();) {
    const std::uint32_t next = next_line(text_, at);
    const std::string_view line = trim_newline(text_.substr(at, next - at));
    lines_[line].push_back(at);
    if (!line.empty() && line[0] == '\t') stripped_lines_[strip(line)].push_back(at);
    at = next;
  }
}

static std::optional<std::uint32_t> first_from(const std::unordered_map<std::string_view, std::vector<std::uint32_t>>& map,
                                               std::string_view name, std::uint32_t from) {
  const auto found = map.find(name);
  if (found == map.end()) return std::nullopt;
  const auto at = std::lower_bound(found->second.begin(), found->second.end(), from);
  return at == found->second.end() ? std::nullopt : std::optional(*at);
}

std::optional<std::uint32_t> TerminatorIndex::find(std::string_view name, bool strip_tabs, std::uint32_t from) {
  if (!built_) {
    for (std::uint32_t at = from; at < text_.size();) {
      const std::uint32_t next = next_line(text_, at);
      const std::string_view line = trim_newline(text_.substr(at, next - at));
      if ((strip_tabs ? strip(line) : line) == name) return at;
      at = next;
    }
    build();
    return std::nullopt;
  }
  auto result = first_from(lines_, name, from);
  if (strip_tabs) {
    const auto stripped = first_from(stripped_lines_, name, from);
    if (stripped && (!result || *stripped < *result)) result = stripped;
  }
  return result;
}

}  // namespace dockwright::syntax
