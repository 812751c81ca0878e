#include "analysis/syntax/tree.hpp"

#include <algorithm>

#include "analysis/syntax/slot_reader.hpp"

namespace dockwright::syntax {

class TreeBuilder {
 public:
  explicit TreeBuilder(Text text) { tree_.text_ = std::move(text); }

  // Takes over a slot that ends where the next one begins.
  void add(SlotPointer slot) {
    const auto index = static_cast<std::uint32_t>(tree_.slots_.size());
    if (slot->kind == SlotKind::Instruction) tree_.instructions_.push_back(index);
    if (slot->kind == SlotKind::Directive) ++tree_.directives_;
    if (slot->unterminated && !has_unterminated_) {
      has_unterminated_ = true;
      tree_.first_unterminated_ = index;
    }
    tree_.begins_.push_back({at_});
    at_ += static_cast<std::uint32_t>(slot->bytes.size());
    tree_.slots_.push_back(std::move(slot));
  }
  void reserve(std::size_t slots) {
    tree_.slots_.reserve(slots);
    tree_.begins_.reserve(slots);
    tree_.instructions_.reserve(slots / 2);
  }

  std::uint32_t at() const { return at_; }
  bool at_end() const { return at_ >= tree_.text_.size(); }

  Tree finish(char escape) {
    tree_.escape_ = escape;
    if (!has_unterminated_) tree_.first_unterminated_ = tree_.slots_.size();
    return std::move(tree_);
  }

 private:
  Tree tree_;
  std::uint32_t at_ = 0;
  bool has_unterminated_ = false;
};

Tree Tree::parse(Text text) {
  SlotReader reader(text.bytes());
  TreeBuilder builder(text);
  while (!builder.at_end()) builder.add(reader.read(builder.at()));
  return builder.finish(reader.escape());
}

Tree Tree::edit(Text next, ByteRange replaced, std::uint32_t inserted_bytes) const {
  if (slots_.empty()) return parse(std::move(next));
  // The first slot that can change: the one that holds the edit's start; the one before, if that runs on into it; and none
  // behind a heredoc that searched the whole rest of the file for its end.
  std::size_t first = std::min(slot_at(replaced.begin), first_unterminated_);
  if (first > 0 && slots_[first - 1]->open) --first;
  const bool behind_directives = first > directives_;
  if (!behind_directives) first = 0;

  const std::string_view bytes = next.bytes();
  SlotReader reader = behind_directives ? SlotReader(bytes, escape_) : SlotReader(bytes);
  TreeBuilder builder(next);
  builder.reserve(slots_.size() + 8);
  for (std::size_t i = 0; i < first; ++i) builder.add(slots_[i]);

  // Behind the edit, old boundaries come back, moved; from the first one met at the same lexer state on, slots are shared.
  const std::uint32_t shift = inserted_bytes - replaced.size();  // wraps when negative
  const std::uint32_t edit_end = replaced.begin.value + inserted_bytes;
  std::size_t old = first;
  while (!builder.at_end()) {
    if (builder.at() >= edit_end && builder.at() > 0 && !reader.in_directives() && reader.escape() == escape_) {
      const ByteOffset before{builder.at() - shift};
      while (old < slots_.size() && begins_[old] < before) ++old;
      // Slot 0 may hold a byte order mark, and what stood among the directives may be none now.
      const bool same = old < slots_.size() && begins_[old] == before && old > 0 && old >= directives_ && before >= replaced.end;
      if (same) {
        for (; old < slots_.size(); ++old) builder.add(slots_[old]);
        break;
      }
    }
    builder.add(reader.read(builder.at()));
  }
  return builder.finish(reader.escape());
}

ByteRange Tree::range(std::size_t index) const {
  const ByteOffset end = index + 1 < begins_.size() ? begins_[index + 1] : ByteOffset{text_.size()};
  return {begins_[index], end};
}

const Instruction* Tree::instruction(std::size_t index) const { return slots_[index]->instruction.get(); }

std::size_t Tree::slot_at(ByteOffset offset) const {
  const auto next = std::upper_bound(begins_.begin(), begins_.end(), offset);
  return static_cast<std::size_t>(next - begins_.begin()) - 1;
}

}  // namespace dockwright::syntax
