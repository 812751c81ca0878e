// Where each line of a text begins. Lines end at LF, as BuildKit reads them; a CR before it belongs to the line.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/text/offset.hpp"

namespace dockwright {

class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  // Number of lines; a text that ends in LF has an empty last line, an empty text has one.
  std::uint32_t lines() const { return static_cast<std::uint32_t>(starts_.size()); }
  // 0-based line that holds `offset`.
  std::uint32_t line_of(ByteOffset offset) const;
  ByteOffset start(std::uint32_t line) const { return starts_[line]; }
  // Brings the index in step with a text in which `replaced` became `inserted`: cost is the lines behind the edit, not the
  // bytes of the text.
  void splice(ByteRange replaced, std::string_view inserted);

 private:
  std::vector<ByteOffset> starts_;
};

}  // namespace dockwright
