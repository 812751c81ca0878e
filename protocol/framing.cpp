#include "protocol/framing.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace dockwright::lsp {

static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

static std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

static bool is_field(std::string_view name, std::string_view field) {
  return name.size() == field.size() &&
         std::equal(name.begin(), name.end(), field.begin(), [](char a, char b) { return lower(a) == b; });
}

static bool is_token(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

void FrameDecoder::feed(std::string_view bytes, const Sink& sink) {
  while (!bytes.empty() && state_ != State::broken) {
    if (state_ == State::header) {
      const std::size_t newline = bytes.find('\n');
      const bool complete = newline != std::string_view::npos;
      const std::string_view part = bytes.substr(0, complete ? newline + 1 : bytes.size());
      if (header_bytes_ + line_.size() + part.size() > limits_.header_bytes) {
        state_ = State::broken;
        line_.clear();
        sink(FrameBroken{"the header of a message is longer than " + std::to_string(limits_.header_bytes) +
                         " bytes; the input is no LSP"});
        return;
      }
      line_ += part;
      bytes.remove_prefix(part.size());
      if (complete) header_line(sink);
      continue;
    }
    const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(remaining_, bytes.size()));
    if (state_ == State::body) body_ += bytes.substr(0, taken);
    bytes.remove_prefix(taken);
    remaining_ -= taken;
    if (remaining_ > 0) return;
    const bool wanted = state_ == State::body;
    state_ = State::header;
    if (wanted) sink(FrameBody{std::exchange(body_, {})});
  }
}

void FrameDecoder::header_line(const Sink& sink) {
  const std::string raw = std::exchange(line_, {});
  std::string_view line = trim(std::string_view(raw).substr(0, raw.size() - 1));
  if (line.empty()) {
    // Blank lines between messages come from scripts and pipes; they carry nothing that could be lost.
    if (header_bytes_ > 0) header_end(sink);
    return;
  }
  header_bytes_ += raw.size();

  std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(trim(line.substr(0, colon)))) {
    // A body that is longer than announced leaves its rest in front of the next header: find that again.
    const std::size_t field = line.rfind("Content-Length:");
    if (field == std::string_view::npos) {
      problem_ = "a message has no valid header";
      return;
    }
    sink(FrameRefused{"bytes in front of a header were left out"});
    problem_.clear();
    line.remove_prefix(field);
    colon = line.find(':');
  }
  if (!is_field(trim(line.substr(0, colon)), "content-length")) return;

  const std::string_view digits = trim(line.substr(colon + 1));
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  if (error != std::errc{} || end != digits.data() + digits.size()) {
    problem_ = "Content-Length is not a number of bytes";
  } else if (has_length_ && length != remaining_) {
    problem_ = "a message has two different Content-Length fields";
  } else {
    has_length_ = true;
    remaining_ = length;
  }
}

void FrameDecoder::header_end(const Sink& sink) {
  header_bytes_ = 0;
  const bool has_length = std::exchange(has_length_, false);
  std::string problem = std::exchange(problem_, {});
  if (problem.empty() && !has_length) problem = "a message has no Content-Length field";
  if (!problem.empty()) {
    remaining_ = 0;
    sink(FrameRefused{std::move(problem)});
  } else if (remaining_ > limits_.body_bytes) {
    state_ = State::skip;
    sink(FrameRefused{"a message of " + std::to_string(remaining_) + " bytes is longer than the limit of " +
                      std::to_string(limits_.body_bytes) + " bytes and was left out"});
  } else if (remaining_ == 0) {
    sink(FrameRefused{"a message is empty"});
  } else {
    state_ = State::body;
  }
}

std::string frame(std::string_view body) {
  std::string out = "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
  out += body;
  return out;
}

}  // namespace dockwright::lsp
