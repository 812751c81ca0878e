// Which settings a document has: those of the innermost workspace folder it lies in, else those of the client as a
// whole, else initializationOptions. Belongs to the loop's thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "protocol/workspace.hpp"
#include "server/session/settings.hpp"

namespace dockwright::server {

class Configuration {
 public:
  // What is wrong with a section, for the user. A section that cannot be read changes nothing; names of rules that do
  // not exist are left aside.
  using Problem = std::optional<std::string>;

  // Sections are the values of "dockwright" in the client's settings (client_settings.hpp); null means that there is
  // none.
  Problem set_initial_section(const lsp::Json& section);
  void add_folder(const lsp::DocumentUri& folder);
  void remove_folder(const lsp::DocumentUri& folder);

  // Number of scopes that have a section: the client as a whole (0) and every folder.
  std::size_t scopes() const { return scopes_.size(); }
  // The folder's URI; none for scope 0.
  const std::optional<lsp::DocumentUri>& folder(std::size_t scope) const { return scopes_[scope].folder; }
  // Precondition: scope < scopes().
  Problem set_section(std::size_t scope, const lsp::Json& section);

  // The same pointer as long as nothing has changed.
  SettingsPointer settings_for(const lsp::DocumentUri& uri);

 private:
  struct Scope {
    std::optional<lsp::DocumentUri> folder;
    std::string text;                        // the section as it came
    std::optional<lint::Settings> settings;  // what it says, if there is one
    SettingsPointer made;                    // from `settings`, or from the initial ones; null: not yet
  };

  Scope& scope_of(const lsp::DocumentUri& uri);

  lint::Settings initial_;
  std::vector<Scope> scopes_ = std::vector<Scope>(1);
};

}  // namespace dockwright::server
