#include "analysis/model/variables.hpp"

#include <deque>

#include "analysis/syntax/lexer.hpp"

namespace dockwright::model {
namespace {

// A place between assignments: behind all steps before `step` (an index into Model::steps) and behind that step's first
// `pairs` assignments, which an ARG sees on its own line and an ENV does not.
struct Place {
  std::size_t step = 0;
  std::size_t pairs = 0;
};

// Values refer to variables set before, so the search goes backwards; limits keep long chains of references cheap.
class BackwardLookup {
 public:
  explicit BackwardLookup(const Model& model) : model_(model) {}

  std::optional<std::string> expand(const Stage& stage, Place before, std::string_view text, char escape) {
    if (depth_ == max_depth) return std::nullopt;
    ++depth_;
    syntax::LexerOptions options;
    options.escape = escape;
    std::deque<std::string> values;  // what the lexer sees views of
    const syntax::Expansion result = syntax::expand(
        text,
        [&](std::string_view name) -> std::optional<std::string_view> {
          auto value = lookup(stage, before, name);
          if (!value) return std::nullopt;
          return values.emplace_back(std::move(*value));
        },
        options);
    --depth_;
    if (!result.error.empty() || !result.unset.empty()) return std::nullopt;
    return result.value;
  }

 private:
  static constexpr int max_depth = 8;
  static constexpr std::size_t max_steps = 2'000;

  std::optional<std::string> lookup(const Stage& stage, Place before, std::string_view name) {
    for (const Stage* at = &stage; at; at = at->parent_stage()) {
      const Place end = at == &stage ? before : Place{at->last, 0};
      for (std::size_t i = end.step + (end.pairs > 0); i > at->first; --i) {
        if (++steps_ > max_steps) return std::nullopt;
        const Step& step = model_.steps()[i - 1];
        const auto* view = step.syntax->as<syntax::KeyValuesView>();
        if (!view || step.keyword() == Keyword::Label) continue;
        for (std::size_t k = i - 1 == end.step ? end.pairs : view->pairs.size(); k > 0; --k) {
          const syntax::KeyValue& pair = view->pairs[k - 1];
          if (step.text(pair.key) != name) continue;
          const Place here{i - 1, step.keyword() == Keyword::Arg ? k - 1 : 0};
          if (pair.has_value) return expand(*at, here, step.text(pair.value), step.syntax->escape);
          // A bare ARG brings in the global one; without that it sets nothing.
          if (const auto global = model_.global_argument(name)) return std::string(*global);
        }
      }
    }
    return std::nullopt;
  }

  const Model& model_;
  int depth_ = 0;
  std::size_t steps_ = 0;
};

}  // namespace

std::optional<std::string> expand_at(const Model& model, const Step& step, std::string_view text) {
  if (step.stage == none) return std::nullopt;
  const auto before = static_cast<std::size_t>(&step - model.steps().data());
  return BackwardLookup(model).expand(model.stages()[step.stage], {before, 0}, text, step.syntax->escape);
}

}  // namespace dockwright::model
