#include "analysis/model/base_image.hpp"

#include "analysis/syntax/image_name.hpp"

namespace dockwright::model {

std::optional<knowledge::BaseImage> base_image(const Stage& stage) {
  const std::string_view image = stage.root().image;
  if (image.empty()) return std::nullopt;
  const syntax::ImageName name = syntax::split_image_name(image);
  std::optional<std::string_view> tag;
  if (name.has_tag()) tag = image.substr(name.tag.begin, name.tag.size());
  if (!name.has_tag() && !name.has_digest()) tag = "latest";
  return knowledge::find_base_image(image.substr(name.name.begin, name.name.size()), tag);
}

}  // namespace dockwright::model
