// The flat view of scripts: which commands run, through what, in which circumstances, with which arguments.
#include "analysis/shell/commands.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analysis/shell/parser.hpp"

namespace dockwright::shell {
namespace {

// `sudo(-E)>name A=1 argument ? >file`: wrappers with their arguments, name, assignments, arguments, redirections; what
// is not known is ?.
std::string describe(const Command& command) {
  const auto value = [](const Argument& argument) { return argument.value.value_or("?"); };
  std::string line;
  for (const Wrapper& wrapper : command.wrappers) {
    line += wrapper.name;
    if (!wrapper.arguments.empty()) {
      line += '(';
      for (const Argument& argument : wrapper.arguments) line += value(argument) + ' ';
      line.back() = ')';
    }
    line += '>';
  }
  line += command.name;
  for (const CommandAssignment& assignment : command.assignments) {
    line += fmt::format(" {}{}={}", assignment.name, assignment.append ? "+" : "", value(assignment.value));
  }
  for (const Argument& argument : command.arguments) line += ' ' + value(argument);
  for (const CommandRedirection& redirection : command.redirections) {
    line += fmt::format(" {}>{}", redirection.fd, value(redirection.target));
  }
  return line;
}

std::string circumstances(const Command& command) {
  static constexpr std::string_view connectors[] = {"", "&& ", "|| ", "; ", "| "};
  std::string line(connectors[static_cast<int>(command.connector)]);
  line += command.name;
  if (command.in_pipeline) line += " pipeline";
  if (command.in_subshell) line += " subshell";
  if (command.in_substitution) line += " substitution";
  if (command.in_condition) line += " condition";
  if (command.in_branch) line += " branch";
  if (command.in_loop) line += " loop";
  if (command.in_function) line += " function";
  if (command.background) line += " background";
  if (command.negated) line += " negated";
  return line;
}

using Lines = std::vector<std::string>;

template <class Describe>
Lines lines(const std::string& text, Describe describe_one, const Variables& environment = {}) {
  Lines result;
  for (const Command& command : commands(parse(text, Dialect::Bash), text, environment)) {
    result.push_back(describe_one(command));
  }
  return result;
}

TEST(ShellCommands, AreFoundEverywhere) {
  const std::vector<std::pair<std::string, Lines>> cases = {
      {"", {}},
      {"a b 'c d' $e", {"a b c d ?"}},
      {"/usr/bin/a \"$D\"/b; \"$D/bin/c\"; $d", {"a ?", "c", ""}},
      {"A=1 B=$b c; D=e", {"c A=1 B=?", " D=e"}},
      {"a >b 2>&1 <<E\nE", {"a >b 2>1 >E"}},
      {"a && b || c; d & e | f", {"a", "b", "c", "d", "e", "f"}},
      {"if a; then b; elif c; then d; else e; fi", {"a", "b", "c", "d", "e"}},
      {"for a in $(b); do c; done; while d; do e; done", {"b", "c", "d", "e"}},
      {"case $(a) in b) c;; *) d;; esac", {"a", "c", "d"}},
      {"(a; { b; }); f() { c; }", {"a", "b", "c"}},
      {"a $(b `c`) \"$(d)\" ${e:-$(f)} <(g) $((1 + $(h)))", {"a ? ? ? ? ?", "b ?", "c", "d", "f", "g", "h"}},
      {"A=$(b) c; d=($(e)); f >$(g) <<E\n$(h)\nE", {"c A=?", "b", " d=?", "e", "f >? >E", "g", "h"}},
      {"[[ -f $(a) ]] && ((1 + $(b)))", {"a", "b"}},
      {"[ -f a ] && . b", {"[ -f a ]", ". b"}},
      {"export A=b C", {"export A=b C"}},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(lines(text, describe), expected) << text;
}

TEST(ShellCommands, AreFoundBehindWrappers) {
  const std::vector<std::pair<std::string, Lines>> cases = {
      {"sudo a b", {"sudo>a b"}},
      {"sudo -EH -u root -g wheel A=b /bin/c -d", {"sudo(-EH -u root -g wheel)>c A=b -d"}},
      {"sudo --user=x --chdir /y -- a", {"sudo(--user=x --chdir /y --)>a"}},
      {"sudo -l a; sudo", {"sudo -l a", "sudo"}},
      {"env A=b \"C=$d\" e", {"env>e A=b C=?"}},
      {"env -i -u X - A=b c -d", {"env(-i -u X -)>c A=b -d"}},
      {"env", {"env"}},
      {"env -S 'a b' c", {"env -S a b c", "env>a b c"}},
      {"exec -a n b; command -p c; command -v d; builtin e",
       {"exec(-a n)>b", "command(-p)>c", "command -v d", "builtin>e"}},
      {"nohup a & nice -n 5 b; nice -5 c; ionice -c3 d", {"nohup>a", "nice(-n 5)>b", "nice(-5)>c", "ionice(-c3)>d"}},
      {"timeout -k 5 30s a; timeout --signal=KILL 1m b", {"timeout(-k 5 30s)>a", "timeout(--signal=KILL 1m)>b"}},
      {"a | xargs -0 -n1 -P 4 -I{} b -c {}", {"a", "xargs(-0 -n1 -P 4 -I{})>b -c {}"}},
      {"xargs; xargs -r rm -f", {"xargs", "xargs(-r)>rm -f"}},
      {"su-exec u a; gosu u:g b; chroot --userspec=x /y c; chroot /z",
       {"su-exec(u)>a", "gosu(u:g)>b", "chroot(--userspec=x /y)>c", "chroot /z"}},
      {"eatmydata a; busybox b; tini -g -- c; setpriv --reuid 1 d",
       {"eatmydata>a", "busybox>b", "tini(-g --)>c", "setpriv(--reuid 1)>d"}},
      {"sudo env A=b nice timeout 5 c", {"sudo>env>nice>timeout(5)>c A=b"}},
      {"sudo $x a; sudo -u $y a; sudo $(which b)", {"sudo> a", "sudo(-u ?)>a", "sudo>", "which b"}},
      {"find a -exec rm -rf {} + -o -ok sudo mv {} b \\;",
       {"find a -exec rm -rf {} + -o -ok sudo mv {} b ;", "find>rm -rf {}", "find>sudo>mv {} b"}},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(lines(text, describe), expected) << text;
}

TEST(ShellCommands, AreFoundInNestedScripts) {
  const std::vector<std::pair<std::string, Lines>> cases = {
      {"sh -c 'a b && c'", {"sh -c a b && c", "sh>a b", "sh>c"}},
      {"bash -euxo pipefail -c \"a\"", {"bash -euxo pipefail -c a", "bash>a"}},
      {"bash -lc 'a' x y; bash --norc -c b", {"bash -lc a x y", "bash>a", "bash --norc -c b", "bash>b"}},
      {"sh a.sh -c 'b'; sh -c \"c $d\"", {"sh a.sh -c b", "sh -c ?"}},
      {"sudo sh -c 'sudo a'", {"sudo>sh -c sudo a", "sudo>sh>sudo>a"}},
      {"su - u -c 'a b'; runuser -u x -- c", {"su - u -c a b", "su>a b", "runuser -u x -- c"}},
      {"eval a 'b c'; eval \"$d\"", {"eval a b c", "eval>a b c", "eval ?"}},
      {"xargs sh -c 'a \"$0\"'", {"xargs>sh -c a \"$0\"", "xargs>sh>a ?"}},
      {"find . -exec sh -c 'a $(b)' \\;",
       {"find . -exec sh -c a $(b) ;", "find>sh -c a $(b)", "find>sh>a ?", "find>sh>b"}},
      {"sh -c 'if a'", {"sh -c if a", "sh>a"}},
      {"sh -c ''", {"sh -c "}},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(lines(text, describe), expected) << text;
}

TEST(ShellCommands, KnowTheirCircumstances) {
  const std::vector<std::pair<std::string, Lines>> cases = {
      {"a && b || c; d & e", {"a", "&& b", "|| c", "; d background", "; e"}},
      {"a | b | c", {"a pipeline", "| b pipeline", "| c pipeline"}},
      {"! a; a && ! b", {"a negated", "; a", "&& b negated"}},
      {"a && (b; c)", {"a", "&& b subshell", "; c subshell"}},
      {"a && { b; c; } | d", {"a", "&& b pipeline", "; c pipeline", "| d pipeline"}},
      {"a; if b; then c; d; elif e; then f; fi",
       {"a", "; b condition", "c branch", "; d branch", "e condition branch", "f branch"}},
      {"while a; do b; done; until c; do d; done", {"a condition loop", "b loop", "; c condition loop", "d loop"}},
      {"for x in $(a); do b && c; done", {"a subshell substitution", "b loop", "&& c loop"}},
      {"case x in y) a;; esac", {"a branch"}},
      {"f() { a; b; }; c", {"a function", "; b function", "; c"}},
      {"a; sh -c 'b; c'", {"a", "; sh", "; b subshell", "; c subshell"}},
      {"(a) &", {"a subshell background"}},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(lines(text, circumstances), expected) << text;
}

TEST(ShellCommands, KnowTheirItem) {
  const std::string text = "a && b; (c; d); e $(f); sh -c 'g; h'";
  std::string items;
  for (const Command& command : commands(parse(text, Dialect::Bash), text)) {
    items += fmt::format("{}{} ", command.name, command.top_level);
  }
  EXPECT_EQ(items, "a0 b0 c1 d1 e2 f2 sh3 g3 h3 ");
}

TEST(ShellCommands, UseCertainValues) {
  const std::vector<std::pair<std::string, Lines>> cases = {
      // straight-line code
      {"A=1; x $A ${A}b \"$A c\"", {" A=1", "x 1 1b 1 c"}},
      {"A=1 && B=$A.2 && x $B", {" A=1", " B=1.2", "x 1.2"}},
      {"A=1 B=$A; x $B; A+=2; x $A", {" A=1 B=1", "x 1", " A+=2", "x 12"}},
      {"export A=1 B='2 3'; x $A \"$B\" $B", {"export A=1 B=2 3", "x 1 2 3 ?"}},
      {"A=1; A=2; x $A; A=$(b); x $A", {" A=1", " A=2", "x 2", " A=?", "b", "x ?"}},
      {"A=1; { B=$A; }; x $B", {" A=1", " B=1", "x 1"}},
      {"$E; x $E/$F", {"env", "x ?"}},
      // what ends with its command
      {"A=1 x $A; x $A", {"x A=1 ?", "x ?"}},
      {"(A=1; x $A); x $A", {" A=1", "x 1", "x ?"}},
      {"A=1; (A=2; x $A); x $A; A=3 | x; x $A", {" A=1", " A=2", "x 2", "x 1", " A=3", "x", "x 1"}},
      {"x $(A=1; y $A) $A", {"x ? ?", " A=1", "y 1"}},
      {"A=1 & x $A", {" A=1", "x ?"}},
      // what may not happen
      {"a && A=1 && x $A; x $A", {"a", " A=1", "x 1", "x ?"}},
      {"a || A=1; x $A", {"a", " A=1", "x ?"}},
      {"A=1; a && A=2 || x $A; x $A", {" A=1", "a", " A=2", "x ?", "x ?"}},
      {"if a; then A=1; x $A; fi; x $A", {"a", " A=1", "x 1", "x ?"}},
      {"A=1; if a; then A=2; else x $A; fi; x $A", {" A=1", "a", " A=2", "x ?", "x ?"}},
      {"(a && A=1; x $A); A=3; (if b; then A=2; fi); x $A", {"a", " A=1", "x ?", " A=3", "b", " A=2", "x 3"}},
      // what the order of the text says nothing about
      {"A=1; for i in 1 2; do x $A $i; A=2; done", {" A=1", "x ? ?", " A=2"}},
      {"A=1; while read A; do x $A; done; x $A", {" A=1", "read A", "x ?", "x ?"}},
      {"A=1; f() { x $A; }; A=2; f; x $A", {" A=1", "x ?", " A=2", "f", "x 2"}},
      {"A=1; ((A++)); x $A; B=1; y $((B += 1)) $B", {" A=1", "x ?", " B=1", "y ? ?"}},
      {"A=1; . b; x $A", {" A=1", ". b", "x ?"}},
      {"A=1; unset A; x $A; B=1; read B; x $B", {" A=1", "unset A", "x ?", " B=1", "read B", "x ?"}},
      {"A=a:b; IFS=:; x $A", {" A=a:b", " IFS=:", "x ?"}},
      // other processes see the environment only
      {"A=1; sh -c 'x $A $E'", {" A=1", "sh -c x $A $E", "sh>x ? env"}},
      {"E=2 sh -c 'x $E'; sh -c \"x $E\"", {"sh E=2 -c x $E", "sh>x 2", "sh -c x env", "sh>x env"}},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(lines(text, describe, {{"E", "env"}}), expected) << text;
}

TEST(ShellCommands, HaveExactSpans) {
  const std::string text = "A=1 sudo -u x sh -c 'b \"c d\" >e; f' | g";
  const std::vector<Command> all = commands(parse(text, Dialect::Bash), text);
  ASSERT_EQ(all.size(), 4u);
  const auto at = [&](LogicalSpan span) { return std::string(raw(text, span)); };
  EXPECT_EQ(at(all[0].span), "A=1 sudo -u x sh -c 'b \"c d\" >e; f'");
  EXPECT_EQ(at(all[0].name_word.span), "sh");
  EXPECT_EQ(at(all[0].wrappers[0].span), "sudo");
  EXPECT_EQ(at(all[0].assignments[0].span), "A=1");
  EXPECT_EQ(at(all[0].assignments[0].value.span), "1");
  EXPECT_EQ(at(all[1].span), "b \"c d\" >e");
  EXPECT_EQ(at(all[1].arguments[0].span), "\"c d\"");
  EXPECT_EQ(at(all[1].redirections[0].target.span), "e");
  EXPECT_EQ(at(all[1].wrappers[1].span), "sh");
  EXPECT_EQ(at(all[2].span), "f");
  EXPECT_EQ(at(all[3].span), "g");
  EXPECT_TRUE(all[1].runs_under("sudo"));
  EXPECT_FALSE(all[3].runs_under("sudo"));
  EXPECT_EQ(all[1].argument("c d"), &all[1].arguments[0]);
  EXPECT_EQ(all[1].argument("c"), nullptr);
}

}  // namespace
}  // namespace dockwright::shell
