#include "server/report/format.hpp"

namespace dockwright::server {

void Counts::add(const ReportedFinding& reported) {
  ++by_severity[static_cast<std::size_t>(reported.finding->severity)];
  ++by_fix[static_cast<std::size_t>(reported.fix)];
}

void Counts::add(const Counts& other) {
  for (std::size_t i = 0; i < by_severity.size(); ++i) by_severity[i] += other.by_severity[i];
  for (std::size_t i = 0; i < by_fix.size(); ++i) by_fix[i] += other.by_fix[i];
  hidden += other.hidden;
}

const Format* find_format(std::string_view name) {
  for (const Format* format : all_formats()) {
    if (format->name == name) return format;
  }
  return nullptr;
}

std::string_view to_string(rules::Severity severity) {
  static constexpr std::array<std::string_view, 4> names{"error", "warning", "info", "hint"};
  return names[static_cast<std::size_t>(severity)];
}

std::string_view to_string(rules::FixSafety safety) {
  static constexpr std::array<std::string_view, 3> names{"none", "unsafe", "safe"};
  return names[static_cast<std::size_t>(safety)];
}

}  // namespace dockwright::server
