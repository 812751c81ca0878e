// Durations of HEALTHCHECK, as Go's time.ParseDuration reads them: `1h2m3.5s`, `500ms`.
#pragma once

#include <optional>
#include <string_view>

namespace dockwright::syntax {

// Nanoseconds, or nothing if `text` is not a duration.
std::optional<double> parse_duration(std::string_view text);

}  // namespace dockwright::syntax
