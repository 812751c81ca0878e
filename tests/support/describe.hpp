// Prints what the parser made of an instruction, for tests that compare it with an expected line.
#pragma once

#include <string>

#include "analysis/syntax/instruction.hpp"
#include "analysis/syntax/slot.hpp"

namespace dockwright::test {

// `RUN shell 'echo hi' mount(type=cache target=/x)`: every part as the source text at its span, so that a wrong place shows.
std::string describe(const syntax::Slot& slot);

}  // namespace dockwright::test
