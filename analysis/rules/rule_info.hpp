// What is known of a rule besides its code: the front lines of its page, and the page. Generated from <group>/<name>.md.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace dockwright::rules {

// Error: the build fails or is certainly wrong. Warning: certain waste or risk in the shipped image. Information: probably
// unintended. Hint: there is a better way, and a fix.
enum class Severity : std::uint8_t { Error, Warning, Information, Hint };

// What fixes of a rule are at best. Safe: the image is the same or certainly what was meant.
enum class FixSafety : std::uint8_t { None, Unsafe, Safe };

// The least strict profile in which the rule is on.
enum class Profile : std::uint8_t { Default, Strict };

struct RuleInfo {
  std::string_view name;   // kebab-case, unique
  std::string_view group;  // the folder
  Severity severity;
  FixSafety fix;
  Profile profile;
  std::span<const std::string_view> aliases;  // codes of other tools, as people write them in pragmas
  std::string_view since;    // edition that brought it, such as 2026.1
  std::string_view summary;  // one sentence
  std::string_view page;     // the whole page, Markdown, with its test markers
};

}  // namespace dockwright::rules
