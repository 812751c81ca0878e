// What a Dockerfile means: stages and how they build on each other, what ships, who runs what. Computed once per version of
// a document and read by every rule, refactoring and feature; nobody parses again.
//
// Immutable after build(); it points into the Tree it was built from, which it keeps alive.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/model/shell_script.hpp"
#include "analysis/syntax/errors.hpp"
#include "analysis/syntax/tree.hpp"

namespace dockwright::model {

using syntax::Keyword;

// What the user or the workspace says about how the file is built.
struct BuildSettings {
  std::vector<std::string> targets;                        // stages that are exported besides the last one; `--target`
  std::map<std::string, std::string, std::less<>> build_args;  // `--build-arg`
};

inline constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

// One instruction where it stands. ONBUILD steps have their own syntax; look at syntax->innermost() for the trigger.
struct Step {
  const syntax::Instruction* syntax = nullptr;
  std::uint32_t slot = 0;    // index in the tree
  std::uint32_t stage = none;  // none: before the first FROM
  ByteOffset base;           // where the slot begins; spans of the instruction are relative to it
  ShellKind shell = ShellKind::Posix;           // what reads shell forms here
  std::shared_ptr<const ShellScript> script;    // null if there is none that can be read

  Keyword keyword() const { return syntax->keyword; }
  std::string_view text(const syntax::Word& word) const { return syntax->text(word); }
  ByteRange range(Span span) const { return span.at(base); }
  ByteRange range(const syntax::Word& word) const { return word.span.at(base); }
  ByteRange range() const { return syntax->span.at(base); }           // the whole instruction
  ByteRange keyword_range() const { return range(syntax->keyword_word); }
  // A place in the step's script. Precondition: script is not null.
  ByteRange script_range(LogicalSpan span) const { return script->source(span).at(base); }
  std::span<const shell::Command> commands() const {
    return script ? std::span<const shell::Command>(script->commands) : std::span<const shell::Command>();
  }
};

class Model;

struct Stage {
  const Model* model = nullptr;
  std::uint32_t index = 0;       // as in COPY --from=0
  std::uint32_t first = 0;       // index of its FROM in Model::steps; in a fragment without FROM, of its first instruction
  std::uint32_t last = 0;        // one past its last step
  std::uint32_t parent = none;   // the stage it is FROM, if that is one of the file
  std::string name;              // lower case; empty without AS
  std::string image;             // what FROM names, variables replaced as far as known; empty if not known or a stage
  bool exported = false;         // it is what a build hands out
  bool shipped = false;          // its layers are part of an exported stage: exported itself, or an ancestor of one
  bool referenced = false;       // another stage builds on it or copies from it

  std::span<const Step> steps() const;
  const Step* from() const;      // null in a fragment without FROM
  // The last instruction of that kind in this stage, or null. ONBUILD triggers do not count.
  const Step* find_last(Keyword keyword) const;
  // The same, looking through the stages this one is FROM.
  const Step* find_inherited(Keyword keyword) const;
  const Stage* parent_stage() const;
  // The stage at the bottom of the chain: the one that is FROM an image.
  const Stage& root() const;
};

class Model {
 public:
  // `previous` is the model of the version before, or null: scripts of instructions that did not change are taken from it.
  static std::shared_ptr<const Model> build(syntax::Tree tree, const BuildSettings& settings, const Model* previous);

  const syntax::Tree& tree() const { return tree_; }
  const Text& text() const { return tree_.text(); }
  std::span<const Step> steps() const { return steps_; }
  std::span<const Stage> stages() const { return stages_; }
  std::span<const syntax::LocatedError> errors() const { return errors_; }  // what BuildKit would refuse
  bool is_fragment() const { return fragment_; }  // no FROM at all
  // The stage that `reference` names in FROM, --from or a mount, seen from stage `before`: a name of an earlier stage, or for
  // `indexes` also its number. Null if it is an image (or nothing that can be known).
  const Stage* find_stage(std::string_view reference, std::uint32_t before, bool indexes) const;
  // Value of an ARG before the first FROM; nothing if it is not declared or has no known value.
  std::optional<std::string_view> global_argument(std::string_view name) const;
  bool declares_global_argument(std::string_view name) const;
  // The step that holds `offset`, or null.
  const Step* step_at(ByteOffset offset) const;

  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

 private:
  friend class ModelBuilder;
  explicit Model(syntax::Tree tree) : tree_(std::move(tree)) {}

  syntax::Tree tree_;
  std::vector<Step> steps_;
  std::vector<Stage> stages_;
  std::vector<syntax::LocatedError> errors_;
  std::map<std::string, std::optional<std::string>, std::less<>> global_arguments_;
  bool fragment_ = false;
};

}  // namespace dockwright::model
