#!/bin/sh
# quietly.sh 'what it does' command…
# One line for a step that works, and the end of its log for one that fails.
# SHOW=n shows the last n lines of a step that works, too.
set -u
what=$1
shift
mkdir -p build/log
log=build/log/$(printf %s "$what" | tr -cs 'a-zA-Z0-9\n' -).txt
start=$(date +%s)

printf '%s ... ' "$what"
if "$@" >"$log" 2>&1 </dev/null; then
  printf '%s s\n' $(($(date +%s) - start))
  [ -z "${SHOW-}" ] || tail -n "$SHOW" "$log"
else
  status=$?
  printf 'failed. The end of %s:\n' "$log"
  tail -n 60 "$log"
  exit "$status"
fi
