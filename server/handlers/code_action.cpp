#include "protocol/code_action.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/lint/fixes.hpp"
#include "server/handlers/fix_all.hpp"
#include "server/handlers/handlers.hpp"
#include "server/session/lsp_diagnostics.hpp"
#include "server/session/lsp_edits.hpp"

namespace dockwright::server::handlers {

// Every fix is tried on the whole file before it is offered, so a selection of the whole file gets the first of them
// only.
static constexpr std::size_t max_selected = 32;

namespace {

struct Suppression {
  lint::SuppressWhere where;
  std::string_view place;
};

constexpr Suppression suppressions[] = {{lint::SuppressWhere::Here, "here"},
                                        {lint::SuppressWhere::Stage, "in this stage"},
                                        {lint::SuppressWhere::File, "in this file"}};

// One textDocument/codeAction request, on a worker.
class CodeActions {
 public:
  CodeActions(const DocumentSnapshot& document, const ClientFeatures& features, const lsp::CodeActionParams& params)
      : document_(document), features_(features), params_(params), positions_(document.text(), features.encoding) {}

  std::vector<lsp::CodeAction> compute() {
    if (is_wanted(lsp::code_action_kind::quick_fix)) {
      const auto findings = selected_findings();
      for (const auto& selected : findings) add_fix(selected);
      for (const auto& selected : findings) add_suppressions(selected);
    }
    // Editors ask at every move of the cursor; then nobody wants to rewrite the file.
    const bool in_passing =
        !params_.context.only && params_.context.trigger_kind == lsp::CodeActionTriggerKind::automatic;
    if (!in_passing && is_wanted(fix_all_kind)) add_fix_all();
    return std::move(actions_);
  }

 private:
  struct Selected {
    const rules::Finding* finding;
    lsp::Diagnostic diagnostic;
  };

  bool is_wanted(std::string_view kind) const {
    if (!params_.context.only) return true;
    const auto& only = *params_.context.only;
    return std::any_of(only.begin(), only.end(), [&](const std::string& asked) {
      return asked.empty() || kind == asked || (kind.substr(0, asked.size()) == asked && kind[asked.size()] == '.');
    });
  }

  // Those the client names, wherever they are: some editors ask for the whole line of the cursor that way. If it names
  // none of ours, those that the range touches.
  std::vector<Selected> selected_findings() const {
    std::vector<Selected> named, touched;
    const auto range = positions_.range(params_.range);
    for (const auto& finding : document_.findings()) {
      lsp::Diagnostic diagnostic = lsp_diagnostic(finding, positions_, document_.uri(), features_);
      const auto& known = params_.context.diagnostics;
      const bool is_named = std::any_of(known.begin(), known.end(), [&](const lsp::Diagnostic& other) {
        return other.code == diagnostic.code && other.range == diagnostic.range && other.source == diagnostic.source;
      });
      const bool touches = range && finding.range.begin <= range->end && range->begin <= finding.range.end;
      if (is_named) named.push_back({&finding, diagnostic});
      if (touches) touched.push_back({&finding, std::move(diagnostic)});
    }
    std::vector<Selected>& selected = named.empty() ? touched : named;
    if (selected.size() > max_selected) selected.resize(max_selected);
    return std::move(selected);
  }

  void add_fix(const Selected& selected) {
    const auto fix = lint::fix(*document_.model(), document_.settings()->lint.build, *selected.finding);
    if (!fix) return;
    const bool safe = fix->safety == rules::FixSafety::Safe;
    std::optional<lsp::ChangeAnnotation> annotation;
    if (!safe) annotation = {"Unsafe fix", false, "What the image does may change"};
    lsp::CodeAction& action = add(safe ? fix->title : fix->title + " (unsafe)", lsp::code_action_kind::quick_fix);
    action.diagnostics.emplace().push_back(selected.diagnostic);
    if (safe && features_.preferred_actions) action.is_preferred = true;
    action.edit = workspace_edit(document_, fix->edits, features_, annotation);
  }

  void add_suppressions(const Selected& selected) {
    for (const Suppression& suppression : suppressions) {
      const auto edit = lint::suppress(*document_.model(), *selected.finding, suppression.where);
      const std::string title = fmt::format("Ignore {} {}", selected.finding->rule->info.name, suppression.place);
      if (!edit || !suppressed_.emplace(title, edit->range).second) continue;
      lsp::CodeAction& action = add(title, lsp::code_action_kind::quick_fix);
      action.diagnostics.emplace().push_back(selected.diagnostic);
      action.edit = workspace_edit(document_, {*edit}, features_);
    }
  }

  void add_fix_all() {
    if (!may_fix(document_)) return;
    lsp::CodeAction& action = add("Apply all safe fixes", fix_all_kind);
    if (features_.resolves_edits) {
      action.data = lsp::CodeActionData{document_.uri(), document_.version()};
    } else {
      action.edit = fix_all_edit(document_, features_);
    }
  }

  lsp::CodeAction& add(std::string title, std::string_view kind) {
    lsp::CodeAction& action = actions_.emplace_back();
    action.title = std::move(title);
    action.kind = kind;
    return action;
  }

  const DocumentSnapshot& document_;
  const ClientFeatures& features_;
  const lsp::CodeActionParams& params_;
  PositionMap positions_;
  std::set<std::pair<std::string, ByteRange>> suppressed_;  // two findings can ask for the same comment
  std::vector<lsp::CodeAction> actions_;
};

}  // namespace

void code_action(Session& session, const lsp::CodeActionParams& params, Reply<std::vector<lsp::CodeAction>> reply) {
  const auto snapshot = find_document(session, params.text_document.uri, reply, {});
  if (!snapshot) return;
  session.answer(std::move(reply), snapshot, [features = session.features(), params](const DocumentSnapshot& document) {
    return CodeActions(document, *features, params).compute();
  });
}

}  // namespace dockwright::server::handlers
