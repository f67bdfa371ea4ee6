# `make` alone prints what there is. On Windows without make: see README.md.

PYTHON ?= python3
OUT     =
DATE    =
PORT    =
NEW     =
SINCE   = HEAD~1

BIN        := .venv/bin
SITE       := .venv/.site
DEV        := .venv/.dev
STARTER    := investment_portal/starter/files
TOOLS      := tests/tools/node_modules/.package-lock.json
TESTS       = $(BIN)/pytest -n logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder
CATALOG     = $(BIN)/python build_catalog.py
ON          = $(if $(DATE),--date $(DATE))

# uv works in .venv with the Python that made it, whatever else the shell has set.
export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON_DOWNLOADS := never
unexport VIRTUAL_ENV
# Hundreds of programs are begun in the tests: each would compile anew all that it imports.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help install setup site check serve new status diff test lint format bless pictures bench audit fuzz sbom hooks clean needs

help: ## Print this help
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | while IFS="$$(printf '\t')" read -r name says; do \
		printf '  make %-8s %s\n' "$$name" "$$says"; done
	@echo
	@echo '  make site OUT=public DATE=2026-01-31   another folder, another day'
	@echo '  make bench BENCH="--sizes 42 1000 --runs 1"   a quick one'
	@echo '  make setup PYTHON=python3.12           another Python (3.11 or newer)'

install: $(SITE) ## Make .venv with what a site needs

setup: $(DEV) ## Make .venv with the tools of developers as well

# The stamps are newer than both files as long as .venv holds what they ask for. Tools of developers stay where a site
# alone is asked for.
$(SITE): pyproject.toml uv.lock
	$(PREPARE)
	$(BIN)/uv sync --frozen --quiet --inexact --python $(BIN)/python
	@touch $@

$(DEV): pyproject.toml uv.lock
	$(PREPARE)
	$(BIN)/uv sync --frozen --quiet --group dev --python $(BIN)/python
	@touch $@ $(SITE)

define PREPARE
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo 'Python 3.11 or newer is needed; "$(PYTHON)" is not. Name another: make $(or $(MAKECMDGOALS),setup) PYTHON=python3.12'; \
	echo '需要 Python 3.11 或更新版本；“$(PYTHON)”不符合。可指定其他版本，命令同上。'; exit 1; } >&2
@$(PYTHON) -c 'import ensurepip' 2>/dev/null || PYTHON="$(PYTHON)" .ci/system venv
$(PYTHON) -m venv .venv
$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .ci/uv.txt
endef

site: $(SITE) ## Check the records, then build the site into site/
	$(CATALOG) build $(if $(OUT),--out "$(OUT)") $(ON)

check: $(SITE) ## Check the records: every problem with its file, line and a hint
	$(CATALOG) check $(ON)

serve: $(SITE) ## Build, show the site in the browser, rebuild on every save
	$(CATALOG) serve $(if $(PORT),--port $(PORT)) $(ON)

new: $(SITE) ## Begin a record: make new NEW="project my-project"
	$(CATALOG) new $(NEW)

status: $(SITE) ## What needs a person: expiring, overdue, untranslated, unfilled
	$(CATALOG) status $(ON)

diff: $(SITE) ## What changed in the records since a revision, in words: make diff SINCE=v1.0
	$(CATALOG) diff $(SINCE)

test: $(DEV) lint ## Install what the tests need, then run them
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows $(foreach one,. $(STARTER),$(one)/.github/workflows/*.yml $(one)/.gitea/workflows/*.yml)
	$(BIN)/check-jsonschema --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci .gitlab-ci.yml $(STARTER)/.gitlab-ci.yml
	$(TESTS)

needs:
	@.ci/system tests

# npm writes this file last.
$(TOOLS): tests/tools/package.json tests/tools/package-lock.json tests/tools/.npmrc | needs
	cd tests/tools && npm ci --loglevel=error
	@touch $@

lint: $(DEV) $(TOOLS) ## Look the code over: ruff, its formatter, mypy; scripts by TypeScript and ESLint
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	tests/tools/node_modules/.bin/tsc -p tests/tools/tsconfig.json
	tests/tools/node_modules/.bin/eslint -c tests/tools/eslint.config.mjs investment_portal/theme/scripts investment_portal/preview/admin/page

format: $(DEV) ## Put the code into the house's format
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bless: $(DEV) ## Write the golden files anew; read the difference before you commit it
	$(BIN)/pytest --bless

pictures: site $(DEV) needs ## Take the README's pictures of the home page anew
	$(BIN)/python .ci/pictures.py

bench: $(DEV) ## Build the same records with this product and with others, in turn; writes bench/README.md
	$(BIN)/python -m bench.peers --write $(BENCH)

audit: $(DEV) $(TOOLS) ## Every test in each language, size and scheme; known weaknesses of locked packages (internet)
	$(TESTS) --all
	$(BIN)/uv audit --frozen
	cd tests/tools && npm audit

fuzz: $(DEV) ## For half an hour: odd files, texts and addresses, and random edits, each built as a clean build gives it
	FUZZ=$(or $(TIMES),20) $(BIN)/pytest -n logical --dist load -m fuzz
	EDIT_SEEDS=$(or $(SEEDS),100-120) $(BIN)/pytest -n logical --dist load tests/build/test_same.py

sbom: $(SITE) ## Write sbom.json: every package that a build uses, in CycloneDX
	$(BIN)/uv export --frozen --quiet --no-dev --preview-features sbom-export --format cyclonedx1.5 --output-file sbom.json >/dev/null

hooks: $(DEV) ## Check before every commit: lint and the records
	$(BIN)/pre-commit install

clean: ## Remove what was built; .venv stays
	rm -rf site .site-* sbom.json .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis tests/tools/node_modules
