#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule invalid_exec_form = on_syntax_error(syntax::ErrorKind::InvalidExecForm);

}  // namespace dockwright::rules
