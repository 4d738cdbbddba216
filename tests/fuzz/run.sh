#!/bin/sh
# run.sh [SECONDS]
# Builds the fuzz targets with clang, under address and undefined behaviour sanitizers, and runs each
# for some seconds (60) on the seeds in the tree; then the files of the Python readers. What a
# target finds anew is kept in build/fuzz/corpus; an input that breaks a promise ends the run and
# is named. Needs clang, libclang-rt-14-dev and libfuzzer-14-dev; the last part the package in .venv.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}

CXX=${CXX:-clang++} cmake/quietly.sh 'configuring the fuzz targets' cmake --preset fuzz
cmake/quietly.sh 'building the fuzz targets, some minutes the first time' cmake --build --preset fuzz

for target in build/fuzz/tests/fuzz_*; do
  name=${target##*/fuzz_}
  mkdir -p "build/fuzz/corpus/$name" build/fuzz/found
  echo "fuzzing $name for $seconds s"
  # A second is long for an input of at most 4 kB.
  "$target" -max_total_time="$seconds" -timeout=5 -max_len=4096 -verbosity=0 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/found/$name-" "build/fuzz/corpus/$name" "tests/fuzz/seeds/$name"
done

.venv/bin/python tests/fuzz/documents.py --seconds "$seconds"
