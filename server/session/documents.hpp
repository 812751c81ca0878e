// The open documents, in step with the client or not there at all.
//
// The client owns the text and sends what it changed. When a change cannot be applied the text is unknown from then on;
// a document in that state is left out until the client opens it again. Belongs to the loop's thread.
#pragma once

#include <functional>
#include <map>
#include <set>

#include "protocol/result.hpp"
#include "protocol/synchronization.hpp"
#include "server/position_encoding.hpp"
#include "server/session/document_snapshot.hpp"

namespace dockwright::server {

class Documents {
 public:
  void set_encoding(PositionEncoding encoding) { encoding_ = encoding; }

  // After a failure, which the user should be told, the document is left out.
  lsp::Result<SnapshotPointer> open(lsp::TextDocumentItem item, SettingsPointer settings);
  // Precondition: the document is not left out.
  lsp::Result<SnapshotPointer> change(const lsp::DidChangeTextDocumentParams& params);
  void close(const lsp::DocumentUri& uri);

  // From here on, and until it is opened anew, nothing is known of this document.
  void leave_out(const lsp::DocumentUri& uri);
  bool is_left_out(const lsp::DocumentUri& uri) const { return left_out_.count(uri) > 0; }

  // Null when it is not open, or left out.
  SnapshotPointer find(const lsp::DocumentUri& uri) const;

  // Gives every document the settings that `settings_of` chooses; returns those for which that is news.
  std::vector<SnapshotPointer> apply_settings(
      const std::function<SettingsPointer(const lsp::DocumentUri&)>& settings_of);

 private:
  lsp::Failure fail(const lsp::DocumentUri& uri, const std::string& why);

  PositionEncoding encoding_ = PositionEncoding::utf16;
  std::map<lsp::DocumentUri, SnapshotPointer> open_;
  std::set<lsp::DocumentUri> left_out_;
};

}  // namespace dockwright::server
