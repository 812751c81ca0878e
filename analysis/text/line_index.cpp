#include "analysis/text/line_index.hpp"

#include <algorithm>
#include <cstring>

namespace dockwright {

// Appends the offset behind every LF of `text`, which begins at `base`.
static void append_line_starts(std::vector<ByteOffset>& starts, std::string_view text, std::uint32_t base) {
  const char* at = text.data();
  const char* end = at + text.size();
  while (at < end) {
    const void* newline = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
    if (newline == nullptr) return;
    at = static_cast<const char*>(newline) + 1;
    starts.push_back({base + static_cast<std::uint32_t>(at - text.data())});
  }
}

LineIndex::LineIndex(std::string_view text) {
  starts_.push_back({0});
  append_line_starts(starts_, text, 0);
}

std::uint32_t LineIndex::line_of(ByteOffset offset) const {
  auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::uint32_t>(next - starts_.begin()) - 1;
}

void LineIndex::splice(ByteRange replaced, std::string_view inserted) {
  auto first = std::upper_bound(starts_.begin(), starts_.end(), replaced.begin);
  auto last = std::upper_bound(first, starts_.end(), replaced.end);
  std::vector<ByteOffset> fresh;
  append_line_starts(fresh, inserted, replaced.begin.value);
  const std::uint32_t shift = static_cast<std::uint32_t>(inserted.size()) - replaced.size();  // wraps when negative
  for (auto it = last; it != starts_.end(); ++it) it->value += shift;
  const auto overlap = std::min(last - first, static_cast<std::ptrdiff_t>(fresh.size()));
  std::copy(fresh.begin(), fresh.begin() + overlap, first);
  if (overlap < last - first) {
    starts_.erase(first + overlap, last);
  } else {
    starts_.insert(first + overlap, fresh.begin() + overlap, fresh.end());
  }
}

}  // namespace dockwright
