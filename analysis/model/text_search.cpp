#include "analysis/model/text_search.hpp"

#include <algorithm>

#include "analysis/syntax/characters.hpp"

namespace dockwright::model {

bool contains_ignoring_case(std::string_view text, std::string_view lower_case_part) {
  return std::search(text.begin(), text.end(), lower_case_part.begin(), lower_case_part.end(),
                     [](char left, char right) { return syntax::to_lower(left) == right; }) != text.end();
}

}  // namespace dockwright::model
