#include "server/session/lsp_edits.hpp"

#include "server/position_encoding.hpp"

namespace dockwright::server {

lsp::WorkspaceEdit workspace_edit(const DocumentSnapshot& snapshot, const TextEdits& edits,
                                  const ClientFeatures& features,
                                  const std::optional<lsp::ChangeAnnotation>& annotation) {
  static const std::string annotation_id = "1";
  const bool annotated = annotation && features.document_changes && features.change_annotations;
  const PositionMap positions(snapshot.text(), features.encoding);

  std::vector<lsp::TextEdit> lsp_edits;
  for (const TextEdit& edit : edits) {
    lsp_edits.push_back({positions.range(edit.range), edit.replacement, std::nullopt});
    if (annotated) lsp_edits.back().annotation_id = annotation_id;
  }

  lsp::WorkspaceEdit out;
  if (features.document_changes) {
    out.document_changes.emplace().push_back({{snapshot.uri(), snapshot.version()}, std::move(lsp_edits)});
  } else {
    out.changes.emplace().emplace(snapshot.uri(), std::move(lsp_edits));
  }
  if (annotated) out.change_annotations.emplace().emplace(annotation_id, *annotation);
  return out;
}

}  // namespace dockwright::server
