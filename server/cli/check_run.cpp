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
  std::vector<bool> has_target;  // for each stage that was asked for
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
  const auto stages = static_cast<std::uint32_t>(model->stages().size());
  for (const std::string& target : request.settings.build.targets) {
    out.has_target.push_back(model->find_stage(target, stages, true) != nullptr);
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

namespace {

// Takes the files in order, writes their reports and keeps the sums.
class Reporter {
 public:
  Reporter(const CheckRequest& request, Output& out, Presentation presentation, std::size_t files)
      : request_(request),
        out_(out),
        presentation_(presentation),
        on_terminal_(out.is_terminal()),
        progress_(files, !request.quiet),
        has_target_(request.settings.build.targets.size()) {
    out_.write(request.format->begin(presentation));
  }

  void add_problem(const std::string& message) {
    ++summary_.unreadable;
    progress_.hide();
    print_error(message);
  }

  // False if nothing more can be written.
  bool add(const CheckedFile& checked) {
    if (!checked.problem.empty()) {
      add_problem(fmt::format("cannot check {}: {}", checked.path, checked.problem));
      return true;
    }
    ++summary_.files;
    summary_.files_with_findings += checked.counts.findings() != 0;
    summary_.counts.add(checked.counts);
    for (std::size_t i = 0; i < has_target_.size(); ++i) has_target_[i] = has_target_[i] || checked.has_target[i];
    const bool written = checked.report.empty() || write(checked.report);
    progress_.update(summary_.files + summary_.unreadable);
    return written;
  }

  // The exit status.
  int finish(std::chrono::duration<double, std::milli> elapsed) {
    progress_.hide();
    summary_.milliseconds = elapsed.count();
    out_.write(request_.format->end(summary_, presentation_));
    const bool complete = out_.finish() && summary_.unreadable == 0;
    if (!all_targets_found() || !complete) return exit_failure;
    return summary_.counts.findings() == 0 ? exit_clean : exit_findings;
  }

 private:
  bool write(const std::string& report) {
    if (!first_) out_.write(request_.format->separator);
    first_ = false;
    if (!on_terminal_) return out_.write(report);
    progress_.hide();
    return out_.write(report) && out_.flush();
  }

  // A misspelled target would silently turn off all rules about what ships.
  bool all_targets_found() const {
    bool all = true;
    for (std::size_t i = 0; i < has_target_.size(); ++i) {
      if (has_target_[i] || summary_.files == 0) continue;
      print_error(fmt::format("there is no stage '{}' in any file", request_.settings.build.targets[i]));
      all = false;
    }
    return all;
  }

  const CheckRequest& request_;
  Output& out_;
  Presentation presentation_;
  bool on_terminal_;
  Progress progress_;
  std::vector<bool> has_target_;
  Summary summary_;
  bool first_ = true;
};

}  // namespace

int run_check(const CheckRequest& request) {
  const auto begin = std::chrono::steady_clock::now();
  std::vector<PathProblem> problems;
  const std::vector<Input> inputs = find_inputs(request, problems);
  auto out = open_output(request.output, inputs);
  if (!out) {
    print_error(fmt::format("cannot write {}: {}", request.output, out.error()));
    return exit_failure;
  }
  const lint::RuleSet rules(request.settings);
  const Presentation presentation{wants_color(request.color, *out), request.quiet};
  Reporter reporter(request, *out, presentation, inputs.size());
  for (const PathProblem& problem : problems)
    reporter.add_problem(fmt::format("{}: {}", problem.path, problem.message));
  for_each_in_order(
      inputs.size(), request.jobs, [&](std::size_t i) { return check_file(inputs[i], request, rules, presentation); },
      [&](const CheckedFile& checked) { return reporter.add(checked); });
  return reporter.finish(std::chrono::steady_clock::now() - begin);
}

}  // namespace dockwright::server
