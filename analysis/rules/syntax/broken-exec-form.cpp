#include "analysis/model/exec_form.hpp"
#include "analysis/rules/rule.hpp"
#include "analysis/syntax/characters.hpp"
#include "analysis/syntax/json_array.hpp"

namespace dockwright::rules {

using syntax::Instruction;

struct Replacement {
  LogicalSpan span;
  std::string_view text;
};

// What turns `line` from `part.begin` to its end into a JSON array, if only quotes, commas and the last bracket are
// wrong.
class Repair {
 public:
  Repair(std::string_view line, LogicalSpan part)
      : line_(line), at_(part.begin + 1), end_(part.end), begin_(part.begin) {}

  std::optional<std::vector<Replacement>> replacements() {
    std::uint32_t string_end = 0, comma = 0;  // of the element before; 0: there is none
    for (skip_blanks(); at_ < end_ && line_[at_] != ']'; skip_blanks()) {
      if (line_[at_] == ',') {
        if (string_end == 0 || comma != 0) return std::nullopt;
        comma = at_++;
        continue;
      }
      if (string_end != 0 && comma == 0) replace({string_end, string_end}, ",");
      if (!string()) return std::nullopt;
      string_end = at_;
      comma = 0;
    }
    if (comma != 0) replace({comma, comma + 1}, "");
    if (at_ == end_) {
      replace({end_, end_}, "]");
    } else if (at_ + 1 != end_) {
      return std::nullopt;
    }
    if (!is_array_then()) return std::nullopt;
    return std::move(result_);
  }

 private:
  void skip_blanks() {
    while (at_ < end_ && syntax::is_blank(line_[at_])) ++at_;
  }
  void replace(LogicalSpan span, std::string_view text) { result_.push_back({span, text}); }

  bool string() {
    static constexpr std::string_view pairs[][2] = {{"\"", "\""}, {"'", "'"}, {"“", "”"}, {"‘", "’"}};
    for (const auto& [open, close] : pairs) {
      if (line_.substr(at_, open.size()) != open) continue;
      const std::size_t inside = at_ + open.size();
      const std::size_t found = line_.find(close, inside);
      if (found == std::string_view::npos || found >= end_) return false;
      const auto last = static_cast<std::uint32_t>(found);
      const auto next = static_cast<std::uint32_t>(found + close.size());
      if (open != "\"") {
        if (line_.substr(inside, found - inside).find_first_of("\"\\") != std::string_view::npos) return false;
        replace({at_, static_cast<std::uint32_t>(inside)}, "\"");
        replace({last, next}, "\"");
      }
      at_ = next;
      return true;
    }
    return false;
  }

  bool is_array_then() const {
    std::string text;
    std::uint32_t at = begin_;
    for (const Replacement& each : result_) {
      text += line_.substr(at, each.span.begin - at);
      text += each.text;
      at = each.span.end;
    }
    text += line_.substr(at, end_ - at);
    const auto array = syntax::parse_json_array(text, {0, static_cast<std::uint32_t>(text.size())});
    return array && !array->not_a_string && !array->strings.empty();
  }

  std::string_view line_;
  std::uint32_t at_, end_, begin_;
  std::vector<Replacement> result_;
};

static std::string_view problem(std::string_view text) {
  const std::string_view inside = syntax::trim_space(text.substr(1));
  if (inside[0] != '"' && (inside[0] == '\'' || static_cast<unsigned char>(inside[0]) >= 0x80))
    return "JSON strings take double quotes";
  if (inside[0] != '"') return "JSON strings are quoted";
  const std::size_t bracket = text.rfind(']');
  if (bracket == std::string_view::npos) return "its closing bracket is missing";
  if (bracket + 1 != text.size()) return "text follows its closing bracket";
  const std::string_view body = syntax::trim_space(text.substr(0, bracket));
  if (body.back() == ',') return "a comma follows its last string";
  return body.find('\\') == std::string_view::npos ? "a comma or a quote is wrong"
                                                   : "a backslash in JSON is written twice";
}

static void check(const Step& step, Findings& findings) {
  const Instruction& instruction = step.syntax->innermost();
  if (instruction.keyword == Keyword::Shell || !model::is_meant_as_array(instruction)) return;
  const syntax::Word& word = model::command_word(instruction);
  const bool paths = instruction.form == syntax::Form::None;
  findings.report(step.range(word), "this is no JSON array, so it is read as {}: {}",
                  paths ? "plain words" : "a shell command", problem(instruction.text(word)));
}

// `["a", "b"] # comment`: the comment goes to a line of its own. BuildKit knows none behind an instruction.
static std::optional<Fix> move_comment(const Model& model, const Step& step, const Instruction& instruction,
                                       LogicalSpan part) {
  const std::string_view line = instruction.line.text();
  const std::size_t bracket = line.rfind(']', line.rfind('#', part.end));
  if (bracket == std::string_view::npos || bracket < part.begin) return std::nullopt;
  const auto array_end = static_cast<std::uint32_t>(bracket) + 1;
  const std::string_view comment = syntax::trim_space(line.substr(array_end, part.end - array_end));
  const auto array = syntax::parse_json_array(line, {part.begin, array_end});
  if (comment.substr(0, 1) != "#" || !array || array->not_a_string) return std::nullopt;
  const std::string_view slot = model.tree().slot(step.slot).bytes;
  const std::string_view newline = slot.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
  const ByteRange rest{step.range(instruction.word({array_end - 1, array_end})).end,
                       step.range(instruction.word(part)).end};
  return Fix{"Move the comment to a line of its own",
             FixSafety::Safe,
             {{{step.base, step.base}, fmt::format("{}{}", comment, newline)}, {rest, ""}}};
}

static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const Step* step = model.step_at(finding.range.begin);
  if (!step) return std::nullopt;
  const Instruction& instruction = step->syntax->innermost();
  const LogicalSpan part = model::command_word(instruction).logical;
  const auto replacements = Repair(instruction.line.text(), part).replacements();
  if (!replacements) return move_comment(model, *step, instruction, part);
  Fix fix{"Make it a JSON array", FixSafety::Safe, {}};
  for (const Replacement& each : *replacements) {
    fix.edits.push_back({step->range(instruction.word(each.span)), std::string(each.text)});
  }
  return fix;
}

extern constinit const Rule broken_exec_form =
    on_step({Keyword::Run, Keyword::Cmd, Keyword::Entrypoint, Keyword::Healthcheck, Keyword::Copy, Keyword::Add,
             Keyword::Volume, Keyword::Onbuild},
            check)
        .with_fix(fix);

}  // namespace dockwright::rules
