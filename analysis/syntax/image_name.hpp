// The parts of an image reference, `registry/repository:tag@digest`, variables included.
#pragma once

#include <string_view>

#include "analysis/text/offset.hpp"

namespace dockwright::syntax {

// Offsets into the text that was split. Absent parts are empty.
struct ImageName {
  LogicalSpan name;    // registry and repository
  LogicalSpan tag;     // without the colon
  LogicalSpan digest;  // without the at sign

  bool has_tag() const { return !tag.empty(); }
  bool has_digest() const { return !digest.empty(); }
};

// `:` and `@` inside `${...}` separate nothing, and a port in the registry is no tag.
ImageName split_image_name(std::string_view text);

// True if `text` (no variables left in it) is a reference that a registry client accepts: the grammar of
// distribution/reference, `repository must be lowercase` included.
bool is_valid_reference(std::string_view text);

}  // namespace dockwright::syntax
