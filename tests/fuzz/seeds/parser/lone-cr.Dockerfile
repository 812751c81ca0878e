FROM alpineRUN x
RUN ab \
 c
