#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule invalid_variable = on_syntax_error(syntax::ErrorKind::InvalidVariable);

}  // namespace dockwright::rules
