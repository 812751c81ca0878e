// `dockwright check` as a script runs it: statuses, reports, and every kind of bad input.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "tests/e2e/dockwright.hpp"
#include "tests/support/corpus.hpp"
#include "tests/support/temporary_folder.hpp"

namespace dockwright {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using test::dockwright;
using test::ProcessOptions;
using test::ProcessResult;
using test::TemporaryFolder;

// One folder for all cases: nothing writes into it but where a case says so.
struct World {
  TemporaryFolder folder;

  World() {
    folder.write("good/Dockerfile", "FROM debian:12.7-slim\nUSER app\nHEALTHCHECK NONE\n");
    folder.write("bad/Dockerfile", "FROM debian:12.7-slim\nUSER root\n");
    folder.write("broken/Dockerfile", "FROM debian:12.7-slim\nRUNN true\n");
    folder.write("hint/Dockerfile", "FROM debian:12.7-slim AS Base\nUSER app\nHEALTHCHECK NONE\n");
    folder.write("strange-name.txt", "FROM debian:12.7-slim\nUSER root\n");
    folder.write("empty-file", "");
    folder.write("crlf",
                 "\xEF\xBB\xBF"
                 "FROM debian:12.7-slim\r\nUSER root\r\n");
    folder.write("junk", std::string("\x7F"
                                     "ELF\0\1\2\3",
                                     8) +
                             std::string(5000, '\xFE'));
    folder.write("utf16", std::string("\xFF\xFE"
                                      "F\0R\0O\0M\0",
                                      10));
    folder.write("odd name\n\x1b[31m", "FROM debian:12.7-slim\nUSER root\n");
    fs::create_directories(folder / "no-dockerfile" / "deeper");
    fs::create_symlink("nowhere", folder / "dangling");
    fs::create_symlink("bad/Dockerfile", folder / "link");
    fs::create_symlink("loop", folder / "loop");
    ::mkfifo((folder / "fifo").c_str(), 0600);
    folder.write("huge", "FROM a\n");
    fs::resize_file(folder / "huge", std::uintmax_t{1} << 36);  // sparse: reading it would take minutes
    folder.write("unreadable", "FROM a\n");
    ::chmod((folder / "unreadable").c_str(), 0);
  }
};

const World& world() {
  static const World instance;
  return instance;
}

struct Case {
  std::vector<std::string> arguments;  // behind `check`
  int status;
  std::string output;  // stands in standard output; with a "!" in front: does not
  std::string error;   // the same for standard error
  std::string input = "";
};

void expect_part(const std::string& text, const std::string& part) {
  if (part.empty()) return;
  if (part.front() == '!') {
    EXPECT_FALSE(test::contains(text, part.substr(1))) << part << " in\n" << text;
  } else {
    EXPECT_TRUE(test::contains(text, part)) << part << " not in\n" << text;
  }
}

void check(const Case& test) {
  std::string shown;
  for (const std::string& argument : test.arguments) shown += " " + argument;
  SCOPED_TRACE("check" + shown);
  std::vector<std::string> arguments{"check"};
  arguments.insert(arguments.end(), test.arguments.begin(), test.arguments.end());
  ProcessOptions options;
  options.folder = world().folder.path();
  options.input = test.input;
  const ProcessResult result = dockwright(arguments, options);
  EXPECT_EQ(result.status, test.status) << result.output << result.error;
  expect_part(result.output, test.output);
  expect_part(result.error, test.error);
}

const std::string root_finding =
    "bad/Dockerfile:2:6: warning[root-user]: the image runs as root\n 2 | USER root\n   |      ^^^^\n";

TEST(Check, Statuses) {
  const Case cases[] = {
      {{"good"}, 0, "no findings in 1 file", "!dockwright"},
      {{"bad"}, 1, root_finding, "!dockwright"},
      {{"bad/Dockerfile"}, 1, root_finding, ""},
      {{"./bad//Dockerfile"}, 1, root_finding, ""},
      {{"bad", "--threshold", "warning"}, 1, root_finding, ""},
      {{"bad", "--threshold", "error"}, 0, "below the threshold", ""},
      {{"bad", "--threshold=error"}, 0, "!root-user", ""},
      {{"hint"}, 0, "!stage-name-casing", ""},
      {{"hint", "--threshold", "hint"}, 1, "hint[stage-name-casing]", ""},
      {{"good", "bad"}, 1, "in 1 of 2 files", ""},
      {{"bad", "missing"}, 2, root_finding, "cannot check missing: No such file or directory"},
      {{"missing", "bad"}, 2, root_finding, "cannot check missing"},
      {{"strange-name.txt"}, 1, "strange-name.txt:2:6:", ""},
      {{"link"}, 1, "link:2:6:", ""},
      {{"bad", "bad/Dockerfile", "./bad"}, 1, "1 file,", ""},
      {{"crlf"}, 1, "crlf:2:6: warning[root-user]: the image runs as root\n 2 | USER root\n   |      ^^^^\n", ""},
      {{"empty-file"}, 1, "error[missing-from]", ""},
      {{"bad", "-q"}, 1, "!finding", ""},
      {{"bad", "--quiet"}, 1, root_finding, ""},
  };
  for (const Case& each : cases) check(each);
}

TEST(Check, StandardInput) {
  const std::string bad = "FROM debian:12.7-slim\nUSER root\n";
  const Case cases[] = {
      {{"-"}, 1, "<stdin>:2:6: warning[root-user]", "", bad},
      {{"-", "--stdin-path", "app/Dockerfile"}, 1, "app/Dockerfile:2:6:", "", bad},
      {{"-", "good"}, 1, "in 1 of 2 files", "", bad},
      {{"-", "-"}, 1, "in 1 file", "", bad},
      {{"-"}, 1, "missing-from", "", ""},
      {{"-"}, 2, "0 files", "cannot check <stdin>: it is a binary file", std::string("FROM a\0", 7)},
      {{"-"}, 2, "0 files", "cannot check <stdin>: the file is larger than 16 MiB", std::string((16 << 20) + 1, '\n')},
      {{"--stdin-path", "x", "good"}, 2, "!finding", "--stdin-path needs '-'", ""},
  };
  for (const Case& each : cases) check(each);
}

TEST(Check, BadPaths) {
  const Case cases[] = {
      {{"dangling"}, 2, "1 not read", "cannot check dangling: No such file or directory"},
      {{"loop"}, 2, "", "cannot check loop: Too many levels of symbolic links"},
      {{"fifo"}, 2, "", "cannot check fifo: it is a pipe"},
      {{"/dev/zero"}, 2, "", "cannot check /dev/zero: it is a device"},
      {{"/dev/null"}, 2, "", "cannot check /dev/null: it is a device"},
      {{"huge"}, 2, "", "cannot check huge: the file is larger than 16 MiB"},
      {{"junk"}, 2, "", "cannot check junk: it is a binary file"},
      {{"utf16"}, 2, "", "cannot check utf16: it is UTF-16"},
      {{"no-dockerfile"}, 2, "", "no-dockerfile: there is no Dockerfile in this folder"},
      {{"good/Dockerfile/x"}, 2, "", "Not a directory"},
      {{std::string(5000, 'x')}, 2, "", "File name too long"},
      {{""}, 2, "", "a path is empty"},
      {{"odd name\n\x1b[31m"}, 1, "odd name\xEF\xBF\xBD\xEF\xBF\xBD[31m:2:6:", ""},
      {{"fifo", "huge", "junk", "missing", "bad"}, 2, root_finding, "junk"},
  };
  for (const Case& each : cases) check(each);
  if (::geteuid() == 0) {
    std::printf("[   NOTE   ] root reads everything: a file without permission was not tried\n");
  } else {
    check({{"unreadable"}, 2, "", "cannot check unreadable: Permission denied"});
  }
}

TEST(Check, UsageErrors) {
  const Case cases[] = {
      {{"--format", "jsn"}, 2, "!{", "there is no format 'jsn'; there are "},
      {{"--format", "jsn"}, 2, "", "json"},
      {{"--format", "jsn"}, 2, "", "text"},
      {{"--select", "root-usr"}, 2, "", "there is no rule or group 'root-usr'; did you mean 'root-user'?"},
      {{"--ignore", "user"}, 2, "", "did you mean 'users'?"},
      {{"--ignore", "DL9999"}, 2, "", "there is no rule or group 'DL9999'; 'dockwright rules' lists them"},
      {{"--select", "root-user,root-usr"}, 2, "", "'root-usr'"},
      {{"--threshold", "high"}, 2, "", "there is no severity 'high'; there are error, warning, info and hint"},
      {{"--profile", "strct"}, 2, "", "did you mean 'strict'?"},
      {{"--color", "blue"}, 2, "", "auto, always or never"},
      {{"--jobs", "0"}, 2, "", "--jobs takes a number from 1"},
      {{"--jobs", "99999"}, 2, "", "--jobs takes a number from 1"},
      {{"--jobs", "99999999999999999999"}, 2, "", "--jobs"},
      {{"--jobs", "many"}, 2, "", "--jobs"},
      {{"--output", ""}, 2, "", "--output needs"},
      {{"-o", "bad/Dockerfile", "bad"}, 2, "", "cannot write bad/Dockerfile: it is one of the files to check"},
      {{"-o", "missing/report", "bad"}, 2, "", "cannot write missing/report: No such file or directory"},
      {{"-o", "bad", "bad"}, 2, "", "cannot write bad: Is a directory"},
      {{"--build-arg", "=x", "bad"}, 2, "", "has no name"},
      {{"--frmat", "json"}, 2, "", "there is no option '--frmat'; did you mean '--format'?"},
      {{"--threshold"}, 2, "", "--threshold"},
      {{"--config", "x"}, 2, "", "there is no option '--config'"},
  };
  for (const Case& each : cases) check(each);
}

TEST(Check, Selection) {
  const Case cases[] = {
      {{"bad", "--select", "users"}, 1, "root-user", ""},
      {{"bad", "--select", "DL3002"}, 1, "root-user", ""},
      {{"bad", "--select", "dl3002"}, 1, "root-user", ""},
      {{"bad", "--select", "users,DL3007", "--ignore", "root-user"}, 0, "!root-user", ""},
      {{"bad", "--ignore", "users,missing-healthcheck"}, 0, "no findings", ""},
      {{"bad", "--ignore", "users", "--ignore", "missing-healthcheck"}, 0, "no findings", ""},
      {{"--ignore", "users,missing-healthcheck", "bad"}, 0, "no findings", ""},
      {{"bad", "--select", "broken-exec-form"}, 0, "no findings", ""},
      {{"bad", "--target", "final"}, 2, "", "there is no stage 'final' in any file"},
      {{"bad", "--profile", "strict", "--no-config"}, 1, "root-user", ""},
      {{"-", "--target", "a"},
       1,
       "<stdin>:2:6: warning[root-user]",
       "",
       "FROM debian:12.7-slim AS a\nUSER root\nFROM a\nUSER app\n"},
      {{"-"}, 0, "!root-user", "", "FROM debian:12.7-slim AS a\nUSER root\nFROM a\nUSER app\nHEALTHCHECK NONE\n"},
  };
  for (const Case& each : cases) check(each);
}

TEST(Check, Colors) {
  const std::string painted = "\x1b[1;33mwarning[root-user]\x1b[0m";
  const Case cases[] = {
      {{"bad"}, 1, "!\x1b", ""},
      {{"bad", "--color", "never"}, 1, "!\x1b", ""},
      {{"bad", "--color", "always"}, 1, painted, ""},
      {{"bad", "--color", "always", "--format", "json"}, 1, "!\x1b", ""},
  };
  for (const Case& each : cases) check(each);
}

TEST(Check, JsonHasItsShape) {
  ProcessOptions options;
  options.folder = world().folder.path();
  options.input =
      "FROM debian:12.7-slim\n# \xC3\xA9\xF0\x9F\x90\xB3\nENV A=\xC3\xA9\xF0\x9F\x90\xB3\xFF B\nUSER root\n";
  const ProcessResult result =
      dockwright({"check", "--format", "json", "--threshold", "hint", "-", "good", "missing"}, options);
  EXPECT_EQ(result.status, 2);
  const json report = json::parse(result.output, nullptr, false);
  ASSERT_TRUE(report.is_object()) << result.output;
  EXPECT_EQ(report["version"], 1);
  ASSERT_EQ(report["files"].size(), 2u);
  EXPECT_EQ(report["files"][0]["path"], "<stdin>");
  EXPECT_EQ(report["files"][1], (json{{"path", "good/Dockerfile"}, {"findings", json::array()}}));
  const json& findings = report["files"][0]["findings"];
  ASSERT_FALSE(findings.empty());
  for (const json& finding : findings) {
    for (const char* key : {"rule", "severity", "message", "fixable"}) EXPECT_TRUE(finding[key].is_string()) << key;
    EXPECT_TRUE(finding["aliases"].is_array());
    EXPECT_TRUE(finding["docs"].is_string() || finding["docs"].is_null());
    for (const char* end : {"start", "end"}) {
      EXPECT_GE(finding["range"][end]["line"], 1);
      EXPECT_GE(finding["range"][end]["column"], 1);
    }
  }
  const auto of_rule = [&](const char* name) {
    for (const json& finding : findings) {
      if (finding["rule"] == name) return finding;
    }
    return json();
  };
  EXPECT_EQ(of_rule("root-user")["range"],
            json::parse(R"({"start":{"line":4,"column":6},"end":{"line":4,"column":10}})"));
  // `B` stands behind two characters and a byte that is none: columns count all three as one.
  EXPECT_EQ(of_rule("invalid-key-value")["range"]["start"], json::parse(R"({"line":3,"column":11})"))
      << findings.dump(1);
  const json& summary = report["summary"];
  EXPECT_EQ(summary["files"], 2);
  EXPECT_EQ(summary["unreadable"], 1);
  EXPECT_EQ(summary["findings"], findings.size());
}

TEST(Check, WritesToAFile) {
  const TemporaryFolder out;
  const std::string path = (out / "report.json").native();
  ProcessOptions options;
  options.folder = world().folder.path();
  for (int round = 0; round < 2; ++round) {
    const ProcessResult result = dockwright({"check", "--format", "json", "-o", path, "bad"}, options);
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(result.output, "");
    EXPECT_TRUE(json::accept(test::read_file(path))) << test::read_file(path);
  }
}

TEST(Check, SaysWhenTheReportIsLost) {
  ProcessOptions options;
  options.folder = world().folder.path();
  EXPECT_EQ(dockwright({"check", "-o", "/dev/full", "good"}, options).status, 2);
  options.output_path = "/dev/full";
  ProcessResult result = dockwright({"check", "good"}, options);
  EXPECT_EQ(result.status, 2);
  EXPECT_TRUE(test::contains(result.error, "cannot write standard output: No space left on device")) << result.error;
  options.output_path.clear();
  options.closed = {STDOUT_FILENO};
  result = dockwright({"check", "good"}, options);
  EXPECT_EQ(result.status, 2);
  EXPECT_TRUE(test::contains(result.error, "cannot write standard output")) << result.error;
  options.closed = {STDIN_FILENO};
  result = dockwright({"check", "-"}, options);
  EXPECT_EQ(result.status, 2);
  EXPECT_TRUE(test::contains(result.error, "cannot check <stdin>")) << result.error;
  options.closed = {STDIN_FILENO, STDERR_FILENO};
  EXPECT_EQ(dockwright({"check", "good"}, options).status, 0);
}

// Thousands of files: all of them, in order, whatever the number of threads; and quietly done when nobody reads.
TEST(Check, ManyFiles) {
  const TemporaryFolder folder;
  constexpr int files = 3000;
  for (int i = 0; i < files; ++i) {
    const std::string name = std::to_string(i % 40) + "/" + std::to_string(i) + ".dockerfile";
    folder.write(name,
                 "FROM debian:12.7-slim\nUSER root\n" + std::string(static_cast<std::size_t>(i % 7) * 100, '#') + "\n");
  }
  ProcessOptions options;
  options.folder = folder.path();
  const ProcessResult one = dockwright({"check", "--quiet", "--jobs", "1"}, options);
  EXPECT_EQ(one.status, 1);
  EXPECT_EQ(std::count(one.output.begin(), one.output.end(), '^'), files * 4);
  for (const char* jobs : {"2", "8", "64"}) {
    const ProcessResult many = dockwright({"check", "--quiet", "--jobs", jobs}, options);
    EXPECT_EQ(many.status, 1);
    EXPECT_EQ(many.output, one.output) << jobs;
  }
  options.close_output_early = true;
  const ProcessResult unread = dockwright({"check", "--jobs", "4"}, options);
  EXPECT_EQ(unread.signal, SIGPIPE);
  EXPECT_EQ(unread.error, "");
}

TEST(Check, EndsAtASignal) {
  ProcessOptions options;
  options.keep_input_open = true;
  options.signal = SIGTERM;
  const ProcessResult result = dockwright({"check", "-"}, options);
  EXPECT_EQ(result.signal, SIGTERM);
  EXPECT_EQ(result.output, "");
}

}  // namespace
}  // namespace dockwright
