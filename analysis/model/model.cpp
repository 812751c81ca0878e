#include "analysis/model/model.hpp"

#include <algorithm>
#include <charconv>

#include "analysis/syntax/characters.hpp"

namespace dockwright::model {

std::span<const Step> Stage::steps() const { return model->steps().subspan(first, last - first); }

const Step* Stage::from() const {
  const Step& step = model->steps()[first];
  return step.keyword() == Keyword::From ? &step : nullptr;
}

const Step* Stage::find_last(Keyword keyword) const {
  const auto all = steps();
  for (std::size_t i = all.size(); i > 0; --i) {
    if (all[i - 1].keyword() == keyword) return &all[i - 1];
  }
  return nullptr;
}

const Step* Stage::find_inherited(Keyword keyword) const {
  for (const Stage* stage = this; stage; stage = stage->parent_stage()) {
    if (const Step* found = stage->find_last(keyword)) return found;
  }
  return nullptr;
}

const Stage* Stage::parent_stage() const { return parent == none ? nullptr : &model->stages()[parent]; }

const Stage& Stage::root() const {
  const Stage* stage = this;
  while (const Stage* next = stage->parent_stage()) stage = next;
  return *stage;
}

const Stage* Model::find_stage(std::string_view reference, std::uint32_t before, bool indexes) const {
  std::string name(reference);
  for (char& c : name) c = syntax::to_lower(c);
  const std::uint32_t count = std::min(before, static_cast<std::uint32_t>(stages_.size()));
  for (std::uint32_t i = count; i > 0; --i) {
    if (!stages_[i - 1].name.empty() && stages_[i - 1].name == name) return &stages_[i - 1];
  }
  if (!indexes || reference.empty()) return nullptr;
  std::uint32_t index = 0;
  const char* end = reference.data() + reference.size();
  const auto [at, error] = std::from_chars(reference.data(), end, index);
  return error == std::errc() && at == end && index < count ? &stages_[index] : nullptr;
}

std::optional<std::string_view> Model::global_argument(std::string_view name) const {
  const auto found = global_arguments_.find(name);
  if (found == global_arguments_.end() || !found->second) return std::nullopt;
  return *found->second;
}

bool Model::declares_global_argument(std::string_view name) const {
  return global_arguments_.find(name) != global_arguments_.end();
}

const Step* Model::step_at(ByteOffset offset) const {
  const auto next = std::upper_bound(steps_.begin(), steps_.end(), offset,
                                     [](ByteOffset at, const Step& step) { return at < step.base; });
  if (next == steps_.begin()) return nullptr;
  const Step& step = *(next - 1);
  return offset <= step.base + static_cast<std::uint32_t>(tree_.slot(step.slot).bytes.size()) ? &step : nullptr;
}

}  // namespace dockwright::model
