FROM aÿþ
RUN echo Ã( â‚ ðŸ \
 í €
LABEL a="ÿ"
