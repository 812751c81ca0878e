// Today, as the user's clock and time zone have it.
#pragma once

#include <string>

namespace dockwright::server {

// YYYY-MM-DD.
std::string local_date();

}  // namespace dockwright::server
