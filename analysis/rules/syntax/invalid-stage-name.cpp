#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule invalid_stage_name = on_syntax_error(syntax::ErrorKind::InvalidStageName);

}  // namespace dockwright::rules
