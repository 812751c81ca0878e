// What the mounts of a RUN keep out of its layer.
#pragma once

#include <string_view>

#include "analysis/model/model.hpp"

namespace dockwright::model {

// True if a mount of `step` covers the directory `path` (absolute, no slash at the end), so that what is written there
// stays out of the layer. A mount whose target is not known may cover anything.
bool is_mounted(const Step& step, std::string_view path);

}  // namespace dockwright::model
