u
FROM a
RUN <<EOF
echo 1
 EOF
EOFF
CMD x
