// What formats make of findings; that real findings come out right is tested with the program itself, in tests/e2e.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "server/report/format.hpp"

namespace dockwright::server {
namespace {

using nlohmann::json;
using rules::FixSafety;
using rules::Severity;

const Text text("FROM a\nUSER root\n");

rules::Finding finding(Severity severity, ByteRange range, std::string message) {
  rules::Finding result;
  result.rule = rules::find_rule("root-user");
  result.severity = severity;
  result.range = range;
  result.message = std::move(message);
  return result;
}

std::string file_report(const char* format, std::string_view path, const rules::Finding& finding, FixSafety fix,
                        bool color = false) {
  const ReportedFinding reported[] = {{&finding, fix}};
  return find_format(format)->file({path, text, reported}, {color, false});
}

TEST(Formats, AreFoundByName) {
  std::string_view last;
  for (const Format* format : all_formats()) {
    EXPECT_LT(last, format->name);
    last = format->name;
    EXPECT_EQ(find_format(format->name), format);
    EXPECT_FALSE(format->description.empty());
  }
  EXPECT_EQ(find_format("Text"), nullptr);
  EXPECT_EQ(find_format(""), nullptr);
}

TEST(TextFormat, Finding) {
  rules::Finding each = finding(Severity::Hint, {{12}, {16}}, "a message");
  EXPECT_EQ(file_report("text", "a/Dockerfile", each, FixSafety::None),
            "a/Dockerfile:2:6: hint[root-user]: a message\n 2 | USER root\n   |      ^^^^\n\n");
  EXPECT_EQ(file_report("text", "a", each, FixSafety::Safe),
            "a:2:6: hint[root-user]: a message\n 2 | USER root\n   |      ^^^^\n   = fix available\n\n");
  each.related.push_back({{{5}, {6}}, "the other place"});
  EXPECT_EQ(file_report("text", "a", each, FixSafety::Unsafe),
            "a:2:6: hint[root-user]: a message\n 2 | USER root\n   |      ^^^^\n   = a:1:6: the other place\n"
            "   = unsafe fix available\n\n");
  each.message = "\x1b[2J\n";
  EXPECT_EQ(file_report("text", "\x1b\n\xFF", each, FixSafety::None).find('\x1b'), std::string::npos);
}

struct SummaryCase {
  Summary summary;
  const char* expected;
};

TEST(TextFormat, Summary) {
  const auto counts = [](std::array<std::size_t, 4> by_severity, std::array<std::size_t, 3> by_fix,
                         std::size_t hidden) {
    Counts result;
    result.by_severity = by_severity;
    result.by_fix = by_fix;
    result.hidden = hidden;
    return result;
  };
  const SummaryCase cases[] = {
      {{0, 0, 0, {}, 0.2}, "no findings in 0 files, 0 ms\n"},
      {{1, 0, 0, {}, 3}, "no findings in 1 file, 3 ms\n"},
      {{1, 1, 0, counts({1, 0, 0, 0}, {1, 0, 0}, 0), 3}, "1 finding (1 error) in 1 file, 3 ms\n"},
      {{9, 3, 1, counts({2, 1, 4, 5}, {6, 2, 4}, 7), 2345},
       "12 findings (2 errors, 1 warning, 4 info, 5 hints) in 3 of 9 files, 6 fixable (2 unsafe), 7 below the "
       "threshold, "
       "1 not read, 2.3 s\n"},
  };
  const Format& format = *find_format("text");
  for (const auto& [summary, expected] : cases) {
    EXPECT_EQ(format.end(summary, {false, false}), expected);
    EXPECT_EQ(format.end(summary, {false, true}), "");
  }
}

TEST(JsonFormat, SurvivesAnyBytes) {
  rules::Finding each = finding(Severity::Information, {{12}, {16}}, "quote \" backslash \\ \x1b \xFF");
  each.related.push_back({{{0}, {4}}, "there"});
  const Format& format = *find_format("json");
  const std::string file = file_report("json", "a \"b\" \xFF\n", each, FixSafety::Unsafe, true);
  const std::string whole = format.begin({}) + file + std::string(format.separator) + file + format.end({}, {});
  const json report = json::parse(whole, nullptr, false);
  ASSERT_TRUE(report.is_object()) << whole;
  ASSERT_EQ(report["files"].size(), 2u);
  EXPECT_EQ(report["files"][0]["path"], "a \"b\" \xEF\xBF\xBD\n");
  const json& shown = report["files"][0]["findings"][0];
  EXPECT_EQ(shown["message"], "quote \" backslash \\ \x1b \xEF\xBF\xBD");
  EXPECT_EQ(shown["severity"], "info");
  EXPECT_EQ(shown["fixable"], "unsafe");
  EXPECT_EQ(shown["related"][0]["message"], "there");
  EXPECT_EQ(shown["related"][0]["range"]["end"], (json{{"line", 1}, {"column", 5}}));
  EXPECT_NE(std::find(shown["aliases"].begin(), shown["aliases"].end(), "DL3002"), shown["aliases"].end());
}

}  // namespace
}  // namespace dockwright::server
