// A rule's page, taken apart: sections and code blocks. Used by the tests, `explain` and hovers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dockwright::rules {

struct CodeBlock {
  std::string section;  // the heading it stands under: Bad, Good, `Case: ...`
  std::string marked;   // as on the page, with ⟪N⟫ replaced by N letters
  std::string text;     // without the markers ⟦ and ⟧
  std::optional<std::string> fixed;  // the `dockerfile fixed` block that follows
  int line = 0;         // 1-based line of its fence
};

class Page {
 public:
  explicit Page(std::string_view text);

  const std::vector<CodeBlock>& blocks() const { return blocks_; }
  // The text under a heading, code included; empty if there is none.
  std::string_view section(std::string_view heading) const;
  // What users read: the page without its Case sections and without markers, as Markdown.
  std::string published() const;

 private:
  std::string_view text_;
  std::vector<CodeBlock> blocks_;
};

// `text` without the markers ⟦ and ⟧.
std::string without_markers(std::string_view text);

}  // namespace dockwright::rules
