#include "analysis/model/command_insertion.hpp"

#include <algorithm>
#include <string>

#include "analysis/model/shell_options.hpp"

namespace dockwright::model {

using shell::AndOr;
using shell::ListItem;
using shell::Pipeline;
using Terminator = ListItem::Terminator;

namespace {

// The layout of one step: how its parts are set apart in the source.
class Layout {
 public:
  explicit Layout(const Step& step, std::string_view slot) : step_(step), slot_(slot) {}

  std::string_view source(Span span) const { return slot_.substr(span.begin, span.size()); }
  Span span(LogicalSpan logical) const { return step_.script->source(logical); }

  // What stands between two parts, if that is nothing but blanks, escaped newlines and newlines.
  std::optional<std::string_view> gap(LogicalSpan before, LogicalSpan after) const {
    const std::uint32_t begin = span(before).end, end = span(after).begin;
    if (begin > end) return std::nullopt;
    const std::string_view text = slot_.substr(begin, end - begin);
    const char allowed[] = {' ', '\t', '\r', '\n', step_.syntax->escape};
    if (text.find_first_not_of(std::string_view(allowed, sizeof allowed)) != std::string_view::npos)
      return std::nullopt;
    return text;
  }

  bool is_multiline(LogicalSpan logical) const { return source(span(logical)).find('\n') != std::string_view::npos; }

  // A new line as the last one of `logical` is made: line break and indentation, and the escape unless it is a heredoc.
  std::string line_break_like(LogicalSpan logical) const {
    const std::string_view text = source(span(logical));
    const std::size_t newline = text.rfind('\n');
    const bool carriage_return = newline > 0 && text[newline - 1] == '\r';
    const std::string_view last = text.substr(newline + 1);
    std::string result = step_.script->heredoc_body ? "" : std::string(" ") + step_.syntax->escape;
    result += carriage_return ? "\r\n" : "\n";
    result += last.substr(0, last.find_first_not_of(" \t"));
    return result;
  }

  // What ends `item` and leads over to `next`.
  std::string separator(const ListItem& item, const ListItem& next) const {
    if (item.terminator == Terminator::Newline) return "\n" + std::string(indentation(next.and_or.span).value_or(""));
    const auto blanks = gap(item.terminator_span, next.and_or.span);
    return ";" + std::string(blanks && !blanks->empty() ? *blanks : " ");
  }

 private:
  // The blanks in front of a part that begins its line; nothing if something else stands there.
  std::optional<std::string_view> indentation(LogicalSpan logical) const {
    const std::uint32_t begin = span(logical).begin;
    const std::size_t newline = begin == 0 ? std::string_view::npos : slot_.rfind('\n', begin - 1);
    const std::size_t line = newline == std::string_view::npos ? 0 : newline + 1;
    const std::string_view text = slot_.substr(line, begin - line);
    if (text.find_first_not_of(" \t") != std::string_view::npos) return std::nullopt;
    return text;
  }

  const Step& step_;
  std::string_view slot_;
};

bool contains(LogicalSpan outer, LogicalSpan inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

bool has_here_document(const Pipeline& pipeline) {
  return std::any_of(pipeline.commands.begin(), pipeline.commands.end(), [](const shell::CommandNode& node) {
    return std::any_of(node.redirections.begin(), node.redirections.end(),
                       [](const shell::Redirection& redirection) { return redirection.here_document != nullptr; });
  });
}

// `&& ADDED` behind pipeline `index`, with the gaps around `&&` copied from the nearest one.
std::string joined_by_and(const Layout& layout, const AndOr& and_or, std::size_t index, std::string_view added) {
  const auto& pipelines = and_or.pipelines;
  std::string before = " ", after = " ";
  if (!and_or.operators.empty()) {
    const std::size_t nearest = index > 0 ? index - 1 : 0;
    const LogicalSpan operation = and_or.operators[nearest].span;
    const auto left = layout.gap(pipelines[nearest].span, operation);
    const auto right = layout.gap(operation, pipelines[nearest + 1].span);
    if (left && !left->empty()) before = *left;
    if (right && !right->empty()) after = *right;
  }
  const bool breaks = (before + after).find('\n') != std::string::npos;
  if (!breaks && layout.is_multiline(pipelines[index].span)) before = layout.line_break_like(pipelines[index].span);
  return before + "&&" + after + std::string(added);
}

}  // namespace

std::optional<TextEdit> insert_command_behind(const Model& model, const Step& step, const shell::Command& command,
                                              std::string_view added) {
  const std::string_view slot = model.tree().slot(step.slot).bytes;
  const bool heredoc = step.script->heredoc_body;
  if (heredoc && step.script->text.text().find('\r') != std::string::npos) return std::nullopt;
  const auto& items = step.script->script.list.items;
  if (command.top_level >= items.size()) return std::nullopt;
  const ListItem& item = items[command.top_level];
  const AndOr& and_or = item.and_or;
  const auto& pipelines = and_or.pipelines;
  std::size_t index = 0;
  while (index < pipelines.size() && !contains(pipelines[index].span, command.name_word.span)) ++index;
  if (index == pipelines.size() || item.terminator == Terminator::Background) return std::nullopt;
  const bool any_or = std::any_of(and_or.operators.begin(), and_or.operators.end(),
                                  [](const shell::AndOrOperator& operation) { return operation.is_or; });
  if (any_or) index = pipelines.size() - 1;
  if (pipelines[index].negated || has_here_document(pipelines[index])) return std::nullopt;

  const Layout layout(step, slot);
  const std::size_t at = command.top_level;
  const bool last_in_item = index + 1 == pipelines.size();
  const bool last_in_script = at + 1 == items.size();
  // Behind `&&` a failure of what is there would no longer end a script under `set -e`, unless it is the last command.
  const bool as_item =
      last_in_item && (!last_in_script || (at > 0 && and_or.operators.empty() && sets_option(*step.script, errexit)));
  const ByteOffset end = step.script_range(pipelines[index].span).end;
  if (!as_item) return TextEdit{{end, end}, joined_by_and(layout, and_or, index, added)};
  const std::size_t nearest = last_in_script ? at - 1 : at;
  const std::string separator = layout.separator(items[nearest], items[nearest + 1]);
  return TextEdit{{end, end}, separator + std::string(added)};
}

}  // namespace dockwright::model
