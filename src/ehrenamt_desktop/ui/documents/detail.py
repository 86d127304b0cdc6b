"""The paper chosen in the list: what it is, and what can be done with its file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model import text
from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.rows import PostingRow
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import (
    Badge,
    Card,
    EmptyState,
    KeyValues,
    button,
    clear_layout,
    label,
)


class PaperCard(Card):
    """Tells what is wanted with the shown paper."""

    open_wanted = Signal(object)
    print_wanted = Signal(object)
    folder_wanted = Signal(object)
    down_wanted = Signal(int)
    deleted_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("documents.paper")
        self.show_paper(None)

    def show_paper(self, row: PostingRow | None) -> None:
        """Show a paper, or what to do without one."""
        clear_layout(self.body)
        if row is None:
            self.body.addWidget(
                EmptyState("Wählen Sie links ein Papier, oder erstellen Sie ein neues.",
                           icon="documents")
            )  # fmt: skip
            return
        self.body.addWidget(label(row.title, "title", wrap=True))
        self.body.addLayout(_badges(row))
        facts = KeyValues()
        facts.add("Erstellt am", text.day(row.printed_on))
        facts.add("Ortsteil", row.place)
        facts.add("Einträge", str(row.rows))
        facts.add("Abnehmen am", text.day(row.take_down_on))
        facts.add("Abgenommen am", text.day(row.taken_down_on))
        facts.add("Wofür", row.purpose)
        facts.add("Datei löschen am", text.day(row.delete_on))
        facts.add("Gelöscht am", text.day(row.deleted_on))
        facts.add("Datei", Path(row.path).name)
        self.body.addWidget(facts)
        self.body.addSpacing(theme.GRID)
        self.body.addLayout(self._buttons(row))
        self.body.addStretch(1)

    def _buttons(self, row: PostingRow) -> FlowLayout:
        path = Path(row.path)
        there = path.is_file()
        flow = FlowLayout()
        pdf = path.suffix.lower() == ".pdf"
        see = "Ansehen" if pdf else "Öffnen"
        start = button(see, name="documents.open", primary=True, icon="open")
        start.clicked.connect(lambda: self.open_wanted.emit(path))
        paper = button("Drucken …", name="documents.print", icon="print")
        paper.clicked.connect(lambda: self.print_wanted.emit(path))
        folder = button("Ordner", name="documents.folder", icon="folder")
        folder.clicked.connect(lambda: self.folder_wanted.emit(path))
        start.setEnabled(there)
        paper.setEnabled(there and pdf)
        folder.setEnabled(path.parent.is_dir())
        for one in (start, paper, folder):
            flow.addWidget(one)
        if _hangs(row):
            down = button("Abgenommen", name="documents.down", icon="check")
            down.clicked.connect(lambda: self.down_wanted.emit(row.id))
            flow.addWidget(down)
        if _kept(row):
            gone = button("Gelöscht", name="documents.deleted", icon="check")
            gone.clicked.connect(lambda: self.deleted_wanted.emit(row.id))
            flow.addWidget(gone)
        return flow


def _hangs(row: PostingRow) -> bool:
    return row.take_down_on is not None and row.taken_down_on is None


def _kept(row: PostingRow) -> bool:
    """Whether the file of a list with personal data is still to be deleted."""
    return row.delete_on is not None and row.deleted_on is None


def _badges(row: PostingRow) -> FlowLayout:
    flow = FlowLayout()
    flow.addWidget(Badge(row.kind.label, Tone.PLAIN, "documents"))
    if _hangs(row):
        flow.addWidget(Badge("hängt aus", Tone.GOOD, "check"))
    if row.path and not Path(row.path).is_file():
        flow.addWidget(Badge("Datei nicht mehr vorhanden", Tone.SOON, "warning"))
    return flow
