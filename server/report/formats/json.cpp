// What programs read:
//
//   {"version":1,"files":[{"path","findings":[{"rule","aliases":[],"severity":"error|warning|info|hint","message",
//   "range":{"start":{"line","column"},"end":{…}},"fixable":"safe|unsafe|none","docs","related":[{"message","range"}]}]}],
//   "summary":{…}}
//
// Lines and columns count from 1, columns in Unicode code points; the end is behind the last character. Bytes that are
// no UTF-8 become U+FFFD. Every file that was read is listed, also without findings. `docs` is null in a build without
// a home page.
#include <nlohmann/json.hpp>

#include "server/position_encoding.hpp"
#include "server/report/format.hpp"
#include "server/rule_url.hpp"

namespace dockwright::server {
namespace {

using Json = nlohmann::ordered_json;

std::string to_line(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json place(lsp::Position position) { return {{"line", position.line + 1}, {"column", position.character + 1}}; }

Json place(const PositionMap& positions, ByteRange range) {
  const lsp::Range at = positions.range(range);
  return {{"start", place(at.start)}, {"end", place(at.end)}};
}

Json to_json(const ReportedFinding& reported, const PositionMap& positions) {
  const rules::Finding& finding = *reported.finding;
  Json aliases = Json::array();
  for (const std::string_view alias : finding.rule->info.aliases) aliases.push_back(std::string(alias));
  const auto docs = rule_url(finding.rule->info);
  Json out = {{"rule", std::string(finding.rule->info.name)},
              {"aliases", std::move(aliases)},
              {"severity", std::string(to_string(finding.severity))},
              {"message", finding.message},
              {"range", place(positions, finding.range)},
              {"fixable", std::string(to_string(reported.fix))},
              {"docs", docs ? Json(*docs) : Json(nullptr)}};
  if (finding.related.empty()) return out;
  Json related = Json::array();
  for (const rules::RelatedPlace& each : finding.related) {
    related.push_back({{"message", each.message}, {"range", place(positions, each.range)}});
  }
  out["related"] = std::move(related);
  return out;
}

std::string begin(const Presentation&) { return R"({"version":1,"files":[)"; }

std::string file(const FileReport& report, const Presentation&) {
  const PositionMap positions(report.text, PositionEncoding::utf32);
  std::string out = "\n{\"path\":" + to_line(std::string(report.path)) + ",\"findings\":[";
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    if (i != 0) out += ',';
    out += to_line(to_json(report.findings[i], positions));
  }
  return out + "]}";
}

std::string end(const Summary& summary, const Presentation&) {
  Json by_severity = Json::object(), fixable = Json::object();
  for (const auto severity :
       {rules::Severity::Error, rules::Severity::Warning, rules::Severity::Information, rules::Severity::Hint}) {
    by_severity[std::string(to_string(severity))] = summary.counts.by_severity[static_cast<std::size_t>(severity)];
  }
  for (const auto safety : {rules::FixSafety::Safe, rules::FixSafety::Unsafe}) {
    fixable[std::string(to_string(safety))] = summary.counts.by_fix[static_cast<std::size_t>(safety)];
  }
  const Json out = {{"files", summary.files},
                    {"filesWithFindings", summary.files_with_findings},
                    {"unreadable", summary.unreadable},
                    {"findings", summary.counts.findings()},
                    {"bySeverity", std::move(by_severity)},
                    {"fixable", std::move(fixable)},
                    {"belowThreshold", summary.counts.hidden}};
  return "\n],\"summary\":" + to_line(out) + "}\n";
}

}  // namespace

extern constinit const Format format_json{
    "json", "for programs: one object, see the documentation of its fields", begin, file, end, ","};

}  // namespace dockwright::server
