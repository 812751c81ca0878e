#include "server/cli/messages.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "analysis/syntax/suggestion.hpp"
#include "server/report/printable.hpp"

namespace dockwright::server {

void print_error(std::string_view message) {
  const std::string line = "dockwright: " + printable(message) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

std::string no_such(std::string_view what, std::string_view name, std::span<const std::string_view> candidates,
                    std::string_view hint) {
  const std::string problem = fmt::format("there is no {} '{}'", what, name);
  const std::string_view near = syntax::nearest(name, candidates);
  if (!near.empty()) return fmt::format("{}; did you mean '{}'?", problem, near);
  return hint.empty() ? problem : fmt::format("{}; {}", problem, hint);
}

}  // namespace dockwright::server
