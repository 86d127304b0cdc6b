"""What is behind the buttons of the library: ways to add, and the rounds through all papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtWidgets import QDialog, QMenu, QPushButton, QWidget

from ehrenamt_desktop.ui.documents.sources_dialog import SourcesDialog
from ehrenamt_desktop.ui.hand_out.recall_dialog import RecallDialog
from ehrenamt_desktop.ui.hand_out.rule_dialog import RuleDialog
from ehrenamt_desktop.ui.hand_out.rules_dialog import RulesDialog
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.panels import button


class Adding(Protocol):
    """A page that adds papers."""

    def add_files(self) -> None:
        """Ask for files."""

    def add_folder(self) -> None:
        """Ask for a folder."""

    def new(self) -> None:
        """Ask for a paper without a file."""


def adding_menu(page: QWidget) -> QMenu:
    """The ways to add papers; the page is one of `Adding`."""
    made = QMenu(page)
    adding: Adding = page  # type: ignore[assignment]
    for words, deed in (
        ("Dateien …", adding.add_files), ("Ordner …", adding.add_folder),
        ("Eintrag ohne Datei …", adding.new),
    ):  # fmt: skip
        made.addAction(words).triggered.connect(deed)
    return made


def more_button(desk: Desk, page: QWidget) -> QPushButton:
    """The rounds through all papers behind one button."""
    made = button("Mehr", name="library.more")
    menu = QMenu(made)
    menu.setObjectName("library.more.menu")
    for one in rounds(desk, page):
        menu.addAction(one.title).triggered.connect(one.run)
    made.setMenu(menu)
    return made


def rounds(desk: Desk, page: QWidget) -> tuple[Command, ...]:
    """What is done with all papers at once."""

    def opens(make: Callable[[], QDialog]) -> Callable[[], None]:
        return lambda: make().open()

    return (
        Command("Alle Quellen prüfen …", (), opens(lambda: SourcesDialog(desk, page)),
                "documents.sources", "Unterlagen aktuell Internetadresse geprüft Ausgabe"),
        Command("Alte Ausgaben austauschen …", (), opens(lambda: RecallDialog(desk, None, page)),
                "documents.recall", "Rückruf veraltet neue Fassung Unterlagen Brief"),
        Command("Regeln zum Aushändigen …", (), opens(lambda: RulesDialog(desk, page)),
                "documents.rules", "wenn dann weil Unterlagen vorschlagen Vorschlag"),
    )  # fmt: skip


def round_pictures(desk: Desk, page: QWidget) -> Iterator[tuple[str, QWidget]]:
    """The dialogs of the rounds, and a rule."""
    rules = RulesDialog(desk, page)
    row = next(iter(desk.office.document_rules.rows()), None)
    for name, one in (
        ("alle-quellen", SourcesDialog(desk, page)),
        ("alte-ausgaben", RecallDialog(desk, None, page)),
        ("regeln-aushaendigen", rules), ("regel", RuleDialog(desk, row, page)),
    ):  # fmt: skip
        one.open()
        yield name, one
        one.close()
