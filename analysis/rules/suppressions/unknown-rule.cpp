#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule unknown_rule = on_suppression(SuppressionProblem::UnknownRule);

}  // namespace dockwright::rules
