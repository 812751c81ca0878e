#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule invalid_port = on_syntax_error(syntax::ErrorKind::InvalidPort);

}  // namespace dockwright::rules
