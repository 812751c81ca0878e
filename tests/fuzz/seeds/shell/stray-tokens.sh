) } fi done esac ;; && || | & ; then do in !
