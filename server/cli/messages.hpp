// What commands say on standard error.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace dockwright::server {

// Exit statuses of every command.
inline constexpr int exit_clean = 0;
inline constexpr int exit_findings = 1;  // findings at or above the threshold
inline constexpr int exit_failure = 2;   // usage, configuration, input or output

// `dockwright: MESSAGE`, safe for terminals whatever is in it.
void print_error(std::string_view message);

// `there is no WHAT 'NAME'; did you mean 'x'?`, or the `hint` behind the semicolon if no candidate is near enough to
// the name.
std::string no_such(std::string_view what, std::string_view name, std::span<const std::string_view> candidates,
                    std::string_view hint);

}  // namespace dockwright::server
