echo a \
  b \
  # not a comment start \
  && c
echo "x \
y" 'z \
w'
ech\
o d
