#include "analysis/syntax/port.hpp"

#include "analysis/syntax/characters.hpp"

namespace dockwright::syntax {

// A port number, or -1.
static int port_number(std::string_view text) {
  if (text.empty() || text.size() > 5) return -1;
  int value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value <= 65535 ? value : -1;
}

std::string_view port_problem(std::string_view port) {
  const std::size_t colon = port.rfind(':');
  if (colon != std::string_view::npos) port = port.substr(colon + 1);
  const std::size_t dash = port.find('-');
  const int first = port_number(port.substr(0, dash));
  if (first < 0) return "is not a port between 0 and 65535";
  if (dash == std::string_view::npos) return {};
  const int last = port_number(port.substr(dash + 1));
  if (last < 0) return "is not a port range";
  return last < first ? "is a range that ends before it begins" : std::string_view();
}

bool is_protocol(std::string_view protocol) {
  return equals_ignoring_case(protocol, "tcp") || equals_ignoring_case(protocol, "udp") ||
         equals_ignoring_case(protocol, "sctp");
}

}  // namespace dockwright::syntax
