#include "analysis/model/letter_case.hpp"

#include <algorithm>

#include "analysis/syntax/characters.hpp"

namespace dockwright::model {

LetterCase letter_case(std::string_view text) {
  const bool lower = std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool upper = std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (lower && upper) return LetterCase::Mixed;
  return lower ? LetterCase::Lower : LetterCase::Upper;
}

std::string in_letter_case(std::string_view text, LetterCase wanted) {
  std::string result(text);
  for (char& c : result) c = wanted == LetterCase::Lower ? syntax::to_lower(c) : syntax::to_upper(c);
  return result;
}

}  // namespace dockwright::model
