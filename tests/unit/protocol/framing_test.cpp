#include "protocol/framing.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dockwright::lsp {
namespace {

constexpr FrameLimits small{128, 100};

// Bodies as they are, what was left out as "refused", the end of the stream as "broken".
std::vector<std::string> decode(std::string_view input, std::size_t piece, FrameLimits limits = small) {
  std::vector<std::string> out;
  FrameDecoder decoder(limits);
  for (; !input.empty(); input.remove_prefix(std::min(piece, input.size()))) {
    decoder.feed(input.substr(0, piece), [&](Frame frame) {
      const auto* body = std::get_if<FrameBody>(&frame);
      out.push_back(body ? body->text : std::holds_alternative<FrameRefused>(frame) ? "refused" : "broken");
    });
  }
  return out;
}

// The frames do not depend on how the input is cut into pieces.
void check(std::string_view input, const std::vector<std::string>& expected) {
  for (const std::size_t piece : {std::size_t{1}, std::size_t{2}, std::size_t{7}, input.size()}) {
    EXPECT_EQ(decode(input, piece), expected) << input << "\nin pieces of " << piece;
  }
}

TEST(Framing, Bodies) {
  check("Content-Length: 2\r\n\r\n{}", {"{}"});
  check("Content-Length: 2\r\n\r\n{}Content-Length: 4\r\n\r\n[1,\n", {"{}", "[1,\n"});
  check("Content-Length:2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}", {"{}"});
  check("content-length: 2\n\n{}", {"{}"});
  check("\r\n\nContent-Length: 2\r\n\r\n{}\n", {"{}"});
  check("Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", {"{}"});
  check(std::string_view("Content-Length: 3\r\n\r\na\0b", 24), {std::string("a\0b", 3)});
}

TEST(Framing, TheStreamGoesOnBehindWhatIsLeftOut) {
  const std::string good = "Content-Length: 2\r\n\r\n{}";
  check("Content-Length: abc\r\n\r\n" + good, {"refused", "{}"});
  check("Content-Length: -1\r\n\r\n" + good, {"refused", "{}"});
  check("Content-Length: 1e3\r\n\r\n" + good, {"refused", "{}"});
  check("Content-Length: 99999999999999999999\r\n\r\n" + good, {"refused", "{}"});
  check("Content-Length: 2\r\nContent-Length: 3\r\n\r\n" + good, {"refused", "{}"});
  check("Content-Length: 0\r\n\r\n" + good, {"refused", "{}"});
  check("Content-Type: x\r\n\r\n" + good, {"refused", "{}"});
  check("hello world\r\n\r\n" + good, {"refused", "{}"});
  check("Content-Length: 101\r\n\r\n" + std::string(101, 'x') + good, {"refused", "{}"});
  // A body that is longer than announced: the rest of it stands in front of the next header.
  check("Content-Length: 2\r\n\r\n{}}" + good, {"{}", "refused", "{}"});
  check("Content-Length: 2\r\n\r\n{}, \"a\": 1}" + good, {"{}", "refused", "{}"});
}

TEST(Framing, NoProtocolAtAll) {
  check(std::string(129, 'x') + "Content-Length: 2\r\n\r\n{}", {"broken"});
  check("Content-Length: 2\r\nX: " + std::string(128, 'x') + "\r\n\r\n{}", {"broken"});
}

TEST(Framing, IncompleteInputGivesNothing) {
  check("Content-Length: 2", {});
  check("Content-Length: 2\r\n\r\n{", {});
  check("\r\n", {});
  FrameDecoder decoder;
  const auto ignore = [](Frame) {};
  EXPECT_FALSE(decoder.inside_message());
  decoder.feed("Content-Length: 2\r\n", ignore);
  EXPECT_TRUE(decoder.inside_message());
  decoder.feed("\r\n{", ignore);
  EXPECT_TRUE(decoder.inside_message());
  decoder.feed("}", ignore);
  EXPECT_FALSE(decoder.inside_message());
}

TEST(Framing, AnAnnouncedGiantCostsNothing) {
  FrameDecoder decoder;
  int refused = 0;
  const auto count = [&](Frame frame) { refused += std::holds_alternative<FrameRefused>(frame) ? 1 : 0; };
  decoder.feed("Content-Length: 2000000000\r\n\r\n", count);
  EXPECT_EQ(refused, 1);
  EXPECT_TRUE(decoder.inside_message());
}

TEST(Framing, WhatIsFramedIsDecoded) {
  for (const std::size_t size : {1, 9, 10, 99}) {
    const std::string body(size, '\n');
    check(frame(body) + frame("{}"), {body, "{}"});
  }
}

}  // namespace
}  // namespace dockwright::lsp
