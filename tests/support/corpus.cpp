#include "tests/support/corpus.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>

namespace dockwright::test {

namespace fs = std::filesystem;

std::optional<fs::path> shared_folder() {
  const fs::path folder = fs::path(DOCKWRIGHT_SOURCE_DIR) / ".." / "shared";
  if (fs::exists(folder / "corpus")) return folder;
  std::printf("[   NOTE   ] ../shared is not there: what this test measures on it was not run\n");
  return std::nullopt;
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::vector<std::string> read_lines(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(std::move(line));
  return lines;
}

std::vector<fs::path> corpus_files() {
  std::vector<fs::path> files;
  const auto shared = shared_folder();
  if (!shared) return files;
  for (const auto& entry : fs::directory_iterator(*shared / "corpus" / "dockerfiles")) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace dockwright::test
