#include "analysis/rules/page.hpp"

#include <algorithm>
#include <charconv>

namespace dockwright::rules {

static constexpr std::string_view open_marker = "⟦", close_marker = "⟧";

static bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

std::string without_markers(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (starts_with(rest, open_marker) || starts_with(rest, close_marker)) {
      at += open_marker.size();
    } else {
      result += text[at++];
    }
  }
  return result;
}

// With each ⟪N⟫ replaced by N letters, for what is too long to be printed.
static std::string with_filler(std::string_view text) {
  static constexpr std::string_view open = "⟪", close = "⟫";
  constexpr std::size_t most = 1 << 20;
  std::string result;
  for (std::size_t at = text.find(open); at != std::string_view::npos; at = text.find(open)) {
    std::size_t count = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + at + open.size(), end, count);
    const std::string_view rest(stop, static_cast<std::size_t>(end - stop));
    if (error != std::errc() || count > most || !starts_with(rest, close)) break;
    result += text.substr(0, at);
    result.append(count, 'x');
    text = rest.substr(close.size());
  }
  return result += text;
}

// Cuts the next line, its newline included, off the front of `text`.
static std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end);
  return line;
}

static std::string_view trim_line(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
  return line;
}

Page::Page(std::string_view text) : text_(text) {
  std::string section, fence;
  std::string content;
  int number = 0, fence_line = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = take_line(rest);
    ++number;
    if (fence.empty()) {
      if (starts_with(line, "## ")) section = trim_line(line.substr(3));
      if (!starts_with(line, "```")) continue;
      fence = trim_line(line);
      fence_line = number;
      content.clear();
    } else if (trim_line(line) == "```") {
      if (fence == "```dockerfile") {
        blocks_.push_back({section, content, without_markers(content), std::nullopt, fence_line});
      } else if (fence == "```dockerfile fixed" && !blocks_.empty()) {
        blocks_.back().fixed = content;
      }
      fence.clear();
    } else {
      content += with_filler(line);
    }
  }
}

std::string_view Page::section(std::string_view heading) const {
  const std::string wanted = "\n## " + std::string(heading) + "\n";
  const std::size_t begin = text_.find(wanted);
  if (begin == std::string_view::npos) return {};
  const std::string_view rest = text_.substr(begin + wanted.size());
  return rest.substr(0, rest.find("\n## "));
}

std::string Page::published() const {
  std::string result;
  bool in_case = false;
  for (std::string_view rest = text_; !rest.empty();) {
    const std::string_view line = take_line(rest);
    if (starts_with(line, "## ")) in_case = starts_with(line, "## Case:");
    if (!in_case) result += line;
  }
  return without_markers(result);
}

}  // namespace dockwright::rules
