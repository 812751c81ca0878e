#include "server/handlers/table.hpp"

#include <algorithm>
#include <iterator>

#include "server/handlers/handlers.hpp"

namespace dockwright::server {

namespace {

template <class Function>
struct Signature;
template <class Params, class Result>
struct Signature<void(Session&, const Params&, Reply<Result>)> {
  using params = Params;
  using result = Result;
};
template <class Params>
struct Signature<void(Session&, const Params&)> {
  using params = Params;
};

template <auto handle>
void call_request(Session& session, const lsp::Json& json, Responder responder) {
  using Types = Signature<std::remove_pointer_t<decltype(handle)>>;
  const auto params = lsp::decode<typename Types::params>(json, "params");
  if (!params) return std::move(responder).error(lsp::ErrorCode::invalid_params, params.error());
  handle(session, *params, Reply<typename Types::result>(std::move(responder)));
}

template <auto handle>
void call_notification(Session& session, const lsp::Json& json) {
  using Types = Signature<std::remove_pointer_t<decltype(handle)>>;
  const auto params = lsp::decode<typename Types::params>(json, "params");
  // Nobody waits for an answer; the log is all there is.
  if (!params) return session.log().write(LogLevel::warning, "ignored a notification: " + params.error());
  handle(session, *params);
}

template <auto handle>
constexpr Handler request(std::string_view method) {
  return {method, &call_request<handle>, nullptr};
}

template <auto handle>
constexpr Handler notification(std::string_view method) {
  return {method, nullptr, &call_notification<handle>};
}

// Sorted by method.
constexpr Handler table[] = {
    notification<&handlers::cancel_request>("$/cancelRequest"),
    notification<&handlers::set_trace>("$/setTrace"),
    request<&handlers::resolve_code_action>("codeAction/resolve"),
    request<&handlers::initialize>("initialize"),
    notification<&handlers::initialized>("initialized"),
    request<&handlers::shutdown>("shutdown"),
    request<&handlers::code_action>("textDocument/codeAction"),
    request<&handlers::document_diagnostic>("textDocument/diagnostic"),
    notification<&handlers::did_change>("textDocument/didChange"),
    notification<&handlers::did_close>("textDocument/didClose"),
    notification<&handlers::did_open>("textDocument/didOpen"),
    notification<&handlers::did_save>("textDocument/didSave"),
    request<&handlers::hover>("textDocument/hover"),
    notification<&handlers::did_change_configuration>("workspace/didChangeConfiguration"),
    notification<&handlers::did_change_watched_files>("workspace/didChangeWatchedFiles"),
    notification<&handlers::did_change_workspace_folders>("workspace/didChangeWorkspaceFolders"),
};

constexpr bool before(const Handler& left, const Handler& right) { return left.method < right.method; }
static_assert(std::is_sorted(std::begin(table), std::end(table), before));

}  // namespace

const Handler* find_handler(std::string_view method) {
  const auto* found = std::lower_bound(std::begin(table), std::end(table), Handler{method, nullptr, nullptr}, before);
  return found != std::end(table) && found->method == method ? found : nullptr;
}

}  // namespace dockwright::server
