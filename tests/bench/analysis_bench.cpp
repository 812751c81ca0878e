// The library alone: what one keystroke and one file of a CI run cost, without transport and process start.
#include <benchmark/benchmark.h>

#include <string>

#include "analysis/lint/linter.hpp"
#include "analysis/shell/parser.hpp"
#include "analysis/syntax/tree.hpp"

namespace dockwright {
namespace {

const std::string head =
    "# syntax=docker/dockerfile:1.7\n"
    "ARG DEBIAN=12.7-slim\n"
    "FROM debian:${DEBIAN} AS stage-0\n";

// A stage of 20 lines as they are found in practice.
std::string stage(int number) {
  return fmt::format(R"(
# Component {0}: builds its part and hands it on.
FROM debian:${{DEBIAN}} AS stage-{0}
ARG VERSION={0}.0
ENV COMPONENT=component-{0} \
    COMPONENT_HOME=/srv/component-{0}
LABEL org.opencontainers.image.version="${{VERSION}}"
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
WORKDIR /srv/component-{0}
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl git \
    && rm -rf /var/lib/apt/lists/*
COPY --from=stage-{1} /srv/app/data /srv/component-{0}/data
RUN --mount=type=cache,target=/root/.cache \
    if [ -f "${{COMPONENT_HOME}}/build.sh" ]; then \
      bash build.sh --version "${{VERSION}}" | tee build.log; \
    fi
USER 1000
EXPOSE 8000
CMD ["component", "--number", "{0}"]
)",
                     number, number - 1);
}

std::string dockerfile(std::int64_t stages) {
  auto text = head;
  for (int i = 1; i <= stages; ++i) text += stage(i);
  return text;
}

// A letter of a RUN in the middle, small or big: as a person types.
struct Keystroke {
  explicit Keystroke(const Text& text)
      : at(static_cast<std::uint32_t>(text.bytes().find("\nRUN ", text.size() / 2)) + 3) {}

  ByteRange range() const { return {ByteOffset{at}, ByteOffset{at + 1}}; }
  syntax::Tree press(const syntax::Tree& tree) {
    small = !small;
    return tree.edit(tree.text().replace(range(), small ? "n" : "N"), range(), 1);
  }

  std::uint32_t at;
  bool small = false;
};

void parse(benchmark::State& state) {
  const Text text(dockerfile(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(syntax::Tree::parse(text));
  state.SetBytesProcessed(state.iterations() * text.size());
}

void edit(benchmark::State& state) {
  auto tree = syntax::Tree::parse(Text(dockerfile(state.range(0))));
  Keystroke keystroke(tree.text());
  for (auto _ : state) tree = keystroke.press(tree);
}

void build_model(benchmark::State& state) {
  const auto tree = syntax::Tree::parse(Text(dockerfile(state.range(0))));
  for (auto _ : state) benchmark::DoNotOptimize(model::Model::build(tree, {}, nullptr));
}

void lint_model(benchmark::State& state) {
  const auto built = model::Model::build(syntax::Tree::parse(Text(dockerfile(state.range(0)))), {}, nullptr);
  const lint::RuleSet rules{lint::Settings{}};
  for (auto _ : state) benchmark::DoNotOptimize(lint::lint(*built, rules));
}

// All of it, with what the version before left to be used again.
void keystroke_to_findings(benchmark::State& state) {
  auto tree = syntax::Tree::parse(Text(dockerfile(state.range(0))));
  auto built = model::Model::build(tree, {}, nullptr);
  const lint::RuleSet rules{lint::Settings{}};
  Keystroke keystroke(tree.text());
  for (auto _ : state) {
    tree = keystroke.press(tree);
    built = model::Model::build(tree, {}, built.get());
    benchmark::DoNotOptimize(lint::lint(*built, rules));
  }
}

void parse_shell(benchmark::State& state) {
  const std::string script =
      "set -eux; apt-get update && apt-get install -y --no-install-recommends curl=7.88.1-10 \"git\" ${EXTRA:-less}; "
      "for f in $(ls /opt); do if [ -f \"/opt/$f\" ]; then tar -xzf \"/opt/$f\" -C /usr/local 2>/dev/null || exit 1; "
      "fi; done; "
      "curl -fsSL https://example.org/install.sh | bash -s -- --prefix=/usr; rm -rf /var/lib/apt/lists/*";
  for (auto _ : state) benchmark::DoNotOptimize(shell::parse(script, shell::Dialect::Bash));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(script.size()));
}

// In stages of 20 lines: a small, a usual, a long and a huge file.
void sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->Arg(1)->Arg(10)->Arg(100)->Arg(500)->Unit(benchmark::kMicrosecond);
}

BENCHMARK(parse)->Apply(sizes);
BENCHMARK(edit)->Apply(sizes);
BENCHMARK(build_model)->Apply(sizes);
BENCHMARK(lint_model)->Apply(sizes);
BENCHMARK(keystroke_to_findings)->Apply(sizes);
BENCHMARK(parse_shell)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace dockwright
