"""The one button behind which every new paper waits, by groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QMenu, QPushButton

from ehrenamt_desktop.ui.kit.column_menu import add_entry
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.panels import button


class PaperGroup(NamedTuple):
    """Papers that belong together, under a heading of the menu."""

    title: str
    commands: Sequence[Command]


def paper_button(groups: Sequence[PaperGroup]) -> QPushButton:
    """The button with its menu: the first group stands in it, each further one in a menu below."""
    made = button("Neues Papier …", name="documents.new", primary=True, icon="plus")
    menu = QMenu(made)
    menu.setObjectName("documents.new.menu")
    for index, group in enumerate(groups):
        below = menu if index == 0 else menu.addMenu(group.title)
        for one in group.commands:
            add_entry(below, one.title, one.run).setObjectName(one.name)
        if index == 0:
            menu.addSeparator()
    made.setMenu(menu)
    return made
