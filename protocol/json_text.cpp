#include "protocol/json_text.hpp"

#include <cstdint>
#include <nlohmann/json.hpp>

namespace dockwright::lsp {

static constexpr std::string_view replacement_escape = "\\ufffd";
static constexpr std::string_view replacement_utf8 = "\xEF\xBF\xBD";

static bool nests_too_deep(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      if (++depth > max_json_depth) return true;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

// The code unit of a \uXXXX escape at `at`, or -1.
static int code_unit(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return -1;
  int value = 0;
  for (const char c : text.substr(at + 2, 4)) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

static bool is_high_surrogate(int unit) { return unit >= 0xD800 && unit < 0xDC00; }
static bool is_low_surrogate(int unit) { return unit >= 0xDC00 && unit < 0xE000; }

// Length of the valid UTF-8 sequence at `at` (Unicode 15, table 3-7), or 0.
static std::size_t utf8_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(at);
  const unsigned second = byte(at + 1);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return continues(at + 1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool fits = (first != 0xE0 || second >= 0xA0) && (first != 0xED || second < 0xA0);
    return fits && continues(at + 1) && continues(at + 2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool fits = (first != 0xF0 || second >= 0x90) && (first != 0xF4 || second < 0x90);
    return fits && continues(at + 1) && continues(at + 2) && continues(at + 3) ? 4 : 0;
  }
  return 0;
}

// `text` with U+FFFD for every lone surrogate escape and every byte that is not part of valid UTF-8.
static std::string repair(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 16);
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\\') {
      const int unit = code_unit(text, i);
      if (is_high_surrogate(unit) && is_low_surrogate(code_unit(text, i + 6))) {
        out += text.substr(i, 12);
        i += 12;
      } else if (is_high_surrogate(unit) || is_low_surrogate(unit)) {
        out += replacement_escape;
        i += 6;
      } else {
        out += text[i++];
        // An escaped backslash must not be read as the start of the next escape.
        if (i < text.size() && text[i] == '\\') out += text[i++];
      }
    } else if (const std::size_t length = utf8_length(text, i); length > 0) {
      out += text.substr(i, length);
      i += length;
    } else {
      out += replacement_utf8;
      ++i;
    }
  }
  return out;
}

Result<Json> parse_json(std::string_view text) {
  if (nests_too_deep(text)) return Failure{"JSON nests deeper than " + std::to_string(max_json_depth) + " levels"};
  // The common case first: the exact, quiet parse. Only a text that fails is worth a second look.
  Json value = Json::parse(text, nullptr, false);
  if (!value.is_discarded()) return value;
  try {
    return Json::parse(repair(text));
  } catch (const Json::exception& error) {
    return Failure{error.what()};
  }
}

std::string to_text(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace dockwright::lsp
