#include "analysis/model/paths.hpp"

#include <algorithm>

namespace dockwright::model {

static constexpr std::size_t max_path_bytes = 4096, max_name_bytes = 255;  // PATH_MAX and NAME_MAX of Linux
static constexpr std::size_t max_braced_words = 64, max_braced_bytes = 1024;

// Takes the next component off `path`; empty at the end.
static std::string_view next_component(std::string_view& path) {
  for (;;) {
    path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
    const std::string_view component = path.substr(0, path.find('/'));
    path.remove_prefix(component.size());
    if (component != ".") return component;
  }
}

bool matches_wildcard(std::string_view text, std::string_view pattern) {
  std::size_t at = 0, star = std::string_view::npos, resume = 0, in_pattern = 0;
  while (at < text.size()) {
    if (in_pattern < pattern.size() && pattern[in_pattern] == '*') {
      star = in_pattern++;
      resume = at;
    } else if (in_pattern < pattern.size() && (pattern[in_pattern] == '?' || pattern[in_pattern] == text[at])) {
      ++in_pattern;
      ++at;
    } else if (star != std::string_view::npos) {
      in_pattern = star + 1;
      at = ++resume;
    } else {
      return false;
    }
  }
  while (in_pattern < pattern.size() && pattern[in_pattern] == '*') ++in_pattern;
  return in_pattern == pattern.size();
}

enum class Contents : bool { Excluded, Included };

static bool covers(std::string_view pattern, std::string_view path, Contents contents) {
  if (!pattern.starts_with('/') || !path.starts_with('/')) return false;
  if (pattern.size() > max_path_bytes || path.size() > max_path_bytes) return false;
  for (;;) {
    const std::string_view wanted = next_component(pattern);
    if (wanted.empty()) return true;
    if (wanted == "..") return false;
    const std::string_view component = next_component(path);
    if (component.empty()) return contents == Contents::Included && wanted.find('*') != std::string_view::npos;
    if (component.size() > max_name_bytes || wanted.size() > max_name_bytes) return false;
    if (!matches_wildcard(component, wanted)) return false;
  }
}

bool covers(std::string_view pattern, std::string_view path) { return covers(pattern, path, Contents::Excluded); }
bool covers_contents(std::string_view pattern, std::string_view path) {
  return covers(pattern, path, Contents::Included);
}

bool is_at_or_below(std::string_view path, std::string_view directory) {
  if (!path.starts_with('/') || !directory.starts_with('/')) return false;
  for (;;) {
    const std::string_view wanted = next_component(directory);
    if (wanted.empty()) return true;
    if (wanted == ".." || next_component(path) != wanted) return false;
  }
}

// Innermost braces first, so that nested ones need no recursion.
std::vector<std::string> expand_braces(std::string_view word) {
  std::vector<std::string> words{std::string(word)};
  if (word.size() > max_braced_bytes) return words;
  for (std::size_t i = 0; i < words.size();) {
    const std::string current = words[i];
    std::size_t open = std::string::npos, close = std::string::npos;
    for (std::size_t at = 0; at < current.size() && close == std::string::npos; ++at) {
      if (current[at] == '{') open = at;
      if (current[at] == '}' && open != std::string::npos) close = at;
    }
    const std::string inner = close == std::string::npos ? std::string() : current.substr(open + 1, close - open - 1);
    if (inner.find(',') == std::string::npos) {
      ++i;
      continue;
    }
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    for (std::size_t begin = 0; begin <= inner.size() && words.size() < max_braced_words;) {
      const std::size_t end = std::min(inner.find(',', begin), inner.size());
      words.push_back(current.substr(0, open) + inner.substr(begin, end - begin) + current.substr(close + 1));
      begin = end + 1;
    }
  }
  return words;
}

}  // namespace dockwright::model
