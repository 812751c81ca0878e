#include "analysis/shell/variable_tracker.hpp"

#include <utility>

#include "analysis/shell/assigned_names.hpp"
#include "analysis/shell/characters.hpp"

namespace dockwright::shell {

namespace {

// Finds what is assigned anywhere, and what is assigned where its order in the text says nothing.
class AssignmentScan : public TreeWalk {
 public:
  explicit AssignmentScan(std::string_view text) : text_(text) {}

  std::set<std::string, std::less<>> assigned;
  std::set<std::string, std::less<>> unordered;
  bool unknown_code_unordered = false;

 private:
  void simple_command(const CommandNode&, const SimpleCommand& command, const Circumstances& where) override {
    const AssignedNames names = assigned_names(command, text_);
    for (const std::string_view name : names.names) add(name, where.in_loop || where.in_function);
    if (names.any && (where.in_loop || where.in_function)) unknown_code_unordered = true;
  }
  void loop_variable(LogicalSpan name, const Circumstances&) override { add(raw(text_, name), true); }
  void arithmetic(const Word& expression, const Circumstances&) override {
    const std::string_view code = raw(text_, expression.span);
    if (code.find_first_of("=+-") == std::string_view::npos) return;
    for (std::size_t i = 0; i < code.size();) {
      std::size_t end = i;
      while (end < code.size() && is(code[end], kNameCharacter)) ++end;
      if (end > i) add(code.substr(i, end - i), true);
      i = end + (end == i ? 1 : 0);
    }
  }
  void enter(Scope) override {}
  void leave(Scope) override {}

  void add(std::string_view name, bool out_of_order) {
    assigned.emplace(name);
    if (out_of_order) unordered.emplace(name);
  }

  std::string_view text_;
};

}  // namespace

VariableTracker::VariableTracker(const Script& script, std::string_view text, const Variables& environment) {
  AssignmentScan scan(text);
  scan.walk(script);
  // With another IFS, what an unquoted expansion gives depends on more than its value.
  stopped_ = scan.unknown_code_unordered || scan.assigned.contains("IFS");
  for (const auto& [name, value] : environment) {
    if (!scan.unordered.contains(name)) known_.emplace(name, value);
    if (!scan.assigned.contains(name)) constant_.emplace(name, value);
  }
  given_up_ = std::move(scan.unordered);
}

const Variables& VariableTracker::known() const {
  if (stopped_) return nothing_;
  return functions_ > 0 ? constant_ : known_;
}

void VariableTracker::assign(std::string_view name, std::optional<std::string> value) {
  const auto found = known_.find(name);
  const bool known_before = found != known_.end();
  if (given_up_.contains(name) || (!value && !known_before)) return;
  if (!scopes_.empty()) {
    changes_.push_back({std::string(name), known_before ? std::optional(found->second) : std::nullopt});
  }
  if (!value) {
    known_.erase(found);
  } else if (known_before) {
    found->second = *std::move(value);
  } else {
    known_.emplace(name, *std::move(value));
  }
}

void VariableTracker::enter(Scope scope) {
  scopes_.push_back(changes_.size());
  if (scope == Scope::Function) ++functions_;
}

void VariableTracker::leave(Scope scope) {
  const std::size_t begin = scopes_.back();
  scopes_.pop_back();
  if (scope == Scope::Function) --functions_;
  if (scope == Scope::Uncertain) {
    // The changes stay on record: a scope around this one may have to undo them.
    for (std::size_t i = begin; i < changes_.size(); ++i) known_.erase(changes_[i].name);
  } else {
    for (; changes_.size() > begin; changes_.pop_back()) {
      Change& change = changes_.back();
      if (change.before) {
        known_.insert_or_assign(std::move(change.name), *std::move(change.before));
      } else {
        known_.erase(change.name);
      }
    }
  }
  if (scopes_.empty()) changes_.clear();
}

}  // namespace dockwright::shell
