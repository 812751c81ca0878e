// Build-time tool: reads the front lines of every rule's page and writes the table behind registry.hpp.
//
//   generate_table OUTPUT.cpp PAGE.md...
//
// A page that breaks the form ends the build with its name and line.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct Page {
  std::string name, group, text, summary;
  std::map<std::string, std::string> fields;
};

[[noreturn]] void fail(const std::filesystem::path& path, int line, const std::string& message) {
  std::fprintf(stderr, "%s:%d: error: %s\n", path.c_str(), line, message.c_str());
  std::exit(1);
}

std::string trim(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \r\n");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \r\n") + 1 - begin);
}

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0;;) {
    const std::size_t next = text.find(separator, at);
    const std::string part = trim(text.substr(at, next - at));
    if (!part.empty()) parts.push_back(part);
    if (next == std::string::npos) return parts;
    at = next + separator.size();
  }
}

Page read_page(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  Page page;
  page.text.assign(std::istreambuf_iterator<char>(file), {});
  page.name = path.stem().string();
  page.group = path.parent_path().filename().string();
  std::istringstream lines(page.text);
  std::string title, front, blank, line;
  std::getline(lines, title);
  std::getline(lines, front);
  std::getline(lines, blank);
  if (title != "# " + page.name) fail(path, 1, "the first line must be '# " + page.name + "'");
  for (const std::string& field : split(front, "·")) {
    const std::size_t colon = field.find(':');
    if (colon == std::string::npos) fail(path, 2, "'" + field + "' is not 'key: value'");
    page.fields[trim(field.substr(0, colon))] = trim(field.substr(colon + 1));
  }
  for (const char* needed : {"severity", "group", "fix", "since"}) {
    if (!page.fields.count(needed)) fail(path, 2, std::string("no '") + needed + ":'");
  }
  if (page.fields["group"] != page.group) fail(path, 2, "the group must be the folder, '" + page.group + "'");
  while (std::getline(lines, line) && !trim(line).empty()) page.summary += (page.summary.empty() ? "" : " ") + trim(line);
  if (page.summary.empty()) fail(path, 4, "the summary is missing");
  return page;
}

std::string one_of(const std::filesystem::path& path, const Page& page, const std::string& key, const std::string& fallback,
                   const std::map<std::string, std::string>& values) {
  const auto field = page.fields.find(key);
  const auto value = values.find(field == page.fields.end() ? fallback : field->second);
  if (value == values.end()) fail(path, 2, "'" + field->second + "' is no " + key);
  return value->second;
}

std::string literal(const std::string& text) { return "R\"~dockwright~(" + text + ")~dockwright~\""; }

std::string symbol(std::string name) {
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::pair<std::filesystem::path, Page>> pages;
  for (int i = 2; i < argc; ++i) pages.emplace_back(argv[i], read_page(argv[i]));
  std::sort(pages.begin(), pages.end(), [](const auto& left, const auto& right) { return left.second.name < right.second.name; });

  std::ostringstream out;
  out << "// Generated from analysis/rules/*/*.md.\n#include <array>\n\n#include \"analysis/rules/registry.hpp\"\n\n"
         "namespace dockwright::rules {\n\n";
  for (const auto& [path, page] : pages) out << "extern const Rule " << symbol(page.name) << ";\n";
  out << "\nnamespace {\nusing namespace std::string_view_literals;\n\n";
  for (const auto& [path, page] : pages) {
    const auto aliases = page.fields.find("aliases");
    if (aliases == page.fields.end()) continue;
    out << "constexpr std::array " << symbol(page.name) << "_aliases{";
    for (const std::string& alias : split(aliases->second, ",")) out << "\"" << alias << "\"sv, ";
    out << "};\n";
  }
  out << "\nconst std::array<RegisteredRule, " << pages.size() << "> table{{\n";
  for (const auto& [path, page] : pages) {
    const std::string severity = one_of(path, page, "severity", "", {{"error", "Error"}, {"warning", "Warning"}, {"information", "Information"}, {"hint", "Hint"}});
    const std::string fix = one_of(path, page, "fix", "", {{"none", "None"}, {"safe", "Safe"}, {"unsafe", "Unsafe"}});
    const std::string profile = one_of(path, page, "profile", "default", {{"default", "Default"}, {"strict", "Strict"}});
    const std::string aliases = page.fields.count("aliases") ? symbol(page.name) + "_aliases" : "{}";
    out << "    {{\"" << page.name << "\", \"" << page.group << "\", Severity::" << severity << ", FixSafety::" << fix
        << ", Profile::" << profile << ", " << aliases << ", \"" << page.fields.at("since") << "\", " << literal(page.summary)
        << ",\n" << literal(page.text) << "}, &" << symbol(page.name) << "},\n";
  }
  out << "}};\n\n}  // namespace\n\nstd::span<const RegisteredRule> all_rules() { return table; }\n\n}  // namespace dockwright::rules\n";

  std::ofstream(argv[1], std::ios::binary) << out.str();
  return 0;
}
