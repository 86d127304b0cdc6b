"""Small files, classes and functions: the sizes that good houses of this kind keep (design 2)."""

from __future__ import annotations

import ast

FILE, CLASS, FUNCTION = 400, 300, 50
TIGHTER = {"ui/main_window.py": 200}


def test_no_file_is_too_long(sources):
    lines = {source.name: len(source.text.splitlines()) for source in sources}
    assert not {name: n for name, n in lines.items() if n > TIGHTER.get(name, FILE)}


def test_no_class_is_too_long(sources):
    assert not _longer(sources, (ast.ClassDef,), CLASS)


def test_no_function_is_too_long(sources):
    assert not _longer(sources, (ast.FunctionDef, ast.AsyncFunctionDef), FUNCTION)


def test_the_main_window_only_hosts(sources):
    assert "ui/main_window.py" in {source.name for source in sources}


def test_there_is_no_drawer_for_odds_and_ends(sources):
    banned = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}
    parts = {part.removesuffix(".py") for source in sources for part in source.name.split("/")}
    assert not parts & banned


def _longer(sources, kinds, limit):
    return {
        f"{source.name}: {node.name}": length
        for source in sources
        for node in ast.walk(source.tree)
        if isinstance(node, kinds) and (length := node.end_lineno - node.lineno + 1) > limit
    }
