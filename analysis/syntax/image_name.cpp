#include "analysis/syntax/image_name.hpp"

#include <algorithm>

#include "analysis/syntax/characters.hpp"

namespace dockwright::syntax {

ImageName split_image_name(std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t colon = size, at_sign = size;
  int braces = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    const char c = text[i];
    if (c == '$' && i + 1 < size && text[i + 1] == '{') ++braces;
    if (c == '}' && braces > 0) --braces;
    if (braces > 0) continue;
    if (c == '/') colon = size;
    if (c == ':' && at_sign == size) colon = i;
    if (c == '@' && at_sign == size) at_sign = i;
  }
  ImageName result;
  const std::uint32_t name_end = std::min(colon, at_sign);
  result.name = {0, name_end};
  if (colon < at_sign) result.tag = {colon + 1, at_sign};
  if (at_sign < size) result.digest = {at_sign + 1, size};
  return result;
}

static bool is_lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || is_digit(c); }

// [a-z0-9]+ joined by `.`, `_`, `__` or dashes.
static bool is_path_component(std::string_view text) {
  if (text.empty() || !is_lower_or_digit(text.front()) || !is_lower_or_digit(text.back())) return false;
  for (std::size_t i = 0; i < text.size();) {
    if (is_lower_or_digit(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && text[i] == text[begin]) ++i;
    const std::size_t run = i - begin;
    const char c = text[begin];
    const bool separator = c == '-' || (c == '.' && run == 1) || (c == '_' && run <= 2);
    if (!separator || (i < text.size() && !is_lower_or_digit(text[i]))) return false;
  }
  return true;
}

static bool is_domain(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  std::string_view host = text.substr(0, colon);
  if (colon != std::string_view::npos) {
    const std::string_view port = text.substr(colon + 1);
    if (port.empty() || !std::all_of(port.begin(), port.end(), is_digit)) return false;
  }
  if (host.size() >= 2 && host.front() == '[' && host.back() == ']') return true;
  const auto plain = [](char c) { return is_alpha(c) || is_digit(c) || c == '-' || c == '.'; };
  return !host.empty() && std::all_of(host.begin(), host.end(), plain) && host.front() != '-' && host.front() != '.' &&
         host.back() != '-' && host.back() != '.' && host.find("..") == std::string_view::npos;
}

static bool is_tag(std::string_view text) {
  const auto word = [](char c) { return is_alpha(c) || is_digit(c) || c == '_'; };
  return !text.empty() && text.size() <= 128 && word(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return word(c) || c == '.' || c == '-'; });
}

static bool is_digest(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == 0 || colon == std::string_view::npos) return false;
  const std::string_view hex = text.substr(colon + 1);
  const std::string_view algorithm = text.substr(0, colon);
  if (algorithm == "sha256" && hex.size() != 64) return false;
  if (algorithm == "sha512" && hex.size() != 128) return false;
  return hex.size() >= 32 &&
         std::all_of(hex.begin(), hex.end(), [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

bool is_valid_reference(std::string_view text) {
  const std::size_t at_sign = text.find('@');
  if (at_sign != std::string_view::npos) {
    if (!is_digest(text.substr(at_sign + 1))) return false;
    text = text.substr(0, at_sign);
  }
  const std::size_t slash = text.rfind('/');
  const std::size_t colon = text.find(':', slash == std::string_view::npos ? 0 : slash);
  if (colon != std::string_view::npos) {
    if (!is_tag(text.substr(colon + 1))) return false;
    text = text.substr(0, colon);
  }
  if (text.empty() || text.size() > 255) return false;
  // The first component is a registry if it could not be a repository's: a dot, a port, localhost, or upper case.
  const std::size_t first = text.find('/');
  if (first != std::string_view::npos) {
    const std::string_view head = text.substr(0, first);
    const bool upper = std::any_of(head.begin(), head.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (head == "localhost" || head.find_first_of(".:") != std::string_view::npos || upper) {
      if (!is_domain(head)) return false;
      text = text.substr(first + 1);
    }
  }
  while (true) {
    const std::size_t next = text.find('/');
    if (!is_path_component(text.substr(0, next))) return false;
    if (next == std::string_view::npos) return true;
    text = text.substr(next + 1);
  }
}

}  // namespace dockwright::syntax
