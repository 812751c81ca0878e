#include "server/message_log.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "protocol/json_text.hpp"

namespace dockwright::server {

std::unique_ptr<MessageLog> MessageLog::create(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "we");
  return std::unique_ptr<MessageLog>(file ? new MessageLog(file) : nullptr);
}

void MessageLog::record_invalid(const std::string& reason) {
  write(Direction::in, "invalid", lsp::to_text(lsp::Json(reason)));
}

void MessageLog::write(Direction direction, std::string_view key, std::string_view value) {
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start_;
  const std::string line = fmt::format("{{\"direction\":\"{}\",\"time\":{:.6f},\"{}\":{}}}\n",
                                       direction == Direction::in ? "in" : "out", elapsed.count(), key, value);
  std::fwrite(line.data(), 1, line.size(), file_.get());
  // A crash is what such a record is wanted for: leave nothing in the buffer.
  std::fflush(file_.get());
}

}  // namespace dockwright::server
