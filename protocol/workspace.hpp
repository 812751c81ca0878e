// LSP 3.18, "Workspace Features" and "Client Features": folders, configuration, watched files, registration.
#pragma once

#include "protocol/basic.hpp"

namespace dockwright::lsp {

struct WorkspaceFolder {
  DocumentUri uri;
  std::string name;
};
constexpr auto fields(const WorkspaceFolder*) {
  return std::make_tuple(field("uri", &WorkspaceFolder::uri), field("name", &WorkspaceFolder::name));
}

struct WorkspaceFoldersChangeEvent {
  std::vector<WorkspaceFolder> added;
  std::vector<WorkspaceFolder> removed;
};
constexpr auto fields(const WorkspaceFoldersChangeEvent*) {
  return std::make_tuple(field("added", &WorkspaceFoldersChangeEvent::added),
                         field("removed", &WorkspaceFoldersChangeEvent::removed));
}

struct DidChangeWorkspaceFoldersParams {
  WorkspaceFoldersChangeEvent event;
};
constexpr auto fields(const DidChangeWorkspaceFoldersParams*) {
  return std::make_tuple(field("event", &DidChangeWorkspaceFoldersParams::event));
}

struct DidChangeConfigurationParams {
  Any settings;
};
constexpr auto fields(const DidChangeConfigurationParams*) {
  return std::make_tuple(field("settings", &DidChangeConfigurationParams::settings));
}

struct ConfigurationItem {
  std::optional<DocumentUri> scope_uri;
  std::optional<std::string> section;
};
constexpr auto fields(const ConfigurationItem*) {
  return std::make_tuple(field("scopeUri", &ConfigurationItem::scope_uri),
                         field("section", &ConfigurationItem::section));
}

struct ConfigurationParams {
  std::vector<ConfigurationItem> items;
};
constexpr auto fields(const ConfigurationParams*) {
  return std::make_tuple(field("items", &ConfigurationParams::items));
}

enum class FileChangeType : std::int32_t { created = 1, changed = 2, deleted = 3 };

struct FileEvent {
  DocumentUri uri;
  FileChangeType type = FileChangeType::changed;
};
constexpr auto fields(const FileEvent*) {
  return std::make_tuple(field("uri", &FileEvent::uri), field("type", &FileEvent::type));
}

struct DidChangeWatchedFilesParams {
  std::vector<FileEvent> changes;
};
constexpr auto fields(const DidChangeWatchedFilesParams*) {
  return std::make_tuple(field("changes", &DidChangeWatchedFilesParams::changes));
}

struct FileSystemWatcher {
  std::string glob_pattern;
};
constexpr auto fields(const FileSystemWatcher*) {
  return std::make_tuple(field("globPattern", &FileSystemWatcher::glob_pattern));
}

struct DidChangeWatchedFilesRegistrationOptions {
  std::vector<FileSystemWatcher> watchers;
};
constexpr auto fields(const DidChangeWatchedFilesRegistrationOptions*) {
  return std::make_tuple(field("watchers", &DidChangeWatchedFilesRegistrationOptions::watchers));
}

struct DidChangeConfigurationRegistrationOptions {
  std::optional<std::string> section;
};
constexpr auto fields(const DidChangeConfigurationRegistrationOptions*) {
  return std::make_tuple(field("section", &DidChangeConfigurationRegistrationOptions::section));
}

struct Registration {
  std::string id;
  std::string method;
  std::variant<DidChangeWatchedFilesRegistrationOptions, DidChangeConfigurationRegistrationOptions> register_options;
};
constexpr auto fields(const Registration*) {
  return std::make_tuple(field("id", &Registration::id), field("method", &Registration::method),
                         field("registerOptions", &Registration::register_options));
}

struct RegistrationParams {
  std::vector<Registration> registrations;
};
constexpr auto fields(const RegistrationParams*) {
  return std::make_tuple(field("registrations", &RegistrationParams::registrations));
}

}  // namespace dockwright::lsp
