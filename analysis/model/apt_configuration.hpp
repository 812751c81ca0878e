// What a Dockerfile writes into apt's configuration files.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/model/model.hpp"

namespace dockwright::model {

// For every step of the model: true if a file of apt's configuration may set `key` (such as Install-Recommends, in
// lower case) there, because this step, an earlier one of the stage or of a stage it builds on wrote it.
std::vector<bool> apt_key_is_configured(const Model& model, std::string_view key);

}  // namespace dockwright::model
