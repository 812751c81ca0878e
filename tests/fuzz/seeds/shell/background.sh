a & b & wait
a;b;;c
! a | ! b
time -p a
coproc x { y; }
trap "rm -f $t" EXIT
exec "$@"
eval "a $b"
