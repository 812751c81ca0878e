// Builds a Model: steps, stages, global arguments, what is exported.
#include <algorithm>

#include "analysis/model/model.hpp"
#include "analysis/syntax/characters.hpp"
#include "analysis/syntax/lexer.hpp"

namespace dockwright::model {

static std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = syntax::to_lower(c);
  return result;
}

// Windows images by their name; the shell there is cmd.
static bool is_windows_image(std::string_view image) {
  for (const std::string_view mark : {"windows/", "windowsservercore", "nanoserver", "servercore"}) {
    if (image.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

static bool is_platform_argument(std::string_view name) {
  static constexpr std::string_view names[] = {
      "TARGETPLATFORM", "TARGETOS", "TARGETARCH", "TARGETVARIANT", "TARGETOSVERSION", "TARGETSTAGE",
      "BUILDPLATFORM",  "BUILDOS",  "BUILDARCH",  "BUILDVARIANT",  "BUILDOSVERSION"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

class ModelBuilder {
 public:
  ModelBuilder(syntax::Tree tree, const BuildSettings& settings, const Model* previous)
      : model_(new Model(std::move(tree))), settings_(settings), previous_(previous) {}

  std::shared_ptr<const Model> build() {
    const syntax::Tree& tree = model_->tree_;
    const auto instructions = tree.instructions();
    model_->steps_.reserve(instructions.size());
    model_->fragment_ = std::none_of(instructions.begin(), instructions.end(), [&](std::uint32_t slot) {
      return tree.instruction(slot)->keyword == Keyword::From;
    });
    for (std::uint32_t slot = 0; slot < tree.size(); ++slot) {
      if (tree.slot(slot).kind == syntax::SlotKind::Comment) read_shell_pragma(tree.slot(slot));
      if (tree.slot(slot).kind == syntax::SlotKind::Instruction) add_step(slot);
    }
    if (!model_->stages_.empty()) model_->stages_.back().last = static_cast<std::uint32_t>(model_->steps_.size());
    model_->errors_ = syntax::errors_of(tree);
    mark_references();
    mark_exported();
    return model_;
  }

 private:
  // `# hadolint shell=powershell`: how people tell linters what the base image's shell is.
  void read_shell_pragma(const syntax::Slot& slot) {
    std::string_view text = std::string_view(slot.bytes).substr(slot.comment.begin + 1, slot.comment.size() - 1);
    for (const std::string_view word : {"hadolint", "shell", "="}) {
      text = syntax::trim_space(text);
      if (text.substr(0, word.size()) != word) return;
      text.remove_prefix(word.size());
    }
    text = syntax::trim_space(text);
    shell_ = shell_kind(text.substr(0, text.find_first_of(" \t")));
  }

  void add_step(std::uint32_t slot) {
    const syntax::Tree& tree = model_->tree_;
    Step step;
    step.syntax = tree.instruction(slot);
    step.slot = slot;
    step.base = tree.begin(slot);
    const bool opens_stage = step.keyword() == Keyword::From || (model_->fragment_ && model_->stages_.empty());
    if (opens_stage) open_stage(step);
    if (model_->stages_.empty()) {
      if (step.keyword() == Keyword::Arg) add_global_arguments(step);
    } else {
      step.stage = static_cast<std::uint32_t>(model_->stages_.size()) - 1;
    }
    if (step.keyword() == Keyword::Shell && !step.syntax->exec.empty()) shell_ = shell_kind(step.syntax->exec[0].value);
    step.shell = shell_;
    step.script = script_of(step);
    model_->steps_.push_back(std::move(step));
  }

  void open_stage(const Step& step) {
    auto& stages = model_->stages_;
    const auto index = static_cast<std::uint32_t>(stages.size());
    const auto first = static_cast<std::uint32_t>(model_->steps_.size());
    if (index > 0) {
      stages.back().last = first;
      end_shells_.push_back(shell_);
    }
    Stage stage;
    stage.model = model_.get();
    stage.index = index;
    stage.first = first;
    shell_ = model_->tree_.escape() == '`' ? ShellKind::Cmd : ShellKind::Posix;
    if (const auto* from = step.syntax->as<syntax::FromView>()) {
      stage.name = lower_case(step.text(from->alias));
      const std::string image = resolve(step.text(from->image), step.syntax->escape);
      if (const Stage* parent = model_->find_stage(image, index, false)) {
        stage.parent = parent->index;
        shell_ = end_shells_[parent->index];
      } else {
        stage.image = image;
        if (is_windows_image(image)) shell_ = ShellKind::Cmd;
      }
    }
    stages.push_back(std::move(stage));
  }

  // `text` with global arguments put in, or empty if one of them is not known: the platform, and arguments without a default.
  std::string resolve(std::string_view text, char escape) const {
    if (text.find_first_of("$\"'\\`") == std::string_view::npos) return std::string(text);
    syntax::LexerOptions options;
    options.escape = escape;
    const syntax::Expansion result =
        syntax::expand(text, [&](std::string_view name) { return model_->global_argument(name); }, options);
    const bool known = std::none_of(result.unset.begin(), result.unset.end(), [&](std::size_t index) {
      const syntax::VariableReference& reference = result.references[index];
      const std::string_view name = text.substr(reference.name.begin, reference.name.size());
      const bool has_default = reference.operation == "-" || reference.operation == ":-";
      return is_platform_argument(name) || (model_->declares_global_argument(name) && !has_default);
    });
    return known && result.error.empty() ? result.value : std::string();
  }

  void add_global_arguments(const Step& step) {
    const auto* view = step.syntax->as<syntax::KeyValuesView>();
    if (!view) return;
    for (const syntax::KeyValue& pair : view->pairs) {
      const std::string name(step.text(pair.key));
      const auto given = settings_.build_args.find(name);
      std::optional<std::string> value;
      if (given != settings_.build_args.end()) {
        value = given->second;
      } else if (pair.has_value) {
        const std::string_view written = step.text(pair.value);
        const std::string resolved = resolve(written, step.syntax->escape);
        if (!resolved.empty() || written.empty()) value = resolved;
      }
      model_->global_arguments_[name] = std::move(value);
    }
  }

  // The version before has the same slots in front of and behind an edit, in the same order.
  std::shared_ptr<const ShellScript> script_of(const Step& step) {
    const syntax::Instruction& instruction = *step.syntax;
    if (previous_) {
      const auto old = previous_->steps();
      while (old_step_ < old.size() && old[old_step_].slot < old_slot(step.slot)) ++old_step_;
      if (old_step_ < old.size() && old[old_step_].syntax == step.syntax && old[old_step_].shell == step.shell) {
        return old[old_step_].script;
      }
    }
    return read_script(instruction, model_->tree_.slot(step.slot).bytes, step.shell);
  }
  // Where a slot of the new tree stood in the old one, if it was there: counted from the front, or from the back once a
  // difference was met.
  std::uint32_t old_slot(std::uint32_t slot) {
    const syntax::Tree& now = model_->tree_;
    const syntax::Tree& before = previous_->tree();
    if (!past_edit_) {
      if (slot < before.size() && before.slot_pointer(slot) == now.slot_pointer(slot)) return slot;
      past_edit_ = true;
    }
    const std::size_t from_back = now.size() - slot;
    return from_back <= before.size() ? static_cast<std::uint32_t>(before.size() - from_back) : 0;
  }

  void mark_references() {
    for (Stage& stage : model_->stages_) {
      if (stage.parent != none) model_->stages_[stage.parent].referenced = true;
    }
    for (const Step& step : model_->steps_) {
      if (step.stage == none) continue;
      const auto mark = [&](std::string_view reference) {
        const Stage* stage = model_->find_stage(reference, step.stage, true);
        if (stage) model_->stages_[stage->index].referenced = true;
      };
      const syntax::Instruction& instruction = step.syntax->innermost();
      if (instruction.keyword == Keyword::Copy) {
        if (const syntax::Flag* from = instruction.flag("from")) mark(from->value_text);
      }
      if (const auto* run = instruction.as<syntax::RunView>()) {
        for (const syntax::Mount& mount : run->mounts) mark(mount.from());
      }
    }
  }

  void mark_exported() {
    auto& stages = model_->stages_;
    if (stages.empty()) return;
    if (settings_.targets.empty()) stages.back().exported = true;
    for (const std::string& target : settings_.targets) {
      const Stage* stage = model_->find_stage(target, static_cast<std::uint32_t>(stages.size()), true);
      if (stage) stages[stage->index].exported = true;
    }
    for (std::size_t i = stages.size(); i > 0; --i) {
      Stage& stage = stages[i - 1];
      stage.shipped = stage.shipped || stage.exported;
      if (stage.shipped && stage.parent != none) stages[stage.parent].shipped = true;
    }
  }

  std::shared_ptr<Model> model_;
  const BuildSettings& settings_;
  const Model* previous_;
  ShellKind shell_ = ShellKind::Posix;
  std::vector<ShellKind> end_shells_;  // of each finished stage
  std::size_t old_step_ = 0;
  bool past_edit_ = false;
};

std::shared_ptr<const Model> Model::build(syntax::Tree tree, const BuildSettings& settings, const Model* previous) {
  return ModelBuilder(std::move(tree), settings, previous).build();
}

}  // namespace dockwright::model
