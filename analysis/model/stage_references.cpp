#include "analysis/model/stage_references.hpp"

namespace dockwright::model {

using Kind = StageReference::Kind;

std::vector<StageReference> stage_references(const Step& step) {
  std::vector<StageReference> result;
  const syntax::Instruction& instruction = *step.syntax;
  const auto add = [&](Kind kind, std::string_view name, const syntax::Word& word) {
    if (!name.empty()) result.push_back({kind, name, step.range(word)});
  };
  if (const auto* from = instruction.as<syntax::FromView>()) add(Kind::From, step.text(from->image), from->image);
  if (instruction.keyword == Keyword::Copy) {
    if (const syntax::Flag* flag = instruction.flag("from")) add(Kind::Copy, flag->value_text, flag->value);
  }
  if (const auto* run = instruction.as<syntax::RunView>()) {
    for (const syntax::Mount& mount : run->mounts) {
      if (const syntax::MountOption* option = mount.option({"from"}))
        add(Kind::Mount, option->value_text, option->value);
    }
  }
  return result;
}

}  // namespace dockwright::model
