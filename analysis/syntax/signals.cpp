#include "analysis/syntax/signals.hpp"

#include <algorithm>
#include <array>

#include "analysis/syntax/characters.hpp"

namespace dockwright::syntax {

static constexpr std::array<std::string_view, 36> names{
    "ABRT", "ALRM", "BUS",  "CHLD", "CLD",    "CONT", "FPE",  "HUP",  "ILL",  "INT",    "IO",   "IOT",
    "KILL", "PIPE", "POLL", "PROF", "PWR",    "QUIT", "SEGV", "STKFLT", "STOP", "SYS",  "TERM", "TRAP",
    "TSTP", "TTIN", "TTOU", "URG",  "USR1",   "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ", "RTMIN", "RTMAX"};

static bool is_number(std::string_view text) {
  return !text.empty() && text.size() < 4 && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_signal(std::string_view text) {
  if (is_number(text)) return text.find_first_not_of('0') != std::string_view::npos;
  if (text.size() > 3 && equals_ignoring_case(text.substr(0, 3), "SIG")) text.remove_prefix(3);
  const std::size_t sign = text.find_first_of("+-");
  if (sign != std::string_view::npos) {
    const std::string_view base = text.substr(0, sign);
    if (!is_number(text.substr(sign + 1))) return false;
    return text[sign] == '+' ? equals_ignoring_case(base, "RTMIN") : equals_ignoring_case(base, "RTMAX");
  }
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return equals_ignoring_case(text, name); });
}

}  // namespace dockwright::syntax
