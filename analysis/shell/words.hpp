// What a word of a script says. `text` is always the text that was parsed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/shell/script.hpp"

namespace dockwright::shell {

inline std::string_view raw(std::string_view text, LogicalSpan span) { return text.substr(span.begin, span.size()); }

// No expansion in it whose result only the running shell knows. Globs, ~ and {a,b} stay as they are and count as
// static.
bool is_static(const Word& word);

// The word after quote removal (POSIX 2.6.7), or nothing if it is not static.
std::optional<std::string> literal_value(const Word& word, std::string_view text);

// Variables whose value is certain, by name.
using Variables = std::map<std::string, std::string, std::less<>>;

// Whether the shell splits the unquoted results of expansions into fields (arguments) or not (assignments,
// redirections).
enum class FieldSplitting : std::uint8_t { Yes, No };

// As literal_value, with $x, ${x}, ${x:-…} replaced where `variables` has x; nothing when anything else is expanded or
// the result would not be exactly one field.
std::optional<std::string> known_value(const Word& word, std::string_view text, const Variables& variables,
                                       FieldSplitting splitting);

// A value that remembers which bytes of the text each of its bytes stands for.
struct MappedValue {
  std::string value;
  std::vector<LogicalSpan> sources;  // one for each byte of `value`
  LogicalSpan word;

  // What `span` of the value covers in the text; for an empty span the empty place in front of it.
  LogicalSpan source(LogicalSpan span) const;
};

// known_value for those who parse the value again and need places in `text`.
std::optional<MappedValue> mapped_value(const Word& word, std::string_view text, const Variables& variables);

// Whether part of the word outside quotes is a pattern: * ? [ or an extended glob.
bool has_glob(const Word& word, std::string_view text);

}  // namespace dockwright::shell
