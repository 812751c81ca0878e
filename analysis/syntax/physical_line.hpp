// Physical lines: where they end, and whether they continue.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dockwright::syntax {

// The longest line that BuildKit reads, in bytes without its LF.
inline constexpr std::size_t max_line_bytes = 65535;

// Begin of the line behind the one that holds `at`; the text's size at the end.
std::uint32_t next_line(std::string_view text, std::uint32_t at);

// If `line` (newline already gone) ends in a continuation, the offset of its escape character: the last character but for
// blanks and tabs, and not doubled.
std::optional<std::uint32_t> continuation(std::string_view line, char escape);

// True if `line` begins like an instruction: an upper-case keyword, then a blank or the end.
bool looks_like_instruction(std::string_view line);

}  // namespace dockwright::syntax
