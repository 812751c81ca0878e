// Searching in text without regard to ASCII case.
#pragma once

#include <string_view>

namespace dockwright::model {

// Precondition: `lower_case_part` has no upper-case letters.
bool contains_ignoring_case(std::string_view text, std::string_view lower_case_part);

}  // namespace dockwright::model
