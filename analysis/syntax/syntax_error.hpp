// What BuildKit refuses, with the exact place. The tree goes on behind each of them.
#pragma once

#include <cstdint>
#include <string>

#include "analysis/text/offset.hpp"

namespace dockwright::syntax {

// One kind per rule that reports it, so that each can be documented and silenced by name.
enum class ErrorKind : std::uint8_t {
  UnknownInstruction,
  UnknownFlag,
  InvalidFlag,       // repeated, without a value, or with a value of the wrong type
  InvalidMount,      // RUN --mount
  ArgumentCount,     // too few or too many arguments, or an empty one
  InvalidKeyValue,   // ENV, LABEL, ARG
  InvalidVariable,   // `${` without end, unknown modifier, open quote
  InvalidStageName,
  InvalidExecForm,   // a JSON array that holds something else than strings; SHELL without an array
  InvalidHeredoc,    // not terminated, or where none can be
  InvalidHealthcheck,
  InvalidPort,
  InvalidSignal,
  InvalidOnbuild,
  InvalidDirective,
  MisplacedInstruction,  // before the first FROM
  NoStage,               // empty file, only comments, no FROM
  LineTooLong,
};

struct SyntaxError {
  ErrorKind kind;
  Span span;  // within its slot
  std::string message;
};

}  // namespace dockwright::syntax
