# Every target does the whole set-up itself: python3 (3.11 or newer), pip and make are enough.
# `make help` lists the targets; `make test ARGS="-k letters"` passes options on to pytest.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
OFFSCREEN := QT_QPA_PLATFORM=offscreen

.DEFAULT_GOAL := help
.PHONY: help demo run test lint bench torture screenshots papers installer clean

help:  ## this list
	@echo "Ehrenamt Desktop"
	@sed -n 's/^\([a-z-]*\):.*##/  make \1\t/p' Makefile | expand -t 20

demo: $(READY)  ## the main job from import to notice board, into build/demo
	@tools/setup/qt_libraries.sh demo
	@$(BIN)/python -m ehrenamt_desktop demo --out build/demo

run: $(READY)  ## open the window
	@tools/setup/qt_libraries.sh window
	@$(BIN)/python -m ehrenamt_desktop

test: $(READY)  ## all tests
	@tools/setup/qt_libraries.sh offscreen
	@echo "== Tests"
	@$(OFFSCREEN) $(BIN)/python -m pytest -n 2 $(ARGS)

lint: $(READY)  ## ruff, mypy, import contracts
	@echo "== Style"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@echo "== Types"
	@$(BIN)/mypy
	@echo "== Layers"
	@$(BIN)/lint-imports --no-logo

bench: $(READY)  ## how fast, into build/bench.json; ARGS="search start" chooses
	@tools/setup/qt_libraries.sh offscreen
	@$(OFFSCREEN) $(BIN)/python -m benchmarks $(ARGS)

torture: $(READY)  ## kills, power cuts, failing disks, mutated stores, backups and lists; N=10000
	@$(BIN)/python -m tests.torture $(N) $(ARGS)

screenshots: $(READY)  ## pictures of every tab, into build/screenshots
	@tools/setup/qt_libraries.sh offscreen
	@$(OFFSCREEN) $(BIN)/python -m ehrenamt_desktop screenshots --out build/screenshots

papers: $(READY)  ## every paper of a demonstration office with pictures, into build/papers
	@$(BIN)/python -m tests.every_paper build/papers

installer: $(READY)  ## a folder that runs without Python, into dist/ehrenamt-desktop
	@tools/setup/qt_libraries.sh offscreen
	@tools/setup/installer.sh

clean:  ## remove what was built; the environment .venv stays
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(READY): pyproject.toml constraints.txt tools/setup/environment.sh
	@PYTHON=$(PYTHON) tools/setup/environment.sh
	@touch $@
