// What package managers leave behind in a layer: package lists, metadata, downloaded packages.
#pragma once

#include <cstddef>
#include <optional>

#include "analysis/model/model.hpp"

namespace dockwright::model {

// True if a mount keeps the manager's cache out of the layer.
bool is_cache_mounted(const Step& step, PackageManager manager);

// Index in the script's commands of the last one that empties the manager's cache, or may do so (a script called
// clean-up.sh); nothing if there is none. What runs behind it fills the cache again. Precondition: step.script is not null.
std::optional<std::size_t> last_clean_up(const Step& step, PackageManager manager);

}  // namespace dockwright::model
