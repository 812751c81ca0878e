#include "server/session/document_snapshot.hpp"

#include "analysis/lint/linter.hpp"

namespace dockwright::server {

const ModelPointer& DocumentSnapshot::model() const {
  std::call_once(model_once_, [this] {
    model_ = model::Model::build(tree_, settings_->lint.build, latest_model().get());
    const std::lock_guard lock(latest_mutex_);
    latest_ = model_;
  });
  return model_;
}

const std::vector<rules::Finding>& DocumentSnapshot::findings() const {
  std::call_once(findings_once_, [this] { findings_ = lint::lint(*model(), settings_->rules); });
  return findings_;
}

ModelPointer DocumentSnapshot::latest_model() const {
  const std::lock_guard lock(latest_mutex_);
  return latest_;
}

}  // namespace dockwright::server
