// What the last failed system call says, as a sentence for the user.
#pragma once

#include <cerrno>
#include <string>
#include <system_error>

namespace dockwright::server {

// The text of an errno value: "No such file or directory". Safe in threads, which strerror is not.
inline std::string system_error(int number = errno) { return std::generic_category().message(number); }

}  // namespace dockwright::server
