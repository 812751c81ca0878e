// How a rule is made: a check, what it looks at, and perhaps a fix.
//
// A rule is one pair of files, <group>/<name>.cpp and <group>/<name>.md. The .cpp defines, in this namespace,
//
//     extern constinit const Rule root_user = on_exported_stage(check);
//
// with the file's name, dashes turned into underscores; the .md is the page, and the test. Nothing else is to be edited.
// Checks are pure functions of the model; they do not parse and keep no state.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>

#include "analysis/model/model.hpp"
#include "analysis/rules/finding.hpp"

namespace dockwright::rules {

using model::Model;
using model::Stage;
using model::Step;
using syntax::Keyword;

// Which stages a rule judges. Shipped: the layers are part of what a build hands out. Exported: its configuration too.
enum class StageScope : std::uint8_t { Every, Shipped, Exported };

// Rules that have no check of their own: they report what parsing or the handling of suppressions found.
enum class Reports : std::uint8_t { OwnCheck, SyntaxErrors, Suppressions };
enum class SuppressionProblem : std::uint8_t { Unused, Expired, UnknownRule };

using ModelCheck = void (*)(const Model&, Findings&);
using StageCheck = void (*)(const Stage&, Findings&);
using StepCheck = void (*)(const Step&, Findings&);
using CommandCheck = void (*)(const Step&, const shell::Command&, Findings&);
// The edit that ends `finding`, or nothing if there is no right one here.
using Fixer = std::optional<Fix> (*)(const Model&, const Finding& finding);

struct Rule {
  Reports reports = Reports::OwnCheck;   // OwnCheck: exactly one of the four checks is set
  ModelCheck model_check = nullptr;
  StageCheck stage_check = nullptr;
  StepCheck step_check = nullptr;
  CommandCheck command_check = nullptr;
  syntax::ErrorKind error_kind = {};                  // Reports::SyntaxErrors
  SuppressionProblem suppression_problem = {};        // Reports::Suppressions
  std::uint32_t keywords = 0;            // step checks: a bit for each keyword looked at
  StageScope scope = StageScope::Every;
  Fixer fixer = nullptr;

  constexpr Rule with_fix(Fixer fix) const {
    Rule rule = *this;
    rule.fixer = fix;
    return rule;
  }
};

constexpr std::uint32_t bit(Keyword keyword) { return 1u << static_cast<unsigned>(keyword); }

constexpr Rule on_file(ModelCheck check) {
  Rule rule;
  rule.model_check = check;
  return rule;
}
constexpr Rule on_stage(StageCheck check, StageScope scope = StageScope::Every) {
  Rule rule;
  rule.stage_check = check;
  rule.scope = scope;
  return rule;
}
constexpr Rule on_exported_stage(StageCheck check) { return on_stage(check, StageScope::Exported); }
constexpr Rule on_shipped_stage(StageCheck check) { return on_stage(check, StageScope::Shipped); }
// Called for every step with one of these keywords. Steps before the first FROM belong to no stage and count as Every.
constexpr Rule on_step(std::initializer_list<Keyword> keywords, StepCheck check, StageScope scope = StageScope::Every) {
  Rule rule;
  rule.step_check = check;
  for (const Keyword keyword : keywords) rule.keywords |= bit(keyword);
  rule.scope = scope;
  return rule;
}
// Called for every command of every RUN script that can be read.
constexpr Rule on_command(CommandCheck check, StageScope scope = StageScope::Every) {
  Rule rule;
  rule.command_check = check;
  rule.scope = scope;
  return rule;
}
constexpr Rule on_syntax_error(syntax::ErrorKind kind) {
  Rule rule;
  rule.reports = Reports::SyntaxErrors;
  rule.error_kind = kind;
  return rule;
}
constexpr Rule on_suppression(SuppressionProblem problem) {
  Rule rule;
  rule.reports = Reports::Suppressions;
  rule.suppression_problem = problem;
  return rule;
}

}  // namespace dockwright::rules
