#include "analysis/rules/kept_cache.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

using model::PackageManager;

static constexpr CleanUp clean_up{{PackageManager::Zypper, PackageManager::Zypper, PackageManager::Zypper},
                                  "clean --all"};

static void check(const Step& step, Findings& findings) { report_kept_cache(step, clean_up, findings); }
static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  return clean_up_fix(model, finding, clean_up);
}

extern constinit const Rule zypper_cache_kept = on_step({Keyword::Run}, check, StageScope::Shipped).with_fix(fix);

}  // namespace dockwright::rules
