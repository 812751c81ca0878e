// The patterns of one .gitignore file, as gitignore(5) describes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dockwright::server {

class GitIgnore {
 public:
  GitIgnore() = default;
  // Any text: a line that is no valid pattern matches nothing.
  explicit GitIgnore(std::string_view text);

  bool empty() const { return patterns_.empty(); }
  // Whether the last pattern that matches ignores `path` or (with `!`) takes it back; nothing if none matches. `path`
  // is relative to the folder of the file, with `/` between names. Whoever walks the tree must not enter an ignored
  // folder.
  std::optional<bool> decide(std::string_view path, bool is_folder) const;

 private:
  struct Pattern {
    std::vector<std::string> segments;  // between slashes; `**` stands alone in its segment
    bool negated = false;
    bool folders_only = false;
    bool anywhere = false;  // without a slash: matches the last name of the path
  };
  static std::optional<Pattern> parse(std::string_view line);
  static bool matches(const Pattern& pattern, std::string_view path);

  std::vector<Pattern> patterns_;
};

// fnmatch(3) of one name without slashes: `*`, `?`, `[a-z]`, `[!a]`, `[[:alpha:]]` and backslash. Linear in `name` for
// each `*`.
bool matches_name(std::string_view pattern, std::string_view name);

}  // namespace dockwright::server
