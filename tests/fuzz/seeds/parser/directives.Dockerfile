#!/usr/bin/env docker
#syntax = docker/dockerfile:1 --opt
# ESCAPE = \
# check = skip=all;experimental=all;error=false
# unknown=value
# escape=`
FROM scratch
