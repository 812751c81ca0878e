A=1 B="$A" C=$(d) env -i E=2 f
export G=1 H
readonly I=x
J=(a b [3]=c)
J+=(d)
K+=1
declare -A L=([k]=v)
set -euo pipefail
unset M
