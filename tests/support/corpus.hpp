// Access to the corpus of real Dockerfiles, which lies outside the project and may be missing.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace dockwright::test {

// ../shared beside the source tree; nothing, with a note on stdout, when it is not there.
std::optional<std::filesystem::path> shared_folder();

std::string read_file(const std::filesystem::path& path);
std::vector<std::string> read_lines(const std::filesystem::path& path);
// All corpus Dockerfiles in a fixed order; empty when there is no corpus.
std::vector<std::filesystem::path> corpus_files();

}  // namespace dockwright::test
