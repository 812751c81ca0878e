FROM a
RUN <<EOF
echo 1

EOF
COPY <<-X /x
		y
	X
RUN a \
  b
