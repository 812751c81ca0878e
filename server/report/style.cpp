#include "server/report/style.hpp"

#include <fmt/format.h>

#include <array>

namespace dockwright::server {

std::string paint(bool color, Ink ink, std::string_view text) {
  static constexpr std::array<std::string_view, 8> codes{"1", "2", "4", "1;31", "1;33", "1;34", "1;36", "1;32"};
  if (!color || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", codes[static_cast<std::size_t>(ink)], text);
}

Ink ink_of(rules::Severity severity) {
  static constexpr std::array<Ink, 4> inks{Ink::Red, Ink::Yellow, Ink::Blue, Ink::Cyan};
  return inks[static_cast<std::size_t>(severity)];
}

}  // namespace dockwright::server
