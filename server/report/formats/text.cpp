// What people read: each finding with its line, and a summary.
//
//   path:line:column: severity[rule]: message
//
// The first line of a finding is what editors and grep take apart; columns count code points, from 1.
#include <fmt/format.h>

#include "server/position_encoding.hpp"
#include "server/report/excerpt.hpp"
#include "server/report/format.hpp"
#include "server/report/printable.hpp"
#include "server/report/style.hpp"

namespace dockwright::server {
namespace {

using rules::FixSafety;
using rules::Severity;

std::string place(std::string_view path, const PositionMap& positions, ByteOffset offset) {
  const lsp::Position at = positions.position(offset);
  return fmt::format("{}:{}:{}", path, at.line + 1, at.character + 1);
}

std::string begin(const Presentation&) { return {}; }

std::string file(const FileReport& report, const Presentation& shown) {
  if (report.findings.empty()) return {};
  const PositionMap positions(report.text, PositionEncoding::utf32);
  const std::string path = printable(report.path);
  std::string out;
  for (const ReportedFinding& reported : report.findings) {
    const rules::Finding& finding = *reported.finding;
    const Ink ink = ink_of(finding.severity);
    const std::string kind = fmt::format("{}[{}]", to_string(finding.severity), finding.rule->info.name);
    out += fmt::format("{}: {}: {}\n", paint(shown.color, Ink::Bold, place(path, positions, finding.range.begin)),
                       paint(shown.color, ink, kind), printable(finding.message));

    const Excerpt lines = excerpt(report.text, finding.range);
    const std::string number = std::to_string(lines.line + 1);
    const std::string margin(number.size(), ' ');
    const std::string bar = paint(shown.color, Ink::Faint, "|");
    out += fmt::format(" {} {} {}\n", paint(shown.color, Ink::Faint, number), bar, lines.text);
    out += fmt::format(" {} {} {}\n", margin, bar, paint(shown.color, ink, lines.marker));
    for (const rules::RelatedPlace& related : finding.related) {
      out += fmt::format(" {} = {}: {}\n", margin, place(path, positions, related.range.begin),
                         printable(related.message));
    }
    if (reported.fix != FixSafety::None) {
      out +=
          fmt::format(" {} = {}\n", margin, reported.fix == FixSafety::Safe ? "fix available" : "unsafe fix available");
    }
    out += '\n';
  }
  return out;
}

std::string plural(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

// ` (1 error, 2 warnings)`
std::string by_severity(const Counts& counts, bool color) {
  static constexpr std::string_view nouns[] = {"error", "warning", "info", "hint"};
  std::string list;
  for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Information, Severity::Hint}) {
    const auto index = static_cast<std::size_t>(severity);
    const std::size_t count = counts.by_severity[index];
    if (count == 0) continue;
    const std::string words =
        severity == Severity::Information ? fmt::format("{} info", count) : plural(count, nouns[index]);
    list += (list.empty() ? "" : ", ") + paint(color, ink_of(severity), words);
  }
  return list.empty() ? list : " (" + list + ")";
}

std::string duration(double milliseconds) {
  return milliseconds < 1000 ? fmt::format("{:.0f} ms", milliseconds) : fmt::format("{:.1f} s", milliseconds / 1000);
}

std::string end(const Summary& summary, const Presentation& shown) {
  if (shown.quiet) return {};
  const Counts& counts = summary.counts;
  std::string out = counts.findings() == 0 ? "no findings" : plural(counts.findings(), "finding");
  out += by_severity(counts, shown.color);
  if (counts.findings() != 0 && summary.files > 1) {
    out += fmt::format(" in {} of {}", summary.files_with_findings, plural(summary.files, "file"));
  } else {
    out += fmt::format(" in {}", plural(summary.files, "file"));
  }
  const std::size_t safe = counts.by_fix[static_cast<std::size_t>(FixSafety::Safe)];
  const std::size_t unsafe = counts.by_fix[static_cast<std::size_t>(FixSafety::Unsafe)];
  if (safe + unsafe != 0) out += fmt::format(", {} fixable", safe + unsafe);
  if (unsafe != 0) out += fmt::format(" ({} unsafe)", unsafe);
  if (counts.hidden != 0) out += fmt::format(", {} below the threshold", counts.hidden);
  if (summary.unreadable != 0) out += fmt::format(", {} not read", summary.unreadable);
  return out + fmt::format(", {}\n", duration(summary.milliseconds));
}

}  // namespace

extern constinit const Format format_text{
    "text", "for people: every finding with its line, and a summary", begin, file, end, ""};

}  // namespace dockwright::server
