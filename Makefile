# Two commands do all their own set-up: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
SECTION := 06_gaussian_mixtures
export OMP_NUM_THREADS = 1
export OPENBLAS_NUM_THREADS = 1
export MKL_NUM_THREADS = 1

.PHONY: demo test versions check quality hostile fuzz benchmark clean

## Grade a class of 26 made-up students from release to report, in demo/
demo: $(BIN)/course
	$(BIN)/course release $(SECTION) -C demo
	$(BIN)/python tests/classroom.py demo/handed-in
	$(BIN)/course collect demo/handed-in $(SECTION) -C demo
	$(BIN)/course autograde $(SECTION) -C demo --isolation $$($(BIN)/course doctor --best)
	$(BIN)/course feedback $(SECTION) -C demo
	$(BIN)/course report $(SECTION) -C demo

## Run every test, three at a time: they wait for a third of it
test: check
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder --durations=8

## Build the environments of tests/versions/, one a file: make versions SETS=colab_oldest
SETS ?= $(basename $(notdir $(wildcard tests/versions/*.txt)))
versions: $(SETS:%=.versions/%/built)

.versions/%/built: tests/versions/%.txt
	$(PYTHON) -m venv .versions/$*
	.versions/$*/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

## Style and types
check: $(BIN)/course
	$(BIN)/ruff check .
	$(BIN)/mypy

## Grade the answer bank over many seeds: SEEDS=1000 make quality
SEEDS ?= 20
quality: $(BIN)/course
	$(BIN)/course quality --seeds $(SEEDS)

## Every attack and accident, and what takes minutes on several machines; `make test` runs a part
hostile: $(BIN)/course
	HOSTILE=all $(BIN)/python -m pytest -n 2 --dist loadfile tests/hostile \
		tests/pipeline/test_cluster.py tests/pipeline/test_machines.py tests/pipeline/test_postgresql.py

## Try damaged replies and files: FUZZ=100000 make fuzz
FUZZ ?= 20000
fuzz: $(BIN)/course
	FUZZ=$(FUZZ) $(BIN)/python -m pytest -s tests/hostile/test_fuzz.py

## Measure against the alternatives: speed, and what stock nbgrader lets through
benchmark: $(BIN)/course
	$(BIN)/python benchmarks/em.py
	$(BIN)/python benchmarks/isolation.py
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/hostile.py

# torch first and by its pin: any other request would fetch gigabytes for GPUs
$(BIN)/course: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt torch
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[grading,dev]"
	@touch $@

clean:
	rm -rf demo .venv .versions build
