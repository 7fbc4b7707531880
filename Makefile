# Two commands matter, each from a fresh clone with Python 3.11+, make and git: `make site`, `make test`.

PYTHON ?= python3
PYTEST_ARGS ?=
JOBS ?= 2
LOCK_ARGS ?=
BENCH ?=

VENV := .venv
BIN := $(VENV)/bin
SITE_READY := $(VENV)/.site-ready
TEST_READY := $(VENV)/.test-ready

# Wheels only: a source distribution would fetch build requirements that the lock does not cover.
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
FROM_LOCK := $(PIP_INSTALL) --require-hashes --only-binary :all: -r

UV := uv==0.13.8
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(LOCK_ARGS)

export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve demo test check content-check findings preflight bench lock clean

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

# A raw file that cannot be read stops no other: the site is built with the rest, then make fails.
site: $(SITE_READY) ## read content/raw/, build the site into site/
	@$(BIN)/nianbao build; unread=$$?; \
	$(BIN)/mkdocs build || exit; \
	echo; echo '网站已生成：site/index.html。搜索要经过网页服务器，任选其一：'; \
	echo '  make serve'; \
	echo '  $(PYTHON) -m http.server -d site'; \
	exit $$unread

serve: $(SITE_READY) ## show the site and follow changes
	$(BIN)/mkdocs serve

demo: $(SITE_READY) ## build .demo/site/ from several hundred invented reports
	@$(BIN)/python tests/demo

test: $(TEST_READY) ## run every test, those in a browser too (NO_BROWSER=1 leaves them out)
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile $(PYTEST_ARGS)

check: $(TEST_READY) ## ruff and mypy --strict
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

content-check: $(SITE_READY) ## fail if content/ is not what the build script makes of content/raw/
	$(BIN)/nianbao build --check

# The parent of a pull request's merge commit is the branch it goes to. Findings and false figures never
# fail a build, they are told; a file that cannot be read and an acknowledgement that fits nothing do.
findings: $(SITE_READY) ## annotate what the last commit changes in content/, with its findings and figures
	@rm -rf .cache/before && mkdir -p .cache/before/content
	@git rev-parse --quiet --verify HEAD^1 >/dev/null && git archive HEAD^1 content | tar -x -C .cache/before || true
	$(BIN)/nianbao check --format github --fail-on never --against .cache/before/content content

# Git modes, before anything opens a file: a link could lead a reader or MkDocs out of the clone, and
# attributes below the top could change the bytes of an original.
preflight: ## fail if git tracks a symbolic link, a submodule or a nested .gitattributes
	@! git ls-files --stage | grep -E '^(120000|160000) |/\.gitattributes"?$$'

bench: $(TEST_READY) ## measure builds of the site, or with BENCH=growth, reading, rules, copies, search that
	$(BIN)/python tests/bench$(BENCH:%=/%.py)

lock: $(VENV)/pyvenv.cfg ## write the locks again (LOCK_ARGS=--upgrade for newer releases)
	$(PIP_INSTALL) $(UV)
	printf 'hatchling\neditables\n' | $(COMPILE) pyproject.toml - -o requirements.lock
	$(COMPILE) pyproject.toml requirements.lock --extra dev -o requirements-test.lock

clean: ## remove the built site and the tools' caches
	rm -rf site .demo dist build .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo '需要 Python 3.11 以上；若已装在别处：make PYTHON=python3.12 site' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(SITE_READY): requirements.lock pyproject.toml | $(VENV)/pyvenv.cfg
	$(FROM_LOCK) requirements.lock
	$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(TEST_READY): requirements-test.lock $(SITE_READY)
	$(FROM_LOCK) requirements-test.lock
	@touch $@
