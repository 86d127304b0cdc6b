"""Small lists inside a record: consents, proofs, contacts, each line with its buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import Badge, button, clear_layout, hbox, label, vbox
from ehrenamt_desktop.ui.record.head import Mark

BESIDE = 2
"""Buttons that stand beside the words; more of them stand below."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A button of a line: object name, words, what it does."""

    name: str
    words: str
    run: Callable[[], None]
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: its words, a softer second line, a badge, its buttons."""

    words: str
    second: str = ""
    mark: Mark | None = None
    deeds: tuple[Deed, ...] = field(default=())
    private: bool = False


class LineList(QWidget):
    """A heading, the lines, and one button that adds a line."""

    def __init__(
        self, title: str, name: str, *, add: str = "", empty: str = "", hide_empty: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._empty = empty
        self._hide_empty = hide_empty
        self._heading = label(title, "heading")
        head = hbox(self._heading, 1)
        self.add_button = button(add, name=f"{name}.add", icon="plus") if add else None
        if self.add_button is not None:
            head.addWidget(self.add_button)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addLayout(head)
        column.addLayout(self._lines)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the entries."""
        clear_layout(self._lines)
        if not lines and self._empty:
            self._lines.addWidget(label(self._empty, "soft", wrap=True))
        for line in lines:
            self._lines.addWidget(_row(line))
        self.setVisible(bool(lines) or not self._hide_empty)


def _row(line: Line) -> QWidget:
    first = label(line.words, wrap=True, private=line.private)
    second = label(line.second, "small", wrap=True)
    if not line.second:
        second.hide()
    words = vbox(first, second, gap=0)
    top = hbox(words)
    top.setStretch(0, 1)
    if line.mark is not None:
        top.addWidget(Badge(line.mark.text, line.mark.tone, line.mark.icon))
    made = QWidget()
    few = len(line.deeds) <= BESIDE
    column = vbox(top, gap=theme.GRID // 2)
    flow = FlowLayout()
    for deed in line.deeds:
        one = button(deed.words, name=deed.name, primary=deed.primary)
        one.setAccessibleName(f"{deed.words.removesuffix(' …')}: {line.words}")
        one.clicked.connect(lambda _=False, run=deed.run: run())
        if few:
            top.addWidget(one)
        else:
            flow.addWidget(one)
    if not few:
        column.addLayout(flow)
    made.setLayout(column)
    return made
