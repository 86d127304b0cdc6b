"""The menu of the window and its keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.theme import Look

LOOKS = {
    Look.SYSTEM: "wie das System", Look.LIGHT: "hell", Look.DARK: "dunkel",
    Look.CONTRAST: "hoher Kontrast",
}  # fmt: skip


def add_commands(menu: QMenu, window: QWidget, commands: Sequence[Command]) -> None:
    """Put commands into a menu and give the window their keys."""
    for one in commands:
        menu.addAction(make_action(window, one))


def make_action(window: QWidget, command: Command) -> QAction:
    """An action whose keys work in the whole window."""
    action = QAction(command.title, window)
    action.setObjectName(command.name)
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    action.triggered.connect(lambda _checked: command.run())
    window.addAction(action)
    return action


def add_looks(menu: QMenu, chosen: Look, choose: Callable[[Look], None]) -> None:
    """The four looks, of which one holds."""
    group = QActionGroup(menu)
    for look, title in LOOKS.items():
        action = menu.addAction(title)
        action.setObjectName(f"main.look.{look.value}")
        action.setCheckable(True)
        action.setChecked(look is chosen)
        action.triggered.connect(lambda _=False, one=look: choose(one))
        group.addAction(action)
