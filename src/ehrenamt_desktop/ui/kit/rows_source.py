"""A list that lies in memory: rows made by a service, searched, filtered and sorted as others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.text import fold

Row = TypeVar("Row")


class RowsSource(Generic[Row]):
    """Shows some rows that carry their number as `id`."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        filters: Mapping[str, Callable[[Row], str]] | None = None,
    ) -> None:
        """Start empty.

        Args:
            columns: what is searched and what orders the list.
            filters: the value of a row by the key of a filter.
        """
        self._columns = {one.key: one for one in columns}
        self._filters = dict(filters or {})
        self._rows: dict[int, Row] = {}

    def put(self, rows: Sequence[Any]) -> None:
        """Show these rows from now on; whoever calls reloads the table."""
        self._rows = {row.id: row for row in rows}

    def ids(self, query: ListQuery) -> list[int]:
        """The numbers that answer a query, in its order."""
        words = fold(query.text).split()
        found = [
            (number, row)
            for number, row in self._rows.items()
            if self._holds(row, query.filters) and self._says(row, words)
        ]
        for key, down in reversed([(query.sort, query.descending), *query.then]):
            if key in self._columns:
                found.sort(key=lambda one: self._key(one[1], key), reverse=down)
        return [number for number, _ in found]

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """The rows of these numbers."""
        known = self._rows  # another list may be put while the read lane still asks
        return [known[number] for number in ids if number in known]

    def total(self) -> int:
        """How many there are."""
        return len(self._rows)

    def _holds(self, row: Row, filters: Mapping[str, tuple[str, ...]]) -> bool:
        return all(
            not wanted or key not in self._filters or self._filters[key](row) in wanted
            for key, wanted in filters.items()
        )

    def _says(self, row: Row, words: Sequence[str]) -> bool:
        if not words:
            return True
        text = fold(" ".join(one.text(row) for one in self._columns.values()))
        return all(word in text for word in words)

    def _key(self, row: Row, key: str) -> Any:
        column = self._columns[key]
        return fold(column.text(row)) if column.value is None else column.value(row)
