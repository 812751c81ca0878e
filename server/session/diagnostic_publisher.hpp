// textDocument/publishDiagnostics: keeps what the client shows in step with the documents.
//
// At most one analysis per document is under way. A version that comes meanwhile waits, and only the newest does; a
// result that is no longer current is not sent, nor is one that equals what the client has. Belongs to the loop's
// thread.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "protocol/diagnostics.hpp"
#include "server/event_loop.hpp"
#include "server/rpc/connection.hpp"
#include "server/session/client_features.hpp"
#include "server/session/document_snapshot.hpp"
#include "server/session/progress.hpp"

namespace dockwright::server {

class DiagnosticPublisher {
 public:
  DiagnosticPublisher(EventLoop& loop, std::shared_ptr<Connection> client, ClientFeaturesPointer features);

  // A new version of a document, or new settings for it.
  void update(SnapshotPointer snapshot);
  // It was closed or left out: the client shows nothing for it from now on.
  void clear(const lsp::DocumentUri& uri);

 private:
  using Diagnostics = std::shared_ptr<const std::vector<lsp::Diagnostic>>;
  // Made on a worker. Without `params` the diagnostics are what the client shows already.
  struct Outcome {
    Diagnostics diagnostics;
    std::string params;
  };
  struct State {
    SnapshotPointer latest;
    SnapshotPointer running;             // the one a worker has, if any
    Diagnostics published;               // null: never
    std::unique_ptr<Progress> progress;  // of `running`
  };

  static Outcome compute(const DocumentSnapshot& snapshot, const ClientFeatures& features,
                         const Diagnostics& published);
  void start(State& state);
  void finish(const SnapshotPointer& snapshot, const Outcome& outcome);

  EventLoop& loop_;
  std::shared_ptr<Connection> client_;
  ClientFeaturesPointer features_;
  std::map<lsp::DocumentUri, State> states_;
};

}  // namespace dockwright::server
