// The patterns of `${name#pattern}`, `${name%pattern}` and `${name/pattern/text}`: `*`, `?` and backslash escapes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dockwright::syntax {

class Pattern {
 public:
  explicit Pattern(std::string_view text);

  // False: a backslash stands before a character that needs none; BuildKit refuses that.
  bool valid() const { return valid_; }
  // False: matching could take longer than any real Dockerfile needs; do not ask for it.
  bool affordable(std::string_view subject) const;
  std::string_view without_prefix(std::string_view subject, bool greedy) const;
  std::string_view without_suffix(std::string_view subject, bool greedy) const;
  std::string replaced(std::string_view subject, std::string_view replacement, bool all) const;

 private:
  struct Item {
    enum Kind { Character, AnyOne, AnyMany } kind;
    char character = 0;
  };
  static constexpr std::size_t no_match = static_cast<std::size_t>(-1);
  // All lengths of a match that begins at the front of `subject` (forward) or ends at its back, as flags by length.
  std::vector<bool> match_lengths(std::string_view subject, bool forward) const;

  std::vector<Item> items_;
  bool valid_ = true;
};

}  // namespace dockwright::syntax
