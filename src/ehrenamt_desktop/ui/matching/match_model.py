"""The rows of the ranked list: possible ones, and two folds: near misses, what does not fit."""

from __future__ import annotations

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

from ehrenamt_desktop.model.matches import Match, MatchList, NearMiss, ReasonKind, ReasonPart, Side
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
    BLOCKED = auto()
    REST = auto()


RECORDS = (LineKind.MATCH, LineKind.NEAR, LineKind.BLOCKED)
"""Rows that stand for a record."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the list.

    Attributes:
        number: the other record; 0 for rows that stand for none.
        text: the title or the words of the row.
        detail: second text: where it is, or what a fold holds.
        reason: what the second line says.
        match: the ranked pair of a MATCH.
        near: the pair of a NEAR.
        unfolds: what a FOLD shows and hides.
    """

    kind: LineKind
    text: str
    detail: str = ""
    number: int = 0
    reason: tuple[ReasonPart, ...] = ()
    match: Match | None = None
    near: NearMiss | None = None
    unfolds: LineKind | None = None


class MatchModel(QAbstractListModel):
    """Holds a `MatchList`, which rows are ticked and which folds are open."""

    ticked = Signal()

    def __init__(self, others: tuple[str, str], parent: QObject | None = None) -> None:
        """Start empty; `others` are the words for one and for many of the ranked records."""
        super().__init__(parent)
        self._others = others
        self._found: MatchList | None = None
        self._lines: list[Line] = []
        self._ticked: set[int] = set()
        self._open: set[LineKind | None] = set()

    def show(self, found: MatchList | None) -> None:
        """Show another list; ticks stay on records that are still in it, or hidden by a search."""
        if _subject(found) != _subject(self._found):
            self._open = set()
        if found is not None and not found.matches and not found.searched:
            self._open |= {LineKind.NEAR}
        self._found = found
        gone: set[int] = set()
        if found is None or not found.searched:
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
        """The ticked records in the order of the list, then those that a search hides."""
        shown = [line.number for line in self._lines if self._is_ticked(line)]
        return shown + sorted(self._ticked - set(shown))

    def activate(self, row: int) -> None:
        """Tick or untick a match; open or close a fold."""
        line = self.line(row)
        if line is not None and line.kind is LineKind.MATCH:
            self._ticked ^= {line.number}
            index = self.index(row)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
            self.ticked.emit()
        elif line is not None and line.kind is LineKind.FOLD:
            self._open ^= {line.unfolds}
            self._rebuild()

    def untick(self) -> None:
        """Take all ticks away."""
        self._ticked.clear()
        self.dataChanged.emit(self.index(0), self.index(max(len(self._lines) - 1, 0)))
        self.ticked.emit()

    def is_open(self, line: Line) -> bool:
        """Whether a fold shows its rows."""
        return line.unfolds in self._open

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
        if line.kind not in RECORDS:
            state = ""
            if line.kind is LineKind.FOLD:
                state = ", aufgeklappt" if self.is_open(line) else ", zugeklappt"
            return (f"{line.text}: {line.detail}" if line.detail else line.text) + state
        parts = [line.text, line.detail]
        if line.match is not None:
            state = "ausgewählt" if self._is_ticked(line) else "nicht ausgewählt"
            parts += [line.match.word.label, state]
        reasons = [f"{part.kind.label}: {part.text}" for part in line.reason]
        return ", ".join(part for part in parts if part) + ". " + "; ".join(reasons)

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._lines = self._lines_of(self._found) if self._found else []
        self.endResetModel()

    def _lines_of(self, found: MatchList) -> list[Line]:
        lines = [
            Line(LineKind.MATCH, one.title, one.subtitle, one.number, _said(one), one)
            for one in found.matches
        ]
        rest = found.total - len(found.matches)
        if rest > 0:
            lines.append(Line(LineKind.MORE, f"{count(rest, *self._others)} mehr anzeigen"))
        near = [
            Line(LineKind.NEAR, one.title, one.subtitle, one.number, one.reason, near=one)
            for one in found.near
        ]
        words = f"Passt fast ({found.near_total})"
        lines += self._fold(words, openings(found), found.near_total, near)
        blocked = [
            Line(
                LineKind.BLOCKED, one.title, one.subtitle, one.number,
                tuple(ReasonPart(ReasonKind.HINDERS, gate.sentence) for gate in one.gates),
            )
            for one in found.blocked_rows
        ]  # fmt: skip
        return lines + self._fold(f"Passt nicht ({found.blocked})", "", found.blocked, blocked)

    def _fold(self, words: str, detail: str, total: int, rows: list[Line]) -> list[Line]:
        """The line that opens and, when it is open, its rows and how many more there are."""
        if not rows:
            return []
        head = Line(LineKind.FOLD, words, detail, unfolds=rows[0].kind)
        if not self.is_open(head):
            return [head]
        rest = total - len(rows)
        tail = [Line(LineKind.REST, f"… und {rest} weitere; die Suche (Strg+F) findet auch sie.")]
        return [head, *rows, *(tail if rest else [])]


def _subject(found: MatchList | None) -> tuple[Side, int] | None:
    """Whose list it is: both folds are shut for another one."""
    return None if found is None else (found.subject, found.number)


def _said(match: Match) -> tuple[ReasonPart, ...]:
    """The second line of a match; once examined, with how firm its place is."""
    if match.stable is None:
        return match.reason
    words = "Reihenfolge sicher" if match.stable else "Reihenfolge knapp"
    return (*match.reason, ReasonPart(ReasonKind.NOTE, words))


def openings(found: MatchList) -> str:
    """What would open most near misses: `an einem Mittwoch 2 davon, ab 18 Jahren 1`."""
    counted = sum(amount for _, amount in found.openings)
    first, *more = (*found.openings[:OPENINGS], ("", 0))
    if counted < found.near_total or not first[0]:
        return f"meist {first[0]}" if first[0] else ""
    if first[1] == found.near_total:
        return first[0]
    rest = "".join(f", {sentence} {amount}" for sentence, amount in more if sentence)
    return f"{first[0]} {first[1]} davon{rest}"
