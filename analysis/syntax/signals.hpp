// Names of STOPSIGNAL.
#pragma once

#include <string_view>

namespace dockwright::syntax {

// True for a number from 1 up or a signal name of Linux or Windows, with or without SIG, in any case; SIGRTMIN+n too.
bool is_signal(std::string_view text);

}  // namespace dockwright::syntax
