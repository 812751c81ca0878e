// Modes as chmod(1) and COPY --chmod take them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/model/model.hpp"

namespace dockwright::model {

// What a mode certainly turns on. A sticky directory is not world-writable in this sense: only owners delete there.
struct ModeEffects {
  bool world_writable = false;
  bool setuid = false;
};
ModeEffects mode_effects(std::string_view mode);

struct ModeUse {
  ByteRange place;
  std::string_view mode;
};
// The modes that a step gives to files: chmod, mkdir -m, install -m in RUN, --chmod of COPY and ADD. Unknown ones are
// left out. The views are into the step.
std::vector<ModeUse> mode_uses(const Step& step);
// Those of them that no comment explains.
std::vector<ModeUse> unexplained_modes(const Model& model, const Step& step);

}  // namespace dockwright::model
