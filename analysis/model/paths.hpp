// Absolute POSIX paths and the patterns a shell expands to them. Doubled slashes, `.` and a slash at the end do not
// matter;
// `..` is not resolved and matches nothing, nor does what is longer than Linux allows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dockwright::model {

// True if `path` is `directory` or inside of it.
bool is_at_or_below(std::string_view path, std::string_view directory);

// True if the pattern (* and ? within a component) names `path` or a directory above it.
bool covers(std::string_view pattern, std::string_view path);
// The same, or the pattern names things in the directory `path`: /var/log/* for /var/log.
bool covers_contents(std::string_view pattern, std::string_view path);

// What `word` stands for when the shell expands {a,b}: the word itself without braces, or when it is longer than 1024
// bytes. At most 64 words; the rest is dropped.
std::vector<std::string> expand_braces(std::string_view word);

// * matches any bytes, ? one byte. Takes time in proportion to the product of both lengths at worst.
bool matches_wildcard(std::string_view text, std::string_view pattern);

}  // namespace dockwright::model
