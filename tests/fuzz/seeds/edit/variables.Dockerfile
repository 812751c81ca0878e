j
ARG A B=1 C=${B}x
FROM ${IMAGE:-alpine}:${TAG:?no tag}@${DIGEST-} AS s
ARG A
ARG X="a b" Y='$A' Z=${A#*/} W=${A%%.*} V=${A/x/y} U=${A//\//_}
ENV legacy a b  c
ENV K1=v1 K2="v 2" K3=v\ 3 "K4"=v4 K5
ENV PATH=$PATH:/opt/${legacy:+bin} E=${E^^} F=${#F} G=${G:1:2} H=${!H} I=${} J=${:x} K=${unclosed
LABEL org.example.a="multi \
line" b=$$ c=$1 d=${1} e=$@ =f g
LABEL a=${x:?two words}
EXPOSE $PORT ${PORT:-80}/tcp 127.0.0.1:80:80
WORKDIR ${A:-/w}/${X}
USER ${UID:-1000}:${GID:-1000}
STOPSIGNAL SIG$S
MAINTAINER somebody <a@example.org>
