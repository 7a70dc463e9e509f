# relgraph: two commands to remember are `make demo` and `make test`. Needs Python 3.12 or 3.13, or uv; see docs/contributing.md.
SHELL := /bin/sh
VENV := .venv
PYTHON := $(VENV)/bin/python
PIP_INSTALL := $(PYTHON) -m pip install --quiet --disable-pip-version-check -c constraints.txt
EXTRAS := cluster,feeds,parquet

.PHONY: demo test lint eval wheel-test constraints clean distclean
.DELETE_ON_ERROR:

demo: $(VENV)/.core ## build a graph of the sample articles
	$(VENV)/bin/relgraph build seeds/articles -o output/
	@printf '\nThe page: %s/output/graph.html (open it in a browser, or run %s/bin/relgraph view output/)\n' "$(CURDIR)" "$(VENV)"

test: lint ## every check of the code
	$(PYTHON) -m pytest

lint: $(VENV)/.dev
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

eval: $(VENV)/.core ## extraction quality against its floors; needs the annotated articles beside the checkout
	$(PYTHON) bench/evaluate.py

wheel-test: $(VENV)/.dev ## the sdist, the wheel made from it, and a build with that in a bare environment
	.ci/wheel-test $(PYTHON)

constraints: ## refresh constraints.txt to the newest versions that fit pyproject.toml
	rm -rf build/constraints && .ci/venv build/constraints 3.12
	build/constraints/bin/python -m pip install --quiet --upgrade pip
	build/constraints/bin/python -m pip install --quiet -e '.[$(EXTRAS)]' --group dev
	build/constraints/bin/python -m pip freeze --all --exclude-editable > constraints.txt
	rm -rf build/constraints

# The stamps say which of the two layers is installed, and as of which versions.
$(VENV)/.core: pyproject.toml constraints.txt
	.ci/venv $(VENV)
	$(PIP_INSTALL) pip
	$(PIP_INSTALL) --build-constraint constraints.txt -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.core
	$(PIP_INSTALL) --build-constraint constraints.txt -e '.[$(EXTRAS)]' --group dev
	@touch $@

clean: ## remove what was built
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find output -mindepth 1 ! -name README.md -delete

distclean: clean ## … and the virtual environment
	rm -rf $(VENV)
