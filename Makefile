# Handreiking. "make help" says what there is.

PYTHON ?= python3
PORT ?= 8000
INSTANCE ?= $(CURDIR)/instance
WORKERS ?= 2
VENV := .venv
BIN := $(VENV)/bin
OFFICE := HANDREIKING_INSTANCE="$(INSTANCE)" PUBLIC_URL="http://127.0.0.1:$(PORT)"
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: help run test check sure fix bench clean

help: ## Zegt wat er is
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: $(VENV)/run ## Opent het kantoor op http://127.0.0.1:8000 (PORT=... INSTANCE=... voor een tweede)
	@$(OFFICE) $(BIN)/flask --app forms.app setup
	@$(OFFICE) $(BIN)/gunicorn --worker-class gthread --threads 4 --bind 127.0.0.1:$(PORT) \
		--log-level warning "forms.app:create_app()"

test: $(VENV)/test ## Installeert wat ontbreekt en draait alle tests, ook die in de browser
	@sh tests/packages.sh
	@$(BIN)/python -m pytest -rs -n $(WORKERS) --dist loadfile --no-loadscope-reorder

check: $(VENV)/test ## Keurt vorm, stijl, typen en de pijl tussen de verdiepingen
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

sure: check ## Alles wat de CI doet: check, tests, dekking van workflow/ en letters/
	@sh tests/packages.sh
	@$(BIN)/python -m pytest -rs -n $(WORKERS) --dist loadfile --no-loadscope-reorder --cov --cov-report=term:skip-covered --cov-fail-under=100

fix: $(VENV)/test ## Zet vorm en stijl goed
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(VENV)/test ## Meet, met de vloer ernaast; schrijft build/bench.json
	@$(BIN)/python tests/bench

clean: ## Gooit de omgeving en wat gebouwd is weg; het kantoor in instance/ blijft
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .coverage

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 of nieuwer is nodig."; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 \
		|| { sh tests/packages.sh python3-venv && $(PYTHON) -m venv --clear $(VENV); }
	@touch $@

$(VENV)/run: $(VENV)/python requirements.txt constraints.txt
	@echo "De omgeving wordt klaargezet..."
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/test: $(VENV)/run requirements-dev.txt
	@$(PIP) -r requirements-dev.txt
	@touch $@
