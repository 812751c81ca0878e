#include "server/handlers/fix_all.hpp"
#include "server/handlers/handlers.hpp"

namespace dockwright::server::handlers {

void resolve_code_action(Session& session, const lsp::CodeAction& action, Reply<lsp::CodeAction> reply) {
  // Actions that came complete may be resolved too; nothing is to be added.
  if (!action.data) return reply(action);
  const auto snapshot = session.documents().find(action.data->uri);
  if (!snapshot || snapshot->version() != action.data->version) {
    return reply.error(lsp::ErrorCode::content_modified, "the document has changed since the action was offered");
  }
  session.answer(std::move(reply), snapshot, [features = session.features(), action](const DocumentSnapshot& document) {
    lsp::CodeAction out = action;
    out.edit = fix_all_edit(document, *features);
    return out;
  });
}

}  // namespace dockwright::server::handlers
