#include "analysis/syntax/slot_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "analysis/syntax/characters.hpp"
#include "analysis/syntax/directive_parser.hpp"
#include "analysis/syntax/instruction_parser.hpp"
#include "analysis/syntax/physical_line.hpp"

namespace dockwright::syntax {

static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

static bool is_comment(std::string_view line) {
  const std::uint32_t space = leading_space(line);
  return space < line.size() && line[space] == '#';
}

// Records lines that BuildKit would refuse to read.
static void check_line_lengths(Slot& slot) {
  if (slot.bytes.size() <= max_line_bytes) return;
  for (std::uint32_t at = 0; at < slot.bytes.size();) {
    const std::uint32_t next = next_line(slot.bytes, at);
    const std::uint32_t end = next > at && slot.bytes[next - 1] == '\n' ? next - 1 : next;
    if (end - at > max_line_bytes) {
      slot.errors.push_back({ErrorKind::LineTooLong, {at + static_cast<std::uint32_t>(max_line_bytes), end}, "a line cannot be longer than 65535 bytes"});
    }
    at = next;
  }
}

SlotPointer SlotReader::read(std::uint32_t at) {
  auto slot = std::make_shared<Slot>();
  const std::uint32_t begin = at;
  if (begin == 0 && text_.substr(0, 3) == byte_order_mark) at += 3;
  std::uint32_t end = next_line(text_, at);
  std::string_view line = trim_newline(text_.substr(at, end - at));
  const std::uint32_t space = leading_space(line);
  line.remove_prefix(space);
  const std::uint32_t content = at + space;

  if (line.empty()) {
    slot->kind = SlotKind::Blank;
    in_directives_ = false;
  } else if (line[0] == '#') {
    slot->kind = SlotKind::Comment;
    slot->comment = {content - begin, content - begin + static_cast<std::uint32_t>(line.size())};
    if (in_directives_) read_directive(*slot, line, content - begin);
  } else {
    in_directives_ = false;
    end = read_instruction(*slot, begin, content);
  }
  slot->bytes = text_.substr(begin, end - begin);
  slot->lines = static_cast<std::uint32_t>(std::count(slot->bytes.begin(), slot->bytes.end(), '\n'));
  check_line_lengths(*slot);
  return slot;
}

void SlotReader::read_directive(Slot& slot, std::string_view line, std::uint32_t base) {
  auto directive = parse_directive(line, base);
  if (!directive) {
    in_directives_ = false;
    return;
  }
  slot.kind = SlotKind::Directive;
  bool& seen = directive->name_text == "syntax" ? seen_syntax_ : directive->name_text == "escape" ? seen_escape_ : seen_check_;
  if (std::exchange(seen, true)) {
    slot.errors.push_back({ErrorKind::InvalidDirective, slot.comment, fmt::format("a second '{}' directive", directive->name_text)});
  } else if (directive->name_text == "escape") {
    if (directive->value_text == "\\" || directive->value_text == "`") {
      escape_ = directive->value_text[0];
    } else {
      slot.errors.push_back({ErrorKind::InvalidDirective, directive->value, "the escape character is either \\ or `"});
    }
  }
  slot.directive = std::move(*directive);
}

std::uint32_t SlotReader::read_instruction(Slot& slot, std::uint32_t begin, std::uint32_t content) {
  slot.kind = SlotKind::Instruction;
  MappedText joined;
  std::vector<Span> comments, blank_lines;
  std::uint32_t at = content, last = content;
  bool continued = true;
  for (bool first = true; continued && at < text_.size(); first = false) {
    const std::uint32_t end = next_line(text_, at);
    const std::string_view line = trim_newline(text_.substr(at, end - at));
    const std::uint32_t line_begin = std::exchange(at, end);
    const std::uint32_t base = line_begin - begin;
    if (!first && is_comment(line)) {
      comments.push_back({base + leading_space(line), base + static_cast<std::uint32_t>(line.size())});
      continue;
    }
    if (!first && leading_space(line) == line.size()) {
      blank_lines.push_back({base, end - begin});
      continue;
    }
    const auto escape_at = continuation(line, escape_);
    continued = escape_at.has_value();
    joined.append(line.substr(0, escape_at.value_or(static_cast<std::uint32_t>(line.size()))), base);
    last = line_begin + static_cast<std::uint32_t>(line.size());
  }
  slot.open = continued;

  auto instruction = parse_instruction(std::move(joined), escape_);
  instruction->comments = std::move(comments);
  instruction->blank_lines = std::move(blank_lines);
  instruction->span = {content - begin, last - begin};
  const Instruction& inner = instruction->innermost();
  const bool takes_heredocs =
      inner.keyword == Keyword::Run || inner.keyword == Keyword::Copy || inner.keyword == Keyword::Add;
  if (takes_heredocs && inner.form != Form::Exec) at = read_heredocs(slot, *instruction, begin, at);
  slot.instruction = std::move(instruction);
  return at;
}

std::uint32_t SlotReader::read_heredocs(Slot& slot, Instruction& instruction, std::uint32_t begin, std::uint32_t at) {
  std::vector<Heredoc> heredocs;
  for (HeredocOperator& found : heredoc_operators(instruction.line.text())) {
    Heredoc heredoc;
    heredoc.operator_span = instruction.line.source(found.span);
    heredoc.name_span = instruction.line.source(found.name_span);
    heredoc.quoted = found.quoted;
    heredoc.strip_tabs = found.strip_tabs;
    heredoc.file_descriptor = found.file_descriptor;
    heredoc.name = std::move(found.name);
    const std::uint32_t body = at;
    const auto terminator = slot.unterminated ? std::nullopt : terminators_.find(heredoc.name, heredoc.strip_tabs, at);
    if (terminator) {
      at = next_line(text_, *terminator);
      const std::string_view line = trim_newline(text_.substr(*terminator, at - *terminator));
      const auto name_end = *terminator + static_cast<std::uint32_t>(line.size()) - begin;
      heredoc.terminator = {name_end - static_cast<std::uint32_t>(heredoc.name.size()), name_end};
      instruction.span.end = name_end;
    } else {
      // The body is taken to end where the next instruction seems to begin, so that the rest of the file is not lost.
      if (!std::exchange(slot.unterminated, true)) {
        while (at < text_.size() && !looks_like_instruction(text_.substr(at, max_line_bytes))) at = next_line(text_, at);
      }
      instruction.errors.push_back({ErrorKind::InvalidHeredoc, heredoc.operator_span,
                                    fmt::format("this heredoc is not terminated: no line says '{}'", heredoc.name)});
    }
    heredoc.body = {body - begin, terminator.value_or(at) - begin};
    heredocs.push_back(std::move(heredoc));
  }
  const OnbuildView* onbuild = instruction.as<OnbuildView>();
  (onbuild ? *onbuild->trigger : instruction).heredocs = std::move(heredocs);
  return at;
}

}  // namespace dockwright::syntax
