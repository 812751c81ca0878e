// Which files are Dockerfiles by their name.
#pragma once

#include <string_view>

namespace dockwright::server {

// Dockerfile*, Containerfile* and *.dockerfile, *.containerfile in any letter case; `dockerfile` and `containerfile`
// alone too, which docker build takes as well. Not what only begins like one: an ignore file, a backup, a template in
// another language, DockerfileParser.java. `name`: without directories.
bool is_dockerfile_name(std::string_view name);

}  // namespace dockwright::server
