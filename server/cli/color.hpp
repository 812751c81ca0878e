// Whether text is coloured.
#pragma once

#include <cstdint>

#include "server/cli/output.hpp"

namespace dockwright::server {

enum class ColorChoice : std::uint8_t { Auto, Always, Never };

// Auto: on a terminal, unless NO_COLOR (no-color.org) or TERM=dumb says no.
bool wants_color(ColorChoice choice, const Output& out);

}  // namespace dockwright::server
