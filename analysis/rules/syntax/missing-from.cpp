#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule missing_from = on_syntax_error(syntax::ErrorKind::NoStage);

}  // namespace dockwright::rules
