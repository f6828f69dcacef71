# Momentum Lab. `make` alone says what there is.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
# The versions that are installed; `make CONSTRAINTS=` takes the newest that pyproject.toml allows,
# `make CONSTRAINTS=build/oldest.txt`, made before, the oldest.
CONSTRAINTS := requirements.lock
EXTRAS := test,lint
PIP_INSTALL = $(BIN)/python -m pip install --disable-pip-version-check $(CONSTRAINTS:%=-c %)
UV := build/uv/bin/uv

.DEFAULT_GOAL := help
.PHONY: help run test lint bench package screenshots translations lock clean

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

run: $(INSTALLED) ## Open the window
	@packaging/linux/system-packages window
	@$(BIN)/python main.py

# Without xvfb-run the tests of OpenGL skip themselves. What was skipped in both runs is told last.
test: $(INSTALLED) ## Run the tests
	@packaging/linux/system-packages tests
	@MOMENTUM_LAB_SKIPPED=$$(mktemp); export MOMENTUM_LAB_SKIPPED; failed=0; \
	run() { echo "$$*"; "$$@" || failed=1; }; \
	run $(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal -m "not gl"; \
	if command -v xvfb-run >/dev/null; then \
	    run env QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1280x1024x24" \
	        $(BIN)/python -m pytest -m gl tests/gl; \
	else run $(BIN)/python -m pytest -m gl tests/gl; fi; \
	echo; echo "$$(wc -l <"$$MOMENTUM_LAB_SKIPPED") tests were skipped:"; \
	sort "$$MOMENTUM_LAB_SKIPPED" | uniq -c | sort -rn; \
	rm "$$MOMENTUM_LAB_SKIPPED"; exit $$failed

lint: $(INSTALLED) ## Check style, types and layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: $(INSTALLED) ## Time it beside what others use
	$(PIP_INSTALL) --quiet -e '.[bench]'
	@$(BIN)/python main.py bench

translations: $(INSTALLED) ## Find new texts, take in translations, compile them
	@$(BIN)/python resources/translations/update.py

screenshots: $(INSTALLED) ## Take the pictures of the README and the guide anew
	@packaging/linux/system-packages tests
	@$(BIN)/python -m tests.screenshots.scenes

package: $(INSTALLED) ## Build the program that needs no Python, for this system
	@packaging/linux/system-packages package
	$(PIP_INSTALL) --quiet -e '.[package]'
	@$(BIN)/python packaging/build
	@if [ "$$(uname -s)" = Linux ]; then packaging/linux/package; fi

# `make lock RENEW=` keeps every version that pyproject.toml still allows. One version of each for
# all Pythons. What a build of torch needs of CUDA it says itself, and another build otherwise.
RENEW := --upgrade
lock: $(UV) ## Renew the versions in requirements.lock
	$(UV) pip compile --quiet pyproject.toml --all-extras --universal --python-version 3.11 \
	    --fork-strategy fewest --strip-extras --no-annotate --no-header $(RENEW) \
	    --output-file requirements.lock >/dev/null
	{ echo "# Made by \`make lock\` within the ranges of pyproject.toml, to be named with pip's -c."; \
	    grep -Ev '^(#|cuda|nvidia|triton)' requirements.lock; } >build/lock
	mv build/lock requirements.lock

build/oldest.txt: pyproject.toml $(UV)
	$(UV) pip compile --quiet pyproject.toml --all-extras --python $(PYTHON) \
	    --resolution lowest-direct --only-binary :all: --strip-extras --no-annotate --no-header \
	    | grep -Ev '^(cuda|nvidia|triton)' >$@

$(UV):
	$(PYTHON) -m venv build/uv
	build/uv/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9

clean: ## Remove the virtual environment and all that was built
	rm -rf $(VENV) build dist *.egg-info .*_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# One pip call, so that a pinned version is never replaced by a later requirement.
$(INSTALLED): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	    echo "Momentum Lab needs Python 3.11 or later, and $(PYTHON) is" \
	        "$$($(PYTHON) --version 2>/dev/null || echo not there)." \
	        "Name another: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo "$(PYTHON) cannot make virtual environments." \
	        "On Debian and Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP_INSTALL) -e '.[$(EXTRAS)]'
	@touch $@
