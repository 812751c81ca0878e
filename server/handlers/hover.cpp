#include "protocol/hover.hpp"

#include <algorithm>

#include "analysis/rules/page.hpp"
#include "server/handlers/handlers.hpp"

namespace dockwright::server::handlers {

// The finding at `offset`; of several, the one that covers least.
static const rules::Finding* finding_at(const DocumentSnapshot& document, ByteOffset offset) {
  const rules::Finding* best = nullptr;
  for (const auto& finding : document.findings()) {
    if (!finding.range.touches(offset)) continue;
    if (best == nullptr || finding.range.size() < best->range.size()) best = &finding;
  }
  return best;
}

void hover(Session& session, const lsp::HoverParams& params, Reply<std::optional<lsp::Hover>> reply) {
  const auto snapshot = find_document(session, params.text_document.uri, reply, {});
  if (!snapshot) return;
  session.answer(std::move(reply), snapshot,
                 [features = session.features(), position = params.position](const DocumentSnapshot& document) {
                   std::optional<lsp::Hover> out;
                   const PositionMap positions(document.text(), features->encoding);
                   const auto offset = positions.offset(position);
                   const rules::Finding* finding = offset ? finding_at(document, *offset) : nullptr;
                   if (finding == nullptr) return out;
                   const auto kind =
                       features->markdown_hover ? lsp::markup_kind::markdown : lsp::markup_kind::plaintext;
                   out.emplace();
                   out->contents = {std::string(kind), rules::Page(finding->rule->info.page).published()};
                   out->range = positions.range(finding->range);
                   return out;
                 });
}

}  // namespace dockwright::server::handlers
