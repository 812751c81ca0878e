i
# one
#
  # two
#three

FROM a # not a comment
# hadolint global ignore=DL3008,DL3009
# hadolint ignore=DL3008
RUN x # shell comment \
  && y
# dockwright ignore=root-user until=2027-01-01 -- because
# dockwright file ignore=ALL
# check=skip=StageNameCasing
# shellcheck disable=SC2086
# tally global ignore=x
USER root
# last