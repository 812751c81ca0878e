// The syntax tree of one version of a document, and the way from one version to the next.
//
// Follows BuildKit's reading of a Dockerfile line by line (see the grammar notes in each file of this folder); unlike
// BuildKit it never stops. Immutable: threads may share a Tree.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/syntax/slot.hpp"
#include "analysis/text/text.hpp"

namespace dockwright::syntax {

class Tree {
 public:
  static Tree parse(Text text);
  // The tree of `next`, which is this tree's text with `replaced` turned into `inserted_bytes` other bytes. Equal to
  // parse(next) in every respect; slots that the edit cannot have changed are shared.
  Tree edit(Text next, ByteRange replaced, std::uint32_t inserted_bytes) const;

  const Text& text() const { return text_; }
  char escape() const { return escape_; }  // `\` or a backtick

  std::size_t size() const { return slots_.size(); }
  const Slot& slot(std::size_t index) const { return *slots_[index]; }
  const SlotPointer& slot_pointer(std::size_t index) const { return slots_[index]; }
  ByteOffset begin(std::size_t index) const { return begins_[index]; }
  ByteRange range(std::size_t index) const;
  // The instruction in that slot, or null.
  const Instruction* instruction(std::size_t index) const;
  // Index of the slot that holds `offset`; at the end of the text, the last one. Precondition: the tree is not empty.
  std::size_t slot_at(ByteOffset offset) const;

  // Indexes of the slots that are instructions, in order.
  std::span<const std::uint32_t> instructions() const { return instructions_; }
  // Number of directive slots at the top.
  std::size_t directives() const { return directives_; }

 private:
  friend class TreeBuilder;

  Text text_;
  char escape_ = '\\';
  std::vector<SlotPointer> slots_;
  std::vector<ByteOffset> begins_;
  std::vector<std::uint32_t> instructions_;
  std::size_t directives_ = 0;
  std::size_t first_unterminated_ = 0;  // index of the first slot with an unterminated heredoc, or size()
};

}  // namespace dockwright::syntax
