#include "server/cli/check_run.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

#include "analysis/lint/linter.hpp"
#include "server/cli/messages.hpp"
#include "server/cli/output.hpp"
#include "server/cli/progress.hpp"
#include "server/files/discovery.hpp"
#include "server/files/read_file.hpp"
#include "server/ordered_work.hpp"

namespace dockwright::server {

namespace {

struct Input {
  std::string path;
  bool is_stdin = false;
};

// What became of one file.
struct CheckedFile {
  std::string path;
  std::string problem;  // why it could not be checked; empty if it was
  std::string report;
  Counts counts;
};

}  // namespace

static std::vector<Input> find_inputs(const CheckRequest& request, std::vector<PathProblem>& problems) {
  std::vector<Input> inputs;
  std::vector<std::string> paths;
  for (const std::string& path : request.paths) {
    if (path != "-") {
      paths.push_back(path);
    } else if (inputs.empty()) {
      inputs.push_back({request.stdin_path, true});
    }
  }
  Discovery found = discover(paths);
  for (std::string& path : found.files) inputs.push_back({std::move(path), false});
  problems = std::move(found.problems);
  return inputs;
}

// Only asks the rule: to try every fix, as lint::fix does, would cost more than the lint itself.
static rules::FixSafety fix_of(const model::Model& model, const rules::Finding& finding) {
  const rules::Fixer fixer = finding.rule->rule->fixer;
  const auto fix = fixer ? fixer(model, finding) : std::nullopt;
  return fix ? fix->safety : rules::FixSafety::None;
}

static void check_text(std::string bytes, const CheckRequest& request, const lint::RuleSet& rules,
                       const Presentation& presentation, CheckedFile& out) {
  const auto model = model::Model::build(syntax::Tree::parse(Text(std::move(bytes))), request.settings.build, nullptr);
  const std::vector<rules::Finding> findings = lint::lint(*model, rules);
  std::vector<ReportedFinding> reported;
  for (const rules::Finding& finding : findings) {
    if (finding.severity > request.threshold) {
      ++out.counts.hidden;
      continue;
    }
    reported.push_back({&finding, fix_of(*model, finding)});
    out.counts.add(reported.back());
  }
  out.report = request.format->file({out.path, model->text(), reported}, presentation);
}

static CheckedFile check_file(const Input& input, const CheckRequest& request, const lint::RuleSet& rules,
                              const Presentation& presentation) {
  CheckedFile out;
  out.path = input.path;
  try {
    Result<std::string> bytes = input.is_stdin ? read_descriptor(STDIN_FILENO) : read_regular_file(input.path);
    if (!bytes) {
      out.problem = bytes.error();
    } else if (const auto reason = reason_not_text(*bytes); !reason.empty()) {
      out.problem = reason;
    } else {
      check_text(std::move(*bytes), request, rules, presentation, out);
    }
  } catch (const std::exception& error) {
    out.problem = fmt::format("internal error: {}", error.what());
  }
  return out;
}

// Opening the report empties it: that must not happen to a file that is to be checked.
static bool is_input(const std::string& output, const std::vector<Input>& inputs) {
  struct stat wanted {};
  if (::stat(output.c_str(), &wanted) != 0) return false;
  return std::any_of(inputs.begin(), inputs.end(), [&](const Input& input) {
    struct stat status {};
    if (input.is_stdin || ::stat(input.path.c_str(), &status) != 0) return false;
    return S_ISREG(status.st_mode) && status.st_dev == wanted.st_dev && status.st_ino == wanted.st_ino;
  });
}

static Result<Output> open_output(const std::string& path, const std::vector<Input>& inputs) {
  if (path.empty()) return Output::standard();
  if (is_input(path, inputs)) return Failure{"it is one of the files to check"};
  return Output::to_file(path);
}

int run_check(const CheckRequest& request) {
  const auto begin = std::chrono::steady_clock::now();
  const lint::RuleSet rules(request.settings);
  std::vector<PathProblem> problems;
  const std::vector<Input> inputs = find_inputs(request, problems);
  auto out = open_output(request.output, inputs);
  if (!out) {
    print_error(fmt::format("cannot write {}: {}", request.output, out.error()));
    return exit_failure;
  }
  for (const PathProblem& problem : problems) print_error(fmt::format("{}: {}", problem.path, problem.message));

  const Presentation presentation{wants_color(request.color, *out), request.quiet};
  const bool on_terminal = out->is_terminal();
  Progress progress(inputs.size(), !request.quiet);
  Summary summary;
  summary.unreadable = problems.size();
  bool first = true;

  const auto check = [&](std::size_t index) { return check_file(inputs[index], request, rules, presentation); };
  const auto report = [&](const CheckedFile& checked) {
    if (!checked.problem.empty()) {
      ++summary.unreadable;
      progress.hide();
      print_error(fmt::format("cannot check {}: {}", checked.path, checked.problem));
      return true;
    }
    ++summary.files;
    summary.files_with_findings += checked.counts.findings() != 0;
    summary.counts.add(checked.counts);
    if (!checked.report.empty()) {
      if (!first) out->write(request.format->separator);
      first = false;
      if (on_terminal) progress.hide();
      if (!out->write(checked.report) || (on_terminal && !out->flush())) return false;
    }
    progress.update(summary.files + summary.unreadable);
    return true;
  };

  out->write(request.format->begin(presentation));
  for_each_in_order(inputs.size(), request.jobs, check, report);
  progress.hide();
  const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - begin;
  summary.milliseconds = elapsed.count();
  out->write(request.format->end(summary, presentation));
  const bool written = out->finish();
  if (!written || summary.unreadable != 0) return exit_failure;
  return summary.counts.findings() == 0 ? exit_clean : exit_findings;
}

}  // namespace dockwright::server
