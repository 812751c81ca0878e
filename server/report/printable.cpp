#include "server/report/printable.hpp"

namespace dockwright::server {

static constexpr std::string_view replacement = "\xEF\xBF\xBD";

static bool is_safe(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool direction =
      c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  const bool line_end = c == 0x2028 || c == 0x2029;
  return !control && !direction && !line_end && c != 0xFEFF;
}

unsigned append_printable(std::string& out, std::string_view bytes, syntax::Rune rune) {
  if (rune.value == '\t') {
    out.append(tab_columns, ' ');
    return tab_columns;
  }
  const bool invalid = rune.value == 0xFFFD && rune.width == 1;
  if (invalid || !is_safe(rune.value)) {
    out += replacement;
    return 1;
  }
  out += bytes.substr(0, rune.width);
  return character_width(rune.value);
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const syntax::Rune rune = syntax::decode_rune(text, at);
    append_printable(out, text.substr(at), rune);
    at += rune.width;
  }
  return out;
}

}  // namespace dockwright::server
