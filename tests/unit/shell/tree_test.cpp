// What the parser makes of scripts, printed as tree_printer.hpp says.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analysis/shell/parser.hpp"
#include "tests/unit/shell/tree_printer.hpp"

namespace dockwright::shell {
namespace {

struct Case {
  std::string text;
  std::string tree;
};

void check(const std::vector<Case>& cases, Dialect dialect = Dialect::Bash) {
  for (const Case& row : cases) {
    const Script script = parse(row.text, dialect);
    EXPECT_EQ(print(script, row.text), row.tree) << row.text;
    EXPECT_TRUE(script.errors.empty()) << row.text << "\n" << script.errors.front().message;
  }
}

TEST(ShellTree, Lists) {
  check({
      {"", ""},
      {"a b c", "[a b c]"},
      {"a && b || c; d & e\nf", "[a] && [b] || [c]; [d]& [e]↵ [f]"},
      {"a | b |& c", "[a] | [b] |& [c]"},
      {"! a | b; ! ! c; !", "! [a] | [b]; [c]; ! []"},
      {"time -p a; time", "time -p [a]; time []"},
      {"a &&\n\n# comment\nb", "[a] && [b]"},
      {"a # b && c\nd", "[a]↵ [d]"},
      {"a#b '#' \"#\"", "[a#b '#' \"#\"]"},
      {"a \\\n  b", "[a b]"},
      {"a\r\nb \\\r\n c\r\n", "[a]↵ [b c]↵"},
  });
}

TEST(ShellTree, SimpleCommands) {
  check({
      {"A=1 B= C+=x cmd D=2", "[A=1 B= C+=x cmd D=2]"},
      {"A='x y'$z", "[A='x y'$z]"},
      {"a[i + 1]=2 b[$c]+=d", "[a[i + 1]=2 b[$c]+=d]"},
      {"a=(b \"c d\" [e]=f [g]+=h\n i)", "[a=array(b \"c d\" [e]=f [g]+=h i)]"},
      {"export a=(b c) d=e", "[export a=array(b c) d=e]"},
      {"1A=b -x=y =z", "[1A=b -x=y =z]"},
      {"a >b 2>>c <d 3<>e >|f >&2 2>&- <&3 &>g &>>h",
       "[a {> b} {2>> c} {< d} {3<> e} {>| f} {>& 2} {2>& -} {<& 3} {&> g} {&>> h}]"},
      {"2>a b 3 >c 4>d {x}>e {y} >f", "[b 3 {y} {2> a} {> c} {4> d} {{x}> e} {> f}]"},
      {"echo a2>b", "[echo a2 {> b}]"},
      {"echo if then fi { } ! [[ in", "[echo if then fi { } ! [[ in]"},
      {"\"if\" a; \\for b", "[\"if\" a]; [\\for b]"},
      {"A=b if c", "[A=b if c]"},
  });
}

TEST(ShellTree, HereDocuments) {
  check({
      {"cat <<E\na $b\nE\nc", "[cat {<< E 'a $b\n'}]↵ [c]"},
      {"cat <<'E' | d\na $b\nE\n", "[cat {<< 'E' quoted 'a $b\n'}] | [d]↵"},
      {"cat <<-E <<\"F G\"\n\ta\n\tE\nb\nF G\n", "[cat {<<- E '\ta\n'} {<< \"F G\" quoted 'b\n'}]↵"},
      {"cat <<E\na", "[cat {<< E 'a' open}]↵"},
      {"cat <<E", "[cat {<< E '' open}]"},
      {"cat <<E\na\\\nE\nE\n", "[cat {<< E 'a\\\nE\n'}]↵"},
      {"cat <<E\r\na\r\nE\r\nb", "[cat {<< E 'a\r\n'}]↵ [b]"},
      {"cat <<E && b\n$(c \"d\") `e` \"f' \\$g\nE", "[cat {<< E '$([c \"d\"]) `[e]` \"f' \\$g\n'}] && [b]↵"},
      {"x=$(cat <<E)\na\nE\nb", "[x=$([cat {<< E 'a\n'}])]↵ [b]"},
      {"x=$(cat <<E\na\nE\n) b", "[x=$([cat {<< E 'a\n'}]↵) b]"},
      {"cat <<<a$b", "[cat {<<< a$b}]"},
  });
}

TEST(ShellTree, CompoundCommands) {
  check({
      {"(a; b) >c", "([a]; [b]) {> c}"},
      {"{ a; b & } | c", "{[a]; [b]&} | [c]"},
      {"if a; then b; fi", "if([a]; then [b];)"},
      {"if a\nthen b\nelif c; d; then e; else f; fi >g", "if([a]↵ then [b]↵ elif [c]; [d]; then [e]; else [f];) {> g}"},
      {"while a; do b; done; until c; do d; done", "while([a]; do [b];); until([c]; do [d];)"},
      {"for a in b \"$c\"; do d; done", "for(a in b \"$c\" do [d];)"},
      {"for a do b; done; for c; do d; done; for e\nin f\ndo g\ndone",
       "for(a do [b];); for(c do [d];); for(e in f do [g]↵)"},
      {"for in in in; do a; done", "for(in in in do [a];)"},
      {"for ((i = 0; i < $n; i++)) do a; done", "for((i = 0; i < $n; i++)) do [a];)"},
      {"select a in b; do c; done", "select(a in b do [c];)"},
      {"case $a in b|'c d') e;; (f) ;; *) g; esac", "case($a in b|'c d') [e];; f) ;; *) [g];)"},
      {"case a in b) c ;& d) ;;& esac", "case(a in b) [c];& d) ;;&)"},
      {"case a\nin esac", "case(a in)"},
      {"echo $(case a in b) c;; esac)", "[echo $(case(a in b) [c];;))]"},
      {"f() { a; }; g ()\n(b)", "function(f {[a];}); function(g ([b]))"},
      {"function f { a; } >b; function g() { c; }", "function(f {[a];} {> b}); function(g {[c];})"},
      {"coproc a b; coproc N { c; }", "coproc( [a b]); coproc(N {[c];})"},
      {"! (a) && !(b)", "! ([a]) && ! ([b])"},
      {"((a + (b))); ((c; d) && e)", "((a + (b))); (([c]; [d]) && [e])"},
      {"if !(a); then { b;}; fi", "if(! ([a]); then {[b];};)"},
      {"f() for a; do b; done; g() [[ c ]]", "function(f for(a do [b];)); function(g [[ c ]])"},
  });
  check({{"f() echo a; b", "function(f [echo a]); [b]"}, {"time -f x a", "[time -f x a]"}}, Dialect::Posix);
}

TEST(ShellTree, Conditionals) {
  check({
      {"[[ a ]] && b", "[[ a ]] && [b]"},
      {"[[ -f $a && ( ! b == c* || d < e ) ]]", "[[ -f $a <&&> <(> <!> b == c* <||> d <<> e <)> ]]"},
      {"[[ $a =~ ^(b c|d)+[0-9]$ && e ]]", "[[ $a =~ ^(b c|d)+[0-9]$ <&&> e ]]"},
      {"[[ $a == @(b|c) ||\n d -eq 1 ]]", "[[ $a == @glob(b|c) <||> d -eq 1 ]]"},
      {"[[ ( a =~ b ) ]]", "[[ <(> a =~ b <)> ]]"},
      {"[ a ] ] [[b", "[[ a ] ] [[b]"},
  });
}

TEST(ShellTree, Expansions) {
  check({
      {"$a ${b} $1 $10 $@ $# $? $", "[$a ${b} $1 $10 $@ $# $? $]"},
      {"${a:-b $c} ${d:+\"e}\"} ${f?} ${g=h} ${i##*/} ${j%.*}",
       "[${a|:-|b $c} ${d|:+|\"e}\"} ${f|?|} ${g|=|h} ${i|##|*/} ${j|%|.*}]"},
      {"${#a} ${#} ${#a[@]} ${##} ${#-x} ${!a} ${!} ${!a*}",
       "[${length a} ${#} ${length a[@]} ${length #} ${#|-|x} ${indirect a} ${!} ${indirect a|*|}]"},
      {"${a/b/c} ${a//b} ${a/#b/c/d} ${a:1} ${a: -1:2} ${a^^} ${a,} ${a@Q} ${a[1]} ${a[$b]:-c}",
       "[${a|/|b|c} ${a|//|b} ${a|/#|b|c/d} ${a|:|1} ${a|:| -1|2} ${a|^^|} ${a|,|} ${a|@|Q} ${a[1]} ${a[$b]|:-|c}]"},
      {"\"$a b ${c:-\"d e\"} \\\" $(f \"g\")\"", "[\"$a b ${c|:-|\"d e\"} \\\" $([f \"g\"])\"]"},
      {"\"${a#'b}'}\"", "[\"${a|#|'b}'}\"]"},
      {"a$(b; c)d `e f` $( ) $(# g )\n)", "[a$([b]; [c])d `[e f]` $() $()]"},
      {"`a \\`b\\` \\$c '\\\\'`", "[`[a `[b]` $c '\\\\']`]"},
      {"\"`a \\\"b c\\\"`\"", "[\"`[a \"b c\"]`\"]"},
      {"$((1 + $(a) * (b))) $[c + 1] $( (d) ) $((e); f)", "[$((1 + $([a]) * (b))) $((c + 1)) $(([d])) $(([e]); [f])]"},
      {"a<(b) >(c) d", "[a<([b]) >([c]) d]"},
      {"$'a\\'b' $\"c $d\" e\\ f\\'g", "[$'a\\'b' $\"c $d\" e\\ f\\'g]"},
      {"@(a|b) x!(c|+(d))y", "[@glob(a|b) x!glob(c|+(d))y]"},
  });
  check({{"\"${a:-it's}\" $[b]", "[\"${a|:-|it's}\" $[b]]"}}, Dialect::Posix);
}

// The tree is the same wherever the Script goes.
TEST(ShellTree, SurvivesMoves) {
  const std::string text = "if a; then b $(c); fi";
  Script first = parse(text, Dialect::Bash);
  const std::string expected = print(first, text);
  const Script second = std::move(first);
  std::vector<Script> scripts;
  scripts.push_back(parse(text, Dialect::Posix));
  scripts.push_back(parse("x", Dialect::Posix));
  EXPECT_EQ(print(second, text), expected);
  EXPECT_EQ(print(scripts.front(), text), expected);
}

}  // namespace
}  // namespace dockwright::shell
