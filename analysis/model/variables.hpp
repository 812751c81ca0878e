// Values of ARG and ENV inside a stage, as far as the file alone tells them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analysis/model/model.hpp"

namespace dockwright::model {

// `text`, an argument of `step` as written, without quotes and with its variables replaced by what the stage and the
// stages it is FROM have set before; defaults of arguments count. Nothing if a variable has no known value (the base
// image may have set it), if BuildKit refuses the text, or if finding out would take longer than any real file needs.
std::optional<std::string> expand_at(const Model& model, const Step& step, std::string_view text);

}  // namespace dockwright::model
