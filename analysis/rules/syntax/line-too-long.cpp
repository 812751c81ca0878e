#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule line_too_long = on_syntax_error(syntax::ErrorKind::LineTooLong);

}  // namespace dockwright::rules
