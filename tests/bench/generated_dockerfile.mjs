// A multi-stage Dockerfile of a wanted length, the same text in every run: what a large real one looks like, without its
// mistakes. Lengths are 9 + 20 n lines.

const head = `# syntax=docker/dockerfile:1.7
ARG DEBIAN=12.7-slim
FROM debian:\${DEBIAN} AS stage-0
ARG VERSION=1.0.0
ENV APP_HOME=/srv/app
WORKDIR /srv/app
RUN mkdir -p /srv/app/data
COPY . /srv/app
CMD ["app"]
`;

const stage = (number) => `
# Component ${number}: builds its part and hands it on.
FROM debian:\${DEBIAN} AS stage-${number}
ARG VERSION=${number}.0
ENV COMPONENT=component-${number} \\
    COMPONENT_HOME=/srv/component-${number}
LABEL org.opencontainers.image.version="\${VERSION}"
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
WORKDIR /srv/component-${number}
RUN apt-get update \\
    && apt-get install -y --no-install-recommends ca-certificates curl git \\
    && rm -rf /var/lib/apt/lists/*
COPY --from=stage-${number - 1} /srv/app/data /srv/component-${number}/data
RUN --mount=type=cache,target=/root/.cache \\
    if [ -f "\${COMPONENT_HOME}/build.sh" ]; then \\
      bash build.sh --version "\${VERSION}" | tee build.log; \\
    fi
USER 1000
EXPOSE ${8000 + (number % 1000)}
CMD ["component", "--number", "${number}"]
`;

export function generatedDockerfile(lines) {
  const stages = (lines - 9) / 20;
  if (!Number.isInteger(stages) || stages < 0) throw new Error(`no generated Dockerfile has ${lines} lines`);
  return head + Array.from({ length: stages }, (_, i) => stage(i + 1)).join('');
}

// The N of a RUN in the middle. 0-based line and column.
export function placeToType(text) {
  const lines = text.split('\n');
  const middle = Math.floor(lines.length / 2);
  return { line: lines.findIndex((content, i) => content.startsWith('RUN ') && i >= middle), character: 'RU'.length };
}

export function replaceLetter(text, { line, character }, letter) {
  const lines = text.split('\n');
  lines[line] = lines[line].slice(0, character) + letter + lines[line].slice(character + 1);
  return lines.join('\n');
}
