#include "analysis/model/explanation.hpp"

#include <algorithm>

#include "analysis/syntax/characters.hpp"

namespace dockwright::model {

static bool tells_people(std::string_view comment) {
  comment.remove_prefix(std::min(comment.find_first_not_of("# \t"), comment.size()));
  if (comment.find_first_not_of("# \t\r\n-=") == std::string_view::npos) return false;
  for (const std::string_view tool :
       {"dockwright ", "hadolint ", "shellcheck ", "check=", "tally ", "droast ", "syntax=", "escape="}) {
    if (comment.starts_with(tool)) return false;
  }
  return true;
}

std::optional<ByteOffset> explained_from(const Model& model, const Step& step) {
  const syntax::Tree& tree = model.tree();
  if (step.slot > 0 && tree.slot(step.slot - 1).kind == syntax::SlotKind::Comment) {
    if (tells_people(tree.slot(step.slot - 1).bytes)) return step.range().begin;
  }
  std::optional<ByteOffset> first;
  const std::string_view slot = tree.slot(step.slot).bytes;
  const auto& lines = step.syntax->comments;
  const auto line = std::find_if(lines.begin(), lines.end(), [&](Span comment) {
    return tells_people(slot.substr(comment.begin, comment.size()));
  });
  if (line != lines.end()) first = step.range(*line).begin;
  if (!step.script) return first;
  const auto& comments = step.script->script.comments;
  const auto comment = std::find_if(comments.begin(), comments.end(), [&](const shell::Comment& candidate) {
    return tells_people(step.script->text.text(candidate.span));
  });
  if (comment == comments.end()) return first;
  const ByteOffset begin = step.script_range(comment->span).begin;
  return first ? std::min(*first, begin) : begin;
}

}  // namespace dockwright::model
