#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule expired_suppression = on_suppression(SuppressionProblem::Expired);

}  // namespace dockwright::rules
