// The 18 instructions of a Dockerfile.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dockwright::syntax {

enum class Keyword : std::uint8_t {
  Add,
  Arg,
  Cmd,
  Copy,
  Entrypoint,
  Env,
  Expose,
  From,
  Healthcheck,
  Label,
  Maintainer,
  Onbuild,
  Run,
  Shell,
  Stopsignal,
  User,
  Volume,
  Workdir,
  Unknown,  // anything else; kept as a node with an error
};

inline constexpr std::array<std::string_view, 18> keyword_names{
    "ADD",        "ARG",     "CMD", "COPY",  "ENTRYPOINT", "ENV",  "EXPOSE", "FROM",   "HEALTHCHECK", "LABEL",
    "MAINTAINER", "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR"};

// Case-insensitive.
Keyword keyword_of(std::string_view word);
// Upper case; empty for Unknown.
std::string_view name_of(Keyword keyword);

}  // namespace dockwright::syntax
