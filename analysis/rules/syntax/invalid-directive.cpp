#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule invalid_directive = on_syntax_error(syntax::ErrorKind::InvalidDirective);

}  // namespace dockwright::rules
