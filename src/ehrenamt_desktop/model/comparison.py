"""A few matches side by side: what each criterion says of them, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ehrenamt_desktop.model.matches import Answer, CriterionValue, Match, Side

MOST = 4
"""How many stand side by side."""
LEAST = 2
DIFFERS_FROM = 0.25
"""Values that lie this far apart differ: a step that a bar shows at a glance."""


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """What a row says of one match.

    Attributes:
        low, high: the bar from 0 to 1, filled and hatched; None without one.
        best: whether this one is ahead where the matches differ.
    """

    text: str
    low: float | None = None
    high: float | None = None
    best: bool = False


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One line; `cells` are in the order of the matches, none for a heading."""

    title: str
    cells: tuple[ComparedCell, ...] = ()
    differs: bool = False


def compare(matches: Sequence[Match]) -> tuple[ComparedRow, ...]:
    """All lines of a comparison, the headings of both sides among them."""
    rows = [_result(matches)]
    for side in Side:
        rows.append(ComparedRow(side.label))
        names = [one.name for one in matches[0].criteria if one.side is side]
        for name in names:
            values = [
                next(one for one in match.criteria if one.side is side and one.name is name)
                for match in matches
            ]
            rows.append(_criterion(name.label, values))
    rows.append(ComparedRow("Außerdem"))
    rows.append(_texts("Noch zu klären", [_open_gates(one) for one in matches]))
    rows.append(_texts("Offene Vorschläge", [one.balance_sentence or "keine" for one in matches]))
    if all(one.stable_sentence for one in matches):
        rows.append(_texts("Reihenfolge", ["sicher" if one.stable else "knapp" for one in matches]))
    return tuple(rows)


def differing(rows: Sequence[ComparedRow]) -> tuple[ComparedRow, ...]:
    """The lines in which the matches differ, under those headings that still have any."""
    kept: list[ComparedRow] = []
    for row in reversed(rows):
        if row.differs or (not row.cells and kept and kept[-1].cells):
            kept.append(row)
    return tuple(reversed(kept))


def _result(matches: Sequence[Match]) -> ComparedRow:
    differs = len({one.word for one in matches}) > 1 or _apart([one.score for one in matches])
    best = max(one.score for one in matches)
    cells = (
        ComparedCell(
            one.word.label, max(one.low, 0.0), max(one.high, 0.0), differs and one.score == best
        )
        for one in matches
    )
    return ComparedRow("Ergebnis", tuple(cells), differs)


def _criterion(title: str, values: Sequence[CriterionValue]) -> ComparedRow:
    known = [one.value for one in values if one.value is not None]
    differs = bool(known) and (len(known) < len(values) or _apart(known))
    cells = (
        ComparedCell(one.sentence, 0.0, 1.0)
        if one.value is None
        else ComparedCell(one.sentence, one.value, one.value, differs and one.value == max(known))
        for one in values
    )
    return ComparedRow(title, tuple(cells), differs)


def _texts(title: str, texts: Sequence[str]) -> ComparedRow:
    return ComparedRow(title, tuple(ComparedCell(one) for one in texts), len(set(texts)) > 1)


def _open_gates(match: Match) -> str:
    found = [gate.sentence for gate in match.gates if gate.answer is Answer.UNKNOWN]
    return " ".join(found) or "nichts"


def _apart(values: Sequence[float]) -> bool:
    return max(values) - min(values) >= DIFFERS_FROM
