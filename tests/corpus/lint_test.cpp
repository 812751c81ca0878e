// All rules over real files: findings have a place, fixes keep their promises, and an edited file is judged like a fresh one.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>

#include "analysis/lint/fixes.hpp"
#include "analysis/lint/linter.hpp"
#include "tests/support/corpus.hpp"
#include "tests/support/random_edits.hpp"

namespace dockwright {
namespace {

using model::Model;
using rules::Finding;

lint::RuleSet every_rule() {
  lint::Settings settings;
  settings.select = {"ALL"};
  return lint::RuleSet(settings);
}

std::string print(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& finding : findings) {
    out += fmt::format("{}-{} {} {}\n", finding.range.begin.value, finding.range.end.value, finding.rule->info.name, finding.message);
  }
  return out;
}

TEST(LintCorpus, FindingsHaveExactPlaces) {
  const lint::RuleSet set = every_rule();
  std::map<std::string_view, int> counts;
  for (const auto& file : test::corpus_files()) {
    const auto model = Model::build(syntax::Tree::parse(Text(test::read_file(file))), {}, nullptr);
    for (const Finding& finding : lint::lint(*model, set)) {
      ++counts[finding.rule->info.name];
      const std::string where = fmt::format("{} {} {}", file.filename().string(), finding.rule->info.name, finding.message);
      ASSERT_LE(finding.range.begin, finding.range.end) << where;
      ASSERT_LE(finding.range.end.value, model->text().size()) << where;
      EXPECT_FALSE(finding.range.empty() && model->text().size() > 0) << where;
      const model::Step* step = model->step_at(finding.range.begin);
      const bool in_comment = finding.rule->info.group == "suppressions" || finding.rule->rule->error_kind == syntax::ErrorKind::InvalidDirective;
      EXPECT_TRUE(in_comment || (step && step->range().contains(finding.range))) << where;
    }
  }
  for (const auto& [rule, count] : counts) std::printf("[          ] %6d %s\n", count, std::string(rule).c_str());
}

TEST(LintCorpus, FixesKeepTheirPromises) {
  const lint::RuleSet set = every_rule();
  std::map<std::string_view, int> fixed;
  for (const auto& file : test::corpus_files()) {
    const auto model = Model::build(syntax::Tree::parse(Text(test::read_file(file))), {}, nullptr);
    bool any = false;
    for (const Finding& finding : lint::lint(*model, set)) {
      if (!finding.rule->rule->fixer) continue;
      const auto fix = lint::fix(*model, {}, finding);
      if (!fix) continue;
      any = true;
      ++fixed[finding.rule->info.name];
      EXPECT_LE(fix->safety, finding.rule->info.fix) << finding.rule->info.name << ": safer than its page says";
      EXPECT_FALSE(fix->title.empty());
    }
    if (!any) continue;
    const lint::FixedFile once = lint::fix_all(model, {}, set, rules::FixSafety::Safe);
    const auto again_model = Model::build(syntax::Tree::parse(Text(once.text)), {}, nullptr);
    const lint::FixedFile again = lint::fix_all(again_model, {}, set, rules::FixSafety::Safe);
    EXPECT_EQ(again.text, once.text) << file << ": not a fixed point";
    EXPECT_LE(again_model->errors().size(), model->errors().size()) << file;
  }
  for (const auto& [rule, count] : fixed) std::printf("[          ] %6d fixes of %s\n", count, std::string(rule).c_str());
}

TEST(LintCorpus, AnEditedFileIsJudgedLikeAFreshOne) {
  const auto files = test::corpus_files();
  const lint::RuleSet set = every_rule();
  for (std::size_t i = 0; i < files.size(); i += 23) {
    std::mt19937 random(static_cast<unsigned>(i));
    auto model = Model::build(syntax::Tree::parse(Text(test::read_file(files[i]))), {}, nullptr);
    for (int round = 0; round < 10; ++round) {
      const test::RandomEdit edit = test::random_edit(model->text(), random);
      const Text next = model->text().replace(edit.replaced, edit.inserted);
      const auto size = static_cast<std::uint32_t>(edit.inserted.size());
      model = Model::build(model->tree().edit(next, edit.replaced, size), {}, model.get());
      const auto fresh = Model::build(syntax::Tree::parse(next), {}, nullptr);
      ASSERT_EQ(print(lint::lint(*model, set)), print(lint::lint(*fresh, set))) << files[i];
    }
  }
}

}  // namespace
}  // namespace dockwright
