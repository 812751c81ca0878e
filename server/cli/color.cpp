#include "server/cli/color.hpp"

#include <cstdlib>
#include <string_view>

namespace dockwright::server {

bool wants_color(ColorChoice choice, const Output& out) {
  if (choice != ColorChoice::Auto) return choice == ColorChoice::Always;
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool refused = (no_color && *no_color) || (terminal && std::string_view(terminal) == "dumb");
  return !refused && out.is_terminal();
}

}  // namespace dockwright::server
