#include "tests/support/lsp_edits.hpp"

#include <gtest/gtest.h>

#include "analysis/text/edits.hpp"
#include "server/position_encoding.hpp"

namespace dockwright::test {

using nlohmann::json;

std::string applied(const std::string& text, const json& workspace_edit, const std::string& uri) {
  json edits = json::array();
  if (workspace_edit.contains("documentChanges")) {
    for (const json& change : workspace_edit["documentChanges"]) {
      if (change["textDocument"]["uri"] == uri)
        edits.insert(edits.end(), change["edits"].begin(), change["edits"].end());
    }
  } else if (workspace_edit.contains("changes")) {
    edits = workspace_edit["changes"].value(uri, json::array());
  }
  const Text before(text);
  const server::PositionMap positions(before, server::PositionEncoding::utf16);
  TextEdits out;
  for (const json& edit : edits) {
    const auto position = [&](const char* end) {
      return lsp::Position{edit["range"][end]["line"], edit["range"][end]["character"]};
    };
    const auto range = positions.edit_range({position("start"), position("end")});
    EXPECT_TRUE(range) << edit;
    if (range) out.push_back({*range, edit["newText"]});
  }
  EXPECT_TRUE(normalize(out)) << "edits overlap: " << edits;
  return dockwright::apply_edits(before, out);
}

}  // namespace dockwright::test
