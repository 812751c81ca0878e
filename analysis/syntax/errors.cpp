#include "analysis/syntax/errors.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dockwright::syntax {

static void add_slot_errors(const Slot& slot, ByteOffset base, std::vector<LocatedError>& out) {
  for (const SyntaxError& error : slot.errors) out.push_back({error.kind, error.span.at(base), error.message});
  if (!slot.instruction) return;
  for (const SyntaxError& error : slot.instruction->errors) out.push_back({error.kind, error.span.at(base), error.message});
}

std::vector<LocatedError> errors_of(const Tree& tree) {
  std::vector<LocatedError> errors;
  bool in_stage = false;
  std::vector<LocatedError> before_stage;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const Instruction* instruction = tree.instruction(i);
    if (instruction && instruction->keyword == Keyword::From) in_stage = true;
    // BuildKit reads an unknown word before it asks for the stage.
    if (instruction && !in_stage && instruction->keyword != Keyword::Arg && instruction->keyword != Keyword::Unknown) {
      before_stage.push_back({ErrorKind::MisplacedInstruction, instruction->keyword_word.span.at(tree.begin(i)),
                              fmt::format("{} before the first FROM belongs to no stage", name_of(instruction->keyword))});
    }
    add_slot_errors(tree.slot(i), tree.begin(i), errors);
  }
  if (!in_stage) {
    // One error says it; each instruction of a fragment without FROM would say it again.
    const bool any = !tree.instructions().empty();
    ByteRange where{};
    if (any) where = tree.instruction(tree.instructions()[0])->keyword_word.span.at(tree.begin(tree.instructions()[0]));
    errors.push_back({ErrorKind::NoStage, where, any ? "no FROM: the file builds no image" : "the file has no instructions"});
  } else {
    errors.insert(errors.end(), before_stage.begin(), before_stage.end());
  }
  std::stable_sort(errors.begin(), errors.end(), [](const LocatedError& left, const LocatedError& right) {
    return left.range.begin < right.range.begin;
  });
  return errors;
}

}  // namespace dockwright::syntax
