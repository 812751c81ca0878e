// The server's own log: lines on stderr or in a file, never on stdout. Belongs to the loop's thread.
#pragma once

#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dockwright::server {

enum class LogLevel : std::uint8_t { error, warning, info, debug };

// "error", "warning", "info" or "debug".
std::optional<LogLevel> to_log_level(std::string_view name);

class Log {
 public:
  using Listener = std::function<void(LogLevel, const std::string&)>;

  // To stderr.
  explicit Log(LogLevel level) : level_(level) {}
  // To the end of a file; none if it cannot be opened (errno says why).
  static std::optional<Log> to_file(const std::string& path, LogLevel level);

  bool enabled(LogLevel level) const { return level <= level_; }
  void write(LogLevel level, const std::string& message);
  // Also hands what is written to `listener`: the session shows it in the editor's log.
  void set_listener(Listener listener) { listener_ = std::move(listener); }

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  LogLevel level_;
  std::unique_ptr<std::FILE, Closer> file_;
  Listener listener_;
};

}  // namespace dockwright::server
