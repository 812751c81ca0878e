FROM debian
SHELL ["/bin/bash", "-euo", "pipefail", "-c"]
RUN set -x; for i in a b; do echo "$i"; done; \
    if [ -f /x ]; then \
      case "$y" in a|b) echo 1;; *) echo 2 ;; esac; \
    fi; f() { local z=$(date +%s); echo `id`; }; f "$@" > /dev/null 2>&1 &
RUN cd /tmp && wget -O - https://example.org/i.sh | bash -s -- --yes
RUN pip install a==1.0 'b>=2' && npm ci && yum install -y c && apk add d~=3
RUN echo ${A:-"$(echo "${B}" '}')"} \$C '$D' "\"" \
    && [[ $A =~ ^x && -n "$B" ]] && (( i++ )) || exit 1
FROM mcr.microsoft.com/windows/nanoserver
RUN cmd /S /C "echo %PATH% & dir" && setx X 1
