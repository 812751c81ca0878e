#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule invalid_flag = on_syntax_error(syntax::ErrorKind::InvalidFlag);

}  // namespace dockwright::rules
