#include "server/session/configuration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "protocol/json_text.hpp"
#include "server/local_date.hpp"
#include "server/session/client_settings.hpp"

namespace dockwright::server {

static bool lies_in(std::string_view uri, std::string_view folder) {
  while (!folder.empty() && folder.back() == '/') folder.remove_suffix(1);
  return uri.substr(0, folder.size()) == folder && (uri.size() == folder.size() || uri[folder.size()] == '/');
}

static Configuration::Problem unknown_rules(const lint::Settings& settings) {
  const auto names = lint::unknown_selectors(settings);
  if (names.empty()) return std::nullopt;
  return fmt::format("no rule, alias or group is called {}", fmt::join(names, ", "));
}

Configuration::Problem Configuration::set_initial_section(const lsp::Json& section) {
  auto settings = read_client_settings(section);
  if (!settings) return settings.error();
  initial_ = std::move(*settings);
  return unknown_rules(initial_);
}

void Configuration::add_folder(const lsp::DocumentUri& folder) {
  remove_folder(folder);
  scopes_.push_back({folder, {}, {}, {}});
}

void Configuration::remove_folder(const lsp::DocumentUri& folder) {
  const auto is_folder = [&](const Scope& scope) { return scope.folder == folder; };
  scopes_.erase(std::remove_if(scopes_.begin(), scopes_.end(), is_folder), scopes_.end());
}

Configuration::Problem Configuration::set_section(std::size_t index, const lsp::Json& section) {
  Scope& scope = scopes_[index];
  std::string text = lsp::to_text(section);
  if (text == scope.text) return std::nullopt;
  scope.text = std::move(text);
  auto settings = read_client_settings(section);
  if (!settings) return settings.error();
  const Problem problem = unknown_rules(*settings);
  scope.settings.reset();
  if (!section.is_null()) scope.settings = std::move(*settings);
  scope.made = nullptr;
  return problem;
}

Configuration::Scope& Configuration::scope_of(const lsp::DocumentUri& uri) {
  Scope* found = &scopes_.front();
  for (Scope& scope : scopes_) {
    if (!scope.folder || !scope.settings || !lies_in(uri, *scope.folder)) continue;
    if (!found->folder || scope.folder->size() > found->folder->size()) found = &scope;
  }
  return *found;
}

SettingsPointer Configuration::settings_for(const lsp::DocumentUri& uri) {
  Scope& scope = scope_of(uri);
  // A suppression can expire overnight.
  std::string date = local_date();
  if (!scope.made || scope.made->lint.today != date) {
    lint::Settings lint = scope.settings.value_or(initial_);
    lint.today = std::move(date);
    scope.made = std::make_shared<const Settings>(std::move(lint));
  }
  return scope.made;
}

}  // namespace dockwright::server
