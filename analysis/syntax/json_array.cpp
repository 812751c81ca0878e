#include "analysis/syntax/json_array.hpp"

#include "analysis/syntax/characters.hpp"

namespace dockwright::syntax {
namespace {

void append_utf8(std::string& out, char32_t rune) {
  if (rune < 0x80) {
    out += static_cast<char>(rune);
  } else if (rune < 0x800) {
    out += static_cast<char>(0xC0 | rune >> 6);
    out += static_cast<char>(0x80 | (rune & 0x3F));
  } else if (rune < 0x10000) {
    out += static_cast<char>(0xE0 | rune >> 12);
    out += static_cast<char>(0x80 | (rune >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (rune & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | rune >> 18);
    out += static_cast<char>(0x80 | (rune >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (rune >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (rune & 0x3F));
  }
}

class Reader {
 public:
  Reader(std::string_view line, LogicalSpan part) : text_(line.substr(0, part.end)), at_(part.begin) {}

  std::optional<JsonArray> array() {
    JsonArray result;
    skip_blanks();
    if (!take('[')) return std::nullopt;
    skip_blanks();
    if (!take(']')) {
      do {
        skip_blanks();
        const std::uint32_t begin = at_;
        if (peek() == '"') {
          auto value = string();
          if (!value) return std::nullopt;
          result.strings.push_back({{begin, at_}, std::move(*value)});
        } else {
          if (!skip_value()) return std::nullopt;
          if (!result.not_a_string) result.not_a_string = LogicalSpan{begin, at_};
        }
        skip_blanks();
      } while (take(','));
      if (!take(']')) return std::nullopt;
    }
    skip_blanks();
    if (at_ != text_.size()) return std::nullopt;
    return result;
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool take(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += static_cast<std::uint32_t>(word.size());
    return true;
  }
  void skip_blanks() {
    while (at_ < text_.size() && (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n')) ++at_;
  }

  std::optional<char32_t> hex4() {
    if (at_ + 4 > text_.size()) return std::nullopt;
    char32_t value = 0;
    for (int i = 0; i < 4; ++i) {
      const char c = to_lower(text_[at_++]);
      if (!is_digit(c) && !(c >= 'a' && c <= 'f')) return std::nullopt;
      value = value * 16 + static_cast<char32_t>(is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return value;
  }

  std::optional<std::string> string() {
    ++at_;
    std::string value;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '"') return value;
      if (static_cast<unsigned char>(c) < 0x20) return std::nullopt;
      if (c != '\\') {
        value += c;
        continue;
      }
      switch (at_ < text_.size() ? text_[at_++] : '\0') {
        case '"': value += '"'; break;
        case '\\': value += '\\'; break;
        case '/': value += '/'; break;
        case 'b': value += '\b'; break;
        case 'f': value += '\f'; break;
        case 'n': value += '\n'; break;
        case 'r': value += '\r'; break;
        case 't': value += '\t'; break;
        case 'u': {
          auto rune = hex4();
          if (!rune) return std::nullopt;
          if (*rune >= 0xD800 && *rune < 0xDC00 && take("\\u")) {
            const auto low = hex4();
            if (!low) return std::nullopt;
            const bool pair = *low >= 0xDC00 && *low < 0xE000;
            if (pair) {
              rune = 0x10000 + ((*rune - 0xD800) << 10) + (*low - 0xDC00);
            } else {
              append_utf8(value, 0xFFFD);
              rune = low;
            }
          }
          append_utf8(value, *rune >= 0xD800 && *rune < 0xE000 ? 0xFFFD : *rune);
          break;
        }
        default: return std::nullopt;
      }
    }
    return std::nullopt;
  }

  bool skip_digits() {
    const std::uint32_t begin = at_;
    while (is_digit(peek())) ++at_;
    return at_ != begin;
  }
  bool skip_number() {
    take('-');
    if (!take('0') && !skip_digits()) return false;
    if (take('.') && !skip_digits()) return false;
    if (peek() == 'e' || peek() == 'E') {
      ++at_;
      if (peek() == '+' || peek() == '-') ++at_;
      return skip_digits();
    }
    return true;
  }

  // Any value that is no string. A stack of closing brackets instead of recursion: depth is the user's to choose.
  bool skip_value() {
    std::string closers;
    do {
      skip_blanks();
      if (take('{') || take('[')) {
        const bool object = text_[at_ - 1] == '{';
        closers += object ? '}' : ']';
        skip_blanks();
        if (peek() != closers.back()) {
          if (object && !key()) return false;
          continue;
        }
      } else if (peek() == '"') {
        if (!string()) return false;
      } else if (!take("true") && !take("false") && !take("null") && !skip_number()) {
        return false;
      }
      while (!closers.empty()) {
        skip_blanks();
        if (take(closers.back())) {
          closers.pop_back();
          continue;
        }
        if (!take(',')) return false;
        if (closers.back() == '}' && !key()) return false;
        break;
      }
    } while (!closers.empty());
    return true;
  }
  bool key() {
    skip_blanks();
    if (peek() != '"' || !string()) return false;
    skip_blanks();
    return take(':');
  }

  std::string_view text_;
  std::uint32_t at_;
};

}  // namespace

std::optional<JsonArray> parse_json_array(std::string_view line, LogicalSpan part) { return Reader(line, part).array(); }

}  // namespace dockwright::syntax
