// The data files of this folder, as they are embedded at build time: one declaration for each NAME.tsv. Rows are sorted
// by their first column. The columns are described at the top of the file; a header beside it makes types of them.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace dockwright::knowledge {

template <std::size_t columns>
using Row = std::array<std::string_view, columns>;

extern const std::span<const Row<10>> base_images;

}  // namespace dockwright::knowledge
