.PHONY: help demo test check bench fuzz setup clean

help:
	@echo 'make demo   assess the plan of a district from its report, in the terminal'
	@echo 'make test   build and run all tests, C++ and Python'
	@echo 'make check  measure the form of the source and compare it with its limits'
	@echo 'make bench  compile times and benchmarks'
	@echo 'make fuzz   run the fuzz targets, each for SECONDS=60'
	@echo 'make setup  only what demo needs; the others do their own'
	@echo 'make clean  remove all that was built'

demo: setup
	@PYTHONUTF8=1 .venv/bin/kebi assess examples/data/jiading-2019h1.csv

setup:
	@cmake/setup.sh demo

test:
	@cmake/setup.sh test
	@cmake/quietly.sh 'configuring the C++ tests' cmake --preset test
	@cmake/quietly.sh 'building the C++ tests, some minutes the first time' cmake --build --preset test
	@SHOW=4 cmake/quietly.sh 'running the C++ tests' ctest --preset test
	@.venv/bin/python -m pytest --doctest-modules --pyargs kebi tests/python

check:
	@cmake/setup.sh demo
	@.venv/bin/python tests/layers.py
	@.venv/bin/python tests/house.py --list

bench:
	@cmake/setup.sh bench
	@cmake/quietly.sh 'configuring the benchmarks' cmake --preset bench
	@cmake/quietly.sh 'building the benchmarks' cmake --build --preset bench
	@.venv/bin/python bench/compile_cost.py
	@for run in build/bench/bench/run/*; do [ ! -x "$$run" ] || "$$run" || exit 1; done
	@.venv/bin/python bench/series_frames.py

fuzz:
	@cmake/setup.sh fuzz
	@tests/fuzz/run.sh $(SECONDS)

clean:
	@rm -rf .venv build
