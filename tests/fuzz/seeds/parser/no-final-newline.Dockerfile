FROM scratch
COPY a /