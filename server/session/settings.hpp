// What a document is analysed with. Immutable; threads share it.
#pragma once

#include <memory>

#include "analysis/lint/rule_set.hpp"
#include "analysis/lint/settings.hpp"

namespace dockwright::server {

struct Settings {
  explicit Settings(lint::Settings settings) : lint(std::move(settings)), rules(lint) {}

  lint::Settings lint;
  lint::RuleSet rules;
};

using SettingsPointer = std::shared_ptr<const Settings>;

}  // namespace dockwright::server
