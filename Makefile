# Two commands do all their own set-up: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
PIP := pip install --quiet --disable-pip-version-check -c constraints.txt
SECTION := 06_gaussian_mixtures
export OMP_NUM_THREADS = 1
export OPENBLAS_NUM_THREADS = 1
export MKL_NUM_THREADS = 1

.PHONY: demo test quick check versions quality hostile fuzz benchmark clean

## Grade a class of 26 made-up students from release to report, in demo/
demo: $(BIN)/course
	$(BIN)/course release $(SECTION) -C demo
	$(BIN)/python -m tests.kit.classroom demo/handed-in
	$(BIN)/course collect demo/handed-in $(SECTION) -C demo
	$(BIN)/course autograde $(SECTION) -C demo --isolation $$($(BIN)/course doctor --best)
	$(BIN)/course feedback $(SECTION) -C demo
	$(BIN)/course report $(SECTION) -C demo

## Run every test, three at a time: they wait for a third of it. Unit tests are measured; to measure
## what starts whole classes would take half as long again
UNIT := nbjudge/tests tests/grading tests/reference tests/student_layer
PYTEST := $(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder --durations=8
test: check
	$(PYTEST) --cov --cov-report=term:skip-covered $(UNIT)
	$(PYTEST) tests $(UNIT:%=--ignore=%)

## Run the tests that start no kernel, process, browser or database, but for the fuzzer
quick: $(BIN)/course
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "not slow" nbjudge/tests tests

## Style, types, which package imports which, and the course's own files
check: $(BIN)/course
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/course check

## Build environments for tests/versions: make versions SETS=colab_oldest PYTHONS=3.13
SETS ?= $(basename $(notdir $(wildcard tests/versions/*.txt)))
PYTHONS ?= $(foreach version,3.11 3.12 3.13,$(if $(shell .ci/python $(version)),$(version)))
versions: $(SETS:%=.versions/%/built) $(PYTHONS:%=.versions/python%/built)

# the grader alone, without the course and torch
.versions/python%/built: nbjudge/pyproject.toml constraints.txt
	$$(.ci/python $*) -m venv --clear .versions/python$*
	.versions/python$*/bin/$(PIP) -e "nbjudge[postgresql]" hypothesis pytest pytest-xdist
	@touch $@

# a set of packages that notebooks meet
.versions/%/built: tests/versions/%.txt
	$(PYTHON) -m venv --clear .versions/$*
	.versions/$*/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

## Grade the answer bank over many seeds: SEEDS=1000 make quality
SEEDS ?= 20
quality: $(BIN)/course
	$(BIN)/course quality --seeds $(SEEDS)

## Every attack and accident, and what takes minutes on several machines; `make test` runs a part.
## At the best level that works here, or at another: LEVEL=limited make hostile
hostile: $(BIN)/course
	HOSTILE=all $(BIN)/python -m pytest -n 2 --dist loadfile tests/hostile \
		tests/pipeline/test_cluster.py tests/pipeline/test_load.py tests/pipeline/test_machines.py \
		tests/pipeline/test_postgresql.py \
		tests/versions/test_grader.py

## Try damaged replies and files: FUZZ=100000 make fuzz
FUZZ ?= 20000
fuzz: $(BIN)/course
	FUZZ=$(FUZZ) $(BIN)/python -m pytest -s tests/hostile/test_fuzz.py

## Measure against the alternatives: speed, and what stock nbgrader lets through
benchmark: $(BIN)/course
	$(BIN)/python -m benchmarks.em
	$(BIN)/python -m benchmarks.isolation
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.hostile

# torch first and by its pin: any other request would fetch gigabytes for GPUs
$(BIN)/course: pyproject.toml nbjudge/pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/$(PIP) torch
	$(BIN)/$(PIP) -e nbjudge -e ".[grading,students,dev]"
	@touch $@

clean:
	rm -rf demo .venv .versions build
