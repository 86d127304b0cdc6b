"""Lists that leave the program: whole records that read back, or a list as it is seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.exchange import csv_out
from ehrenamt_desktop.exchange.values import show
from ehrenamt_desktop.exchange.words import Words, gather
from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.columns.fields import Field, FieldKind, written
from ehrenamt_desktop.model.columns.initiatives import INITIATIVE_COLUMNS
from ehrenamt_desktop.model.columns.offers import OFFER_COLUMNS
from ehrenamt_desktop.model.columns.people import PERSON_COLUMNS
from ehrenamt_desktop.model.columns.placements import PLACEMENT_COLUMNS
from ehrenamt_desktop.model.columns.postings import POSTING_COLUMNS
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.services.imports.kept import Kept, column, load
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.papers import expect_suffix
from ehrenamt_desktop.store.engine import Store

COLUMNS: Mapping[str, Sequence[Column[Any]]] = {
    "people": PERSON_COLUMNS,
    "initiatives": INITIATIVE_COLUMNS,
    "offers": OFFER_COLUMNS,
    "placements": PLACEMENT_COLUMNS,
    "postings": POSTING_COLUMNS,
}
TITLES: Mapping[str, str] = {
    "people": "Personen",
    "initiatives": "Initiativen",
    "offers": "Angebote",
    "placements": "Vermittlungen",
    "postings": "Unterlagen",
}
WINDOW = 500
"""Rows read from the store at a time."""


class Exports:
    """Use cases on lists that leave the program."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)

    def whole(self, noun: str, path: Path, progress: Progress = QUIET) -> int:
        """Write every record with all its fields; returns the number of rows.

        A file written here can be imported again without a mapping and changes nothing.
        Placements, which are never imported, are written with the columns of their list.

        Raises:
            DomainError: the ending of the file is neither `.xlsx` nor `.csv`.
            Cancelled: the user stopped; nothing is left behind.
            StoreUnavailable: the file cannot be written.
        """
        if noun == "placements":
            return self.view(noun, path, ListQuery(), progress=progress)
        with self._store.read() as connection:
            records = load(connection, noun)
            if noun == "offers":
                initiatives = load(connection, "initiatives")
        words = gather(self._lists.terms(), self._lists.places())
        names = {one.id: str(one.values["name"]) for one in initiatives} if noun == "offers" else {}
        columns = [_field_column(one, words, names) for one in written(noun)]
        return self._write(path, TITLES[noun], columns, records, "alle Datensätze", progress)

    def view(
        self,
        noun: str,
        path: Path,
        query: ListQuery,
        keys: Sequence[str] = (),
        told: str = "",
        progress: Progress = QUIET,
    ) -> int:
        """Write a list exactly as it is seen; returns the number of rows.

        Args:
            noun: which list.
            path: the file to make, `.xlsx` or `.csv`.
            query: its search words, filters and order.
            keys: the columns in their order; without any, those of the first view.
            told: the filters in words, for the sheet "Legende".
            progress: told while rows are written.

        Raises:
            DomainError: the ending of the file is neither `.xlsx` nor `.csv`.
            Cancelled: the user stopped; nothing is left behind.
            StoreUnavailable: the file cannot be written.
        """
        every = {one.key: one for one in COLUMNS[noun]}
        columns = [every[key] for key in keys] or [one for one in COLUMNS[noun] if one.shown]
        source = getattr(self._lists, noun)
        found = source.ids(query)
        return self._write(path, TITLES[noun], columns, _rows(source, found), told, progress)

    def _write(
        self,
        path: Path,
        title: str,
        columns: Sequence[Column[Any]],
        rows: Any,
        told: str,
        progress: Progress,
    ) -> int:
        expect_suffix(path, ".xlsx", ".csv")
        if path.suffix.lower() == ".csv":
            cells = ([one.text(row) for one in columns] for row in rows)
            return csv_out.write(path, [one.title for one in columns], cells, progress)
        from ehrenamt_desktop.reports.sheet import write_list

        office = self._lists.office_info()
        facts = {
            "Filter": told or "alle",
            "Stand": day(clock.today()),
            "Herausgeber": office.carrier or office.name,
        }
        return write_list(path, title, columns, rows, facts, None, progress)


def _rows(source: Any, found: Sequence[int]) -> Iterator[Any]:
    for start in range(0, len(found), WINDOW):
        yield from source.rows(found[start : start + WINDOW])


def _field_column(one: Field, words: Words, names: Mapping[int | None, str]) -> Column[Kept]:
    """A field of whole records as a column; numbers and dates stay texts that read back."""

    def text(kept: Kept) -> str:
        return show(one, _value(one, kept, names), words)

    return Column(one.key, one.label, text, width=max(12, min(40, len(one.label) + 4)))


def _value(one: Field, kept: Kept, names: Mapping[int | None, str]) -> object:
    if one.kind is FieldKind.NUMBER:
        return kept.id
    if one.kind in (FieldKind.TERMS, FieldKind.PROOFS):
        return kept.term_values(one)
    if one.kind is FieldKind.CONSENT:
        return kept.consent(one.key)
    if one.key in ("source", "source_key"):
        return getattr(kept, one.key)
    if one.key.startswith("contact_"):
        return kept.contact.get(one.key)
    if one.key == "initiative":
        return names.get(kept.values["initiative_id"])
    return kept.values.get(column(one))
