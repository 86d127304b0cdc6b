"""The list of keys: by where they work, sought by word or key, on paper if wanted."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.ui.frame.keys import Row, table
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.panels import KeyValues, button, clear_layout, label, vbox
from ehrenamt_desktop.ui.kit.search_box import SearchBox

TITLE = "Tastenkürzel"


class KeysDialog(Dialog):
    """All keys, with what they do."""

    def __init__(
        self, commands: Sequence[Command], desk: Desk, parent: QWidget | None = None
    ) -> None:
        super().__init__(TITLE, parent, name="keys", accept="Schließen", width_em=44)
        self.cancel_button.hide()
        self._desk = desk
        self._groups = table(commands)
        self.search = SearchBox("Taste oder Wort suchen", "keys.search")
        self.search.searched.connect(self._fill)
        self.above.addWidget(self.search)
        self._list = vbox()
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        paper = button("Als PDF speichern …", name="keys.paper", icon="print")
        paper.clicked.connect(self._write)
        self.buttons.insertWidget(0, paper)
        self._fill("")
        self.search.setFocus()

    def rows(self, text: str = "") -> list[tuple[str, list[Row]]]:
        """The headings and rows that hold a text."""
        words = fold(text).split()
        found = [
            (heading, [row for row in rows if _holds(f"{heading} {row[0]} {row[1]}", words)])
            for heading, rows in self._groups
        ]
        return [(heading, rows) for heading, rows in found if rows]

    def _fill(self, text: str) -> None:
        clear_layout(self._list)
        found = self.rows(text)
        for heading, rows in found:
            self._list.addWidget(label(heading, "heading"))
            shown = KeyValues()
            for words, keys in rows:
                shown.add(keys, words)
            self._list.addWidget(shown)
        if not found:
            self._list.addWidget(label("Dafür gibt es keine Taste.", "soft"))

    def _write(self) -> None:
        path = self._desk.files.save("Tastenkürzel speichern", TITLE, ".pdf")
        if path is not None:
            write_pdf(path, self.rows())
            self._desk.notices.success(
                "Die Liste der Tasten ist fertig.", *paper_actions(self._desk.files, path)
            )
            self.accept()


def write_pdf(path: Path, groups: Sequence[tuple[str, Sequence[Row]]]) -> None:
    """Write the keys on A4."""
    parts = [f"<h1>{TITLE}</h1>"]
    for heading, rows in groups:
        lines = (
            f"<tr><td width='35%'><b>{escape(keys)}</b></td><td>{escape(words)}</td></tr>"
            for words, keys in rows
        )
        parts.append(f"<h3>{escape(heading)}</h3><table width='100%'>{''.join(lines)}</table>")
    paper = QPdfWriter(str(path))
    paper.setTitle(TITLE)
    paper.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    paper.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.setHtml("".join(parts))
    document.print_(paper)


def _holds(text: str, words: Sequence[str]) -> bool:
    parts = fold(text).split()
    return all(any(part.startswith(word) for part in parts) for word in words)
