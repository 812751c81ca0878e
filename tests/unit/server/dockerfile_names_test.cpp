#include "server/dockerfile_names.hpp"

#include <gtest/gtest.h>

namespace dockwright::server {
namespace {

TEST(DockerfileNames, Names) {
  for (const char* name : {"Dockerfile", "dockerfile", "DOCKERFILE", "Dockerfile.prod", "Dockerfile-dev",
                           "Dockerfile_x", "Dockerfile.py", "Dockerfile2", "DockerfileDev", "app.dockerfile",
                           "app.Dockerfile", "Containerfile", "Containerfile.arm", "x.containerfile"}) {
    EXPECT_TRUE(is_dockerfile_name(name)) << name;
  }
  for (const char* name :
       {"", "docker", "MyDockerfile", "docker-compose.yml", ".dockerignore", "Dockerfile.dockerignore", "Dockerfile~",
        "Dockerfile.bak", "Dockerfile.j2", "Dockerfile.TMPL", "Dockerfile.md", "DockerfileParser.java", "dockerfile.go",
        "dockerfile_test.py", ".dockerfile", "Dockerfil"}) {
    EXPECT_FALSE(is_dockerfile_name(name)) << name;
  }
}

}  // namespace
}  // namespace dockwright::server
