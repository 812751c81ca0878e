// What a rule reports, and where a rule reports it.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/model/model.hpp"
#include "analysis/rules/rule_info.hpp"
#include "analysis/text/edits.hpp"

namespace dockwright::rules {

struct RegisteredRule;

struct RelatedPlace {
  ByteRange range;
  std::string message;
};

struct Finding {
  const RegisteredRule* rule = nullptr;
  Severity severity = Severity::Warning;
  ByteRange range;                 // exact, inside one instruction
  std::string message;             // one sentence, lower case first, no full stop
  std::vector<RelatedPlace> related;
  bool unnecessary = false;        // editors fade it out
  bool deprecated = false;         // editors strike it through
};

// An edit that ends a finding. The title is an imperative: "Remove sudo".
struct Fix {
  std::string title;
  FixSafety safety = FixSafety::Safe;
  TextEdits edits;
};

// Collects the findings of one rule at a time.
class Findings {
 public:
  explicit Findings(std::vector<Finding>& out) : out_(out) {}

  void begin_rule(const RegisteredRule& rule, Severity severity) {
    rule_ = &rule;
    severity_ = severity;
  }

  // The result may be completed (related places, tags) until the next report.
  template <class... Arguments>
  Finding& report(ByteRange range, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    Finding& finding = out_.emplace_back();
    finding.rule = rule_;
    finding.severity = severity_;
    finding.range = range;
    finding.message = fmt::format(format, std::forward<Arguments>(arguments)...);
    return finding;
  }

 private:
  std::vector<Finding>& out_;
  const RegisteredRule* rule_ = nullptr;
  Severity severity_ = Severity::Warning;
};

}  // namespace dockwright::rules
