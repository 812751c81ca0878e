if true; then
case x in
for in
( ( {
"unclosed
