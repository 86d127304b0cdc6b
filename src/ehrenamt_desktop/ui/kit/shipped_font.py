"""The font that comes with the program: papers use it, pictures and tests look the same with it."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from ehrenamt_desktop import paths

FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
POINTS = 9
"""The size most systems use; the theme enlarges it."""


def wear(application: QApplication) -> None:
    """Show everything in the shipped font, whatever the computer has."""
    _load()
    application.setFont(QFont("Noto Sans", POINTS))


@cache
def _load() -> None:
    for name in FILES:
        QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / name))
