FROM a
CMD ["a", "b\n\u00e9\ud83d\ude00", "\ud800"]
CMD [ "a" , "b" , ]
CMD ['a', 'b']
CMD ["a" "b"]
CMD [1, true, null]
CMD ["a"] trailing
CMD []
CMD [
RUN ["/bin/sh", "-c", \
  "echo hi"]
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
SHELL /bin/sh
VOLUME ["/a", "/b c"]
VOLUME /a /b
COPY ["a b", "c", "/d/"]
ENTRYPOINT ["[", "a", "]"]
HEALTHCHECK NONE
HEALTHCHECK CMD curl -f http://localhost/ || exit 1
HEALTHCHECK --interval=1h2m3s --retries=0 --bad=1 CMD ["x"]
HEALTHCHECK FOO
