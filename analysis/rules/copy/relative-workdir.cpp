#include <vector>

#include "analysis/model/variables.hpp"
#include "analysis/rules/rule.hpp"
#include "analysis/syntax/characters.hpp"

namespace dockwright::rules {

static bool is_absolute(std::string_view path) {
  if (path[0] == '/' || path[0] == '\\') return true;
  return path.size() > 1 && syntax::is_alpha(path[0]) && path[1] == ':';
}

// False also when it cannot be known.
static bool is_relative(const Model& model, const Step& step) {
  const std::string_view written = step.text(step.syntax->arguments);
  const std::size_t begin = written.find_first_not_of("\"'");
  if (begin == std::string_view::npos) return false;
  if (written[begin] != '$') return !is_absolute(written.substr(begin));
  const auto path = model::expand_at(model, step, written);
  return path && !path->empty() && !is_absolute(*path);
}

// As BuildKit: only the first WORKDIR of a stage and the stages it is FROM depends on the base image.
static void check(const Model& model, Findings& findings) {
  std::vector<bool> is_set(model.stages().size());
  for (const Stage& stage : model.stages()) {
    if (stage.parent != model::none) is_set[stage.index] = is_set[stage.parent];
    for (const Step& step : stage.steps()) {
      if (is_set[stage.index]) break;
      if (step.keyword() != Keyword::Workdir || !step.syntax->errors.empty()) continue;
      is_set[stage.index] = true;
      if (!is_relative(model, step)) continue;
      findings.report(step.range(step.syntax->arguments),
                      "'{}' depends on the working directory of the base image; begin it with a slash",
                      step.text(step.syntax->arguments));
    }
  }
}

extern constinit const Rule relative_workdir = on_file(check);

}  // namespace dockwright::rules
