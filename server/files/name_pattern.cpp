// One name against one pattern: the part of gitignore(5) between two slashes.
#include <cctype>

#include "server/files/gitignore.hpp"

namespace dockwright::server {

static bool in_class(std::string_view name, unsigned char c) {
  struct Class {
    std::string_view name;
    int (*test)(int);
  };
  static constexpr Class classes[] = {{"alnum", std::isalnum}, {"alpha", std::isalpha}, {"blank", std::isblank},
                                      {"cntrl", std::iscntrl}, {"digit", std::isdigit}, {"graph", std::isgraph},
                                      {"lower", std::islower}, {"print", std::isprint}, {"punct", std::ispunct},
                                      {"space", std::isspace}, {"upper", std::isupper}, {"xdigit", std::isxdigit}};
  for (const Class& each : classes) {
    if (each.name == name) return each.test(c) != 0;
  }
  return false;
}

// The bracket expression at the front of `pattern`. Sets `length` to its bytes; 0 if it has no end, and nothing matches
// then.
static bool matches_bracket(std::string_view pattern, char c, std::size_t& length) {
  const auto wanted = static_cast<unsigned char>(c);
  std::size_t at = 1;
  const bool negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
  if (negated) ++at;
  bool found = false;
  const auto take = [&] {
    if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
    return static_cast<unsigned char>(pattern[at++]);
  };
  for (bool first = true; at < pattern.size(); first = false) {
    if (pattern[at] == ']' && !first) {
      length = at + 1;
      return found != negated;
    }
    if (pattern.substr(at, 2) == "[:") {
      const std::size_t end = pattern.find(":]", at + 2);
      if (end != std::string_view::npos) {
        found = found || in_class(pattern.substr(at + 2, end - at - 2), wanted);
        at = end + 2;
        continue;
      }
    }
    const unsigned char low = take();
    unsigned char high = low;
    if (at + 1 < pattern.size() && pattern[at] == '-' && pattern[at + 1] != ']') {
      ++at;
      high = take();
    }
    found = found || (low <= wanted && wanted <= high);
  }
  length = 0;
  return false;
}

// The element at the front of `pattern`, not a `*`, against one byte. Sets `length` to its bytes.
static bool matches_one(std::string_view pattern, char c, std::size_t& length) {
  length = 1;
  if (pattern.front() == '?') return true;
  if (pattern.front() == '[') return matches_bracket(pattern, c, length);
  if (pattern.front() == '\\') {
    length = 2;
    return pattern.size() > 1 && pattern[1] == c;  // a lone backslash at the end matches nothing
  }
  return pattern.front() == c;
}

bool matches_name(std::string_view pattern, std::string_view name) {
  std::size_t in_pattern = 0, in_name = 0;
  std::size_t behind_star = std::string_view::npos, star_name = 0;
  while (in_name < name.size()) {
    std::size_t length = 0;
    if (in_pattern < pattern.size() && pattern[in_pattern] == '*') {
      behind_star = ++in_pattern;
      star_name = in_name;
    } else if (in_pattern < pattern.size() && matches_one(pattern.substr(in_pattern), name[in_name], length)) {
      in_pattern += length;
      ++in_name;
    } else if (behind_star != std::string_view::npos) {
      in_pattern = behind_star;  // the last star takes one byte more; earlier stars need not be tried again
      in_name = ++star_name;
    } else {
      return false;
    }
  }
  while (in_pattern < pattern.size() && pattern[in_pattern] == '*') ++in_pattern;
  return in_pattern == pattern.size();
}

}  // namespace dockwright::server
