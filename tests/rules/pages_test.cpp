// Every rule's page is its test: marked code is reported exactly where it is marked, code without markers is not, and a
// `fixed` block is what the fix makes. DOCKWRIGHT_PAGE=name runs one page.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "analysis/lint/fixes.hpp"
#include "analysis/lint/linter.hpp"
#include "analysis/rules/page.hpp"

namespace dockwright {
namespace {

using lint::RuleSet;
using model::Model;
using rules::CodeBlock;
using rules::RegisteredRule;

std::shared_ptr<const Model> model_of(const std::string& text, const lint::Settings& settings) {
  return Model::build(syntax::Tree::parse(Text(text)), settings.build, nullptr);
}

// The text with markers around each finding.
std::string mark(const std::string& text, const std::vector<rules::Finding>& findings) {
  std::vector<std::pair<std::uint32_t, std::string>> marks;
  for (const auto& finding : findings) {
    marks.emplace_back(finding.range.begin.value, "⟦");
    marks.emplace_back(finding.range.end.value, "⟧");
  }
  std::stable_sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string result = text;
  for (auto it = marks.rbegin(); it != marks.rend(); ++it) result.insert(it->first, it->second);
  return result;
}

std::string messages(const std::vector<rules::Finding>& findings) {
  std::string text;
  for (const auto& finding : findings) text += "  " + finding.message + "\n";
  return text;
}

void run_block(const RegisteredRule& rule, const CodeBlock& block) {
  // Rules about suppressions need the other rules to see what is suppressed.
  lint::Settings settings;
  settings.today = "2026-11-01";
  settings.select = {rule.rule->reports == rules::Reports::Suppressions ? "ALL" : std::string(rule.info.name)};
  const RuleSet set(settings);
  const auto model = model_of(block.text, settings);
  auto findings = lint::lint(*model, set);
  findings.erase(std::remove_if(findings.begin(), findings.end(), [&](const auto& finding) { return finding.rule != &rule; }),
                 findings.end());
  EXPECT_EQ(mark(block.text, findings), block.marked) << rule.info.name << ", line " << block.line << "\n" << messages(findings);
  for (const auto& finding : findings) {
    EXPECT_FALSE(finding.message.empty() || finding.message.back() == '.') << rule.info.name << ": " << finding.message;
    EXPECT_TRUE(model->is_fragment() || model->step_at(finding.range.begin) || finding.range.begin.value == 0 ||
                rule.rule->reports != rules::Reports::OwnCheck)
        << rule.info.name << ": a finding outside every instruction";
  }
  if (block.fixed) {
    lint::Settings alone = settings;
    alone.select = {std::string(rule.info.name)};
    const auto fixed = lint::fix_all(model, settings.build, RuleSet(alone), rules::FixSafety::Unsafe);
    EXPECT_EQ(fixed.text, *block.fixed) << rule.info.name << ", line " << block.line;
    EXPECT_GT(fixed.applied, 0u) << rule.info.name << ", line " << block.line;
  }
}

class RulePage : public testing::TestWithParam<const RegisteredRule*> {};

TEST_P(RulePage, IsTrue) {
  const RegisteredRule& rule = *GetParam();
  const rules::Page page(rule.info.page);
  int bad = 0, good = 0;
  bool fixed = false;
  for (const CodeBlock& block : page.blocks()) {
    bad += block.section == "Bad";
    good += block.section == "Good";
    fixed = fixed || block.fixed.has_value();
    const bool marks = block.text != block.marked;
    EXPECT_TRUE(block.section != "Bad" || marks) << "a Bad block marks nothing, line " << block.line;
    EXPECT_TRUE(block.section != "Good" || !marks) << "a Good block has markers, line " << block.line;
    run_block(rule, block);
  }
  EXPECT_GT(bad, 0) << "no Bad block";
  EXPECT_GT(good, 0) << "no Good block";
  EXPECT_FALSE(page.section("Why it matters").empty());
  EXPECT_FALSE(page.section("Limits").empty());
  EXPECT_EQ(fixed, rule.info.fix != rules::FixSafety::None) << "front line and `fixed` blocks disagree";
  EXPECT_EQ(rule.rule->fixer != nullptr, rule.info.fix != rules::FixSafety::None) << "front line and code disagree";
}

std::vector<const RegisteredRule*> wanted_rules() {
  const char* only = std::getenv("DOCKWRIGHT_PAGE");
  std::vector<const RegisteredRule*> result;
  for (const RegisteredRule& rule : rules::all_rules()) {
    if (!only || rule.info.name == only) result.push_back(&rule);
  }
  return result;
}

INSTANTIATE_TEST_SUITE_P(All, RulePage, testing::ValuesIn(wanted_rules()), [](const auto& parameter) {
  std::string name(parameter.param->info.name);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace dockwright
