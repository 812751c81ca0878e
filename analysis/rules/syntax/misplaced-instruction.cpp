#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule misplaced_instruction = on_syntax_error(syntax::ErrorKind::MisplacedInstruction);

}  // namespace dockwright::rules
