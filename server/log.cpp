#include "server/log.hpp"

#include <ctime>

namespace dockwright::server {

static constexpr std::string_view names[] = {"error", "warning", "info", "debug"};

std::optional<LogLevel> to_log_level(std::string_view name) {
  for (std::uint8_t i = 0; i < std::size(names); ++i) {
    if (names[i] == name) return static_cast<LogLevel>(i);
  }
  return std::nullopt;
}

std::optional<Log> Log::to_file(const std::string& path, LogLevel level) {
  Log log(level);
  log.file_.reset(std::fopen(path.c_str(), "ae"));
  if (!log.file_) return std::nullopt;
  return log;
}

static std::string timestamp() {
  std::timespec now{};
  std::timespec_get(&now, TIME_UTC);
  std::tm parts{};
  gmtime_r(&now.tv_sec, &parts);
  char text[sizeof "2026-01-01T00:00:00"];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &parts);
  char out[sizeof text + sizeof ".000Z"];
  std::snprintf(out, sizeof out, "%s.%03dZ", text, static_cast<int>(now.tv_nsec / 1000000));
  return out;
}

void Log::write(LogLevel level, const std::string& message) {
  if (!enabled(level)) return;
  std::FILE* out = file_ ? file_.get() : stderr;
  const std::string_view name = names[static_cast<std::size_t>(level)];
  std::fprintf(out, "%s %.*s: %s\n", timestamp().c_str(), static_cast<int>(name.size()), name.data(), message.c_str());
  std::fflush(out);
  if (listener_) listener_(level, message);
}

}  // namespace dockwright::server
