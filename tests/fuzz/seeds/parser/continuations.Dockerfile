FROM alpine:3.20

RUN apk add --no-cache \
# a comment inside
    curl \

  \
    git   \  
	# indented comment
    make

RUN echo a \\
RUN echo b
ENV A=1 \
    B="two words" \
    C='single' D=un\ quoted
CMD echo end \