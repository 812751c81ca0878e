// LSP 3.18, "Lifecycle Messages": initialize and what both sides say about themselves; cancellation and tracing.
#pragma once

#include "protocol/client_capabilities.hpp"
#include "protocol/server_capabilities.hpp"
#include "protocol/workspace.hpp"

namespace dockwright::lsp {

struct ClientInfo {
  std::string name;
  std::optional<std::string> version;
};
constexpr auto fields(const ClientInfo*) {
  return std::make_tuple(field("name", &ClientInfo::name), field("version", &ClientInfo::version));
}

// `rootPath` is deprecated and left out: every client that sends it sends rootUri too.
struct InitializeParams {
  std::optional<std::int32_t> process_id;
  std::optional<ClientInfo> client_info;
  std::optional<DocumentUri> root_uri;
  ClientCapabilities capabilities;
  Any initialization_options;
  std::optional<std::string> trace;
  std::optional<std::vector<WorkspaceFolder>> workspace_folders;
};
constexpr auto fields(const InitializeParams*) {
  return std::make_tuple(
      field("processId", &InitializeParams::process_id), field("clientInfo", &InitializeParams::client_info),
      field("rootUri", &InitializeParams::root_uri), field("capabilities", &InitializeParams::capabilities),
      field("initializationOptions", &InitializeParams::initialization_options),
      field("trace", &InitializeParams::trace), field("workspaceFolders", &InitializeParams::workspace_folders));
}

struct ServerInfo {
  std::string name;
  std::string version;
};
constexpr auto fields(const ServerInfo*) {
  return std::make_tuple(field("name", &ServerInfo::name), field("version", &ServerInfo::version));
}

struct InitializeResult {
  ServerCapabilities capabilities;
  ServerInfo server_info;
};
constexpr auto fields(const InitializeResult*) {
  return std::make_tuple(field("capabilities", &InitializeResult::capabilities),
                         field("serverInfo", &InitializeResult::server_info));
}

// For messages without params. Clients disagree on how to write that; none of the shapes is worth an error.
struct NoParams {};
template <>
Result<NoParams> decode(const Json& value, std::string_view root);

struct CancelParams {
  std::variant<std::int32_t, std::string> id;
};
constexpr auto fields(const CancelParams*) { return std::make_tuple(field("id", &CancelParams::id)); }

namespace trace_value {
inline constexpr std::string_view off = "off";
inline constexpr std::string_view verbose = "verbose";
}  // namespace trace_value

struct SetTraceParams {
  std::string value;
};
constexpr auto fields(const SetTraceParams*) { return std::make_tuple(field("value", &SetTraceParams::value)); }

struct LogTraceParams {
  std::string message;
  std::optional<std::string> verbose;
};
constexpr auto fields(const LogTraceParams*) {
  return std::make_tuple(field("message", &LogTraceParams::message), field("verbose", &LogTraceParams::verbose));
}

}  // namespace dockwright::lsp
