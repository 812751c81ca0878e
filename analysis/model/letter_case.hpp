// The case in which a keyword is written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dockwright::model {

enum class LetterCase : std::uint8_t { Lower, Upper, Mixed };

// ASCII letters count; text without any is Upper.
LetterCase letter_case(std::string_view text);
// Precondition: `wanted` is not Mixed.
std::string in_letter_case(std::string_view text, LetterCase wanted);

}  // namespace dockwright::model
