#include "server/report/rule_page.hpp"

#include <gtest/gtest.h>

namespace dockwright::server {
namespace {

struct Case {
  const char* page;
  bool color;
  const char* expected;
};

TEST(RulePage, Renders) {
  const Case cases[] = {
      {"# x\nseverity: error\n\nText.\n", false, "x\nseverity: error\n\nText.\n"},
      {"# x\n", true, "\x1b[1mx\x1b[0m\n"},
      {"## Bad\n```dockerfile\nUSER ⟦root⟧:⟦0⟧\nx\n```\n", false, "Bad\n    USER root:0\n         ^^^^ ^\n    x\n"},
      {"```dockerfile\nUSER ⟦root⟧\n```\n", true, "    USER \x1b[1;31mroot\x1b[0m\n"},
      {"```dockerfile\nRUN ⟦a \\\n  b⟧ c\n```\n", false, "    RUN a \\\n        ^^^\n      b c\n    ^^^\n"},
      {"```dockerfile\nA ⟦⟧b\n```\n", false, "    A b\n      ^\n"},
      {"```dockerfile\n中 ⟦文⟧\n```\n", false, "    中 文\n       ^^\n"},
      {"```dockerfile\na\n```\n```dockerfile fixed\nb\n```\n", false, "    a\n\nFixed:\n\n    b\n"},
      {"## Limits\nl\n\n## Case: one\n```dockerfile\n⟦a⟧\n```\n\n## Case: two\nx\n", false, "Limits\nl\n"},
      {"## Case: one\nx\n## After\ny\n", false, "After\ny\n"},
      {"```dockerfile\n## not a heading\n# nor this\n```\n", false, "    ## not a heading\n    # nor this\n"},
  };
  for (const auto& [page, color, expected] : cases) EXPECT_EQ(render_page(page, color), expected) << page;
}

}  // namespace
}  // namespace dockwright::server
