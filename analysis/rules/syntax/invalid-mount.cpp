#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule invalid_mount = on_syntax_error(syntax::ErrorKind::InvalidMount);

}  // namespace dockwright::rules
