// Follows the values of variables through a script, as far as they are certain.
//
// Straight-line code is followed in its order. Given up for the whole script are variables that a loop, a function or
// arithmetic assigns; and all of them behind a command that runs code from elsewhere (source, eval).
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/shell/script.hpp"
#include "analysis/shell/tree_walk.hpp"
#include "analysis/shell/words.hpp"

namespace dockwright::shell {

class VariableTracker {
 public:
  // `text` is what `script` was parsed from; `environment` are the variables known before it begins.
  VariableTracker(const Script& script, std::string_view text, const Variables& environment);

  // What is certain at this point of the walk.
  const Variables& known() const;
  // What of the environment is certain at any point, also in functions and in other processes.
  const Variables& constant() const { return constant_; }

  void assign(std::string_view name, std::optional<std::string> value);
  // From here on any variable may have changed.
  void stop() { stopped_ = true; }
  void enter(Scope scope);
  void leave(Scope scope);

 private:
  struct Change {
    std::string name;
    std::optional<std::string> before;
  };

  Variables known_;
  Variables constant_;
  const Variables nothing_;
  std::set<std::string, std::less<>> given_up_;
  std::vector<Change> changes_;      // since the outermost open scope began
  std::vector<std::size_t> scopes_;  // size of changes_ when each open scope began
  int functions_ = 0;
  bool stopped_ = false;
};

}  // namespace dockwright::shell
