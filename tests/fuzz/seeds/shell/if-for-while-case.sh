if [ -n "$A" ] && test -f /x; then echo 1; elif true; then :; else false; fi
for i in a b "$@"; do echo "$i"; done
for ((i=0; i<3; i++)); do continue; done
for x do echo $x; done
while read -r l; do break; done < /f
until false; do sleep 1; done
case $x in a|b) 1;; (c) 2;& [d-f]*) 3;;& *) ;; esac
select s in x y; do echo $s; done
