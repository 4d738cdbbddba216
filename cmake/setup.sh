#!/bin/sh
# setup.sh demo|test|bench|fuzz
# Gives a machine what `make` of that name needs: Debian's packages where something is
# missing, and in .venv the package built from this tree. Doing it again costs a moment.
set -eu
cd "$(dirname "$0")/.."
purpose=$1

has() { command -v "$1" >/dev/null 2>&1; }

has_header() {
  for prefix in /usr /usr/local /opt/homebrew $(echo "${CMAKE_PREFIX_PATH-}" | tr ':;' '  '); do
    for within in include include/eigen3; do
      [ ! -e "$prefix/$within/$1" ] || return 0
    done
  done
  return 1
}

# Other Pythons may stand before the system's: take the first that is new enough, can
# make environments and can compile modules.
find_python() {
  for python in python3 /usr/bin/python3 python3.14 python3.13 python3.12 python3.11 python3.10; do
    if "$python" -c '
import ensurepip, os, sys, sysconfig, venv
header = os.path.join(sysconfig.get_path("include"), "Python.h")
sys.exit(sys.version_info < (3, 10) or not os.path.exists(header))' 2>/dev/null; then
      return 0
    fi
  done
  return 1
}

has_cmake() {
  cmake --version 2>/dev/null |
    awk '/version/ { split($3, v, "."); new = v[1] > 3 || v[2] >= 25 } END { exit !new }'
}

missing() {
  has "${CXX:-g++}" || has c++ || echo g++
  has_cmake || echo cmake
  has ninja || echo ninja-build
  find_python || echo python3-dev python3-venv
  if [ "$purpose" != demo ]; then
    has_header Eigen/Core || echo libeigen3-dev
    has_header nlohmann/json.hpp || echo nlohmann-json3-dev
  fi
  if [ "$purpose" = test ]; then
    has_header doctest/doctest.h || echo doctest-dev
    has_header gmpxx.h || echo libgmp-dev
  fi
  if [ "$purpose" = fuzz ]; then
    has clang++ || echo clang
    [ -n "$(find /usr/lib/llvm-*/lib/clang -name 'libclang_rt.fuzzer-*' 2>/dev/null | head -n 1)" ] ||
      echo libclang-rt-14-dev libfuzzer-14-dev
  fi
  if [ "$purpose" = bench ]; then
    has_header benchmark/benchmark.h || echo libbenchmark-dev
  fi
}

packages=$(missing | tr '\n' ' ')
if [ -n "$packages" ] && has apt-get; then
  sudo=
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  if [ -z "$sudo" ] || has sudo; then
    # A fresh machine may have no package lists yet, or old ones.
    cmake/quietly.sh "installing $packages" $sudo sh -c '
      export DEBIAN_FRONTEND=noninteractive
      apt-get install -y --no-install-recommends "$@" ||
        { apt-get update && apt-get install -y --no-install-recommends "$@"; }' sh $packages
  fi
  packages=$(missing | tr '\n' ' ')
fi
if [ -n "$packages" ]; then
  echo "make $purpose needs the Debian packages $packages(CMake 3.25, Python 3.10 or later):" \
    "install these packages and run make $purpose again." >&2
  exit 1
fi

# An environment knows where it was made, and so does a build: after a move both are void.
if [ "$(cat .venv/made-in 2>/dev/null)" != "$PWD" ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  rm -rf .venv build
  find_python
  cmake/quietly.sh 'making .venv' "$python" -m venv .venv
  pwd >.venv/made-in
fi

extra=cli
[ "$purpose" = demo ] || extra=test
wanted=$(
  {
    .venv/bin/python -VV
    find CMakeLists.txt LICENSE LICENSES README.md cmake include pyproject.toml python src \
      -type f ! -name '*.pyc' -exec cksum {} + | LC_ALL=C sort
  } | cksum
)
stamp=.venv/made-for-$extra
if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
  # The build requirements live in .venv and the build in build/wheel, so that a second
  # build compiles only what changed; pip's own build environments are new every time.
  .venv/bin/python -c '
try:
    import tomllib
except ModuleNotFoundError:
    from pip._vendor import tomli as tomllib
with open("pyproject.toml", "rb") as file:
    print(*tomllib.load(file)["build-system"]["requires"], sep="\n")' >.venv/build-requirements.txt
  cmake/quietly.sh 'getting the build requirements' \
    .venv/bin/python -m pip install --progress-bar off -r .venv/build-requirements.txt
  # The build imports an installed kebi to find its CMake files; one that does not import
  # would stand in the way of its own repair.
  .venv/bin/python -m pip uninstall -qqy kebi
  cmake/quietly.sh "building kebi for Python, some minutes the first time" \
    .venv/bin/python -m pip install --progress-bar off --no-build-isolation \
    --config-settings=build-dir=build/wheel ".[$extra]"
  echo "$wanted" >"$stamp"
fi
