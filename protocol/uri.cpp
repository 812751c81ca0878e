#include "protocol/uri.hpp"

#include <algorithm>

namespace dockwright::lsp {

static bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

static int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (lower(c) >= 'a' && lower(c) <= 'f') return lower(c) - 'a' + 10;
  return -1;
}

static std::optional<std::string> percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
    const int byte = high * 16 + low;
    if (high < 0 || low < 0 || byte == 0) return std::nullopt;
    out += static_cast<char>(byte);
    i += 2;
  }
  return out;
}

static bool is_localhost(std::string_view host) {
  constexpr std::string_view name = "localhost";
  return host.size() == name.size() &&
         std::equal(host.begin(), host.end(), name.begin(), [](char a, char b) { return lower(a) == b; });
}

// "/c:/x" and "/C:" are how a Windows path appears in a URI.
static bool has_drive(std::string_view path) {
  return path.size() >= 3 && path[0] == '/' && is_letter(path[1]) && path[2] == ':' &&
         (path.size() == 3 || path[3] == '/');
}

std::optional<std::string> file_path(std::string_view uri) {
  constexpr std::string_view scheme = "file:";
  if (uri.size() < scheme.size() ||
      !std::equal(scheme.begin(), scheme.end(), uri.begin(), [](char a, char b) { return a == lower(b); })) {
    return std::nullopt;
  }
  uri.remove_prefix(scheme.size());
  uri = uri.substr(0, uri.find_first_of("?#"));

  std::string_view host;
  if (uri.substr(0, 2) == "//") {
    const std::size_t slash = std::min(uri.find('/', 2), uri.size());
    host = uri.substr(2, slash - 2);
    uri.remove_prefix(slash);
  }
  auto path = percent_decode(uri);
  if (!path || path->empty() || path->front() != '/') return std::nullopt;
  if (!host.empty() && !is_localhost(host)) return "//" + std::string(host) + *path;
  if (has_drive(*path)) {
    path->erase(0, 1);
    path->front() = lower(path->front());
  }
  return path;
}

std::string file_uri(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out = "file://";
  if (path.substr(0, 2) == "//") {
    path.remove_prefix(2);  // //server/share: the server is the URI's authority
  } else if (path.empty() || path.front() != '/') {
    out += '/';
  }
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_letter(c) || (c >= '0' && c <= '9') || std::string_view("/-._~").find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    }
  }
  return out;
}

std::string uri_file_name(std::string_view uri) {
  uri = uri.substr(0, uri.find_first_of("?#"));
  const std::size_t start = uri.find_last_of("/:");
  if (start != std::string_view::npos) uri.remove_prefix(start + 1);
  return percent_decode(uri).value_or(std::string(uri));
}

}  // namespace dockwright::lsp
