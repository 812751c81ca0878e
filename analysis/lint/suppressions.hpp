// Comments that silence rules, in our own words and in those of other tools.
//
//   # dockwright ignore=RULE,... [until=YYYY-MM-DD] [-- reason]    the next instruction; inside one, the next command
//   # dockwright stage ignore=RULE,...                             the stage that follows, or that it stands in
//   # dockwright file ignore=RULE,...                              the whole file
//   # hadolint [global|stage] ignore=...   # check=skip=...   # tally [global] ignore=...   # droast [global] ignore=...
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/model/model.hpp"

namespace dockwright::lint {

enum class SuppressionDialect : std::uint8_t { Dockwright, Hadolint, BuildKit, Tally, Droast };

struct SuppressedRule {
  std::string name;  // as written: a rule, an alias or ALL
  ByteRange range;
  bool used = false;
};

struct Suppression {
  SuppressionDialect dialect = SuppressionDialect::Dockwright;
  ByteRange comment;
  ByteRange scope;  // findings that begin in here
  std::vector<SuppressedRule> rules;
  std::string until;  // YYYY-MM-DD, the last day on which it holds; empty: for ever
  ByteRange until_range;
  bool has_reason = false;
};

// In the order of the text.
std::vector<Suppression> find_suppressions(const model::Model& model);

}  // namespace dockwright::lint
