# make demo: make an environment, install, read the sample reports, print their account and name the files.
# make test: everything that CI runs.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
UI     := $(shell git ls-files ui 2>/dev/null)

.DEFAULT_GOAL := demo
.PHONY: demo test lint types layers pytest gate golden docs bench clean

# The environment: the package with all it needs, and its front end, built from ui/.
$(VENV)/installed: pyproject.toml hatch_build.py $(UI)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 ...")'
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) || { echo "Python cannot make an environment: install its venv package (Debian: python3-venv)"; exit 1; }
	@echo "Installing into $(VENV) (a few minutes the first time)"
	@$(BIN)/python -m pip install --quiet --upgrade pip
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	@$(BIN)/python -m pip install --quiet --group dev
	@$(BIN)/python -m pip install --quiet --group consumers || echo "Some programs that open our exports cannot be installed here; their tests skip"
	@touch $@

demo: $(VENV)/installed
	@$(BIN)/dateline demo --output out/demo

test: lint types layers gate pytest

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/installed-dev
	$(BIN)/mypy

layers: $(VENV)/installed-dev
	$(BIN)/lint-imports

pytest: $(VENV)/installed-dev
	$(BIN)/python -m pytest

# Quality may only rise: every eval whose data lies in ../shared, against evals/floors.json.
gate: $(VENV)/installed-dev
	$(BIN)/python -m evals.gate --quick

# Write the golden account anew, after looking at what changed.
golden: $(VENV)/installed-dev
	$(BIN)/python -m pytest tests/test_golden.py --update-golden

# Write the generated parts of docs/ anew.
docs: $(VENV)/installed-dev
	$(BIN)/python docs/generate.py

bench: $(VENV)/installed-dev
	$(BIN)/python bench/cold_start.py

clean:
	rm -rf $(VENV) out dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
