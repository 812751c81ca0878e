l
# syntax=docker/dockerfile:1.7
# check=skip=JSONArgsRecommended;error=true
ARG GO_VERSION=1.22
ARG BASE=debian:12.7-slim

FROM --platform=$BUILDPLATFORM golang:${GO_VERSION}-bookworm AS build
ARG TARGETOS TARGETARCH
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod,sharing=locked go mod download
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build \
    --mount=type=bind,source=.git,target=.git \
    CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /out/app ./cmd/app

FROM build AS test
RUN go test ./...

FROM ${BASE} AS run
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates=20230311 \
    # certificates only
    && rm -rf /var/lib/apt/lists/*
COPY --from=build --chown=65532:65532 --chmod=0755 /out/app /usr/local/bin/app
COPY --from=2 --link /etc/ssl /etc/ssl
USER 65532
EXPOSE 8080/tcp 9000-9010/udp
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s --retries=3 CMD ["app", "health"]
ENTRYPOINT ["app"]
CMD ["serve", "--port", "8080"]
