// Files that commands of a script create, as far as their command line names them: downloads, clones, redirections.
#pragma once

#include <string>
#include <vector>

#include "analysis/model/shell_script.hpp"

namespace dockwright::model {

struct CreatedFile {
  std::string path;   // absolute, or relative to where the command runs; variables stay as they are written
  LogicalSpan place;  // the word that names it
};

std::vector<CreatedFile> created_files(const ShellScript& script, const shell::Command& command);

// The word as it names a file: its value, or if that is not known the word without double quotes. Two words of one
// stage that read the same name the same file.
std::string file_name(const ShellScript& script, const shell::Argument& argument);

}  // namespace dockwright::model
