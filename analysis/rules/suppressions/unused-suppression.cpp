#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

extern constinit const Rule unused_suppression = on_suppression(SuppressionProblem::Unused);

}  // namespace dockwright::rules
