#include "analysis/model/mounts.hpp"

#include <algorithm>

#include "analysis/model/paths.hpp"

namespace dockwright::model {

bool is_mounted(const Step& step, std::string_view path) {
  const auto* run = step.syntax->as<syntax::RunView>();
  return run && std::any_of(run->mounts.begin(), run->mounts.end(), [&](const syntax::Mount& mount) {
           if (mount.type() == "secret" || mount.type() == "ssh") return false;
           const std::string_view target = mount.target();
           return target.find('$') != std::string_view::npos || is_at_or_below(path, target);
         });
}

}  // namespace dockwright::model
