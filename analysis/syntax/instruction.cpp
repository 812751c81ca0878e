#include "analysis/syntax/instruction.hpp"

#include <algorithm>

namespace dockwright::syntax {

const MountOption* Mount::option(std::initializer_list<std::string_view> names) const {
  // The last one wins, as in BuildKit.
  for (auto it = options.rbegin(); it != options.rend(); ++it) {
    if (std::find(names.begin(), names.end(), it->key_text) != names.end()) return &*it;
  }
  return nullptr;
}

static std::string_view value_of(const MountOption* option) {
  return option ? std::string_view(option->value_text) : std::string_view();
}

std::string_view Mount::type() const {
  const std::string_view type = value_of(option({"type"}));
  return type.empty() ? "bind" : type;
}

std::string_view Mount::target() const { return value_of(option({"target", "dst", "destination"})); }

std::string_view Mount::from() const { return value_of(option({"from"})); }

const Flag* Instruction::flag(std::string_view name) const {
  for (const Flag& flag : flags) {
    if (text(flag.name) == name) return &flag;
  }
  return nullptr;
}

const Instruction& Instruction::innermost() const {
  const OnbuildView* onbuild = as<OnbuildView>();
  return onbuild && onbuild->trigger ? *onbuild->trigger : *this;
}

}  // namespace dockwright::syntax
