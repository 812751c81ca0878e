// The flags of every instruction (Dockerfile frontend 1.26, labs included).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "analysis/syntax/keyword.hpp"

namespace dockwright::syntax {

enum class FlagType : std::uint8_t { Boolean, String, Repeatable };

struct FlagDefinition {
  std::string_view name;
  FlagType type;
};

// Empty for instructions without flags.
std::span<const FlagDefinition> flags_of(Keyword keyword);
// False for the three that let unknown flags pass: ARG, STOPSIGNAL, HEALTHCHECK NONE.
bool checks_flags(Keyword keyword);

}  // namespace dockwright::syntax
