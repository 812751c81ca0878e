#include "server/session/client_features.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "protocol/json_text.hpp"
#include "protocol/lifecycle.hpp"

namespace dockwright::server {
namespace {

ClientFeatures features(const std::string& capabilities) {
  const auto params = lsp::decode<lsp::InitializeParams>(*lsp::parse_json(R"({"capabilities":)" + capabilities + "}"));
  EXPECT_TRUE(params) << params.error();
  return client_features(params->capabilities);
}

TEST(ClientFeatures, NothingByDefault) {
  const ClientFeatures none = features("{}");
  EXPECT_EQ(none.encoding, PositionEncoding::utf16);
  EXPECT_FALSE(none.pulls_diagnostics || none.related_information || none.code_description ||
               none.code_action_literals || none.preferred_actions || none.resolves_edits || none.document_changes ||
               none.change_annotations || none.markdown_hover || none.configuration ||
               none.configuration_registration || none.watched_files_registration || none.work_done_progress ||
               none.diagnostic_refresh);
}

TEST(ClientFeatures, ResolvingNeedsDataToo) {
  const std::string resolve = R"("resolveSupport":{"properties":["command","edit"]})";
  EXPECT_TRUE(features(R"({"textDocument":{"codeAction":{"dataSupport":true,)" + resolve + "}}}").resolves_edits);
  EXPECT_FALSE(features(R"({"textDocument":{"codeAction":{)" + resolve + "}}}").resolves_edits);
  EXPECT_FALSE(
      features(R"({"textDocument":{"codeAction":{"dataSupport":true,"resolveSupport":{"properties":["command"]}}}})")
          .resolves_edits);
}

TEST(ClientFeatures, AnnotationsNeedBothSides) {
  const std::string honors = R"("textDocument":{"codeAction":{"honorsChangeAnnotations":true}})";
  const std::string supports = R"("workspace":{"workspaceEdit":{"changeAnnotationSupport":{}}})";
  EXPECT_TRUE(features('{' + honors + ',' + supports + '}').change_annotations);
  EXPECT_FALSE(features('{' + honors + '}').change_annotations);
  EXPECT_FALSE(features('{' + supports + '}').change_annotations);
}

TEST(ClientFeatures, FirstHoverFormatWins) {
  EXPECT_TRUE(features(R"({"textDocument":{"hover":{"contentFormat":["markdown","plaintext"]}}})").markdown_hover);
  EXPECT_FALSE(features(R"({"textDocument":{"hover":{"contentFormat":["plaintext","markdown"]}}})").markdown_hover);
  EXPECT_FALSE(features(R"({"textDocument":{"hover":{"contentFormat":[]}}})").markdown_hover);
}

TEST(ClientFeatures, PulledDiagnosticsMaySayMoreThanPublishedOnes) {
  const auto both = features(R"({"textDocument":{"publishDiagnostics":{"relatedInformation":true,
      "tagSupport":{"valueSet":[1,7]}},"diagnostic":{}}})");
  EXPECT_TRUE(both.pulls_diagnostics);
  EXPECT_TRUE(both.related_information);
  EXPECT_EQ(both.diagnostic_tags.count(lsp::DiagnosticTag::unnecessary), 1u);
  EXPECT_FALSE(features(R"({"textDocument":{"publishDiagnostics":{"relatedInformation":true},
      "diagnostic":{"relatedInformation":false}}})")
                   .related_information);
}

}  // namespace
}  // namespace dockwright::server
