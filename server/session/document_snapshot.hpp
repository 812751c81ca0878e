// One version of an open document under one set of settings: everything an answer is computed from. Immutable; threads
// share it.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "analysis/model/model.hpp"
#include "analysis/rules/finding.hpp"
#include "analysis/syntax/tree.hpp"
#include "protocol/basic.hpp"
#include "server/session/settings.hpp"

namespace dockwright::server {

using ModelPointer = std::shared_ptr<const model::Model>;

class DocumentSnapshot {
 public:
  // `previous`: a model of an earlier version, or null; what did not change since is taken from it.
  DocumentSnapshot(lsp::DocumentUri uri, std::int32_t version, syntax::Tree tree, SettingsPointer settings,
                   ModelPointer previous)
      : uri_(std::move(uri)),
        version_(version),
        tree_(std::move(tree)),
        settings_(std::move(settings)),
        latest_(std::move(previous)) {}

  const lsp::DocumentUri& uri() const { return uri_; }
  std::int32_t version() const { return version_; }
  const Text& text() const { return tree_.text(); }
  const syntax::Tree& tree() const { return tree_; }
  const SettingsPointer& settings() const { return settings_; }

  // Computed by the first who asks: call them on a worker.
  const ModelPointer& model() const;
  const std::vector<rules::Finding>& findings() const;

  // The model if it is there already, else the one of an earlier version; never waits.
  ModelPointer latest_model() const;

 private:
  const lsp::DocumentUri uri_;
  const std::int32_t version_;
  const syntax::Tree tree_;
  const SettingsPointer settings_;

  mutable std::once_flag model_once_, findings_once_;
  mutable ModelPointer model_;
  mutable std::vector<rules::Finding> findings_;

  mutable std::mutex latest_mutex_;
  mutable ModelPointer latest_;
};

using SnapshotPointer = std::shared_ptr<const DocumentSnapshot>;

}  // namespace dockwright::server
