// Comments that tell the reader why something is done.
#pragma once

#include <optional>

#include "analysis/model/model.hpp"

namespace dockwright::model {

// Where the step's explanations begin: at its start if a comment stands directly above it, else at the first comment
// inside; nothing if there is none. Comments that speak to tools (`# hadolint ignore=…`) do not count. `step` is one of
// the model's.
std::optional<ByteOffset> explained_from(const Model& model, const Step& step);

}  // namespace dockwright::model
