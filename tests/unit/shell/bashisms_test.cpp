// What is bash only is read in Posix mode as bash would and noted with its place; what both know is not.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "analysis/shell/parser.hpp"
#include "analysis/shell/words.hpp"
#include "tests/unit/shell/tree_printer.hpp"

namespace dockwright::shell {
namespace {

using Kind = Bashism::Kind;
using Notes = std::vector<std::pair<Kind, std::string>>;

Notes notes(const std::string& text, Dialect dialect) {
  Notes result;
  for (const Bashism& bashism : parse(text, dialect).bashisms) {
    result.emplace_back(bashism.kind, std::string(raw(text, bashism.span)));
  }
  return result;
}

TEST(ShellBashisms, AreNotedInPosixMode) {
  const std::vector<std::pair<std::string, Notes>> cases = {
      {"echo $'a'", {{Kind::AnsiCQuote, "$'a'"}}},
      {"a+=b", {{Kind::AppendAssignment, "+="}}},
      {"((a))", {{Kind::ArithmeticCommand, "((a))"}}},
      {"for ((;;)); do a; done", {{Kind::ArithmeticFor, "((;;))"}}},
      {"a=(b) c[1]=d", {{Kind::Array, "(b)"}, {Kind::Array, "c[1]"}}},
      {"echo ${a[0]}", {{Kind::Array, "${a[0]"}}},
      {"echo {a,b} {1..3} x{,y}",
       {{Kind::BraceExpansion, "{a,b}"}, {Kind::BraceExpansion, "{1..3}"}, {Kind::BraceExpansion, "x{,y}"}}},
      {"for a in {b,$c}; do d; done", {{Kind::BraceExpansion, "{b,$c}"}}},
      {"case a in b) ;& c) ;;& esac", {{Kind::CaseFallThrough, ";&"}, {Kind::CaseFallThrough, ";;&"}}},
      {"a && [[ -f b ]]", {{Kind::Conditional, "[[ -f b ]]"}}},
      {"coproc a", {{Kind::Coprocess, "coproc"}}},
      {"ls !(a)", {{Kind::ExtendedGlob, "!(a)"}}},
      {"function f { a; }", {{Kind::FunctionKeyword, "function"}}},
      {"a-b() { c; }", {{Kind::FunctionName, "a-b"}}},
      {"a <<<b", {{Kind::HereString, "<<<"}}},
      {"echo $\"a\"", {{Kind::LocalizedQuote, "$\"a\""}}},
      {"a {fd}>b", {{Kind::NamedDescriptor, "{fd}"}}},
      {"echo ${!a}", {{Kind::ParameterIndirection, "!a"}}},
      {"echo ${a/b/c} ${a:1:2} ${a^^}",
       {{Kind::ParameterOperator, "/"}, {Kind::ParameterOperator, ":"}, {Kind::ParameterOperator, "^^"}}},
      {"a |& b", {{Kind::PipeBoth, "|&"}}},
      {"a <(b)", {{Kind::ProcessSubstitution, "<(b)"}}},
      {"a &>b &>>c >&d", {{Kind::RedirectBoth, "&>"}, {Kind::RedirectBoth, "&>>"}, {Kind::RedirectBoth, ">&"}}},
      {"select a in b; do c; done", {{Kind::Select, "select"}}},
      {"time { a; }", {{Kind::Time, "time"}}},
      {"[[ $'a' == b* ]]", {{Kind::Conditional, "[[ $'a' == b* ]]"}, {Kind::AnsiCQuote, "$'a'"}}},
  };
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(notes(text, Dialect::Posix), expected) << text;
    EXPECT_EQ(notes(text, Dialect::Bash), Notes()) << text;
    EXPECT_EQ(print(parse(text, Dialect::Posix), text), print(parse(text, Dialect::Bash), text)) << text;
  }
}

TEST(ShellBashisms, AreNotSeenInPosixScripts) {
  for (const std::string text : {
           "a >&2 2>&1 3>&- <&4 >&\"$fd\"",
           "echo {} {a} \\{a,b} '{a,b}' \"{a,b}\" ${a} {{.A}},{{.B}} a,{b}",
           "a={b,c} d",
           "echo $((a + b)) ${a:-b} ${a##c} ${#a} \"$\" $",
           "f() { a; }; f() (b)",
           "time a -b; ! a",
           "case a in (b|c*) ;; esac",
           "if !(a); then b; fi",
           "echo \"$['\"",
       }) {
    EXPECT_EQ(notes(text, Dialect::Posix), Notes()) << text;
  }
}

}  // namespace
}  // namespace dockwright::shell
