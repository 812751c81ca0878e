#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule wrong_argument_count = on_syntax_error(syntax::ErrorKind::ArgumentCount);

}  // namespace dockwright::rules
