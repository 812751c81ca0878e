echo 'single $no' "double $yes ${a} \" \$ \` $(b)" un\ quoted $'ansi\n\x41' $"locale" a"b"'c'd
