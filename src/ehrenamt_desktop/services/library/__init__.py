"""The library: every paper the office hands out, its editions, and whether they still hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.documents import Choice, DocumentRow, EditionRow, Found
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.document import (
    Document,
    DocumentDraft,
    DocumentEdition,
    DocumentEditionDraft,
    HandOutItem,
)
from ehrenamt_desktop.model.records.office import User
from ehrenamt_desktop.model.rules.helping import months_after
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.library.looking import look
from ehrenamt_desktop.services.lists import GONE
from ehrenamt_desktop.services.records import apply, expect, find
from ehrenamt_desktop.store import document_file
from ehrenamt_desktop.store.document_file import DocumentFile
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import documents
from ehrenamt_desktop.store.unit import Unit

HANDED_OUT = (
    "Diese Ausgabe wurde schon ausgehändigt und bleibt deshalb nachgewiesen. Sie können eine neue "
    "Ausgabe hinzufügen; die alte wird dann nicht mehr ausgegeben."
)


class Library:
    """Use cases on papers and their editions."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._papers = DocumentFile(store)
        self._kept: _Kept | None = None

    def rows(self, as_of: dt.date | None = None, text: str = "") -> tuple[DocumentRow, ...]:
        """The papers by title; with `text` those it is found in, with the line around it.

        Titles, keywords and issuers come first, then contents, the best first.
        """
        kept = self._kept_rows(as_of or clock.today())
        asked = fold(text).split()
        if not asked:
            return kept.rows
        numbers = _numbers_of(kept.owners, self._papers.search(text))
        named = [
            row
            for row, words in zip(kept.rows, kept.words, strict=True)
            if all(f" {one}" in words for one in asked)
        ]
        seen = {row.id for row in named}
        inside = sorted(
            (row for row in kept.rows if row.id in numbers and row.id not in seen),
            key=lambda row: numbers[row.id][0],
        )
        return self._with_excerpts([*named, *inside], numbers, text)

    def document(self, number: int) -> dict[str, Any]:
        """All values of a paper.

        Raises:
            DomainError: it is gone.
        """
        with self._store.read() as connection:
            found = documents.document(connection, number)
        if found is None:
            raise DomainError(GONE)
        return found

    def editions(self, number: int, as_of: dt.date | None = None) -> tuple[EditionRow, ...]:
        """The editions of a paper, the newest first."""
        held = self._papers.held()
        with self._store.read() as connection:
            return documents.editions(connection, number, as_of or clock.today(), held)

    def edition(self, number: int) -> EditionRow:
        """One edition.

        Raises:
            DomainError: it is gone.
        """
        held = self._papers.held()
        with self._store.read() as connection:
            found = documents.edition(connection, number, held)
        if found is None:
            raise DomainError(GONE)
        return found

    def content(self, edition: int) -> bytes:
        """The bytes of an edition, as they were added.

        Raises:
            DomainError: it is gone, missing or damaged.
        """
        return self._papers.read(self.edition(edition).digest)

    def said(self, edition: int) -> str:
        """The text of an edition; "" if it has none that can be read.

        Raises:
            DomainError: it is gone.
        """
        return self._papers.said(self.edition(edition).digest)

    def save(
        self, values: Mapping[str, object], number: int | None = None, version: int | None = None
    ) -> int:
        """Enter a paper or change it; returns its number.

        Raises:
            InvalidDraft: a field is wrong.
            ConflictError: it was changed elsewhere in between.
            DomainError: it is gone.
        """
        draft = validate(DocumentDraft, values)
        title = "Unterlage eingetragen" if number is None else "Unterlage geändert"
        with self._store.write(title) as unit:
            if number is None:
                return _add(unit, draft)
            document = find(unit, Document, number)
            expect(document, version)
            apply(document, draft)
            return number

    def look(self, paths: Sequence[Path], progress: Progress = QUIET) -> tuple[Found, ...]:
        """Look at files, or at all files of folders, before they are added.

        What was read is put into the file of papers at once, so that what is added later is what
        was looked at, even if the file changes; what is not added goes with the next tidying.

        Raises:
            StoreUnavailable: the disk is full or fails.
            Cancelled: the user stopped; nothing is added.
        """
        return look(self._store, self._papers, paths, progress)

    def add(self, choices: Sequence[Choice]) -> tuple[int, ...]:
        """Add files that were looked at, as one step; returns the numbers of their editions.

        An edition of a paper that has one already replaces it from the day it holds.

        Raises:
            InvalidDraft: a field is wrong; nothing is added.
            DomainError: a file was refused, or its paper is gone.
        """
        action = "Ausgabe hinzugefügt" if len(choices) == 1 else "Ausgaben hinzugefügt"
        with self._store.write(action) as unit:
            return tuple(_add_edition(unit, choice) for choice in choices)

    def change(self, values: Mapping[str, object], number: int, version: int | None = None) -> None:
        """Change what is known of an edition.

        Raises:
            InvalidDraft: a field is wrong.
            ConflictError: it was changed elsewhere in between.
            DomainError: it is gone.
        """
        document_id = self.edition(number).document_id
        draft = validate(DocumentEditionDraft, {**values, "document_id": document_id})
        with self._store.write("Ausgabe geändert") as unit:
            edition = find(unit, DocumentEdition, number)
            expect(edition, version)
            apply(edition, draft)

    def checked(self, editions: Collection[int]) -> None:
        """Note that editions were compared with their source today and still hold.

        Raises:
            DomainError: one is gone.
        """
        with self._store.write("Unterlagen geprüft") as unit:
            for number in sorted(editions):
                edition = find(unit, DocumentEdition, number)
                document = find(unit, Document, edition.document_id)
                edition.checked_on, edition.checked_by = clock.today(), _user(unit)
                edition.review_on = months_after(clock.today(), document.review_months)

    def put_away(self, number: int, *, back: bool = False) -> None:
        """Take a paper out of use, or back into it.

        Raises:
            DomainError: it is gone.
        """
        action = "Unterlage wieder aufgenommen" if back else "Unterlage abgelegt"
        with self._store.write(action) as unit:
            find(unit, Document, number).active = back

    def remove(self, edition: int) -> None:
        """Delete an edition that nobody was given; what it replaced holds again.

        Raises:
            DomainError: it is gone, or somebody has it.
        """
        with self._store.write("Ausgabe gelöscht") as unit:
            found = find(unit, DocumentEdition, edition)
            given = select(HandOutItem.id).where(col(HandOutItem.edition_id) == edition)
            if unit.exec(given).first() is not None:
                raise DomainError(HANDED_OUT)
            before = select(DocumentEdition).where(col(DocumentEdition.successor_id) == edition)
            for one in unit.exec(before).all():
                one.successor_id, one.replaced_on = found.successor_id, found.replaced_on
            unit.flush()
            unit.delete(found)

    def tidy(self) -> int:
        """Let go of bytes that nothing names any more; returns how many papers went."""
        with self._store.read() as connection:
            needed = document_file.named(connection)
        return self._papers.tidy(needed)

    def _kept_rows(self, as_of: dt.date) -> _Kept:
        """All papers, kept until a step is made or a file comes or goes."""
        held = self._papers.held()
        state = (self._store.state(), as_of, held)
        if self._kept is None or self._kept.state != state:
            with self._store.read() as connection:
                rows = documents.documents(connection, as_of, held)
                owners = documents.owners(connection, held)
            self._kept = _Kept(state, rows, tuple(map(_own_words, rows)), owners)
        return self._kept

    def _with_excerpts(
        self, rows: list[DocumentRow], numbers: Mapping[int, tuple[int, str]], text: str
    ) -> tuple[DocumentRow, ...]:
        """The first rows with the line in which the words stand, the others without."""
        shown = {row.id: numbers[row.id][1] for row in rows[:SHOWN] if row.id in numbers}
        found = self._papers.excerpts(shown.values(), text)
        first = (
            replace(row, excerpt=found.get(shown[row.id])) if row.id in shown else row
            for row in rows[:SHOWN]
        )
        return (*first, *rows[SHOWN:])


SHOWN = 20
"""Papers whose excerpt is read at once; who finds more narrows the search."""


class _Kept(NamedTuple):
    """The papers as they stood at one state, their own folded words, and whose bytes are whose."""

    state: object
    rows: tuple[DocumentRow, ...]
    words: tuple[str, ...]
    owners: Mapping[str, tuple[int, str]]


def _numbers_of(
    owners: Mapping[str, tuple[int, str]], digests: Sequence[str]
) -> dict[int, tuple[int, str]]:
    """Rank and digest by the number of the paper whose edition was found."""
    found: dict[int, tuple[int, str]] = {}
    for rank, digest in enumerate(digests):
        if digest in owners:
            found.setdefault(owners[digest][0], (rank, digest))
    return found


def _own_words(row: DocumentRow) -> str:
    """Folded words of title, keywords, issuer and purpose, a blank before each."""
    return " " + fold(" ".join((row.title, row.keywords, row.issuer, row.county, row.why)))


def _add(unit: Unit, draft: DocumentDraft) -> int:
    document = Document(**draft.model_dump())
    unit.add(document)
    unit.flush()
    return int(document.id or 0)


def _add_edition(unit: Unit, choice: Choice) -> int:
    found = choice.found
    if found.text is None:
        raise DomainError(found.refused)
    if isinstance(choice.document, int):
        document = find(unit, Document, choice.document)
        document.active = True
    else:
        document = find(unit, Document, _add(unit, validate(DocumentDraft, choice.document)))
    draft = validate(DocumentEditionDraft, {**choice.values, "document_id": document.id})
    today = clock.today()
    edition = DocumentEdition(
        **draft.model_dump(),
        file_name=found.name,
        digest=found.text.digest,
        format=found.text.kind,
        size=found.size,
        readable=found.text.readable,
        whole=found.text.whole,
        added_on=today,
    )
    edition.review_on = edition.review_on or months_after(today, document.review_months)
    edition.checked_on = edition.checked_on or today
    edition.checked_by = edition.checked_by or _user(unit)
    before = select(DocumentEdition).where(
        col(DocumentEdition.document_id) == document.id, col(DocumentEdition.successor_id).is_(None)
    )
    replaced = unit.exec(before).all()
    unit.add(edition)
    unit.flush()
    for one in replaced:
        one.successor_id, one.replaced_on = edition.id, edition.valid_from or today
    return int(edition.id or 0)


def _user(unit: Unit) -> str:
    user = unit.get(User, unit.user_id) if unit.user_id is not None else None
    return user.name if user is not None else ""
