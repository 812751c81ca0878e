#include <algorithm>
#include <array>

#include "analysis/rules/rule.hpp"
#include "analysis/syntax/characters.hpp"

namespace dockwright::rules {

// The words and the way they are matched are those of BuildKit's check SecretsUsedInArgOrEnv.
static constexpr std::array<std::string_view, 10> secret_words{
    "apikey", "auth", "credential", "credentials", "key", "password", "pword", "passwd", "secret", "token"};
static constexpr std::array<std::string_view, 3> harmless_words{"public", "file", "version"};

// One of `words` stands alone between underscores, in any case.
template <std::size_t size>
static bool has_word(std::string_view name, const std::array<std::string_view, size>& words) {
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('_', begin), name.size());
    const std::string_view word = name.substr(begin, end - begin);
    if (std::any_of(words.begin(), words.end(),
                    [&](std::string_view w) { return syntax::equals_ignoring_case(w, word); }))
      return true;
    begin = end + 1;
  }
  return false;
}

// A value given before the first FROM does not reach the image unless a stage asks for it.
static void check(const Step& step, Findings& findings) {
  const auto* view = step.syntax->as<syntax::KeyValuesView>();
  if (!view || step.stage == model::none) return;
  for (const syntax::KeyValue& pair : view->pairs) {
    const std::string_view name = step.text(pair.key);
    if (!has_word(name, secret_words) || has_word(name, harmless_words)) continue;
    findings.report(step.range(pair.key),
                    "{} looks like a secret, and the value stays readable in the image: use RUN --mount=type=secret",
                    name);
  }
}

extern constinit const Rule secret_in_env = on_step({Keyword::Arg, Keyword::Env}, check);

}  // namespace dockwright::rules
