"""Sichtschutz: names vanish from the screen while a visitor sits at the desk."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

DOTS = "•••"
"""What stands in place of a name."""

_PROPERTY = "ehrenamt-masked"


def masked() -> bool:
    """Whether names are blanked now."""
    application = QApplication.instance()
    return application is not None and bool(application.property(_PROPERTY))


def mask(on: bool) -> None:
    """Blank or show names in the whole program at once."""
    application = QApplication.instance()
    if application is None:
        return
    application.setProperty(_PROPERTY, on)
    for widget in QApplication.allWidgets():
        widget.update()
