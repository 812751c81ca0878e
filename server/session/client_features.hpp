// What the client can do, as flat facts: the only reader of ClientCapabilities. Fixed once `initialize` is answered.
#pragma once

#include <memory>
#include <set>
#include <string>

#include "protocol/client_capabilities.hpp"
#include "protocol/diagnostics.hpp"
#include "server/position_encoding.hpp"

namespace dockwright::server {

struct ClientFeatures {
  PositionEncoding encoding = PositionEncoding::utf16;

  // Diagnostics are pulled, so they are not published as well.
  bool pulls_diagnostics = false;
  bool diagnostic_refresh = false;
  // Of the kind of diagnostics that is in use.
  bool related_information = false;
  bool code_description = false;
  std::set<lsp::DiagnosticTag> diagnostic_tags;

  bool code_action_literals = false;
  bool preferred_actions = false;
  // The edit of a code action may come with codeAction/resolve.
  bool resolves_edits = false;
  bool document_changes = false;
  bool change_annotations = false;

  bool markdown_hover = false;
  bool configuration = false;
  bool configuration_registration = false;
  bool watched_files_registration = false;
  bool work_done_progress = false;
};

using ClientFeaturesPointer = std::shared_ptr<const ClientFeatures>;

ClientFeatures client_features(const lsp::ClientCapabilities& capabilities);

}  // namespace dockwright::server
