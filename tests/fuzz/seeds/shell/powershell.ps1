$ErrorActionPreference = 'Stop'; $v = "a $($b.c) `n `"q`""; @'
here $no
'@ | Out-File -Path C:\x ; if ($a -eq 1) { Invoke-WebRequest -Uri "https://example.org" -OutFile x } else { throw "y" } # c
<# block #> Get-ChildItem | ForEach-Object { $_.Name } ; @{ a = 1; b = @(1, 2) }
