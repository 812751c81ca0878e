// `dockwright check`: lints files and reports what it finds.
#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "server/cli/check_run.hpp"
#include "server/cli/commands.hpp"
#include "server/cli/lint_options.hpp"
#include "server/cli/messages.hpp"

namespace dockwright::server {

static constexpr const char* description =
    "Lint Dockerfiles\n"
    "\n"
    "A folder is searched for Dockerfile*, Containerfile* and *.dockerfile, without\n"
    "what .gitignore excludes, templates (.j2, .tmpl, .in, ...) and backups. A file\n"
    "is taken whatever its name. '-' is standard input; without PATH the working\n"
    "folder is searched.";

static constexpr const char* footer =
    "Severities:\n"
    "  error     the build fails, or something is certainly wrong\n"
    "  warning   certain waste or risk in the image that ships\n"
    "  info      probably not what was meant\n"
    "  hint      there is a better way\n"
    "Hints are advice for whoever edits the file, not a reason to stop a build: the\n"
    "default threshold is info. '--threshold hint' reports them too.\n"
    "\n"
    "Exit status:\n"
    "  0   no findings at or above the threshold\n"
    "  1   findings\n"
    "  2   an option is wrong, the report could not be written, or a file could not\n"
    "      be read; the other files are reported all the same\n"
    "\n"
    "Examples:\n"
    "  dockwright check                            all below the working folder\n"
    "  dockwright check --threshold warning app/Dockerfile\n"
    "  dockwright check --ignore DL3002,syntax .   without a rule and a group\n"
    "  dockwright check --format json -o report.json .\n"
    "  dockwright check --stdin-path app/Dockerfile - < app/Dockerfile";

namespace {

struct Options {
  std::vector<std::string> paths;
  std::string stdin_path = "<stdin>";
  std::string format = "text", output, threshold = "info", color = "auto";
  unsigned jobs = 0;
  bool quiet = false;
  LintOptions lint;
};

}  // namespace

static std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const Format* format : all_formats()) names.push_back(format->name);
  return names;
}
static std::string list_of_formats() { return fmt::format("{}", fmt::join(format_names(), ", ")); }

static std::optional<rules::Severity> to_severity(std::string_view name) {
  using rules::Severity;
  for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Information, Severity::Hint}) {
    if (to_string(severity) == name) return severity;
  }
  return std::nullopt;
}

static std::optional<ColorChoice> to_color_choice(std::string_view name) {
  if (name == "auto") return ColorChoice::Auto;
  if (name == "always") return ColorChoice::Always;
  if (name == "never") return ColorChoice::Never;
  return std::nullopt;
}

// None after a mistake, which has been printed.
static std::optional<CheckRequest> to_request(const CLI::App& app, const Options& options) {
  const auto fail = [](const std::string& message) {
    print_error(message);
    return std::nullopt;
  };
  CheckRequest request;
  const auto settings = options.lint.settings();
  if (!settings) return std::nullopt;
  request.settings = *settings;
  request.format = find_format(options.format);
  if (!request.format) return fail(no_such("format", options.format, {}, "there are " + list_of_formats()));
  const auto threshold = to_severity(options.threshold);
  if (!threshold) return fail(no_such("severity", options.threshold, {}, "there are error, warning, info and hint"));
  request.threshold = *threshold;
  const auto color = to_color_choice(options.color);
  if (!color) return fail(fmt::format("--color takes auto, always or never, not '{}'", options.color));
  request.color = *color;
  if (app.count("--output") != 0 && options.output.empty()) return fail("--output needs the name of a file");
  request.output = options.output;
  request.quiet = options.quiet;

  constexpr unsigned most_jobs = 256;
  if (options.jobs > most_jobs || (options.jobs == 0 && app.count("--jobs") != 0)) {
    return fail(fmt::format("--jobs takes a number from 1 to {}", most_jobs));
  }
  request.jobs = options.jobs != 0 ? options.jobs : std::clamp(std::thread::hardware_concurrency(), 1U, most_jobs);

  request.paths = options.paths;
  if (request.paths.empty()) request.paths.emplace_back(".");
  const auto empty = std::find(request.paths.begin(), request.paths.end(), "");
  if (empty != request.paths.end()) return fail("a path is empty");
  request.stdin_path = options.stdin_path;
  const bool reads_stdin = std::find(request.paths.begin(), request.paths.end(), "-") != request.paths.end();
  if (app.count("--stdin-path") != 0 && !reads_stdin) return fail("--stdin-path needs '-' among the paths");
  return request;
}

Command add_check(CLI::App& program) {
  CLI::App* app = program.add_subcommand("check", description);
  auto options = std::make_shared<Options>();
  app->add_option("PATH", options->paths, "Files, folders, or '-' for standard input")->type_name("PATH");
  options->lint.add_to(*app);
  const char* group = "What is reported";
  app->add_option("--threshold", options->threshold,
                  "Report findings of this severity and above: error, warning, info (default) or hint")
      ->type_name("SEVERITY")
      ->group(group);
  app->add_option("--format", options->format, "The form of the report: " + list_of_formats() + " (default: text)")
      ->type_name("FORMAT")
      ->group(group);
  app->add_option("-o,--output", options->output, "Write the report to a file instead of standard output")
      ->type_name("FILE")
      ->group(group);
  app->add_option("--color", options->color, "auto (default: on a terminal, unless NO_COLOR is set), always or never")
      ->type_name("WHEN")
      ->group(group);
  app->add_flag("-q,--quiet", options->quiet, "Findings only: no summary, no progress")->group(group);
  app->add_option("--stdin-path", options->stdin_path, "The name that standard input has in the report")
      ->type_name("PATH");
  app->add_option("-j,--jobs", options->jobs, "How many files are checked at a time (default: one per processor)")
      ->type_name("N");
  app->footer(footer);
  return {app, [app, options] {
            const auto request = to_request(*app, *options);
            return request ? run_check(*request) : exit_failure;
          }};
}

}  // namespace dockwright::server
