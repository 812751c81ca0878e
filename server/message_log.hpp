// Records a session so that a test can replay it: one JSON object a line,
// {"direction": "in" | "out", "time": seconds since the start, "message": the message}.
// Input that was no JSON is kept as {"direction": "in", "time": …, "invalid": the reason}.
#pragma once

#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace dockwright::server {

enum class Direction : bool { in, out };

class MessageLog {
 public:
  // Null if the file cannot be written (errno says why).
  static std::unique_ptr<MessageLog> create(const std::string& path);

  // `message`: JSON text on one line.
  void record(Direction direction, std::string_view message) { write(direction, "message", message); }
  void record_invalid(const std::string& reason);

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  explicit MessageLog(std::FILE* file) : file_(file) {}
  void write(Direction direction, std::string_view key, std::string_view value);

  std::unique_ptr<std::FILE, Closer> file_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace dockwright::server
