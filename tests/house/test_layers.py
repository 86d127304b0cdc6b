"""Who may import whom (design 2): the contracts of pyproject.toml, and a model of plain Python."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib


def test_import_contracts_hold(root):
    program = "import sys; from importlinter.cli import lint_imports; "
    program += "sys.exit(lint_imports(no_cache=True, no_logo=True))"
    run = [sys.executable, "-c", program]
    outcome = subprocess.run(run, cwd=root, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_every_room_stands_in_the_contracts(root):
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {one["name"]: one for one in settings["tool"]["importlinter"]["contracts"]}
    layers = contracts["Layers point down, the four rooms do not know each other"]["layers"]
    rooms = {f"ehrenamt_desktop.{room.strip()}" for layer in layers for room in layer.split("|")}
    desk = {"ehrenamt_desktop.ui", "ehrenamt_desktop.app"}
    assert set(contracts["Only ui and app know Qt"]["source_modules"]) == rooms - desk
    paper = {"ehrenamt_desktop.reports"}
    assert set(contracts["Only reports write PDF and Excel"]["source_modules"]) == rooms - paper


def test_the_model_is_plain_python_apart_from_its_records(sources):
    foreign = {
        f"{source.name}: {name}"
        for source in sources
        if source.name.startswith("model/") and not source.name.startswith("model/records/")
        for name in _imported(source.tree)
        if name not in sys.stdlib_module_names and name != "ehrenamt_desktop"
    }
    assert not foreign


def _imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]
