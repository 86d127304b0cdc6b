"""The menu of the window and its keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ehrenamt_desktop.ui.kit.theme import Look


@dataclass(frozen=True, slots=True)
class Command:
    """Something the window can do: words, keys, deed."""

    title: str
    keys: tuple[str, ...]
    run: Callable[[], object]
    name: str = ""


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


def keys_table(commands: Sequence[Command]) -> list[tuple[str, str]]:
    """Words and keys of all commands that have keys, as the list of keys shows them."""
    return [(one.title.rstrip(" …"), " oder ".join(german_keys(key) for key in one.keys))
            for one in commands if one.keys]  # fmt: skip


def german_keys(keys: str) -> str:
    """`Strg+Umschalt+N`."""
    return keys.replace("Ctrl", "Strg").replace("Shift", "Umschalt")
