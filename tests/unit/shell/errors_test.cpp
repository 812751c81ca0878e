// What is reported for scripts that a shell rejects, and where; and that reading goes on behind it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analysis/shell/parser.hpp"
#include "analysis/shell/words.hpp"
#include "tests/unit/shell/tree_printer.hpp"

namespace dockwright::shell {
namespace {

std::string errors(const std::string& text, Dialect dialect) {
  std::string all;
  for (const SyntaxError& error : parse(text, dialect).errors) {
    if (!all.empty()) all += "; ";
    all += fmt::format("{}:{} {}", error.span.begin, raw(text, error.span), error.message);
  }
  return all;
}

struct Case {
  std::string text;
  std::string errors;
};

void check(const std::vector<Case>& cases, Dialect dialect = Dialect::Bash) {
  for (const Case& row : cases) EXPECT_EQ(errors(row.text, dialect), row.errors) << row.text;
}

TEST(ShellErrors, AreReportedWhereTheyAre) {
  check({
      {"a && b &&", "7:&& no command after '&&'"},
      {"a |", "2:| no command after '|'"},
      {"a && ; b", "2:&& no command after '&&'"},
      {"&& a", "0:&& unexpected '&&'"},
      {"a ;; b", "2:;; unexpected ';;'"},
      {"a & ; b", "4:; unexpected ';'"},
      {"a | ! b", "2:| no command after '|'"},
      {"! | a", "0:! no command after '!'"},
      {"a; fi; b", "3:fi unexpected 'fi'"},
      {"a )", "2:) unexpected ')'"},
      {"}", "0:} unexpected '}'"},
      {"a; in b", "3:in unexpected 'in'"},
      {"(a", "0:( '(' without ')'"},
      {"{ a }", "0:{ '{' without '}'"},
      {"()", "0:( no command after '('"},
      {"if a; then b", "0:if 'if' without 'fi'"},
      {"if a; b; fi", "0:if 'if' without 'then'"},
      {"if a; then fi", "6:then no command after 'then'"},
      {"if a; then b; else fi", "14:else no command after 'else'"},
      {"if a; then b; fi c", "17:c unexpected 'c' after a complete command"},
      {"while a; do b", "0:while 'while' without 'done'"},
      {"while a; b; done", "0:while 'while' without 'do'"},
      {"for a in b c do d; done", "0:for 'for' without 'do'"},
      {"for; do a; done", "0:for no variable name after 'for'"},
      {"for 1a in b; do c; done", "4:1a '1a' is not a variable name"},
      {"case a in b) c;;", "0:case 'case' without 'esac'"},
      {"case a b) c;; esac", "0:case 'case' without 'in'"},
      {"case a in b c) d;; esac", "10:b a pattern of 'case' must end in ')'"},
      {"case a in b|) c;; esac", "10:b| a pattern of 'case' must end in ')'"},
      {"echo a (b)", "7:( unexpected '(' after a complete command"},
      {"echo a=(b)", "7:( unexpected '(' after a complete command"},
      {"a=(b;c)", "4:; unexpected ';'"},
      {"a=(b", "2:( '(' without ')'"},
      {"f() a", "0:f the function 'f' has no body in braces"},
      {"function; a", "0:function no name after 'function'; 8: the function '' has no body in braces"},
      {"a >", "2:> nothing to redirect to after '>'"},
      {"a > && b", "2:> nothing to redirect to after '>'"},
      {"a <<; b", "2:<< nothing to redirect to after '<<'"},
      {"echo 'a", "5:' this single quote is never closed"},
      {"echo \"a", "5:\" this double quote is never closed"},
      {"echo `a", "5:` this backquote is never closed"},
      {"echo $'a\\'", "5:$' this single quote is never closed"},
      {"echo $(a", "5:$( '$(' without ')'"},
      {"echo ${a", "5:${ '${' without '}'"},
      {"echo $((1 + 2)", "5:$( '$(' without ')'"},
      {"echo $[1", "5:$[ '$[' without ']'"},
      {"echo ${a.b} ${}", "5:${a.b} not a valid parameter expansion; 12:${} not a valid parameter expansion"},
      {"echo ${{ a }}", "5:${{ a } not a valid parameter expansion"},
      {"[[ a b ]]", "3:a b this is no complete condition"},
      {"[[ -f ]]", "3:-f this is no complete condition"},
      {"[[ a && ]]", "0:[[ the condition between '[[' and ']]' is not complete"},
      {"[[ a == b c ]]", "10:c unexpected 'c' in a condition"},
      {"[[ a", "0:[[ '[[' without ']]'"},
      {"for ((a; b); do c; done", "4:(( '((' without '))'"},
  });
  check({{"!", "0:! no command after '!'"}, {"a-b() c", "0:a-b the function 'a-b' has no body in braces"}},
        Dialect::Posix);
}

TEST(ShellErrors, DoNotHideWhatFollows) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a; fi; b", "[a]; [b]"},
      {"a &&\n; b", "[a]; [b]"},
      {"if a; b; fi; c", "if([a]; [b]; then ); [c]"},
      {"(if a; then b); c", "(if([a]; then [b])); [c]"},
      {"if a; then (b; fi; c", "if([a]; then ([b];)); [c]"},
      {"case a in b c) d;; e) f;; esac; g", "case(a in b) [d];; e) [f];;); [g]"},
      {"a > ; b", "[a {> }]; [b]"},
      {"echo a (b) c; d", "[echo a] ([b]) [c]; [d]"},
      {"echo ${a.b} c; d", "[echo ${a} c]; [d]"},
      {"[[ a b ]] && c", "[[ a b ]] && [c]"},
  };
  for (const auto& [text, tree] : cases) {
    const Script script = parse(text, Dialect::Bash);
    EXPECT_FALSE(script.errors.empty()) << text;
    EXPECT_EQ(print(script, text), tree) << text;
  }
}

}  // namespace
}  // namespace dockwright::shell
