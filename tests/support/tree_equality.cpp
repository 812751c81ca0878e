#include "tests/support/tree_equality.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dockwright::test {

using syntax::Instruction;
using syntax::Slot;
using syntax::Tree;

// Everything of an instruction that has a place or a value, in one line.
static void print(std::string& out, const Instruction& instruction) {
  const auto span = [&](Span s) { out += fmt::format("{}-{} ", s.begin, s.end); };
  const auto word = [&](const syntax::Word& w) { out += fmt::format("{}-{}:{}-{} ", w.logical.begin, w.logical.end, w.span.begin, w.span.end); };
  out += fmt::format("{}{} '{}' ", name_of(instruction.keyword), instruction.escape, instruction.line.text());
  word(instruction.keyword_word);
  word(instruction.arguments);
  span(instruction.span);
  out += fmt::format("{} {} ", static_cast<int>(instruction.form), instruction.broken_json);
  for (const auto& flag : instruction.flags) word(flag.name), word(flag.value), out += flag.value_text;
  for (const auto& string : instruction.exec) word(string.whole), out += string.value;
  for (const auto& heredoc : instruction.heredocs) {
    out += heredoc.name;
    span(heredoc.operator_span), span(heredoc.body), span(heredoc.terminator);
  }
  for (const Span comment : instruction.comments) span(comment);
  for (const Span blank : instruction.blank_lines) span(blank);
  for (const auto& error : instruction.errors) span(error.span), out += error.message;
  out += fmt::format("{} ", instruction.view.index());
  if (const auto* onbuild = instruction.as<syntax::OnbuildView>(); onbuild && onbuild->trigger) print(out, *onbuild->trigger);
}

static std::string print(const Slot& slot) {
  std::string out = fmt::format("kind {} open {} unterminated {} lines {} comment {}-{} directive '{}'='{}' ", static_cast<int>(slot.kind),
                                slot.open, slot.unterminated, slot.lines, slot.comment.begin, slot.comment.end,
                                slot.directive.name_text, slot.directive.value_text);
  for (const auto& error : slot.errors) out += fmt::format("{}-{} {}", error.span.begin, error.span.end, error.message);
  if (slot.instruction) print(out, *slot.instruction);
  return out;
}

std::string difference(const Tree& left, const Tree& right) {
  if (left.text().bytes() != right.text().bytes()) return "texts differ";
  if (left.escape() != right.escape()) return "escape differs";
  if (left.directives() != right.directives()) return "number of directives differs";
  if (left.size() != right.size()) return fmt::format("{} slots against {}", left.size(), right.size());
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left.begin(i) != right.begin(i)) return fmt::format("slot {} begins elsewhere", i);
    if (left.slot_pointer(i) == right.slot_pointer(i)) continue;
    if (left.slot(i).bytes != right.slot(i).bytes) return fmt::format("slot {}: bytes differ", i);
    const std::string a = print(left.slot(i)), b = print(right.slot(i));
    if (a != b) return fmt::format("slot {}:\n{}\n{}", i, a, b);
  }
  if (!std::equal(left.instructions().begin(), left.instructions().end(), right.instructions().begin(), right.instructions().end())) {
    return "instruction lists differ";
  }
  return {};
}

static std::string check_instruction(const Instruction& instruction, std::uint32_t size) {
  const auto inside = [&](Span span) { return span.begin <= span.end && span.end <= size; };
  const auto good = [&](const syntax::Word& word) {
    return inside(word.span) && word.logical.begin <= word.logical.end && word.logical.end <= instruction.line.size();
  };
  if (!inside(instruction.span) || !good(instruction.keyword_word) || !good(instruction.arguments)) return "instruction span";
  for (const auto& flag : instruction.flags) {
    if (!good(flag.whole) || !good(flag.name) || !good(flag.value)) return "flag span";
  }
  for (const auto& heredoc : instruction.heredocs) {
    if (!inside(heredoc.operator_span) || !inside(heredoc.body) || !inside(heredoc.terminator)) return "heredoc span";
  }
  for (const auto& error : instruction.errors) {
    if (!inside(error.span)) return "error span: " + error.message;
  }
  if (const auto* from = instruction.as<syntax::FromView>(); from && !(good(from->image) && good(from->alias))) return "FROM span";
  if (const auto* pairs = instruction.as<syntax::KeyValuesView>()) {
    for (const auto& pair : pairs->pairs) {
      if (!good(pair.key) || !good(pair.value)) return "key or value span";
    }
  }
  if (const auto* run = instruction.as<syntax::RunView>()) {
    for (const auto& mount : run->mounts) {
      for (const auto& option : mount.options) {
        if (!good(option.key) || !good(option.value)) return "mount option span";
      }
    }
  }
  if (const auto* onbuild = instruction.as<syntax::OnbuildView>(); onbuild && onbuild->trigger) {
    return check_instruction(*onbuild->trigger, size);
  }
  return {};
}

std::string broken_promise(const Tree& tree) {
  std::string all;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    if (tree.begin(i).value != all.size()) return fmt::format("slot {} does not begin where the one before ends", i);
    const Slot& slot = tree.slot(i);
    if (slot.bytes.empty()) return fmt::format("slot {} is empty", i);
    all += slot.bytes;
    if (!slot.instruction) continue;
    const std::string problem = check_instruction(*slot.instruction, static_cast<std::uint32_t>(slot.bytes.size()));
    if (!problem.empty()) return fmt::format("slot {}: {} outside", i, problem);
  }
  return all == tree.text().bytes() ? "" : "the slots are not the text";
}

}  // namespace dockwright::test
