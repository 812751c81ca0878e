#include <algorithm>

#include "analysis/model/letter_case.hpp"
#include "analysis/rules/rule.hpp"
#include "analysis/syntax/characters.hpp"

namespace dockwright::rules {

static bool ends_with(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && syntax::equals_ignoring_case(text.substr(text.size() - suffix.size()), suffix);
}

// `user@host:path`, and anything with a scheme.
static bool is_remote(std::string_view source) {
  if (source.find("://") != std::string_view::npos) return true;
  const std::size_t at_sign = source.find('@');
  const std::size_t colon = source.find(':');
  return at_sign != std::string_view::npos && colon != std::string_view::npos && at_sign < colon &&
         source.find('/') > at_sign;
}

// Archives are recognised by what is in them, so a pattern that can match one counts.
static bool may_be_unpacked(std::string_view source) {
  static constexpr std::string_view suffixes[] = {".tar", ".gz",   ".tgz", ".bz2",  ".tbz", ".tbz2", ".xz", ".txz",
                                                  ".zst", ".tzst", ".lz",  ".lzma", "*",    "?",     "]"};
  return std::any_of(std::begin(suffixes), std::end(suffixes),
                     [&](std::string_view suffix) { return ends_with(source, suffix); }) ||
         source.find(".tar.") != std::string_view::npos;
}

static bool copy_does_it(const syntax::Instruction& instruction) {
  const auto* view = instruction.as<syntax::CopyView>();
  if (!view || view->sources.empty() || !instruction.errors.empty()) return false;
  for (const std::string_view name : {"checksum", "keep-git-dir", "unpack"}) {
    if (instruction.flag(name)) return false;
  }
  return std::none_of(view->source_texts.begin(), view->source_texts.end(), [](std::string_view source) {
    return source.find('$') != std::string_view::npos || is_remote(source) || may_be_unpacked(source);
  });
}

static void check(const Step& step, Findings& findings) {
  const syntax::Instruction& instruction = step.syntax->innermost();
  if (instruction.keyword != Keyword::Add || !copy_does_it(instruction)) return;
  findings.report(step.range(instruction.keyword_word), "nothing here is downloaded or unpacked; COPY says so");
}

static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const model::LetterCase written = model::letter_case(model.text().bytes(finding.range));
  std::string copy =
      model::in_letter_case("copy", written == model::LetterCase::Lower ? written : model::LetterCase::Upper);
  return Fix{"Change ADD to COPY", FixSafety::Safe, {{finding.range, std::move(copy)}}};
}

extern constinit const Rule add_local_file = on_step({Keyword::Add, Keyword::Onbuild}, check).with_fix(fix);

}  // namespace dockwright::rules
