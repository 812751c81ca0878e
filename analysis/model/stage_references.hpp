// The places in an instruction that can name another stage.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/model/model.hpp"

namespace dockwright::model {

struct StageReference {
  enum class Kind : std::uint8_t { From, Copy, Mount };

  Kind kind;
  std::string_view name;  // unquoted, variables as written; it may as well be an image or a build context
  ByteRange range;        // where it is written, perhaps with quotes
};

// FROM's image, COPY --from, RUN --mount=from=. Triggers of ONBUILD name stages of another file and are left out.
std::vector<StageReference> stage_references(const Step& step);

}  // namespace dockwright::model
