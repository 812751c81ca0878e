// A report format: how findings become text. One file in formats/ each; the table of them is made at build time.
//
// A format is a set of pure functions, called as begin, then file for every file that could be read, then end; `file`
// runs on many threads at once. What they return is written in this order, `separator` between the texts of two files.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/rules/finding.hpp"
#include "analysis/rules/registry.hpp"
#include "analysis/text/text.hpp"

namespace dockwright::server {

struct ReportedFinding {
  const rules::Finding* finding = nullptr;
  rules::FixSafety fix = rules::FixSafety::None;  // of the fix that its rule has here
};

struct FileReport {
  std::string_view path;  // as the user names it; any bytes
  const Text& text;
  std::span<const ReportedFinding> findings;  // in the order of the text
};

struct Counts {
  std::array<std::size_t, 4> by_severity{};  // indexed by rules::Severity
  std::array<std::size_t, 3> by_fix{};       // indexed by rules::FixSafety
  std::size_t hidden = 0;                    // below the threshold, in none of the above

  std::size_t findings() const { return by_severity[0] + by_severity[1] + by_severity[2] + by_severity[3]; }
  void add(const ReportedFinding& reported);
  void add(const Counts& other);
};

struct Summary {
  std::size_t files = 0;  // that were read
  std::size_t files_with_findings = 0;
  std::size_t unreadable = 0;  // files and folders
  Counts counts;
  double milliseconds = 0;
};

struct Presentation {
  bool color = false;  // escape sequences of ECMA-48 may be used
  bool quiet = false;  // findings only
};

struct Format {
  std::string_view name;         // kebab-case, as --format takes it; the file's name
  std::string_view description;  // for --help
  std::string (*begin)(const Presentation&);
  std::string (*file)(const FileReport&, const Presentation&);
  std::string (*end)(const Summary&, const Presentation&);
  std::string_view separator;
};

// Sorted by name.
std::span<const Format* const> all_formats();
// Null if there is none.
const Format* find_format(std::string_view name);

// `error`, `warning`, `info` or `hint`: the words of every report and of --threshold.
std::string_view to_string(rules::Severity severity);
// `safe`, `unsafe` or `none`.
std::string_view to_string(rules::FixSafety safety);

}  // namespace dockwright::server
