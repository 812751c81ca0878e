@echo off & set "X=1" && if exist %X% (del /q %X%) else echo ^"no^"
for %%i in (*.txt) do type "%%i" > nul 2>&1
