#include "analysis/model/apt_configuration.hpp"

#include "analysis/model/text_search.hpp"

namespace dockwright::model {

static bool may_set(const Step& step, std::string_view slot, std::string_view key) {
  switch (step.keyword()) {
    case Keyword::Run:
      return slot.find("apt.conf") != std::string_view::npos && contains_ignoring_case(slot, key);
    case Keyword::Copy:
    case Keyword::Add:
      // Unless it is written here, what the file says is not known.
      if (slot.find("apt.conf") == std::string_view::npos) return false;
      return step.syntax->heredocs.empty() || contains_ignoring_case(slot, key);
    case Keyword::Env:
    case Keyword::Arg:
      return slot.find("APT_CONFIG") != std::string_view::npos;
    default:
      return false;
  }
}

std::vector<bool> apt_key_is_configured(const Model& model, std::string_view key) {
  std::vector<bool> result, at_end(model.stages().size());
  result.reserve(model.steps().size());
  bool configured = false;
  for (const Step& step : model.steps()) {
    if (step.stage == none) {
      result.push_back(false);
      continue;
    }
    const Stage& stage = model.stages()[step.stage];
    if (result.size() == stage.first) configured = stage.parent != none && at_end[stage.parent];
    configured = configured || may_set(step, model.tree().slot(step.slot).bytes, key);
    at_end[step.stage] = configured;
    result.push_back(configured);
  }
  return result;
}

}  // namespace dockwright::model
