# escape=x
# escape=\
FROM scratch
