// The JSON (exec) form of an instruction: an array of strings as Go's encoding/json reads it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/offset.hpp"

namespace dockwright::syntax {

struct JsonArray {
  struct String {
    LogicalSpan span;  // with its quotes
    std::string value;
  };
  std::vector<String> strings;
  std::optional<LogicalSpan> not_a_string;  // the first element that is something else
};

// The array that fills `part` of the line (blanks around it allowed), or nothing if that is not valid JSON.
std::optional<JsonArray> parse_json_array(std::string_view line, LogicalSpan part);

}  // namespace dockwright::syntax
