// What package managers leave behind in a layer: package lists, metadata, downloaded packages.
#pragma once

#include <cstddef>
#include <optional>

#include "analysis/model/model.hpp"

namespace dockwright::model {

// True if a mount keeps the manager's cache out of the layer.
bool is_cache_mounted(const Step& step, PackageManager manager);

// Index in the script's commands of the last one that empties the manager's cache, or may do so (a script called
// clean-up.sh); nothing if there is none. What runs behind it fills the cache again. Precondition: step.script is not
// null.
std::optional<std::size_t> last_clean_up(const Step& step, PackageManager manager);

// True if a later step, in the stage or in one that builds on it, installs by apt from the lists that `step` fetched:
// it would fail without them. `step` is one of the model's.
bool are_apt_lists_needed_later(const Model& model, const Step& step);

}  // namespace dockwright::model
