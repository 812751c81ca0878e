// The base protocol of LSP 3.18: `Content-Length: N CR LF CR LF` and N bytes of JSON, in both directions.
//
// The decoder takes bytes as they arrive, in pieces of any size, and holds no more than one header block or one body
// within the limits. What it cannot use it reports and steps over: after a message that is too long, or a header that
// is none, the stream goes on with the next message.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>

namespace dockwright::lsp {

struct FrameLimits {
  std::size_t header_bytes = std::size_t{8} << 10;
  std::size_t body_bytes = std::size_t{64} << 20;
};

// The text of one message.
struct FrameBody {
  std::string text;
};
// Something was left out; later messages are not affected.
struct FrameRefused {
  std::string reason;
};
// Nothing more can be read: the peer does not speak this protocol.
struct FrameBroken {
  std::string reason;
};
using Frame = std::variant<FrameBody, FrameRefused, FrameBroken>;

class FrameDecoder {
 public:
  using Sink = std::function<void(Frame)>;

  explicit FrameDecoder(FrameLimits limits = {}) : limits_(limits) {}

  // Hands every frame that `bytes` completes to `sink`, in order. After FrameBroken all input is ignored.
  void feed(std::string_view bytes, const Sink& sink);
  // Whether the input so far ends inside a message.
  bool inside_message() const { return state_ != State::header || !line_.empty() || header_bytes_ > 0; }

 private:
  enum class State : std::uint8_t { header, body, skip, broken };

  void header_line(const Sink& sink);
  void header_end(const Sink& sink);

  FrameLimits limits_;
  State state_ = State::header;
  std::string line_;              // the header line so far
  std::size_t header_bytes_ = 0;  // of the finished lines of this header block
  bool has_length_ = false;
  std::string problem_;          // of this header block
  std::uint64_t remaining_ = 0;  // bytes of the body still to come
  std::string body_;
};

// `body` with its header, ready to be written.
std::string frame(std::string_view body);

}  // namespace dockwright::lsp
