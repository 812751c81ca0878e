#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule invalid_key_value = on_syntax_error(syntax::ErrorKind::InvalidKeyValue);

}  // namespace dockwright::rules
