// Finds the line that ends a heredoc. The first searches scan; once one has come to the end of the file in vain, an index of
// all lines answers, so that a file full of unterminated heredocs costs no more than one scan.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dockwright::syntax {

class TerminatorIndex {
 public:
  explicit TerminatorIndex(std::string_view text) : text_(text) {}

  // Begin of the first line at or behind `from` (a line start) that says `name`: CR LF at its end, and with `strip_tabs` tabs
  // at its front, do not count.
  std::optional<std::uint32_t> find(std::string_view name, bool strip_tabs, std::uint32_t from);

 private:
  void build();

  std::string_view text_;
  bool built_ = false;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> lines_;           // as they are
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> stripped_lines_;  // those with tabs at the front
};

}  // namespace dockwright::syntax
