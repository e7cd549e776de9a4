# SPDX-License-Identifier: MIT
# `make run` and `make test` do all the set-up they need; `make help` lists the rest.

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PICK = for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
         "$$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
         && command -v "$$name" && break; done
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet
PYTEST = $(BIN)/python -m pytest

.DEFAULT_GOAL := help
.PHONY: help venv system run test lint types tests coverage bench rivals pictures wheel lock clean

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name text; \
	  do printf '  make %-10s %s\n' "$$name" "$$text"; done

venv: $(STAMP) ## the virtual environment, as requirements.lock has it

$(STAMP): requirements.lock pyproject.toml Makefile
	@python="$(PYTHON)"; [ -n "$$python" ] || python=$$($(PICK)); \
	if [ -z "$$python" ]; then \
	  echo 'Dissoi needs Python 3.11 or newer with its venv module (Debian: python3 and python3-venv).' >&2; exit 1; fi; \
	$(BIN)/python -c '' 2>/dev/null || { echo "Setting up $(VENV) with $$python"; "$$python" -m venv --clear $(VENV); }
	@mkdir -p resources
	@# pip first: that of Debian 12 looks past the lock for packages with extras, such as coverage[toml]
	@sed -n '/^pip==/,/[^\\]$$/p' requirements.lock >$(VENV)/pip.lock
	@$(PIP) install --require-hashes -r $(VENV)/pip.lock
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

system: ## on Debian and Ubuntu: the system libraries that Qt opens a window with, where missing
	@sh tools/system_libraries.sh $(VENV)

run: venv system ## open the window on a copy of the sample dossier
	@$(BIN)/python tools/run_sample.py

test: lint types tests ## everything that must hold

lint: venv
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: venv
	@$(BIN)/mypy

tests: venv system
	@$(PYTEST) -n auto --dist worksteal $(PYTEST_ARGS)

coverage: venv system ## the tests once more, with the lines they never reach
	@$(PYTEST) -n auto --dist worksteal --cov --cov-report=term $(PYTEST_ARGS)

bench: venv system ## measure what the bars ask for
	@$(PYTEST) tests/benchmarks -p no:xdist -s --override-ini=python_files='bench_*.py' $(PYTEST_ARGS)

rivals: venv ## install what `make bench` compares the brief with
	@$(PIP) install --group rivals

pictures: venv system ## make the pictures of the documentation anew
	@$(BIN)/python tools/pictures.py

wheel: venv ## dist/dissoi-*.whl
	@$(BIN)/python -m hatchling build --target wheel

lock: ## requirements.lock anew, from pyproject.toml
	@sh tools/lock.sh

clean: ## remove everything that was made
	rm -rf $(VENV) .venv-lock build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis htmlcov .coverage*
