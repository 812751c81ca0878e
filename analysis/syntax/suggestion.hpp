// "Did you mean ...?"
#pragma once

#include <span>
#include <string_view>

namespace dockwright::syntax {

// The candidate nearest to `word` (ASCII case-insensitive edit distance), or empty if none is near enough to be meant.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace dockwright::syntax
