#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule invalid_healthcheck = on_syntax_error(syntax::ErrorKind::InvalidHealthcheck);

}  // namespace dockwright::rules
