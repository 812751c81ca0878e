#include "server/files/gitignore.hpp"

#include <algorithm>

namespace dockwright::server {

static constexpr std::string_view any_folders = "**";

static std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
    parts.push_back(path.substr(0, slash));
    path.remove_prefix(slash + 1);
  }
  parts.push_back(path);
  return parts;
}

// Blanks at the end do not count unless escaped.
static std::string_view without_trailing_blanks(std::string_view line) {
  while (!line.empty() && line.back() == ' ') {
    const std::string_view before = line.substr(0, line.size() - 1);
    const std::size_t escapes = before.size() - std::min(before.find_last_not_of('\\') + 1, before.size());
    if (escapes % 2 == 1) break;
    line = before;
  }
  return line;
}

std::optional<GitIgnore::Pattern> GitIgnore::parse(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  if (!line.empty() && line.front() == '#') return std::nullopt;
  line = without_trailing_blanks(line);
  Pattern pattern;
  if (!line.empty() && line.front() == '!') {
    pattern.negated = true;
    line.remove_prefix(1);
  }
  if (!line.empty() && line.back() == '/') {
    pattern.folders_only = true;
    line.remove_suffix(1);
  }
  if (line.empty()) return std::nullopt;
  pattern.anywhere = line.find('/') == std::string_view::npos;
  if (line.front() == '/') line.remove_prefix(1);
  for (const std::string_view segment : split(line)) pattern.segments.emplace_back(segment);
  return pattern;
}

GitIgnore::GitIgnore(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (auto pattern = parse(text.substr(0, end))) patterns_.push_back(std::move(*pattern));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// The same loop as for one name, a level higher: `**` is the star and a segment is the character.
static bool matches_segments(const std::vector<std::string>& pattern, const std::vector<std::string_view>& path) {
  std::size_t in_pattern = 0, in_path = 0;
  std::size_t behind_star = std::string_view::npos, star_path = 0;
  while (in_path < path.size()) {
    if (in_pattern < pattern.size() && pattern[in_pattern] == any_folders) {
      // At the end it stands for everything inside, so at least one name; there is one left here.
      if (++in_pattern == pattern.size()) return true;
      behind_star = in_pattern;
      star_path = in_path;
    } else if (in_pattern < pattern.size() && matches_name(pattern[in_pattern], path[in_path])) {
      ++in_pattern;
      ++in_path;
    } else if (behind_star != std::string_view::npos) {
      in_pattern = behind_star;
      in_path = ++star_path;
    } else {
      return false;
    }
  }
  return in_pattern == pattern.size();
}

bool GitIgnore::matches(const Pattern& pattern, std::string_view path) {
  if (pattern.anywhere) return matches_name(pattern.segments.front(), path.substr(path.rfind('/') + 1));
  return matches_segments(pattern.segments, split(path));
}

std::optional<bool> GitIgnore::decide(std::string_view path, bool is_folder) const {
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern) {
    if (pattern->folders_only && !is_folder) continue;
    if (matches(*pattern, path)) return !pattern->negated;
  }
  return std::nullopt;
}

}  // namespace dockwright::server
