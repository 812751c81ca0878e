#!/bin/sh
# comment
echo a#b #c
: # d
