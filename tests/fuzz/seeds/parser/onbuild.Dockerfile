FROM a AS b
ONBUILD COPY --chown=1 . /app
ONBUILD RUN --mount=type=cache,target=/c x
ONBUILD CMD ["x"]
ONBUILD HEALTHCHECK NONE
onbuild bogus y
FROM b
FROM 0
COPY --from=B x y
COPY --from=7 x y
COPY --from=nginx:1.27 /a /b
