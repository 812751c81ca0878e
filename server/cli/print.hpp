// Commands whose whole result is one text on standard output.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace dockwright::server {

// Writes it; the exit status.
int print(std::string_view text);
// The same for a text that can be coloured: `make` is told whether it may.
int print(const std::function<std::string(bool color)>& make);

}  // namespace dockwright::server
