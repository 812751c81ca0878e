#include "server/dockerfile_names.hpp"

#include <algorithm>
#include <string>

#include "analysis/syntax/characters.hpp"

namespace dockwright::server {

using syntax::equals_ignoring_case;

// Linting a template reports its placeholders; backups repeat what the file itself says.
static constexpr std::string_view other_endings[] = {
    ".dockerignore", "~",       ".bak",  ".orig", ".rej",      ".swp", ".swo",      ".tmp", ".md", ".j2",
    ".jinja",        ".jinja2", ".tmpl", ".tpl",  ".template", ".erb", ".mustache", ".in",  ".m4"};

static bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() > ending.size() && equals_ignoring_case(text.substr(text.size() - ending.size()), ending);
}

bool is_dockerfile_name(std::string_view name) {
  const auto is_other = [&](std::string_view ending) { return ends_with(name, ending); };
  if (std::any_of(std::begin(other_endings), std::end(other_endings), is_other)) return false;
  for (const std::string_view kind : {"Dockerfile", "Containerfile"}) {
    if (equals_ignoring_case(name, kind) || ends_with(name, std::string(".") + std::string(kind))) return true;
    if (name.substr(0, kind.size()) != kind) continue;
    // DockerfileDev is one, Dockerfile.dev too, but DockerfileParser.java is a class.
    const std::string_view suffix = name.substr(kind.size());
    return !syntax::is_alpha(suffix.front()) || suffix.find('.') == std::string_view::npos;
  }
  return false;
}

}  // namespace dockwright::server
