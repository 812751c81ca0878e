#include "tests/support/describe.hpp"

#include <fmt/format.h>

namespace dockwright::test {

using syntax::Form;
using syntax::Instruction;
using syntax::Word;

namespace {

class Printer {
 public:
  Printer(const std::string& bytes, const Instruction& instruction) : bytes_(bytes), instruction_(instruction) {}

  std::string print() {
    out_ = name_of(instruction_.keyword);
    if (out_.empty()) out_ = "?" + at(instruction_.keyword_word.span);
    for (const auto& flag : instruction_.flags) {
      out_ += fmt::format(" --{}{}", at(flag.name.span), flag.has_value ? "=" + at(flag.value.span) : "");
      if (flag.value_text != at(flag.value.span)) out_ += fmt::format("({})", flag.value_text);
    }
    if (instruction_.form == Form::Shell) out_ += fmt::format(" shell '{}'", at(instruction_.arguments.span));
    for (const auto& string : instruction_.exec) out_ += fmt::format(" {}", at(string.whole.span));
    if (instruction_.broken_json) out_ += " broken-json";
    std::visit([this](const auto& view) { add(view); }, instruction_.view);
    for (const auto& heredoc : instruction_.heredocs) {
      out_ += fmt::format(" heredoc({} fd={}{}{} body='{}' end='{}')", at(heredoc.operator_span), heredoc.file_descriptor,
                          heredoc.quoted ? " quoted" : "", heredoc.strip_tabs ? " tabs" : "", at(heredoc.body), at(heredoc.terminator));
    }
    for (const auto& error : instruction_.errors) out_ += fmt::format(" !'{}'", at(error.span));
    return out_;
  }

 private:
  std::string at(Span span) const { return bytes_.substr(span.begin, span.size()); }
  void part(const char* name, const Word& word) {
    if (!word.empty()) out_ += fmt::format(" {}={}", name, at(word.span));
  }
  std::string part_of_image(const syntax::FromView& view, LogicalSpan span) const {
    return std::string(instruction_.text(view.image).substr(span.begin, span.size()));
  }

  void add(const std::monostate&) {}
  void add(const syntax::FromView& view) {
    part("image", view.image);
    out_ += fmt::format(" name={}", part_of_image(view, view.name.name));
    if (view.name.has_tag()) out_ += fmt::format(" tag={}", part_of_image(view, view.name.tag));
    if (view.name.has_digest()) out_ += fmt::format(" digest={}", part_of_image(view, view.name.digest));
    part("as", view.as);
    part("alias", view.alias);
  }
  void add(const syntax::RunView& view) {
    for (const auto& mount : view.mounts) {
      out_ += " mount(";
      for (const auto& option : mount.options) {
        out_ += fmt::format("{}{}{} ", at(option.key.span), option.has_value ? "=" : "", at(option.value.span));
      }
      out_.back() = ')';
    }
  }
  void add(const syntax::CopyView& view) {
    for (const Word& source : view.sources) part("source", source);
    part("destination", view.destination);
  }
  void add(const syntax::KeyValuesView& view) {
    if (view.legacy) out_ += " legacy";
    for (const auto& pair : view.pairs) out_ += fmt::format(" {}{}{}", at(pair.key.span), pair.has_value ? "=" : "", at(pair.value.span));
  }
  void add(const syntax::ExposeView& view) {
    for (const auto& port : view.ports) {
      part("port", port.port);
      part("protocol", port.protocol);
    }
  }
  void add(const syntax::HealthcheckView& view) {
    part("type", view.type);
    part("command", view.command);
  }
  void add(const syntax::VolumeView& view) {
    for (const Word& path : view.paths) part("path", path);
  }
  void add(const syntax::ValueView& view) {
    part("value", view.value);
    part("user", view.user);
    part("group", view.group);
  }
  void add(const syntax::OnbuildView& view) {
    if (view.trigger) out_ += " [" + Printer(bytes_, *view.trigger).print() + "]";
  }

  const std::string& bytes_;
  const Instruction& instruction_;
  std::string out_;
};

}  // namespace

std::string describe(const syntax::Slot& slot) {
  switch (slot.kind) {
    case syntax::SlotKind::Blank: return "blank";
    case syntax::SlotKind::Comment: return "comment " + slot.bytes.substr(slot.comment.begin, slot.comment.size());
    case syntax::SlotKind::Directive:
      return fmt::format("directive {}={}", slot.bytes.substr(slot.directive.name.begin, slot.directive.name.size()),
                         slot.bytes.substr(slot.directive.value.begin, slot.directive.value.size()));
    case syntax::SlotKind::Instruction: break;
  }
  return Printer(slot.bytes, *slot.instruction).print();
}

}  // namespace dockwright::test
