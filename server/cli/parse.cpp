// `dockwright parse`: the instructions of a file, for scripts and other tools.
//
//   {"escape","instructions":[{"keyword","startLine","endLine","flags":[{"name","value"}],"form":"shell|exec|none",
//   "heredocs":["EOF"],"stage"}],"errors":[{"line","message"}]}
//
// Lines count from 1, the last one included. `value` is null for a flag without one; `stage` is the index of the stage
// as in COPY --from=0, null before the first FROM. Flags, form and heredocs of ONBUILD are those of what it triggers.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "analysis/model/model.hpp"
#include "analysis/syntax/characters.hpp"
#include "server/cli/commands.hpp"
#include "server/cli/messages.hpp"
#include "server/cli/print.hpp"
#include "server/files/read_file.hpp"

namespace dockwright::server {

using Json = nlohmann::ordered_json;

static std::string_view to_string(syntax::Form form) {
  static constexpr std::array<std::string_view, 3> names{"none", "shell", "exec"};
  return names[static_cast<std::size_t>(form)];
}

static std::string keyword_of(const syntax::Instruction& instruction) {
  std::string keyword(instruction.text(instruction.keyword_word));
  for (char& c : keyword) c = syntax::to_upper(c);
  return keyword;
}

static Json to_json(const model::Step& step, const LineIndex& lines) {
  const syntax::Instruction& inner = step.syntax->innermost();
  Json flags = Json::array(), heredocs = Json::array();
  for (const syntax::Flag& flag : inner.flags) {
    flags.push_back({{"name", std::string(inner.text(flag.name))},
                     {"value", flag.has_value ? Json(flag.value_text) : Json(nullptr)}});
  }
  for (const syntax::Heredoc& heredoc : inner.heredocs) heredocs.push_back(heredoc.name);
  const ByteRange range = step.range();
  const ByteOffset last{std::max(range.begin.value + 1, range.end.value) - 1};
  return {{"keyword", keyword_of(*step.syntax)},
          {"startLine", lines.line_of(range.begin) + 1},
          {"endLine", lines.line_of(last) + 1},
          {"flags", std::move(flags)},
          {"form", std::string(to_string(inner.form))},
          {"heredocs", std::move(heredocs)},
          {"stage", step.stage == model::none ? Json(nullptr) : Json(step.stage)}};
}

static std::string describe(const model::Model& model) {
  const LineIndex& lines = model.text().lines();
  Json instructions = Json::array(), errors = Json::array();
  for (const model::Step& step : model.steps()) instructions.push_back(to_json(step, lines));
  for (const syntax::LocatedError& error : model.errors()) {
    errors.push_back({{"line", lines.line_of(error.range.begin) + 1}, {"message", error.message}});
  }
  const Json out = {{"escape", std::string(1, model.tree().escape())},
                    {"instructions", std::move(instructions)},
                    {"errors", std::move(errors)}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

static int parse(const std::string& path) {
  auto bytes = path == "-" ? read_descriptor(STDIN_FILENO) : read_regular_file(path);
  if (!bytes) {
    print_error(fmt::format("cannot read {}: {}", path, bytes.error()));
    return exit_failure;
  }
  return print(describe(*model::Model::build(syntax::Tree::parse(Text(std::move(*bytes))), {}, nullptr)));
}

Command add_parse(CLI::App& program) {
  CLI::App* app = program.add_subcommand("parse", "Show the instructions of a file as JSON");
  struct Options {
    std::string path, format = "json";
  };
  auto options = std::make_shared<Options>();
  app->add_option("FILE", options->path, "A file, or '-' for standard input")->required()->type_name("FILE");
  app->add_option("--format", options->format, "json, the only one")->type_name("FORMAT");
  app->footer(
      "Any file can be parsed. What a build would refuse is in the list of errors; the\n"
      "exit status is 0 all the same, and 2 if the file cannot be read.\n"
      "\n"
      "Lines count from 1. 'stage' is the index of the build stage, null before the\n"
      "first FROM. Flags, form and heredocs of ONBUILD are those of the instruction\n"
      "behind it.");
  return {app, [options] {
            if (options->format == "json") return parse(options->path);
            print_error(no_such("format", options->format, {}, "there is json"));
            return exit_failure;
          }};
}

}  // namespace dockwright::server
