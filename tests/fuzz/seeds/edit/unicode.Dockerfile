h
FROM alpine AS über
LABEL name="🐳 whale 日本語" é=1
RUN echo "​ " \
  && echo 👩‍💻
ENV Ω=1 X=$Ω
