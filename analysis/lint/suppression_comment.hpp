// Reads one comment that may silence rules. Offsets are bytes of the comment.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/lint/suppressions.hpp"

namespace dockwright::lint {

enum class SuppressionReach : std::uint8_t { Next, Stage, File };

struct SuppressionComment {
  SuppressionDialect dialect = SuppressionDialect::Dockwright;
  SuppressionReach reach = SuppressionReach::Next;
  std::vector<std::pair<std::string, Span>> rules;
  std::string until;
  Span until_span;
  bool has_reason = false;
};

// `comment` begins with `#` and has no newline. Nothing if it is an ordinary comment.
std::optional<SuppressionComment> read_suppression_comment(std::string_view comment);

}  // namespace dockwright::lint
