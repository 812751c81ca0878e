#include "analysis/lint/suppressions.hpp"

#include <algorithm>

#include "analysis/lint/suppression_comment.hpp"

namespace dockwright::lint {
namespace {

using model::Model;
using model::Stage;
using model::Step;
using syntax::SlotKind;

class Collector {
 public:
  explicit Collector(const Model& model) : model_(model) {}

  std::vector<Suppression> collect() {
    const syntax::Tree& tree = model_.tree();
    std::size_t next_step = 0;
    for (std::size_t i = 0; i < tree.size(); ++i) {
      const syntax::Slot& slot = tree.slot(i);
      if (slot.kind == SlotKind::Comment || slot.kind == SlotKind::Directive) {
        add_above(slot, tree.begin(i), next_step);
      } else if (slot.kind == SlotKind::Instruction) {
        add_inside(model_.steps()[next_step++], slot.bytes);
      }
    }
    return std::move(out_);
  }

 private:
  Suppression* add(const SuppressionComment& comment, ByteRange where) {
    Suppression& result = out_.emplace_back();
    result.dialect = comment.dialect;
    result.comment = where;
    for (const auto& [name, span] : comment.rules) result.rules.push_back({name, span.at(where.begin)});
    result.until = comment.until;
    result.until_range = comment.until_span.at(where.begin);
    result.has_reason = comment.has_reason;
    return &result;
  }

  ByteRange whole_file() const { return {{0}, {model_.text().size()}}; }

  ByteRange stage_range(const Stage& stage) const {
    if (stage.first == stage.last) return {};
    return {model_.steps()[stage.first].base, stage.steps().back().range().end};
  }

  // A comment on its own line; the step behind it is steps()[next].
  void add_above(const syntax::Slot& slot, ByteOffset base, std::size_t next) {
    const ByteRange where = slot.comment.at(base);
    const auto comment = read_suppression_comment(model_.text().bytes(where));
    if (!comment) return;
    Suppression* result = add(*comment, where);
    const auto steps = model_.steps();
    const bool file = comment->reach == SuppressionReach::File || slot.kind == SlotKind::Directive;
    if (file) {
      result->scope = whole_file();
    } else if (comment->reach == SuppressionReach::Stage) {
      result->scope = following_or_own_stage(next);
    } else if (next < steps.size()) {
      result->scope = {steps[next].base, steps[next].range().end};
    }
  }

  ByteRange following_or_own_stage(std::size_t next) const {
    const auto steps = model_.steps();
    while (next < steps.size() && steps[next].stage == model::none) ++next;
    if (next < steps.size() && steps[next].keyword() == syntax::Keyword::From) {
      return stage_range(model_.stages()[steps[next].stage]);
    }
    const std::size_t inside = next > 0 ? next - 1 : next;
    if (inside >= steps.size() || steps[inside].stage == model::none) return {};
    return stage_range(model_.stages()[steps[inside].stage]);
  }

  // Comments between continued lines, and those of a script in a heredoc.
  void add_inside(const Step& step, std::string_view slot_bytes) {
    for (const Span span : step.syntax->comments) add_in_step(step, span, slot_bytes);
    if (!step.script) return;
    for (const shell::Comment& comment : step.script->script.comments) {
      add_in_step(step, step.script->source(comment.span), slot_bytes);
    }
  }

  void add_in_step(const Step& step, Span span, std::string_view slot_bytes) {
    const auto comment = read_suppression_comment(slot_bytes.substr(span.begin, span.size()));
    if (!comment) return;
    Suppression* result = add(*comment, step.range(span));
    if (comment->reach == SuppressionReach::File) {
      result->scope = whole_file();
    } else if (comment->reach == SuppressionReach::Stage) {
      if (step.stage != model::none) result->scope = stage_range(model_.stages()[step.stage]);
    } else if (!step.script) {
      const std::size_t line = std::min(slot_bytes.find('\n', span.end), slot_bytes.size());
      const std::size_t line_end = std::min(slot_bytes.find('\n', line + 1), slot_bytes.size());
      result->scope = step.range(Span{span.end, static_cast<std::uint32_t>(line_end)});
    } else {
      for (const shell::Command& command : step.commands()) {
        const Span source = step.script->source(command.span);
        if (source.begin < span.end) continue;
        result->scope = step.range(source);
        break;
      }
    }
  }

  const Model& model_;
  std::vector<Suppression> out_;
};

}  // namespace

std::vector<Suppression> find_suppressions(const Model& model) { return Collector(model).collect(); }

}  // namespace dockwright::lint
