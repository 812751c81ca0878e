// All syntax errors of a document, in order: those of its slots and those of the file as a whole.
#pragma once

#include <string>
#include <vector>

#include "analysis/syntax/syntax_error.hpp"
#include "analysis/syntax/tree.hpp"

namespace dockwright::syntax {

struct LocatedError {
  ErrorKind kind;
  ByteRange range;
  std::string message;
};

std::vector<LocatedError> errors_of(const Tree& tree);

}  // namespace dockwright::syntax
