#include <algorithm>
#include <deque>

#include "analysis/rules/rule.hpp"
#include "analysis/syntax/lexer.hpp"
#include "analysis/syntax/words.hpp"

namespace dockwright::rules {

using syntax::Instruction;

// The pair of `ENV key value`; null for any other instruction, and for `ENV key = value`, which is a mistake of another
// kind.
static const syntax::KeyValue* legacy_pair(const Instruction& instruction) {
  const auto* view = instruction.as<syntax::KeyValuesView>();
  if (!view || !view->legacy || view->pairs.size() != 1 || !view->pairs[0].has_value || !instruction.errors.empty())
    return nullptr;
  return instruction.text(view->pairs[0].value)[0] == '=' ? nullptr : &view->pairs[0];
}

static void check(const Step& step, Findings& findings) {
  const Instruction& instruction = step.syntax->innermost();
  const syntax::KeyValue* pair = legacy_pair(instruction);
  if (!pair) return;
  findings.report(step.range(pair->key), "'{}' has its value behind a blank; write {}=…", instruction.text(pair->key),
                  instruction.text(pair->key));
}

// What BuildKit makes of `text` with a distinct value for every variable.
static std::optional<std::string> value_of(std::string_view text, char escape) {
  syntax::LexerOptions options;
  options.escape = escape;
  std::deque<std::string> values;  // what the lexer sees views of
  const auto result = syntax::expand(
      text,
      [&](std::string_view name) -> std::optional<std::string_view> {
        return values.emplace_back(fmt::format("<{}>", name));
      },
      options);
  if (!result.error.empty()) return std::nullopt;
  return result.value;
}

// True if `written` is one word behind `key=` and has the value that `text` has in the legacy form.
static bool means(std::string_view written, std::string_view text, char escape) {
  const auto size = static_cast<std::uint32_t>(written.size());
  const auto value = value_of(text, escape);
  return value && syntax::split_quoted_words(written, {0, size}, escape).size() == 1 &&
         value == value_of(written, escape);
}

static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const Step* step = model.step_at(finding.range.begin);
  if (!step) return std::nullopt;
  const Instruction& instruction = step->syntax->innermost();
  const syntax::KeyValue* pair = legacy_pair(instruction);
  if (!pair) return std::nullopt;
  const ByteRange between{step->range(pair->key).end, step->range(pair->value).begin};
  const auto& comments = instruction.comments;
  const bool loses_comment = std::any_of(comments.begin(), comments.end(),
                                         [&](Span comment) { return between.contains(step->range(comment)); });
  if (loses_comment) return std::nullopt;
  const std::string_view text = instruction.text(pair->value);
  Fix fix{fmt::format("Write {}=…", instruction.text(pair->key)), FixSafety::Safe, {}};
  if (means(text, text, instruction.escape)) {
    fix.edits = {{between, "="}};
    return fix;
  }
  // Quotes around quotes can be right as well, but nobody would write them.
  const bool has_quotes = text.find_first_of("\"'") != std::string_view::npos;
  if (has_quotes || !means(fmt::format("\"{}\"", text), text, instruction.escape)) return std::nullopt;
  const ByteOffset end = step->range(pair->value).end;
  fix.edits = {{between, "=\""}, {{end, end}, "\""}};
  return fix;
}

extern constinit const Rule legacy_key_value =
    on_step({Keyword::Env, Keyword::Label, Keyword::Onbuild}, check).with_fix(fix);

}  // namespace dockwright::rules
