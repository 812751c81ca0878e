#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule invalid_heredoc = on_syntax_error(syntax::ErrorKind::InvalidHeredoc);

}  // namespace dockwright::rules
