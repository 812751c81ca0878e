#include "analysis/text/text.hpp"

namespace dockwright {

Text::Text(std::string bytes)
    : bytes_(std::make_shared<const std::string>(std::move(bytes))), lines_(std::make_shared<const LineIndex>(*bytes_)) {}

ByteRange Text::line_range(std::uint32_t line) const {
  const ByteOffset begin = lines_->start(line);
  ByteOffset end = line + 1 < lines_->lines() ? lines_->start(line + 1) : ByteOffset{size()};
  if (line + 1 < lines_->lines()) --end.value;
  if (end > begin && bytes()[end.value - 1] == '\r') --end.value;
  return {begin, end};
}

Text Text::replace(ByteRange replaced, std::string_view inserted) const {
  auto next = std::make_shared<std::string>();
  next->reserve(bytes_->size() - replaced.size() + inserted.size());
  next->append(*bytes_, 0, replaced.begin.value);
  next->append(inserted);
  next->append(*bytes_, replaced.end.value, std::string::npos);
  auto lines = std::make_shared<LineIndex>(*lines_);
  lines->splice(replaced, inserted);
  return Text(std::move(next), std::move(lines));
}

}  // namespace dockwright
