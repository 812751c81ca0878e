// The files that a stage's instructions leave in its layers, by name, as far as the Dockerfile tells.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/model/model.hpp"

namespace dockwright::model {

// A file or directory that a step creates and does not delete again.
struct LayerFile {
  std::string
      path;  // absolute; relative names stand below their WORKDIR, or a name of their own where that is not known
  ByteRange place;  // the word that names it
};

// Follows a stage from its FROM: call enter() for each of its steps, in order.
class LayerFiles {
 public:
  // What earlier steps left and this one deletes; then takes over what the step leaves.
  struct Deletion {
    const shell::Command* command;    // rm
    const shell::Argument* argument;  // its operand
    LayerFile file;
    const Step* created_by;
  };
  std::vector<Deletion> enter(const Step& step);

 private:
  struct Entry {
    ByteRange place;
    const Step* step;
  };
  std::string resolve(std::string_view path) const;
  void change_directory(const Step& step);
  void copy(const Step& step);
  std::vector<Deletion> run(const Step& step);
  std::optional<LayerFile> take(const std::string& pattern, const Step*& created_by);

  std::map<std::string, Entry> files_;
  std::string directory_ = "/?0";  // no real path: where WORKDIR is not known
  std::uint32_t unknown_directories_ = 0;
};

}  // namespace dockwright::model
