// What is known of the image that a stage is built on in the end.
#pragma once

#include <optional>

#include "analysis/knowledge/base_images.hpp"
#include "analysis/model/model.hpp"

namespace dockwright::model {

// The image at the bottom of the stage's chain of FROMs; nothing if its name or the image is not known.
std::optional<knowledge::BaseImage> base_image(const Stage& stage);

}  // namespace dockwright::model
