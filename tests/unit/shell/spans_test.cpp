// The promises about spans, held against snippets of every construct, and against the corpus.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "analysis/shell/parser.hpp"
#include "tests/support/corpus.hpp"
#include "tests/support/shell_spans.hpp"

namespace dockwright::shell {
namespace {

const std::vector<std::string> snippets = {
    "",
    " \t\n\\\n ",
    "a",
    "# only a comment",
    "a # comment\nb;#c\n(d)#e",
    "a;b&c&&d||e|f|&g\n\nh &",
    "! a; time -p b | c; ! ! d; time ! e",
    "A=1 B='x' C=\"y $z\" D= E+=f G[1 + 2]=h cmd",
    "a=(b 'c d' [e]=f [g]+=h\n# comment\n$i) j",
    "export a=(1 2) b=c",
    "a <b >c 2>>d 3<>e <&4 5>&- >|f &>g &>>h <<<i {fd}>j 2>&1 k",
    ">only",
    "cat <<A <<-'B' && x\nfirst $v $(cmd `y`)\nA\n\tsecond\n\tB\nnext",
    "cat <<A\nno end",
    "cat <<A\r\nbody\r\nA\r\nb \\\r\n c\r\n",
    "x=$(cat <<A\nbody\nA\n)",
    "(a; b) >c; { d; } 2>e",
    "if a; then b; elif c; then d; else e; fi >f",
    "while a; do b; done; until c\ndo\nd\ndone",
    "for a in b c; do d; done; for e do f; done; for g\nin h\ndo i; done; for j; { k; }",
    "for ((i = 0; i < 3; i++)); do a; done; for ((;;)) { b; }",
    "case a in b|c) d;; (e) ;; f) g ;& h) ;;& *) i; esac",
    "case a\nin\nesac",
    "select a in b; do c; done",
    "f() { a; }; g ( ) (b); function h { c; }; function i() { d; } >e; a-b() { c; }",
    "[[ -f a && ( b == c* || ! $d =~ ^(e f|g)$ ) && h < i ]] && j",
    "((a + (b) << 2)); ((a; b) && c)",
    "coproc a; coproc N { b; }",
    "a'b'\"c\"$'d\\'e'$\"f\"\\g$h${i}$1$@`j`$(k)$((l))<(m)",
    "\"a $b ${c:-\"d\"} $(e \"f\") `g` \\\" \\$h $ $((1 + 2))\"",
    "${a} ${#a} ${!a} ${a[1]} ${a[@]} ${a:-b c} ${a/b/c} ${a//b} ${a:1:2} ${a^^} ${a@Q} ${#} ${##} ${#a[@]} ${!a*} "
    "${@:2}",
    "${a:=${b:?${c%%x}}} ${d##'}'} ${e+\"}\"}",
    "`a \\`b \\\\\\`c\\\\\\`\\` \\$d`",
    "echo \"`echo \\\"a b\\\"`\"",
    "$((1 + $(a) * (2 - ${b}))) $(((1))) $( (a) ) $((a); (b))",
    "@(a|b) !(c|$(d)) x*(y) +([0-9]) a?(b|@(c))",
    "{a,b} {1..3} {} {a} x{,y}z \\{a,b\\}",
    "echo a\\\nb \\\n  c",
    "a &&\n# comment\n\nb |\nc",
    "echo $ $% \"$\" $",
    "echo é 日本 \xff\xfe",
    "a\\",
};

void check(const std::string& text) {
  for (const Dialect dialect : {Dialect::Posix, Dialect::Bash}) {
    const Script script = parse(text, dialect);
    EXPECT_EQ(test::broken_promise(script, text), "") << text;
  }
}

TEST(ShellSpans, HoldForEveryConstruct) {
  for (const std::string& snippet : snippets) {
    check(snippet);
    EXPECT_TRUE(parse(snippet, Dialect::Bash).errors.empty()) << snippet << "\n"
                                                              << parse(snippet, Dialect::Bash).errors.front().message;
  }
}

// A text that stops anywhere is what a person has typed so far.
TEST(ShellSpans, HoldForEveryPrefixAndSuffix) {
  for (const std::string& snippet : snippets) {
    for (std::size_t cut = 0; cut < snippet.size(); ++cut) {
      check(snippet.substr(0, cut));
      check(snippet.substr(cut));
    }
  }
}

TEST(ShellSpans, HoldForMutations) {
  std::mt19937 random(20260101);
  const auto below = [&random](std::size_t bound) { return random() % bound; };
  for (int round = 0; round < 4000; ++round) {
    std::string text = snippets[below(snippets.size())] + "\n" + snippets[below(snippets.size())];
    for (std::size_t changes = 1 + below(3); changes > 0; --changes) {
      const std::size_t at = below(text.size() + 1);
      const std::string& other = snippets[below(snippets.size())];
      const std::size_t from = below(other.size() + 1);
      if (below(3) == 0) {
        text.erase(at, 1 + below(3));
      } else {
        text.insert(at, other, from, 1 + below(4));
      }
    }
    check(text);
  }
}

// Whole lines of Dockerfiles and whole Dockerfiles are no scripts, but the promises hold for any text.
TEST(ShellSpans, HoldForTheCorpus) {
  for (const auto& file : test::corpus_files()) {
    std::string text = test::read_file(file);
    check(text);
    for (std::size_t at = 0; (at = text.find("\\\n", at)) != std::string::npos;) text.replace(at, 2, "  ");
    for (std::size_t at = 0; (at = text.find("\nRUN ", at)) != std::string::npos; ++at) {
      check(text.substr(at + 5, text.find('\n', at + 5) - at - 5));
    }
  }
}

}  // namespace
}  // namespace dockwright::shell
