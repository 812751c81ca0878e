// The image reference a stage is built on, with the place of each of its parts.
#pragma once

#include <optional>

#include "analysis/model/model.hpp"
#include "analysis/syntax/image_name.hpp"

namespace dockwright::model {

struct BaseReference {
  std::string_view text;     // variables replaced
  syntax::ImageName name;    // parts of `text`
  ByteRange range;           // what FROM names, as written
  bool written_out = false;  // no variables: the parts stand in the file as they are in `text`

  // Where that part of `text` stands; all of what FROM names if it is made of variables.
  ByteRange range_of(LogicalSpan part) const {
    return written_out ? ByteRange{range.begin + part.begin, range.begin + part.end} : range;
  }
};

// Nothing if the stage is FROM another stage or `scratch`, or if the image is not known or no valid reference.
std::optional<BaseReference> base_reference(const Stage& stage);

}  // namespace dockwright::model
