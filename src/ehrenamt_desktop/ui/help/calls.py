"""F1: the handbook at the page of what is shown; one window for the whole program."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ehrenamt_desktop import paths
from ehrenamt_desktop.services.handbook import Handbook
from ehrenamt_desktop.ui.help.help_window import HelpWindow
from ehrenamt_desktop.ui.help.places import place_of

_open: list[HelpWindow] = []


def open_for(window: QWidget) -> HelpWindow:
    """Show the handbook for a window or dialog, in front of all others."""
    place = place_of(window)
    if not _open or not isValid(_open[0]):
        _open[:] = [HelpWindow(Handbook(paths.handbook()))]
    made = _open[0]
    made.show()
    made.go(place)
    made.raise_()
    made.activateWindow()
    return made
