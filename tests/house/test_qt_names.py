"""camelCase belongs to Qt: in the desk only overrides of Qt's own methods carry it (design 11)."""

from __future__ import annotations

import ast
import re

from PySide6 import QtCore, QtGui, QtPrintSupport, QtWidgets

CAMEL = re.compile(r"[a-z]+[0-9a-z]*[A-Z]\w*")


def test_camel_case_only_overrides_qt(sources):
    modules = (QtCore, QtGui, QtWidgets, QtPrintSupport)
    classes = [getattr(module, name) for module in modules for name in dir(module)]
    qt_names = {name for one in classes for name in dir(one)}
    own = {
        f"{source.name}: {node.name}"
        for source in sources
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef)
        and CAMEL.fullmatch(node.name)
        and (node.name not in qt_names or not source.name.startswith(("ui/", "app.py")))
    }
    assert not own
