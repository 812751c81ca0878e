// Any bytes give the same messages however they are cut into pieces, and no message breaks the limits.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "protocol/framing.hpp"
#include "protocol/json_text.hpp"
#include "protocol/message.hpp"

namespace {

using namespace dockwright;

constexpr lsp::FrameLimits limits{1024, 4096};

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

std::vector<std::string> frames(std::string_view input, std::size_t piece) {
  std::vector<std::string> out;
  lsp::FrameDecoder decoder(limits);
  bool broken = false;
  while (!input.empty()) {
    decoder.feed(input.substr(0, piece), [&](lsp::Frame frame) {
      require(!broken, "a frame came behind the end of the stream");
      if (auto* body = std::get_if<lsp::FrameBody>(&frame)) {
        require(!body->text.empty() && body->text.size() <= limits.body_bytes, "a body is empty or too long");
        out.push_back("body " + body->text);
      } else {
        broken = std::holds_alternative<lsp::FrameBroken>(frame);
        out.push_back(broken ? "broken" : "refused");
      }
    });
    input.remove_prefix(std::min(piece, input.size()));
  }
  return out;
}

// What can be read can be written, and is the same when read again.
void read_message(std::string_view body) {
  const auto value = lsp::parse_json(body);
  if (!value) return;
  const std::string text = lsp::to_text(*value);
  const auto again = lsp::parse_json(text);
  require(static_cast<bool>(again), "what was written cannot be read");
  require(lsp::to_text(*again) == text, "what was written is read differently");
  const lsp::Message message = lsp::to_message(*value);
  if (const auto* request = std::get_if<lsp::Request>(&message)) {
    require(lsp::to_request_id(lsp::to_json(request->id)) == request->id, "an id does not survive");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto whole = frames(input, std::max<std::size_t>(size, 1));
  require(frames(input, 1) == whole, "frames depend on the pieces");
  require(frames(input, 13) == whole, "frames depend on the pieces");
  for (const std::string& frame : whole) {
    if (frame.substr(0, 5) == "body ") read_message(std::string_view(frame).substr(5));
  }
  read_message(input);
  return 0;
}
