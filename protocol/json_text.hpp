// JSON text <-> values (RFC 8259), safe for any bytes.
//
// Clients split surrogate pairs and pass on bytes that are no UTF-8; a whole message must not be lost for that. What
// cannot be represented becomes U+FFFD, one UTF-16 unit for one, so that the columns of later edits still agree.
#pragma once

#include <string>
#include <string_view>

#include "protocol/json.hpp"
#include "protocol/result.hpp"

namespace dockwright::lsp {

// Deeper values are refused: copying or writing them would recurse as deep.
inline constexpr int max_json_depth = 128;

// Fails on text that is no JSON or nests deeper than max_json_depth.
Result<Json> parse_json(std::string_view text);

// One line of valid UTF-8.
std::string to_text(const Json& value);

}  // namespace dockwright::lsp
