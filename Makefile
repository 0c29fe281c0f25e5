# Repose Studio: sets itself up and runs. `make help` lists the targets.

# Python to make .venv with; found by itself when empty.
PYTHON ?=
# Where `make run` puts the demo's pictures when there is no screen.
OUT ?= demo-pictures
# What to train on: a folder of photos with keypoints18.json and masks (see the training part of README.md).
DATA ?= ../shared/data/ccp
# Folder of the training run; runs/estimator or runs/generator when empty. OPTIONS="--resume" goes on with a stopped one.
RUN ?=
# More options for repose-train; `repose-train estimator --help` lists them.
OPTIONS ?=

BIN := .venv/bin
# The tools are called by way of Python: their own start lines go stale when the folder is moved.
PY := $(BIN)/python
SET_UP := PYTHON="$(PYTHON)" bash resources/setup/set_up.sh
# Processes that share the tests: one a core, but no more than memory has room for (each takes up to 3 GB); 0 for none.
WORKERS ?= auto
# Qt draws without a screen in tests.
TEST := QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n $(WORKERS) --maxprocesses 8 --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help run set-up check test test-all bench translations train-estimator train-generator clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile

run: ## set up, then open the window, or run the demo where there is no screen
	@$(SET_UP) run
	@bash resources/setup/open.sh "$(OUT)"

set-up: ## set up alone: .venv with the three commands and the tools that check them
	@$(SET_UP) test

check: set-up ## style, types and the directions of imports
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) $(BIN)/lint-imports

test: check ## set up, then every check and every test that is not slow
	$(TEST) -m "not slow"

test-all: check ## the slow tests as well
	$(TEST)

bench: ## time every part on this machine
	@$(SET_UP) run
	$(BIN)/repose bench

translations: ## bring the languages up to the code, and pack them for the window
	$(PY) -m gui.language update
	$(PY) -m gui.language pack

train-estimator: ## train the embedded pose estimator on DATA
	@$(SET_UP) run
	$(BIN)/repose-train estimator --data "$(DATA)" --run "$(or $(RUN),runs/estimator)" $(OPTIONS)

train-generator: ## train the embedded generator on DATA
	@$(SET_UP) run
	$(BIN)/repose-train generator --data "$(DATA)" --run "$(or $(RUN),runs/generator)" $(OPTIONS)

clean: ## remove what set-up, tests and the demo left here (runs stay)
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .benchmarks
	rm -rf demo-pictures
	find engine gui resources tests training -name __pycache__ -type d -prune -exec rm -rf {} +
