f() { local a=1; return $a; }
function g { f "$@"; }
h() (cd /tmp)
function i() { :; } > /dev/null
