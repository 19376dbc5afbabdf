# Two commands for a bare machine with Python 3.11 or later and make:
#   make demo   sets up .venv, installs, and runs the main job on bundled dispatches
#   make test   sets up .venv, installs, and runs linter, formatter, type checks and tests
# Others: make docs (generated reference), make lock (new versions), make changelog VERSION=…, make clean.

PYTHON ?= python3
VENV   ?= .venv
BIN     = $(VENV)/bin
MAKEFLAGS += --no-print-directory
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: demo test install install-dev check docs lock changelog clean help
.DEFAULT_GOAL := help

help:
	@sed -n 's/^#   //p' Makefile

demo: install
	@$(BIN)/communique demo

# The closing line is pytest's own summary.
test: install-dev check
	@$(BIN)/python -m pytest

check: install-dev
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

install: $(VENV)/.installed
install-dev: $(VENV)/.installed-dev

# A virtual environment. Debian ships venv's pip apart (python3-venv): it is installed where we may, and
# named where we may not.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Communiqué needs Python 3.11 or later; name one with: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 2; }
	@echo "Making a virtual environment in $(VENV) ..." >&2
	@$(PYTHON) -m venv --clear $(VENV) >/dev/null 2>&1 || $(MAKE) python3-venv
	@touch $@

.PHONY: python3-venv
python3-venv:
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "python3-venv is missing: installing it with apt-get ..." >&2; \
	  (apt-get update -qq && apt-get install -y -qq python3-venv) >/dev/null; \
	else \
	  echo "Python's venv module is missing. On Debian and Ubuntu: sudo apt-get install python3-venv" >&2; exit 2; \
	fi
	@$(PYTHON) -m venv --clear $(VENV)

PIP = $(BIN)/pip install -qq --no-compile --require-hashes

$(VENV)/.installed: $(VENV)/.made requirements.lock pyproject.toml
	@echo "Installing Communiqué and what it needs (once, about 200 MB) ..." >&2
	@$(PIP) -r requirements.lock
	@$(BIN)/pip install -qq --no-deps -e .
	@touch $@

# The second lock holds all of the first, at the same versions, and the tools for tests.
$(VENV)/.installed-dev: $(VENV)/.made requirements-dev.lock pyproject.toml
	@echo "Installing Communiqué and the tools for its tests (once, about 250 MB) ..." >&2
	@$(PIP) -r requirements-dev.lock
	@$(BIN)/pip install -qq --no-deps -e .
	@touch $@ $(VENV)/.installed

docs: install
	@$(BIN)/python tools/reference.py

# Needs uv (pip install uv). The locks hold for Python 3.11 to 3.13 on Linux, macOS and Windows.
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
       --custom-compile-command "make lock"
lock:
	$(LOCK) --upgrade pyproject.toml --output-file requirements.lock
	$(LOCK) --upgrade pyproject.toml --group dev --constraint requirements.lock --output-file requirements-dev.lock

changelog: install
	@$(BIN)/python tools/changelog.py $(VERSION) $$(date +%F)

clean:
	rm -rf $(VENV) build dist communique-demo.db communique-demo.db-wal communique-demo.db-shm
