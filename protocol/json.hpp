// The JSON value type, for headers that only name it.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace dockwright::lsp {

using Json = nlohmann::json;

}  // namespace dockwright::lsp
