#include "analysis/model/base_reference.hpp"

namespace dockwright::model {

std::optional<BaseReference> base_reference(const Stage& stage) {
  const Step* from = stage.from();
  if (!from || stage.image.empty() || stage.image == "scratch" || !syntax::is_valid_reference(stage.image))
    return std::nullopt;
  const syntax::Word& word = from->syntax->as<syntax::FromView>()->image;
  BaseReference reference;
  reference.text = stage.image;
  reference.name = syntax::split_image_name(stage.image);
  reference.range = from->range(word);
  // A continuation in the middle of the word would move its parts.
  reference.written_out = from->text(word) == stage.image && reference.range.size() == stage.image.size();
  return reference;
}

}  // namespace dockwright::model
