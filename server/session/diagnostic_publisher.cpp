#include "server/session/diagnostic_publisher.hpp"

#include "protocol/json_text.hpp"
#include "protocol/uri.hpp"
#include "server/session/lsp_diagnostics.hpp"

namespace dockwright::server {

static constexpr std::string_view method = "textDocument/publishDiagnostics";

DiagnosticPublisher::DiagnosticPublisher(EventLoop& loop, std::shared_ptr<Connection> client,
                                         ClientFeaturesPointer features)
    : loop_(loop), client_(std::move(client)), features_(std::move(features)) {}

void DiagnosticPublisher::update(SnapshotPointer snapshot) {
  State& state = states_[snapshot->uri()];
  state.latest = std::move(snapshot);
  if (!state.running) start(state);
}

void DiagnosticPublisher::clear(const lsp::DocumentUri& uri) {
  const auto found = states_.find(uri);
  if (found == states_.end()) return;
  const Diagnostics shown = found->second.published;
  states_.erase(found);
  if (!shown || shown->empty()) return;
  client_->notify(std::string(method), lsp::encode(lsp::PublishDiagnosticsParams{uri, std::nullopt, {}}));
}

DiagnosticPublisher::Outcome DiagnosticPublisher::compute(const DocumentSnapshot& snapshot,
                                                          const ClientFeatures& features,
                                                          const Diagnostics& published) {
  lsp::PublishDiagnosticsParams params{snapshot.uri(), snapshot.version(), lsp_diagnostics(snapshot, features)};
  Outcome out;
  if (!published || *published != params.diagnostics) out.params = lsp::to_text(lsp::encode(params));
  out.diagnostics = std::make_shared<const std::vector<lsp::Diagnostic>>(std::move(params.diagnostics));
  return out;
}

void DiagnosticPublisher::start(State& state) {
  state.running = state.latest;
  if (features_->work_done_progress) {
    state.progress = std::make_unique<Progress>(loop_, client_, "Checking " + lsp::uri_file_name(state.running->uri()));
  }
  // The client is there as long as this is, and the loop's thread runs no task after both are gone.
  loop_.submit([this, &loop = loop_, alive = std::weak_ptr(client_), features = features_, snapshot = state.running,
                published = state.published] {
    loop.post([this, alive, snapshot, outcome = compute(*snapshot, *features, published)] {
      if (!alive.expired()) finish(snapshot, outcome);
    });
  });
}

void DiagnosticPublisher::finish(const SnapshotPointer& snapshot, const Outcome& outcome) {
  const auto found = states_.find(snapshot->uri());
  // Closed meanwhile, and perhaps opened again.
  if (found == states_.end() || found->second.running != snapshot) return;
  State& state = found->second;
  state.running = nullptr;
  state.progress = nullptr;
  if (state.latest != snapshot) return start(state);
  if (outcome.params.empty()) return;
  state.published = outcome.diagnostics;
  client_->notify_text(method, outcome.params);
}

}  // namespace dockwright::server
