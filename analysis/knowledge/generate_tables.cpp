// Build-time tool: turns tables (tab-separated, `#` comments, a line of column names) into the data behind tables.hpp.
//
//   generate_tables OUTPUT.cpp TABLE.tsv...
//
// Rows are sorted by their first column, those with the same one stay in order. A table that breaks the form ends the
// build with its name and line.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

using Row = std::vector<std::string>;

[[noreturn]] void fail(const std::filesystem::path& path, int line, const std::string& message) {
  std::fprintf(stderr, "%s:%d: error: %s\n", path.c_str(), line, message.c_str());
  std::exit(1);
}

Row split(const std::string& line) {
  Row cells(1);
  for (const char c : line) {
    if (c == '\t') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

// The column names, then the rows.
std::vector<Row> read_table(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<Row> rows;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    Row cells = split(line);
    if (!rows.empty() && cells.size() != rows[0].size())
      fail(path, number, "a row needs " + std::to_string(rows[0].size()) + " cells");
    if (std::find(cells.begin(), cells.end(), "") != cells.end()) fail(path, number, "a cell is empty; write a dash");
    rows.push_back(std::move(cells));
  }
  if (rows.size() < 2) fail(path, 1, "the table has no rows");
  std::stable_sort(rows.begin() + 1, rows.end(), [](const Row& left, const Row& right) { return left[0] < right[0]; });
  return rows;
}

std::string literal(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"sv";
}

}  // namespace

int main(int argc, char** argv) {
  std::ostringstream out;
  out << "// Generated from analysis/knowledge/*.tsv.\n#include \"analysis/knowledge/tables.hpp\"\n\n"
         "namespace dockwright::knowledge {\n\nusing namespace std::string_view_literals;\n";
  for (int i = 2; i < argc; ++i) {
    const std::filesystem::path path = argv[i];
    const std::vector<Row> rows = read_table(path);
    const std::string name = path.stem().string(), columns = std::to_string(rows[0].size());
    out << "\nstatic constexpr std::array<Row<" << columns << ">, " << rows.size() - 1 << "> " << name << "_data{{\n";
    for (std::size_t row = 1; row < rows.size(); ++row) {
      out << "    {";
      for (const std::string& cell : rows[row]) out << literal(cell) << ", ";
      out << "},\n";
    }
    out << "}};\nconstinit const std::span<const Row<" << columns << ">> " << name << " = " << name << "_data;\n";
  }
  out << "\n}  // namespace dockwright::knowledge\n";
  std::ofstream(argv[1], std::ios::binary) << out.str();
  return 0;
}
