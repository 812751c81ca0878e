#include <algorithm>
#include <array>

#include "analysis/model/build_command.hpp"
#include "analysis/model/purpose.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

static constexpr std::array<std::string_view, 9> source_directories{".",   "*",   "src", "source", "sources",
                                                                    "cmd", "lib", "app", "pkg"};
static constexpr std::array<std::string_view, 15> project_files{
    "go.mod",     "Cargo.toml",   "pom.xml",        "build.gradle", "build.gradle.kts",
    "build.sbt",  "package.json", "CMakeLists.txt", "Makefile",     "mix.exs",
    "stack.yaml", "project.clj",  "Package.swift",  "BUILD.bazel",  "MODULE.bazel"};

static constexpr std::array<std::string_view, 14> source_extensions{
    ".c", ".cc", ".cpp", ".cs", ".csproj", ".go", ".hs", ".java", ".kt", ".rs", ".scala", ".sln", ".swift", ".zig"};

// The project itself: its directory, its sources, or the file that says how to build it. A single script or patch is
// not.
static bool names_project(std::string_view source) {
  if (source.find("://") != std::string_view::npos || source.starts_with("<<")) return false;
  while (source.size() > 1 && source.ends_with('/')) source.remove_suffix(1);
  const std::string_view name = source.substr(source.find_last_of('/') + 1);
  return name.empty() ||
         std::find(source_directories.begin(), source_directories.end(), name) != source_directories.end() ||
         std::find(project_files.begin(), project_files.end(), name) != project_files.end() ||
         std::any_of(source_extensions.begin(), source_extensions.end(),
                     [&](std::string_view end) { return name.ends_with(end); });
}

static bool copies_project(const Step& step) {
  if (step.keyword() != Keyword::Copy && step.keyword() != Keyword::Add) return false;
  const auto* view = step.syntax->as<syntax::CopyView>();
  if (!view || step.syntax->flag("from")) return false;
  return std::any_of(view->source_texts.begin(), view->source_texts.end(), names_project);
}

// `curl … | tar x && make`: what is built there is not this project.
static bool fetches_sources(const Step& step) {
  const auto commands = step.commands();
  return std::any_of(commands.begin(), commands.end(), [](const shell::Command& command) {
    return command.name == "curl" || command.name == "wget" || command.name == "git";
  });
}

static void check(const Stage& stage, Findings& findings) {
  if (!model::runs_a_program(stage)) return;
  const auto all = stage.steps();
  auto step = std::find_if(all.begin(), all.end(), copies_project);
  for (; step != all.end(); ++step) {
    if (step->keyword() != Keyword::Run || fetches_sources(*step)) continue;
    for (const shell::Command& command : step->commands()) {
      const auto span = model::build_command(command);
      if (!span || command.in_branch) continue;
      findings.report(step->script_range(*span),
                      "the stage that ships builds from source: build in a stage of its own and copy the result");
      return;
    }
  }
}

extern constinit const Rule single_stage_build = on_exported_stage(check);

}  // namespace dockwright::rules
