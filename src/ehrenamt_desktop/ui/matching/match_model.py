"""The rows of the ranked list: possible ones, the fold of near misses, what does not fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ehrenamt_desktop.model.matches import Match, MatchList, NearMiss
from ehrenamt_desktop.model.text import count

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
LINE = Qt.ItemDataRole.UserRole
"""The role under which a row hands out its `Line`."""
OPENINGS = 2
"""Ways to open near misses that the folded line names."""


class LineKind(Enum):
    """What a row of the list is."""

    MATCH = auto()
    MORE = auto()
    FOLD = auto()
    NEAR = auto()
    COUNT = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the list.

    Attributes:
        number: the other record; 0 for rows that stand for none.
        text: the title or the words of the row.
        detail: second text: where it is, or what would open a near miss.
        match: the ranked pair of a MATCH.
    """

    kind: LineKind
    text: str
    detail: str = ""
    number: int = 0
    match: Match | None = None


class MatchModel(QAbstractListModel):
    """Holds a `MatchList`, which rows are ticked and whether the near misses are unfolded."""

    ticked = Signal()

    def __init__(self, others: tuple[str, str], parent: QObject | None = None) -> None:
        """Start empty; `others` are the words for one and for many of the ranked records."""
        super().__init__(parent)
        self._others = others
        self._found: MatchList | None = None
        self._lines: list[Line] = []
        self._ticked: set[int] = set()
        self._unfolded = False

    def show(self, found: MatchList | None) -> None:
        """Show another list; ticks stay on records that are still in it."""
        self._found = found
        known = {one.number for one in found.matches} if found else set()
        gone = self._ticked - known
        self._ticked &= known
        self._rebuild()
        if gone:
            self.ticked.emit()

    def line(self, row: int) -> Line | None:
        """The row at a place."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, number: int) -> int | None:
        """Where a record stands."""
        found = (row for row, line in enumerate(self._lines) if number and line.number == number)
        return next(found, None)

    def ticked_numbers(self) -> list[int]:
        """The ticked records in the order of the list."""
        return [line.number for line in self._lines if self._is_ticked(line)]

    def activate(self, row: int) -> None:
        """Tick or untick a match; fold or unfold the near misses."""
        line = self.line(row)
        if line is not None and line.kind is LineKind.MATCH:
            self._ticked ^= {line.number}
            index = self.index(row)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
            self.ticked.emit()
        elif line is not None and line.kind is LineKind.FOLD:
            self._unfolded = not self._unfolded
            self._rebuild()

    def untick(self) -> None:
        """Take all ticks away."""
        self._ticked.clear()
        self.dataChanged.emit(self.index(0), self.index(max(len(self._lines) - 1, 0)))
        self.ticked.emit()

    def unfolded(self) -> bool:
        """Whether the near misses are shown."""
        return self._unfolded

    def rowCount(self, parent: Index = _NONE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Matches can be ticked; rows that only tell something are not chosen."""
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        line = self.line(index.row())
        if line is not None and line.kind is LineKind.MATCH:
            return base | Qt.ItemFlag.ItemIsUserCheckable
        return base

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Line, title, tick and the sentence for a screen reader."""
        line = self.line(index.row())
        if line is None:
            return None
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        if role == Qt.ItemDataRole.CheckStateRole and line.kind is LineKind.MATCH:
            return Qt.CheckState.Checked if self._is_ticked(line) else Qt.CheckState.Unchecked
        return None

    def _is_ticked(self, line: Line) -> bool:
        return line.kind is LineKind.MATCH and line.number in self._ticked

    def _spoken(self, line: Line) -> str:
        if line.match is None:
            return f"{line.text}: {line.detail}" if line.detail else line.text
        state = "ausgewählt" if self._is_ticked(line) else "nicht ausgewählt"
        parts = [line.text, line.detail, line.match.word.label, state]
        reasons = [f"{part.kind.label}: {part.text}" for part in line.match.reason]
        return ", ".join(part for part in parts if part) + ". " + "; ".join(reasons)

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._lines = self._lines_of(self._found) if self._found else []
        self.endResetModel()

    def _lines_of(self, found: MatchList) -> list[Line]:
        lines = [
            Line(LineKind.MATCH, one.title, one.subtitle, one.number, one) for one in found.matches
        ]
        rest = found.total - len(found.matches)
        if rest > 0:
            lines.append(Line(LineKind.MORE, f"{count(rest, *self._others)} mehr anzeigen"))
        if found.near_total:
            words = f"Passt fast ({found.near_total})"
            lines.append(Line(LineKind.FOLD, words, openings(found.near)))
            if self._unfolded:
                lines += [
                    Line(LineKind.NEAR, one.title, one.sentence, one.number) for one in found.near
                ]
        if found.blocked:
            lines.append(Line(LineKind.COUNT, f"Passt nicht ({found.blocked})"))
        return lines


def openings(near: Sequence[NearMiss]) -> str:
    """What would open most near misses: `2 × an einem Mittwoch · 1 × ab 18 Jahren`."""
    counted = Counter(one.sentence for one in near).most_common(OPENINGS)
    return " · ".join(f"{amount} × {sentence}" for sentence, amount in counted)
