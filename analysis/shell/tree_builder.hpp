// Puts the nodes of one tree into its arena. Lists grow on stacks that are shared by all lists of one element type and
// move to the arena when they are complete, so that building a tree needs next to no allocation of its own.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
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
  TreeBuilder(const TreeBuilder&) = delete;
  TreeBuilder& operator=(const TreeBuilder&) = delete;

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
        : builder_(builder), stack_(std::get<std::pmr::vector<T>>(builder.stacks_)), mark_(stack_.size()) {}
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
    std::pmr::vector<T>& stack_;
    std::size_t mark_;
  };

 private:
  std::pmr::monotonic_buffer_resource& arena_;
  template <class... T>
  using Stacks = std::tuple<std::pmr::vector<T>...>;

  // Most scripts are short: their stacks never leave this buffer.
  std::array<std::byte, 8192> buffer_;
  std::pmr::monotonic_buffer_resource scratch_{buffer_.data(), buffer_.size()};
  Stacks<WordPart, Word, ArrayElement, Redirection, Assignment, CommandNode, PipeOperator, Pipeline, AndOrOperator,
         ListItem, IfBranch, CaseItem, LogicalSpan, ConditionalToken>
      stacks_{std::allocator_arg, std::pmr::polymorphic_allocator<>(&scratch_)};
};

}  // namespace dockwright::shell
