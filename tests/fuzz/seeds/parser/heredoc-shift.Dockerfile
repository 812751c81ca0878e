FROM a
RUN echo $((1 << 2))
RUN true
