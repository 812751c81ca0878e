#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule invalid_onbuild = on_syntax_error(syntax::ErrorKind::InvalidOnbuild);

}  // namespace dockwright::rules
