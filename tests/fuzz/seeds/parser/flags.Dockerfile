FROM --platform="linux/amd64" busybox AS a
FROM --platform= --bogus a AS B
RUN --mount=type=secret,id=token,env=TOKEN,required --network=none --security=insecure --mount=type=tmpfs,target=/t,size=1g true
RUN --mount=type=ssh --mount=type=bogus,wat=1 --mount=target=/,from=$X -- --not-a-flag
COPY --link=false --parents --exclude=*.md --exclude=**/x --from=a . /x/
COPY --from=a --from=b . /x/
ADD --checksum=sha256:0000 --keep-git-dir=true --unpack https://example.org/a.tgz /
ADD git@example.org:a/b.git#main:dir /src
COPY --chown=a:b --chmod=u=rwX,go=rX -- x y
COPY onlyone
RUN --device=vendor.com/class=name,required true
RUN --mount=type="ca\
che",target=/x y
