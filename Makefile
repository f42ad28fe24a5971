# The one list of commands, for people and for machines.
#   make site    policies/ becomes site/          make test    all tests, in a browser too
#   make serve   the same, shown while you edit   make check   lint, format and types
#   make publish the same as `make site`, with problems marked for GitHub; a document that fails stops nothing
#   make preview BASE=origin/main   what your changes would do, in plain words
#   make init    takes the sample schools out and asks for the first one
#   make bench   how fast it is                   make measure how well documents are read and tagged
#   make bench-search   the search at many schools, and two other searches beside it (installs one of them for the run)
#   make pictures   the pictures of the publisher's guide, anew
#   make oracle  numbers as LibreOffice sees them make fuzz    thousands of damaged files
#   make clean   removes what was built
# Another Python (3.11 or newer): make PYTHON=python3.12 site

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

.PHONY: site publish serve preview init test check bench bench-search measure pictures oracle fuzz clean

site: $(READY)
	@$(BIN)/clauseway build

# As `make site`, for a machine that publishes: what cannot be used is marked at its file and stops nothing else.
publish: $(READY)
	@$(BIN)/clauseway build || test $$? -eq 1
	@$(BIN)/clauseway check --format github || true

serve: $(READY)
	@$(BIN)/clauseway serve

# What changed in policies/ since BASE.
BASE ?= HEAD
preview: $(READY)
	@$(BIN)/clauseway preview --base "$(BASE)"

# With SCHOOL_NAME set nothing is asked.
init: $(READY)
	@$(BIN)/clauseway init $${SCHOOL_NAME:+--yes --name "$$SCHOOL_NAME"} $${SCHOOL_SLUG:+--slug "$$SCHOOL_SLUG"} \
	  $${SCHOOL_PLACE:+--place "$$SCHOOL_PLACE"}

test: $(READY)
	@chromium=$$(tests/browser/find_chromium.sh $(BIN)/python) || exit 1; \
	if [ -n "$$chromium" ]; then CHROMIUM="$$chromium" $(BIN)/python -m pytest; \
	else $(BIN)/python -m pytest -m "not browser"; fi

check: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: $(READY)
	@$(BIN)/python -m tests.benchmarks

bench-search: $(READY)
	@chromium=$$(tests/browser/find_chromium.sh $(BIN)/python) || exit 1; \
	CHROMIUM="$$chromium" $(BIN)/python -m tests.benchmarks.search

measure: $(READY)
	@$(BIN)/python -m tests.measure.reading
	@$(BIN)/python -m tests.measure.tagging
	@$(BIN)/python -m tests.measure.relations
	@$(BIN)/python -m tests.measure.search
	@$(BIN)/python -m tests.measure.references
	@$(BIN)/python -m tests.measure.unseen

pictures: $(READY)
	@$(BIN)/python -m tests.pictures

oracle: $(READY)
	@$(BIN)/python -m tests.formats.oracle

fuzz: $(READY)
	@$(BIN)/python -m tests.fuzz --count 5000

clean:
	rm -rf build site site.new site.old .mypy_cache .ruff_cache .hypothesis scripts/*.egg-info
	find scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment: everything pinned, with hashes; made again when the pins change.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Clauseway needs Python 3.11 or newer, and $(PYTHON) is not. Name one: make PYTHON=python3.12" >&2; exit 1; }
	@$(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear .venv >/dev/null || { \
	  echo "$(PYTHON) cannot make an environment. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Setting up .venv (once)"
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	@touch $@
