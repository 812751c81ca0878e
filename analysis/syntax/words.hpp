// How BuildKit cuts an instruction's line into words. Each splitter has its own idea of blanks, quotes and escapes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/offset.hpp"

namespace dockwright::syntax {

// `--flag[=value]` words at the front; quotes and backslashes are honoured (always backslash, whatever the directive says).
struct FlagWord {
  LogicalSpan span;
  std::string value;                   // without quotes and escapes
  std::vector<std::uint32_t> offsets;  // where each byte of `value` stands in the line
};
struct FlagSplit {
  std::vector<FlagWord> flags;
  std::uint32_t rest = 0;  // where the arguments begin
};
FlagSplit split_flags(std::string_view line, std::uint32_t begin);

// Words of ENV, LABEL and ARG: white space separates, quotes (which stay) and the escape character protect it.
std::vector<LogicalSpan> split_quoted_words(std::string_view line, LogicalSpan part, char escape);

// Words of FROM, EXPOSE, COPY, ...: separated by [\t\v\f\r ], nothing protects.
std::vector<LogicalSpan> split_plain_words(std::string_view line, LogicalSpan part);

// `part` without Unicode white space at its ends.
LogicalSpan trim_space(std::string_view line, LogicalSpan part);

}  // namespace dockwright::syntax
