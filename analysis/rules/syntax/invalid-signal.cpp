#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule invalid_signal = on_syntax_error(syntax::ErrorKind::InvalidSignal);

}  // namespace dockwright::rules
