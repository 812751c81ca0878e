#include "analysis/syntax/flag_table.hpp"

#include <array>

namespace dockwright::syntax {

static constexpr std::array from_flags{FlagDefinition{"platform", FlagType::String}};
static constexpr std::array copy_flags{
    FlagDefinition{"from", FlagType::String},  FlagDefinition{"chown", FlagType::String},
    FlagDefinition{"chmod", FlagType::String}, FlagDefinition{"link", FlagType::Boolean},
    FlagDefinition{"parents", FlagType::Boolean}, FlagDefinition{"exclude", FlagType::Repeatable}};
static constexpr std::array add_flags{
    FlagDefinition{"chown", FlagType::String},         FlagDefinition{"chmod", FlagType::String},
    FlagDefinition{"link", FlagType::Boolean},         FlagDefinition{"keep-git-dir", FlagType::Boolean},
    FlagDefinition{"checksum", FlagType::String},      FlagDefinition{"unpack", FlagType::Boolean},
    FlagDefinition{"exclude", FlagType::Repeatable}};
static constexpr std::array run_flags{
    FlagDefinition{"mount", FlagType::Repeatable}, FlagDefinition{"network", FlagType::String},
    FlagDefinition{"security", FlagType::String}, FlagDefinition{"device", FlagType::Repeatable}};
static constexpr std::array healthcheck_flags{
    FlagDefinition{"interval", FlagType::String},     FlagDefinition{"timeout", FlagType::String},
    FlagDefinition{"start-period", FlagType::String}, FlagDefinition{"start-interval", FlagType::String},
    FlagDefinition{"retries", FlagType::String}};

std::span<const FlagDefinition> flags_of(Keyword keyword) {
  switch (keyword) {
    case Keyword::From: return from_flags;
    case Keyword::Copy: return copy_flags;
    case Keyword::Add: return add_flags;
    case Keyword::Run: return run_flags;
    case Keyword::Healthcheck: return healthcheck_flags;
    default: return {};
  }
}

bool checks_flags(Keyword keyword) {
  return keyword != Keyword::Arg && keyword != Keyword::Stopsignal && keyword != Keyword::Unknown;
}

}  // namespace dockwright::syntax
