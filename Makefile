# Every target says in one line what it does; `make help` lists them. PYTHON chooses the interpreter (3.11 or newer).
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
JOBS ?= 2
PROFILE ?= quick
PYTEST := $(PY) -m pytest

.DEFAULT_GOAL := all
.PHONY: all help setup lint-specs facts check-generated generate verify check format types unit test nightly \
        mutants mutants-quick record coverage emulator wheel bench clean

all: lint-specs drift generate verify ## Lint the specs, report drift, regenerate, verify the contract

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F '\t' '{printf "  %-16s %s\n", $$1, $$2}'

setup: $(READY) ## Create .venv with the pinned tools and this project

$(READY): requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) -V 2>&1). Set PYTHON=python3.x" >&2; exit 1; }
	@echo "setup: creating $(VENV) with $$($(PYTHON) -V)"
	@$(PYTHON) -m venv --clear $(VENV)
	@echo "setup: installing the pinned tools (a minute on a fresh machine)"
	@$(PY) -m pip install -qq --disable-pip-version-check --progress-bar off -r requirements-dev.txt
	@$(PY) -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

lint-specs: $(READY) ## Check every spec against the rules of curation
	@echo "lint: specs against the rules of curation"
	@$(PY) -m codegen.lint

facts: $(READY) ## Compare every spec with the independent facts, both ways
	@$(PY) -m contract_tests.facts

.PHONY: drift
drift: $(READY)
	@$(PY) -m codegen check || echo "drift: generated/ differs as listed above; it is rewritten now"

check-generated: $(READY) ## Fail if generated/ or a generated page is not what the specs give
	@$(PY) -m codegen check
	@$(PY) -m codegen.errata_page --check
	@$(PY) -m codegen.emulator_page --check
	@$(PY) -m codegen.diff --check-pages

generate: $(READY) ## Rewrite generated/ and the pages and tables of docs/ that are made from data
	@$(PY) -m codegen generate
	@$(PY) -m codegen.errata_page
	@$(PY) -m codegen.emulator_page
	@$(PY) -m codegen.diff --write-pages

VERIFY_emulator := --only server --only scenarios --only error_codes
VERIFY_cassettes := --only recordings
verify: $(READY) ## Verify the contract (PROFILE=quick|ci|deep, TARGET=emulator|cassettes|live for one alone, CASSETTES=, URL=)
	@$(if $(filter live,$(TARGET)),\
	  $(PY) -m iotcentral.cli verify server $(URL) --api-version $(or $(VERSION),2022-07-31) --html build/contract/live.html,\
	  $(PY) -m contract_tests.verify --profile $(PROFILE) $(VERIFY_$(TARGET)) $(if $(CASSETTES),--cassettes $(CASSETTES)))

format: $(READY) ## Format and sort imports
	@$(PY) -m ruff format --no-cache .
	@$(PY) -m ruff check --no-cache --fix .

types: $(READY) ## Type-check with mypy and pyright, both strict
	@echo "types: mypy strict"
	@$(PY) -m mypy src/iotcentral generated/iotcentral_rest codegen
	@echo "types: pyright strict"
	@$(VENV)/bin/basedpyright

unit: $(READY) ## Run the unit tests
	@$(PYTEST) tests -q -n $(JOBS)

check: $(READY) ## Lint, types, drift, facts and unit tests (under 3 minutes)
	@echo "check: ruff"
	@$(PY) -m ruff format --no-cache --check .
	@$(PY) -m ruff check --no-cache .
	@$(MAKE) --no-print-directory lint-specs facts check-generated types unit

test: check-generated ## Run all tests: unit, contract, wheel (under 15 minutes)
	@CONTRACT_PROFILE=ci $(PYTEST) -n $(JOBS) --junit-xml=build/junit.xml

nightly: $(READY) ## Every test, those marked nightly too, with deep profiles; then the mutants, whatever the tests said
	@$(PYTEST) -n $(JOBS) --dist worksteal -m "" --hypothesis-profile=deep --junit-xml=build/junit-nightly.xml; tests=$$?; \
	  $(MAKE) --no-print-directory mutants && exit $$tests

mutants: $(READY) ## Measure how many faults put in on purpose the suite finds (under 30 minutes)
	@$(PY) -m contract_tests.mutants --workers $(JOBS)

mutants-quick: $(READY) ## The same with a few faults of each kind (under 3 minutes)
	@$(PY) -m contract_tests.mutants --quick --workers $(JOBS)

record: $(READY) ## Record cassettes/emulator again (same bytes each time), or TARGET=live URL= VERSION= ARGS=--allow-writes
	@$(if $(filter live,$(TARGET)),\
	  $(PY) -m contract_tests.record_live cassettes/live $(URL) --api-version $(or $(VERSION),2022-07-31) $(ARGS),\
	  $(PY) -m contract_tests.record)

coverage: $(READY) ## Show which operations the emulator serves
	@$(PY) -m iotcentral.emulator.coverage

emulator: $(READY) ## Start the emulator on a free port
	@$(PY) -m iotcentral.emulator --port 0

wheel: $(READY) ## Build the wheel into dist/
	@rm -rf dist
	@SOURCE_DATE_EPOCH=1767225600 $(PY) -m build --no-isolation --wheel --outdir dist . > build-wheel.log 2>&1 \
	  || { cat build-wheel.log; exit 1; }
	@rm -f build-wheel.log; ls -l dist | awk 'NR>1 {print "wheel:", $$NF, $$5, "bytes"}'

bench: $(READY) ## Measure speed, as ratios within one run
	@$(PY) -m benchmarks

clean: ## Remove everything that can be made again
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
