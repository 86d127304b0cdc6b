"""The list of a round's offers, as a table asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from ehrenamt_desktop.model.columns.round import OPEN_ONLY, ROUND_COLUMNS
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.rounds import RoundRow
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.services.rounds import Rounds

_KEYS = {
    column.key: column.value or (lambda row, text=column.text: fold(text(row)))
    for column in ROUND_COLUMNS
}


class RoundList:
    """Rows of the open round; none without one."""

    def __init__(self, rounds: Rounds) -> None:
        self._rounds = rounds
        self._rows: dict[int, RoundRow] = {}

    def ids(self, query: ListQuery) -> list[int]:
        """The numbers of the questions that answer `query`, by body if it names no order."""
        kept = self._rounds.current()
        bodies = kept.bodies if kept else ()
        found = [RoundRow(body, one) for body in bodies for one in body.questions]
        self._rows = {row.id: row for row in found}
        if query.filters.get(OPEN_ONLY):
            found = [row for row in found if row.question.open]
        for key, down in reversed(((query.sort, query.descending), *query.then)):
            if key in _KEYS:
                found.sort(key=_KEYS[key], reverse=down)  # type: ignore[arg-type]
        return [row.id for row in found]

    def rows(self, ids: Sequence[int]) -> list[RoundRow]:
        """The rows of these numbers, in that order, as they were when asked for."""
        return [self._rows[number] for number in ids if number in self._rows]

    def total(self) -> int:
        """How many offers the round asks for."""
        kept = self._rounds.current()
        return kept.total if kept else 0
