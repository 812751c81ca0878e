// What the parser makes of each instruction, every part shown as the source text at its place.
#include <gtest/gtest.h>

#include "analysis/syntax/tree.hpp"
#include "tests/support/describe.hpp"

namespace dockwright {
namespace {

struct Case {
  const char* source;
  const char* expected;  // one line per slot, joined by ` | `; `!'…'` is an error at that text
};

std::string read(const char* source) {
  const syntax::Tree tree = syntax::Tree::parse(Text(source));
  std::string result;
  for (std::size_t i = 0; i < tree.size(); ++i) result += (i ? " | " : "") + test::describe(tree.slot(i));
  return result;
}

class Instructions : public testing::TestWithParam<Case> {};
TEST_P(Instructions, AreRead) { EXPECT_EQ(read(GetParam().source), GetParam().expected) << GetParam().source; }

INSTANTIATE_TEST_SUITE_P(From, Instructions, testing::Values(
  Case{"FROM alpine", "FROM image=alpine name=alpine"},
  Case{"from alpine:3.20 as Build", "FROM image=alpine:3.20 name=alpine tag=3.20 as=as alias=Build"},
  Case{"FROM localhost:5000/a/b:1@sha256:ab AS x", "FROM image=localhost:5000/a/b:1@sha256:ab name=localhost:5000/a/b tag=1 digest=sha256:ab as=AS alias=x"},
  Case{"FROM --platform=$BUILDPLATFORM ${I:-a:1}:${T}", "FROM --platform=$BUILDPLATFORM image=${I:-a:1}:${T} name=${I:-a:1} tag=${T}"},
  Case{"FROM", "FROM name= !'FROM'"},
  Case{"FROM a b", "FROM image=a name=a !'b'"},
  Case{"FROM a AS 1b", "FROM image=a name=a as=AS alias=1b !'1b'"},
  Case{"FROM --plaform=x a", "FROM --plaform=x image=a name=a !'--plaform=x'"},
  Case{"FROM\\\n  a\\\n  :1", "FROM image=a name=a !':1'"}));

INSTANTIATE_TEST_SUITE_P(Lines, Instructions, testing::Values(
  Case{"# a\n\n  # b\r\n", "comment # a | blank | comment # b"},
  Case{"\xEF\xBB\xBF# escape=`\nRUN a `\n b", "directive escape=` | RUN shell 'a `\n b'"},
  Case{"# check=skip=all\n#Syntax = x y \n# foo=1\n# escape=`\n", "directive check=skip=all | directive Syntax=x y | comment # foo=1 | comment # escape=`"},
  Case{"RUN a \\\n# note\n\n  b \\  \n  c\nUSER x", "RUN shell 'a \\\n# note\n\n  b \\  \n  c' | USER value=x user=x"},
  Case{"RUN a \\\\\nUSER x", "RUN shell 'a \\\\' | USER value=x user=x"},
  Case{"RUN a \\", "RUN shell 'a'"},
  Case{"\tWORKDIR\t/a b ", "WORKDIR value=/a b"},
  Case{"FROM\xC2\xA0" "a", "?FROM\xC2\xA0" "a !'FROM\xC2\xA0" "a'"},
  Case{"COPPY a b", "?COPPY !'COPPY'"}));

INSTANTIATE_TEST_SUITE_P(Forms, Instructions, testing::Values(
  Case{"CMD [\"a\", \"b \\\"c\\\"\"]", "CMD \"a\" \"b \\\"c\\\"\""},
  Case{"CMD ['a']", "CMD shell '['a']' broken-json"},
  Case{"CMD [\"a\",]", "CMD shell '[\"a\",]' broken-json"},
  Case{"CMD [\"a\", 1]", "CMD \"a\" !'1'"},
  Case{"CMD []", "CMD"},
  Case{"RUN [ -f x ] && y", "RUN shell '[ -f x ] && y' broken-json"},
  Case{"SHELL [\"bash\", \\\n  \"-c\"]", "SHELL \"bash\" \"-c\""},
  Case{"SHELL bash", "SHELL shell 'bash' !'bash'"},
  Case{"ENTRYPOINT exec top -b", "ENTRYPOINT shell 'exec top -b'"},
  Case{"HEALTHCHECK --interval=5s --retries=3 CMD curl -f x || exit 1", "HEALTHCHECK --interval=5s --retries=3 shell 'CMD curl -f x || exit 1' type=CMD command=curl -f x || exit 1"},
  Case{"HEALTHCHECK --interval=5 CMD [\"x\"]", "HEALTHCHECK --interval=5 \"x\" type=CMD command=[\"x\"] !'5'"},
  Case{"HEALTHCHECK NONE", "HEALTHCHECK type=NONE"},
  Case{"HEALTHCHECK NONE x", "HEALTHCHECK type=NONE command=x !'x'"},
  Case{"HEALTHCHECK", "HEALTHCHECK !'HEALTHCHECK'"}));

INSTANTIATE_TEST_SUITE_P(Run, Instructions, testing::Values(
  Case{"RUN --mount=type=cache,target=/x,sharing=locked --network=none make", "RUN --mount=type=cache,target=/x,sharing=locked --network=none shell 'make' mount(type=cache target=/x sharing=locked)"},
  Case{"RUN --mount=type=secret,id=a,required true", "RUN --mount=type=secret,id=a,required shell 'true' mount(type=secret id=a required)"},
  Case{"RUN --mount=\"type=bind,source=a b,target=/x\" true", "RUN --mount=\"type=bind,source=a b,target=/x\"(type=bind,source=a b,target=/x) shell 'true' mount(type=bind source=a b target=/x)"},
  Case{"RUN --mount=type=cache,taget=/x true", "RUN --mount=type=cache,taget=/x shell 'true' mount(type=cache taget=/x) !'taget'"},
  Case{"RUN --mount=type=foo true", "RUN --mount=type=foo shell 'true' mount(type=foo) !'foo'"},
  Case{"RUN --network=foo true", "RUN --network=foo shell 'true' !'foo'"},
  Case{"RUN -- true", "RUN shell 'true'"},
  Case{"RUN", "RUN"}));

INSTANTIATE_TEST_SUITE_P(Heredocs, Instructions, testing::Values(
  Case{"RUN <<EOF\na\nEOF\nUSER x", "RUN shell '<<EOF' heredoc(<<EOF fd=0 body='a\n' end='EOF') | USER value=x user=x"},
  Case{"RUN cat 3<<-\"A B\" && \\\n x\n\ta\n\tA B\n", "RUN shell 'cat 3<<-\"A B\" && \\\n x' heredoc(3<<-\"A B\" fd=3 quoted tabs body='\ta\n' end='A B')"},
  Case{"COPY <<A <<'B' /d/\n$x\nA\n\r\nB\r\n", "COPY source=<<A source=<<'B' destination=/d/ heredoc(<<A fd=0 body='$x\n' end='A') heredoc(<<'B' fd=0 quoted body='\r\n' end='B')"},
  Case{"RUN cat <<< x", "RUN shell 'cat <<< x'"},
  Case{"RUN echo \"<<EOF\"", "RUN shell 'echo \"<<EOF\"'"},
  Case{"RUN [\"<<EOF\"]", "RUN \"<<EOF\""},
  Case{"ENV a=<<EOF", "ENV a=<<EOF"},
  Case{"ONBUILD RUN <<E\nx\nE", "ONBUILD [RUN shell '<<E' heredoc(<<E fd=0 body='x\n' end='E')]"},
  Case{"RUN <<EOF\na\nb\nCMD [\"x\"]", "RUN shell '<<EOF' heredoc(<<EOF fd=0 body='a\nb\n' end='') !'<<EOF' | CMD \"x\""},
  Case{"COPY a <<EOF\nx\nEOF", "COPY source=a destination=<<EOF heredoc(<<EOF fd=0 body='x\n' end='EOF') !'<<EOF'"}));

INSTANTIATE_TEST_SUITE_P(Pairs, Instructions, testing::Values(
  Case{"ENV a=1 b=\"x y\" c='z' d=e\\ f", "ENV a=1 b=\"x y\" c='z' d=e\\ f"},
  Case{"ENV a b=c  d ", "ENV legacy a=b=c  d"},
  Case{"ENV a=b c", "ENV a=b c !'c'"},
  Case{"ENV =b", "ENV =b !'=b'"},
  Case{"ENV a", "ENV legacy a !'a'"},
  Case{"LABEL \"a b\"=c \\\n  d=e", "LABEL \"a b\"=c d=e"},
  Case{"ARG a b=1 c=", "ARG a b=1 c="},
  Case{"ARG", "ARG !'ARG'"},
  Case{"ENV a=${b", "ENV a=${b !'${b'"},
  Case{"LABEL a=${x^^}", "LABEL a=${x^^} !'^^}'"}));

INSTANTIATE_TEST_SUITE_P(Others, Instructions, testing::Values(
  Case{"COPY --from=b --chown=1:1 --link a b /c/", "COPY --from=b --chown=1:1 --link source=a source=b destination=/c/"},
  Case{"ADD [\"a b\", \"/c\"]", "ADD \"a b\" \"/c\" source=\"a b\" destination=\"/c\""},
  Case{"COPY a", "COPY source=a !'a'"},
  Case{"COPY --from=$x a b", "COPY --from=$x source=a destination=b !'$x'"},
  Case{"COPY --link=yes a b", "COPY --link=yes source=a destination=b !'--link=yes'"},
  Case{"EXPOSE 80 90-99/udp $P ${Q:-1/2}", "EXPOSE port=80 port=90-99 protocol=udp port=$P port=${Q:-1/2}"},
  Case{"EXPOSE 99999 80/foo", "EXPOSE port=99999 port=80 protocol=foo !'99999' !'80/foo'"},
  Case{"USER ${U:-a:b}:grp", "USER value=${U:-a:b}:grp user=${U:-a:b} group=grp"},
  Case{"STOPSIGNAL SIGFOO", "STOPSIGNAL value=SIGFOO !'SIGFOO'"},
  Case{"STOPSIGNAL sigrtmin+3", "STOPSIGNAL value=sigrtmin+3"},
  Case{"VOLUME /a /b", "VOLUME path=/a path=/b"},
  Case{"VOLUME [\"/a\", \" \"]", "VOLUME \"/a\" \" \" path=\"/a\" path=\" \" !'\" \"'"},
  Case{"MAINTAINER a <b@c>", "MAINTAINER value=a <b@c>"},
  Case{"ONBUILD COPY a b", "ONBUILD [COPY source=a destination=b]"},
  Case{"ONBUILD ONBUILD RUN x", "ONBUILD [ONBUILD] !'ONBUILD'"},
  Case{"ONBUILD FROM x", "ONBUILD [FROM image=x name=x] !'FROM'"},
  Case{"ONBUILD", "ONBUILD !'ONBUILD'"}));

}  // namespace
}  // namespace dockwright
