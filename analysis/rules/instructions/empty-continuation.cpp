#include <algorithm>

#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

// Blank lines in a row, and the escape character that leads to them.
struct Gap {
  ByteRange escape;
  ByteRange lines;
};

// The first escape character behind the text that precedes the blank line; only comment lines stand between.
static Span escape_before(const syntax::Instruction& instruction, std::string_view slot, Span blank) {
  const std::uint32_t next = instruction.line.logical_of(blank.begin);
  const std::uint32_t begin = next == 0 ? 0 : instruction.line.source_of(next - 1) + 1;
  const auto at = static_cast<std::uint32_t>(std::min<std::size_t>(slot.find(instruction.escape, begin), blank.begin));
  return {at, std::min(at + 1, blank.begin)};
}

static std::vector<Gap> gaps(const Model& model, const Step& step) {
  std::vector<Gap> result;
  for (const Span blank : step.syntax->blank_lines) {
    const ByteRange line = step.range(blank);
    if (!result.empty() && result.back().lines.end == line.begin) {
      result.back().lines.end = line.end;
    } else {
      const std::string_view slot = model.tree().slot(step.slot).bytes;
      result.push_back({step.range(escape_before(*step.syntax, slot, blank)), line});
    }
  }
  return result;
}

static void check(const Model& model, Findings& findings) {
  for (const Step& step : model.steps()) {
    for (const Gap& gap : gaps(model, step)) {
      findings.report(gap.escape, "this continues with an empty line, which a later version of BuildKit will refuse");
    }
  }
}

static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const Step* step = model.step_at(finding.range.begin);
  if (!step) return std::nullopt;
  for (const Gap& gap : gaps(model, *step)) {
    if (gap.escape == finding.range) return Fix{"Remove the empty lines", FixSafety::Safe, {{gap.lines, ""}}};
  }
  return std::nullopt;
}

extern constinit const Rule empty_continuation = on_file(check).with_fix(fix);

}  // namespace dockwright::rules
