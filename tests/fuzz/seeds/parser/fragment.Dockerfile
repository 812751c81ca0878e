RUN make
ENV A=1
CMD $A
