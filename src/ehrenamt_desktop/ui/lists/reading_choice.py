"""How a file is read: encoding, separator, row of the headings; each can be changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.imports import LEFT, Preview
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import hbox, label
from ehrenamt_desktop.ui.kit.text_inputs import ChoiceInput

ENCODINGS = (
    ("utf-8", "Unicode (UTF-8)"), ("cp1252", "Westeuropa (Windows)"),
    ("cp1250", "Osteuropa (Windows)"), ("cp850", "Westeuropa (DOS)"),
    ("mac_roman", "Westeuropa (Mac)"), ("utf-16", "Unicode (UTF-16)"),
)  # fmt: skip
SEPARATORS = ((";", "Semikolon ;"), (",", "Komma ,"), ("\t", "Tabulator"), ("|", "Strich |"))
_SAME = {
    "utf-8-sig": "utf-8", "utf_8": "utf-8", "latin_1": "cp1252", "utf-16-le": "utf-16",
    "utf-16-be": "utf-16", "utf_16_le": "utf-16", "utf_16_be": "utf-16",
}  # fmt: skip
"""Encodings that are shown as another one; what was found is used all the same."""

_ROW_LETTERS = 28  # of a row in the box; longer ones are cut


class ReadingChoice(QWidget):
    """Three boxes; those that a file does not have stay away."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = LEFT
        self._values: dict[ChoiceInput, list[str]] = {}
        flow = FlowLayout()
        self.encoding, encoding = self._box("encoding", "Zeichensatz")
        self.separator, separator = self._box("separator", "Trennzeichen")
        self.header, header = self._box("header", "Überschriften in Zeile")
        self._parts = (encoding, separator, header)
        for part in (encoding, separator, header):
            flow.addWidget(part)
        self.setLayout(flow)
        self.encoding.activated.connect(
            lambda at: self._choose(encoding=self._values[self.encoding][at])
        )
        self.separator.activated.connect(
            lambda at: self._choose(separator=self._values[self.separator][at])
        )
        self.header.activated.connect(
            lambda at: self._choose(header=int(self._values[self.header][at]))
        )
        self.hide()

    def offer(self, preview: Preview | None) -> None:
        """Show how the file was read; None: there is nothing to choose."""
        self.setVisible(preview is not None and (preview.is_text or bool(preview.head)))
        if preview is None:
            return
        self._form = preview.form
        encoding, separator, header = self._parts
        encoding.setVisible(preview.is_text)
        separator.setVisible(preview.is_text and bool(preview.separator))
        header.setVisible(bool(preview.head))
        shown = _SAME.get(preview.encoding, preview.encoding)
        self._fill(self.encoding, _with(ENCODINGS, shown), shown)
        self._fill(self.separator, _with(SEPARATORS, preview.separator), preview.separator)
        rows = [(str(number), f"{number}: {_cut(text)}") for number, text in preview.head]
        self._fill(self.header, rows, str(preview.header))

    def _box(self, name: str, words: str) -> tuple[ChoiceInput, QWidget]:
        box = ChoiceInput()
        box.setObjectName(f"import.{name}")
        box.setAccessibleName(words)
        text = label(words, "soft")
        text.setBuddy(box)
        part = QWidget()
        part.setLayout(hbox(text, box))
        return box, part

    def _fill(self, box: ChoiceInput, choices: Sequence[tuple[str, str]], current: str) -> None:
        self._values[box] = [value for value, _ in choices]
        box.clear()
        box.addItems([words for _, words in choices])
        values = self._values[box]
        box.setCurrentIndex(values.index(current) if current in values else -1)

    def _choose(self, *, encoding: str = "", separator: str = "", header: int = 0) -> None:
        """Other cells have other headings, so the columns are left to the program again."""
        form = self._form
        self.chosen.emit(
            replace(
                form,
                encoding=encoding or form.encoding,
                separator=separator or form.separator,
                header=header or form.header,
                columns=None,
                kept=False,
            )
        )


def _with(choices: Sequence[tuple[str, str]], current: str) -> list[tuple[str, str]]:
    known = current in (value for value, _ in choices)
    return [*choices] if known or not current else [*choices, (current, current)]


def _cut(text: str) -> str:
    return text if len(text) <= _ROW_LETTERS else f"{text[: _ROW_LETTERS - 1]}…"
