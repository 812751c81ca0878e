#include "analysis/syntax/keyword.hpp"

#include "analysis/syntax/characters.hpp"

namespace dockwright::syntax {

Keyword keyword_of(std::string_view word) {
  for (std::size_t i = 0; i < keyword_names.size(); ++i) {
    if (equals_ignoring_case(word, keyword_names[i])) return static_cast<Keyword>(i);
  }
  return Keyword::Unknown;
}

std::string_view name_of(Keyword keyword) {
  return keyword == Keyword::Unknown ? std::string_view() : keyword_names[static_cast<std::size_t>(keyword)];
}

}  // namespace dockwright::syntax
