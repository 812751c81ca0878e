// `dockwright rules`: what there is to select, ignore and explain.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "server/cli/commands.hpp"
#include "server/cli/messages.hpp"
#include "server/cli/print.hpp"
#include "server/report/format.hpp"
#include "server/report/style.hpp"
#include "server/rule_url.hpp"

namespace dockwright::server {

static std::string_view to_string(rules::Profile profile) {
  return profile == rules::Profile::Default ? "default" : "strict";
}

static std::string join(std::span<const std::string_view> words) { return fmt::format("{}", fmt::join(words, ", ")); }

static std::string table(bool color) {
  using Row = std::array<std::string, 6>;
  std::vector<Row> rows{{"RULE", "SEVERITY", "GROUP", "FIX", "PROFILE", "ALIASES"}};
  for (const rules::RegisteredRule& rule : rules::all_rules()) {
    const rules::RuleInfo& info = rule.info;
    rows.push_back({std::string(info.name), std::string(to_string(info.severity)), std::string(info.group),
                    std::string(to_string(info.fix)), std::string(to_string(info.profile)), join(info.aliases)});
  }
  std::array<std::size_t, 6> widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string out;
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) line += fmt::format("{:<{}}  ", row[i], widths[i]);
    line.erase(line.find_last_not_of(' ') + 1);
    out += (&row == &rows.front() ? paint(color, Ink::Bold, line) : line) + "\n";
  }
  return out;
}

// {"version":1,"rules":[{"name","severity","group","fix","profile","aliases":[],"since","summary","docs"}]}
static std::string json() {
  using Json = nlohmann::ordered_json;
  Json list = Json::array();
  for (const rules::RegisteredRule& rule : rules::all_rules()) {
    const rules::RuleInfo& info = rule.info;
    Json aliases = Json::array();
    for (const std::string_view alias : info.aliases) aliases.push_back(std::string(alias));
    const auto docs = rule_url(info);
    list.push_back({{"name", std::string(info.name)},
                    {"severity", std::string(to_string(info.severity))},
                    {"group", std::string(info.group)},
                    {"fix", std::string(to_string(info.fix))},
                    {"profile", std::string(to_string(info.profile))},
                    {"aliases", std::move(aliases)},
                    {"since", std::string(info.since)},
                    {"summary", std::string(info.summary)},
                    {"docs", docs ? Json(*docs) : Json(nullptr)}});
  }
  const Json out = {{"version", 1}, {"rules", std::move(list)}};
  return out.dump(2) + "\n";
}

Command add_rules(CLI::App& program) {
  CLI::App* app = program.add_subcommand("rules", "List all rules");
  auto format = std::make_shared<std::string>("text");
  app->add_option("--format", *format, "text (default) or json")->type_name("FORMAT");
  app->footer(
      "FIX: safe leaves the image the same or makes it what was certainly meant,\n"
      "unsafe may change what it does. PROFILE: the least strict one in which the rule\n"
      "is on. ALIASES: codes of other tools, understood wherever a rule is named.");
  return {app, [format] {
            if (*format == "json") return print(json());
            if (*format == "text") return print(table);
            const std::string_view formats[] = {"json", "text"};
            print_error(no_such("format", *format, formats, "there are text and json"));
            return exit_failure;
          }};
}

}  // namespace dockwright::server
