// LSP 3.18, "Window Features": messages to the user, the log, work-done progress.
#pragma once

#include "protocol/basic.hpp"

namespace dockwright::lsp {

enum class MessageType : std::int32_t { error = 1, warning = 2, info = 3, log = 4, debug = 5 };

// Both window/showMessage and window/logMessage.
struct ShowMessageParams {
  MessageType type = MessageType::info;
  std::string message;
};
constexpr auto fields(const ShowMessageParams*) {
  return std::make_tuple(field("type", &ShowMessageParams::type), field("message", &ShowMessageParams::message));
}

struct WorkDoneProgressCreateParams {
  ProgressToken token;
};
constexpr auto fields(const WorkDoneProgressCreateParams*) {
  return std::make_tuple(field("token", &WorkDoneProgressCreateParams::token));
}

namespace work_done_progress_kind {
inline constexpr std::string_view begin = "begin";
inline constexpr std::string_view end = "end";
}  // namespace work_done_progress_kind

// WorkDoneProgressBegin (which has a title) or WorkDoneProgressEnd.
struct WorkDoneProgress {
  std::string kind;
  std::optional<std::string> title;
};
constexpr auto fields(const WorkDoneProgress*) {
  return std::make_tuple(field("kind", &WorkDoneProgress::kind), field("title", &WorkDoneProgress::title));
}

struct ProgressParams {
  ProgressToken token;
  WorkDoneProgress value;
};
constexpr auto fields(const ProgressParams*) {
  return std::make_tuple(field("token", &ProgressParams::token), field("value", &ProgressParams::value));
}

}  // namespace dockwright::lsp
