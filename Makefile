# Two commands do everything on a machine with Python (3.11 or newer) and make:
#   make demo    code the sample articles, show the records, write an HTML page
#   make test    run every test, the types and the style check
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test bench lock clean

$(VENV)/installed: pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit("reportedly needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

demo: $(VENV)/installed
	@mkdir -p build && rm -rf build/corpus
	$(BIN)/reportedly code demo/articles.jsonl --format table
	$(BIN)/reportedly code demo/articles.jsonl --format html --out build/demo.html
	$(BIN)/reportedly build demo/articles.jsonl --corpus build/corpus
	$(BIN)/reportedly report build/corpus --out build/report.html
	$(BIN)/reportedly incidents --corpus build/corpus --type ASSAULT --format table
	@echo "The page with every article and its records: file://$(CURDIR)/build/demo.html"
	@echo "The same articles as a corpus: file://$(CURDIR)/build/report.html"

test: $(VENV)/installed
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

bench: $(VENV)/installed
	@mkdir -p build
	$(BIN)/python benchmarks/throughput.py
	$(BIN)/python benchmarks/batch.py --json build/batch.json --svg build/batch.svg

lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet pip-tools
	build/lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe --extra dev --strip-extras --no-emit-index-url --no-emit-find-links --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) build
