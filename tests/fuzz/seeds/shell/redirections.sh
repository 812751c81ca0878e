a > b < c >> d 2>&1 2>/dev/null &> e >| f <> g <&- 3<&0 >&2 {fd}>h
cat <<EOF > out && next
line $x
EOF
cat <<-'E' <<F
	quoted
	E
second
F
cat <<< "$word"
