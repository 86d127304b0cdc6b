"""Lists that leave the program: whole records that read back, or a list as it is seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.exchange import cards_out, csv_out
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

KEPT_ONLY = (
    "Diese Personen sind eingeschränkt (Art. 18 DSGVO): Ihre Angaben werden nur aufbewahrt und "
    "nicht ausgegeben. Die Auskunft an die Person selbst finden Sie in ihrem Datensatz."
)


class Exports:
    """Use cases on lists that leave the program."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)

    def whole(self, noun: str, path: Path, progress: Progress = QUIET) -> int:
        """Write every record that may be used with all its fields; returns the number of rows.

        A file written here can be imported again without a mapping and changes nothing.
        Placements, which are never imported, are written with the columns of their list; so is
        a PDF, which holds no more columns than can be read. Address cards (`.vcf`) hold what an
        address book needs of people.

        Raises:
            DomainError: the ending of the file is not `.xlsx`, `.csv`, `.pdf` or, for people,
                `.vcf`.
            Cancelled: the user stopped; nothing is left behind.
            StoreUnavailable: the file cannot be written.
        """
        if noun == "placements" or path.suffix.lower() == ".pdf":
            return self.view(noun, path, ListQuery(), progress=progress)
        with self._store.read() as connection:
            kept = load(connection, noun)
            records = [one for one in kept if not (one.trashed or one.restricted)]
            if noun == "offers":
                initiatives = load(connection, "initiatives")
        words = gather(self._lists.terms(), self._lists.places())
        names = {one.id: str(one.values["name"]) for one in initiatives} if noun == "offers" else {}
        columns = [_field_column(one, words, names) for one in written(noun)]
        if noun == "people" and path.suffix.lower() == ".vcf":
            texts = {one.key: one.text for one in columns if one.key in cards_out.FIELDS}
            people = ({key: text(kept) for key, text in texts.items()} for kept in records)
            return cards_out.write(path, people, progress, len(records))
        apart = sum(one.restricted and not one.trashed for one in kept)
        left = f", ohne {apart} eingeschränkte (Art. 18 DSGVO)" if apart else ""
        facts = {"Filter": f"alle Datensätze, ohne Papierkorb{left}"}
        return self.table(path, TITLES[noun], columns, records, facts, progress)

    def view(
        self,
        noun: str,
        path: Path,
        query: ListQuery,
        columns: Sequence[Column[Any]] = (),
        told: str = "",
        progress: Progress = QUIET,
        title: str = "",
    ) -> int:
        """Write a list exactly as it is seen; returns the number of rows.

        Args:
            noun: which list.
            path: the file to make, `.xlsx`, `.csv` or `.pdf`.
            query: its search words, filters and order.
            columns: its columns from left to right; without any, those of the first view.
            told: search and filters in words.
            progress: told while rows are written.
            title: what stands above it; else the name of the list.

        Raises:
            DomainError: the ending of the file is not `.xlsx`, `.csv` or `.pdf`, or the list is
                that of people whose data may only be kept.
            Cancelled: the user stopped; nothing is left behind.
            StoreUnavailable: the file cannot be written.
        """
        if query.filters.get("restricted"):
            raise DomainError(KEPT_ONLY)
        shown = columns or [one for one in COLUMNS[noun] if one.shown]
        source = getattr(self._lists, noun)
        found = source.ids(query)
        facts = {"Filter": told or "alle", "Sortierung": _order(noun, query)}
        return self.table(
            path, title or TITLES[noun], shown, _rows(source, found), facts, progress, len(found)
        )

    def table(
        self,
        path: Path,
        title: str,
        columns: Sequence[Column[Any]],
        rows: Any,
        facts: Mapping[str, str],
        progress: Progress,
        total: int = 0,
    ) -> int:
        """Write rows under these columns; see `view` for what is raised."""
        expect_suffix(path, ".xlsx", ".csv", ".pdf")
        suffix = path.suffix.lower()
        if suffix == ".csv":
            cells = ([one.text(row) for one in columns] for row in rows)
            return csv_out.write(path, [one.title for one in columns], cells, progress, total)
        office = self._lists.office_info()
        facts = {name: words for name, words in facts.items() if words} | {
            "Stand": day(clock.today()),
            "Herausgeber": office.carrier or office.name,
        }
        if suffix == ".pdf":
            from ehrenamt_desktop.reports.list_paper import write_list_paper

            author = facts["Herausgeber"]
            return write_list_paper(path, title, columns, rows, facts, author, progress, total)
        from ehrenamt_desktop.reports.sheet import write_list

        return write_list(path, title, columns, rows, facts, None, progress)


def _order(noun: str, query: ListQuery) -> str:
    """`Ortsteil, Name (absteigend)`; empty in the list's own order."""
    titles = {one.key: one.title for one in COLUMNS[noun]}
    sorts = ((query.sort, query.descending), *query.then) if query.sort else ()
    return ", ".join(titles[key] + (" (absteigend)" if down else "") for key, down in sorts)


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
