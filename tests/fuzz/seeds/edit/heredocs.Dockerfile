i
FROM debian:12
RUN <<EOF
set -eu
apt-get update
apt-get install -y curl
EOF
RUN <<-'TABS' bash -e
	echo "$not_expanded"
	# no comment here, no \
	TABS
RUN <<A cat > /a && cat <<B > /b
first
A
second ${X}
B
COPY <<one.conf <<"two.conf" plain.txt /etc/app/
key=${VALUE:-default}
\$literal
one.conf
key=${VALUE}
two.conf
ADD --chmod=644 <<3 /dest
3
RUN 3<<FD cat <&3
body
FD
RUN <<PY
#!/usr/bin/env python3
print("<<PY")
PY
RUN echo $((1<<2)) && cat <<<word
ONBUILD RUN <<EOF
echo later
EOF
ENV NOT=<<EOF
