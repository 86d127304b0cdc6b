"""The papers of the library as a list: the words are sought in the papers, not only in the rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ehrenamt_desktop.model.columns.documents import DOCUMENT_COLUMNS
from ehrenamt_desktop.model.documents import DocumentRow
from ehrenamt_desktop.model.enums import DocumentAudience, DocumentKind, DocumentState
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.kit.filter_bar import Filter, Option, options_of
from ehrenamt_desktop.ui.kit.rows_source import RowsSource

GONE = "gone"
FILTERS = (
    Filter("state", "Stand", (*options_of(DocumentState), Option(GONE, "Datei fehlt"))),
    Filter("kind", "Art", options_of(DocumentKind)),
    Filter("audience", "Für", options_of(DocumentAudience), named=True),
)


class LibrarySource:
    """Asks the library for each list; what is put away shows only when it is asked for."""

    def __init__(self, read: Callable[[str], tuple[DocumentRow, ...]]) -> None:
        self._read = read
        self._rows: RowsSource[DocumentRow] = RowsSource(
            DOCUMENT_COLUMNS,
            {
                "state": lambda row: str(row.state.value) if row.there else GONE,
                "kind": lambda row: str(row.kind.value),
                "audience": lambda row: str(row.audience.value),
            },
        )

    def ids(self, query: ListQuery) -> list[int]:
        """The numbers that answer a query; what fits a search best comes first."""
        asked = query.filters.get("state", ())
        found = [
            row
            for row in self._read(query.text)
            if asked or row.state is not DocumentState.ARCHIVED
        ]
        self._rows.put(found)
        return self._rows.ids(query._replace(text=""))

    def rows(self, ids: Sequence[int]) -> list[DocumentRow]:
        """The rows of these numbers."""
        known = self._rows.rows(ids)
        if len(known) == len(ids):
            return known
        every = {row.id: row for row in self._read("")}
        return [every[number] for number in ids if number in every]

    def total(self) -> int:
        """How many papers there are."""
        return sum(row.state is not DocumentState.ARCHIVED for row in self._read(""))
