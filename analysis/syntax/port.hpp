// Ports of EXPOSE: `80`, `80-90/tcp`, and the deprecated `ip:host:container`.
#pragma once

#include <string_view>

namespace dockwright::syntax {

// Empty if BuildKit accepts `port` (without its protocol; no variables in it), else what is wrong, in our words.
std::string_view port_problem(std::string_view port);
bool is_protocol(std::string_view protocol);

}  // namespace dockwright::syntax
