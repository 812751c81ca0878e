// Puts the nodes of one tree into its arena. Lists grow on stacks that are shared by all lists of one element type and
// move to the arena when they are complete, so that building a tree needs next to no allocation of its own.
#pragma once

#include <algorithm>
#include <memory_resource>
#include <new>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "analysis/shell/script.hpp"

namespace dockwright::shell {

class TreeBuilder {
 public:
  explicit TreeBuilder(std::pmr::monotonic_buffer_resource& arena) : arena_(arena) {}

  template <class T>
  T* make(T value) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (arena_.allocate(sizeof(T), alignof(T))) T(std::move(value));
  }

  // A list under construction. Lists of one type nest like the scopes they live in.
  template <class T>
  class Pending {
   public:
    explicit Pending(TreeBuilder& builder)
        : builder_(builder), stack_(std::get<std::vector<T>>(builder.stacks_)), mark_(stack_.size()) {}
    Pending(const Pending&) = delete;
    Pending& operator=(const Pending&) = delete;
    ~Pending() { stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(mark_), stack_.end()); }

    void push(const T& element) { stack_.push_back(element); }
    bool empty() const { return stack_.size() == mark_; }
    std::size_t size() const { return stack_.size() - mark_; }
    const T& front() const { return stack_[mark_]; }
    const T& back() const { return stack_.back(); }
    Items<T> finish() const {
      if (empty()) return {};
      T* const elements = static_cast<T*>(builder_.arena_.allocate(size() * sizeof(T), alignof(T)));
      std::uninitialized_copy(stack_.begin() + static_cast<std::ptrdiff_t>(mark_), stack_.end(), elements);
      return {elements, size()};
    }

   private:
    TreeBuilder& builder_;
    std::vector<T>& stack_;
    std::size_t mark_;
  };

 private:
  std::pmr::monotonic_buffer_resource& arena_;
  std::tuple<std::vector<WordPart>, std::vector<Word>, std::vector<ArrayElement>, std::vector<Redirection>,
             std::vector<Assignment>, std::vector<CommandNode>, std::vector<PipeOperator>, std::vector<Pipeline>,
             std::vector<AndOrOperator>, std::vector<ListItem>, std::vector<IfBranch>, std::vector<CaseItem>,
             std::vector<LogicalSpan>, std::vector<ConditionalToken>>
      stacks_;
};

}  // namespace dockwright::shell
