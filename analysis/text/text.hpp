// One version of a document: immutable bytes and where its lines begin. Copying is cheap; threads may share it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "analysis/text/line_index.hpp"
#include "analysis/text/offset.hpp"

namespace dockwright {

// The largest document that is read, in bytes. Offsets have 32 bits; no real Dockerfile comes near this.
inline constexpr std::size_t max_text_bytes = std::size_t{16} << 20;

class Text {
 public:
  Text() : Text(std::string()) {}
  // Precondition: bytes.size() <= max_text_bytes. Any bytes are allowed; nothing is normalised.
  explicit Text(std::string bytes);

  std::string_view bytes() const { return *bytes_; }
  std::string_view bytes(ByteRange range) const { return bytes().substr(range.begin.value, range.size()); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(bytes_->size()); }
  const LineIndex& lines() const { return *lines_; }
  // The line without its LF or CR LF; `line` is 0-based.
  ByteRange line_range(std::uint32_t line) const;

  // The next version. Precondition: `replaced` lies inside, and the result is within max_text_bytes.
  Text replace(ByteRange replaced, std::string_view inserted) const;

 private:
  Text(std::shared_ptr<const std::string> bytes, std::shared_ptr<const LineIndex> lines)
      : bytes_(std::move(bytes)), lines_(std::move(lines)) {}

  std::shared_ptr<const std::string> bytes_;
  std::shared_ptr<const LineIndex> lines_;
};

}  // namespace dockwright
