// Which Dockerfiles the paths on a command line stand for.
//
// A file is taken as it is. A folder is searched: by name (dockerfile_names.hpp), leaving out `.git` and what
// .gitignore files exclude, those of the folders above included up to the root of the repository. Symbolic links to
// folders are not entered; one to a file counts if it stays inside the searched folder and leads to a file that the
// search would not find by itself.
#pragma once

#include <string>
#include <vector>

namespace dockwright::server {

struct PathProblem {
  std::string path;
  std::string message;
};

struct Discovery {
  std::vector<std::string> files;  // each once; in the order of the arguments, sorted by name within a folder
  std::vector<PathProblem> problems;
};

// `paths`: files and folders. Whether a path that is no folder can be read is found out when it is read. A folder
// without a Dockerfile is a problem.
Discovery discover(const std::vector<std::string>& paths);

}  // namespace dockwright::server
