i
﻿# escape=\
FROM alpine

RUN echo a \
  # c
  && echo b
