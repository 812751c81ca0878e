// Writes `# dockwright ignore=` comments.
#include <algorithm>

#include "analysis/lint/fixes.hpp"
#include "analysis/lint/suppressions.hpp"

namespace dockwright::lint {

using model::Model;
using model::Stage;
using model::Step;

static std::string_view line_end(const Model& model) {
  const std::string_view bytes = model.text().bytes();
  const std::size_t newline = bytes.find('\n');
  return newline != std::string_view::npos && newline > 0 && bytes[newline - 1] == '\r' ? "\r\n" : "\n";
}

// A comment line in front of the line that holds `at`, indented like it.
static TextEdit comment_above(const Model& model, ByteOffset at, std::string_view words, std::string_view rule) {
  const Text& text = model.text();
  const ByteRange line = text.line_range(text.lines().line_of(at));
  std::string_view content = text.bytes(line);
  ByteOffset begin = line.begin;
  if (begin.value == 0 && content.substr(0, 3) == "\xEF\xBB\xBF") {
    begin.value += 3;
    content.remove_prefix(3);
  }
  const std::string_view indent = content.substr(0, std::min(content.find_first_not_of(" \t"), content.size()));
  return {{begin, begin}, fmt::format("{}# dockwright {}ignore={}{}", indent, words, rule, line_end(model))};
}

// Adds the rule to a comment of the same reach that ends on the line above `at`.
static std::optional<TextEdit> extend(const Model& model, ByteRange scope, std::string_view rule) {
  for (const Suppression& suppression : find_suppressions(model)) {
    if (suppression.dialect != SuppressionDialect::Dockwright || suppression.scope != scope) continue;
    const ByteOffset end = suppression.rules.back().range.end;
    return TextEdit{{end, end}, fmt::format(",{}", rule)};
  }
  return std::nullopt;
}

// The command whose line can be preceded by a comment of its own: it begins a line inside its instruction.
static const shell::Command* command_on_own_line(const Model& model, const Step& step, ByteOffset at) {
  if (!step.script) return nullptr;
  const auto& lines = model.text().lines();
  for (const shell::Command& command : step.commands()) {
    const ByteRange range = step.script_range(command.span);
    if (!range.touches(at)) continue;
    const std::uint32_t line = lines.line_of(range.begin);
    if (line == lines.line_of(step.range().begin)) return nullptr;
    const std::string_view before = model.text().bytes({lines.start(line), range.begin});
    const bool begins_line = before.find_first_not_of(" \t&|;") == std::string_view::npos;
    if (begins_line) return &command;
  }
  return nullptr;
}

std::optional<TextEdit> suppress(const Model& model, const rules::Finding& finding, SuppressWhere where) {
  const std::string_view rule = finding.rule->info.name;
  const ByteRange file{{0}, {model.text().size()}};
  if (where == SuppressWhere::File) {
    if (auto edit = extend(model, file, rule)) return edit;
    const syntax::Tree& tree = model.tree();
    const ByteOffset top = tree.directives() < tree.size() ? tree.begin(tree.directives()) : ByteOffset{model.text().size()};
    return comment_above(model, top, "file ", rule);
  }
  const Step* step = model.step_at(finding.range.begin);
  if (!step) return std::nullopt;
  if (where == SuppressWhere::Stage) {
    if (step->stage == model::none) return std::nullopt;
    const Step& first = *model.stages()[step->stage].steps().begin();
    const ByteRange scope{first.base, model.stages()[step->stage].steps().back().range().end};
    if (auto edit = extend(model, scope, rule)) return edit;
    return comment_above(model, first.range().begin, "stage ", rule);
  }
  if (const shell::Command* command = command_on_own_line(model, *step, finding.range.begin)) {
    if (auto edit = extend(model, step->script_range(command->span), rule)) return edit;
    return comment_above(model, step->script_range(command->span).begin, "", rule);
  }
  if (auto edit = extend(model, {step->base, step->range().end}, rule)) return edit;
  return comment_above(model, step->range().begin, "", rule);
}

}  // namespace dockwright::lint
