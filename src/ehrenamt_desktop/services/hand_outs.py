"""Papers handed out: suggested with the reason, packed, remembered, and called back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.documents import DocumentRow
from ehrenamt_desktop.model.enums import (
    DocumentAudience,
    DocumentState,
    HandOutWay,
    InteractionKind,
    Kind,
    Mark,
    PaperKind,
    PlacementState,
)
from ehrenamt_desktop.model.hand_out import (
    Facts,
    Given,
    HandOutRow,
    HolderRow,
    Packed,
    PackWish,
    Rule,
    Suggestion,
    Whom,
)
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.document import HandOut, HandOutItem
from ehrenamt_desktop.model.records.initiative import Initiative
from ehrenamt_desktop.model.records.person import Person
from ehrenamt_desktop.model.records.placement import Interaction
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.model.rules.documents import may_be_handed_out
from ehrenamt_desktop.model.rules.hand_out import Ground, grounds
from ehrenamt_desktop.model.rules.recognition import Honour, chance
from ehrenamt_desktop.model.text import count, cut
from ehrenamt_desktop.services.forms import NOTICE, FormFor, Forms
from ehrenamt_desktop.services.hand_out_papers import NEWER, HandOutPapers, Paper
from ehrenamt_desktop.services.library import Library
from ehrenamt_desktop.services.lists import GONE, Lists
from ehrenamt_desktop.services.papers import expect_suffix
from ehrenamt_desktop.services.records import find, find_free
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import engagements
from ehrenamt_desktop.store.reads import hand_out as reads
from ehrenamt_desktop.store.unit import Unit

NOTHING = "Bitte wählen Sie mindestens eine Unterlage."
NOBODY = "Niemand hat eine alte Ausgabe, die ausgetauscht werden kann."
NOT_NOW = "„{title}“ kann nicht ausgehändigt werden: {why}. Bitte wählen Sie sie ab."
_SUFFIX = {HandOutWay.MAIL: ".eml"}
_INTERACTIONS = {HandOutWay.POST: InteractionKind.LETTER, HandOutWay.MAIL: InteractionKind.EMAIL}
_AUDIENCES: Mapping[Kind, tuple[DocumentAudience, ...]] = {
    Kind.PERSON: (DocumentAudience.VOLUNTEERS, DocumentAudience.EVERYONE),
    Kind.PLACEMENT: (DocumentAudience.VOLUNTEERS, DocumentAudience.EVERYONE),
    Kind.INITIATIVE: (DocumentAudience.INITIATIVES, DocumentAudience.EVERYONE),
    Kind.OFFER: (
        DocumentAudience.INITIATIVES, DocumentAudience.EVERYONE, DocumentAudience.VOLUNTEERS,
    ),
}  # fmt: skip
"""Whose papers are suggested; an offer's body gives its volunteers their forms too."""


class HandOuts:
    """Use cases on handing out papers."""

    def __init__(self, store: Store, library: Library, forms: Forms) -> None:
        self._store = store
        self._library = library
        self._forms = forms
        self._made = HandOutPapers(store)

    def suggest(self, whom: Whom) -> tuple[Suggestion, ...]:
        """The papers for somebody, those with a reason first, then all others in use.

        Raises:
            DomainError: they are gone.
        """
        today = clock.today()
        rows = self._library.rows(today)
        with self._store.read() as connection:
            facts = _facts(connection, whom, today)
            rules = reads.rules(connection)
            given = reads.given(connection, facts)
        facts = facts._replace(card=self._card(facts))
        by_paper: dict[int, list[Rule]] = {}
        for rule in rules:
            by_paper.setdefault(rule.document_id, []).append(rule)
        found = []
        for row in rows:
            if row.state is DocumentState.ARCHIVED or row.audience is DocumentAudience.OFFICE:
                continue
            meant = row.audience in _AUDIENCES[whom.kind]
            why = grounds(facts, by_paper.get(row.id, ()), row.county) if meant else ()
            found.append(self._suggestion(row, why, given, facts))
        order = {True: 0, False: 1}
        return tuple(sorted(found, key=lambda one: order[bool(one.reasons)]))

    def pack(self, wish: PackWish, path: Path) -> Packed:
        """Make letter and papers, and remember what was handed out, together or not at all.

        Args:
            wish: for whom, which papers in which order, by which way.
            path: the PDF; for an e-mail the `.eml`, for a folder where the new folder is made.

        Raises:
            DomainError: nothing is chosen, a paper may not be handed out, somebody is gone,
                restricted or archived, or an address is missing; nothing is made.
            StoreUnavailable: the file cannot be written.
        """
        if wish.way is not HandOutWay.FOLDER:
            expect_suffix(path, _SUFFIX.get(wish.way, ".pdf"))
        self._store.hold()
        facts = self._of(wish.whom)
        papers = self._papers(wish.documents, wish.whom, facts)
        with self._store.write("Unterlagen ausgehändigt") as unit:
            _expect(unit, facts)
            given = _remember(unit, wish, facts, papers, self._forms)
            made, beside = self._write(wish, facts, papers, path)
            posting = unit.get(Posting, given.posting_id)
            if posting is not None:
                posting.path = str(made.absolute())
            return Packed(int(given.id or 0), made, len(papers), beside)

    def course(self, whom: Whom) -> tuple[HandOutRow, ...]:
        """What a person or initiative was given, the latest first."""
        with self._store.read() as connection:
            return reads.course(connection, whom)

    def holders(self, document: int | None = None) -> tuple[HolderRow, ...]:
        """Who holds an edition that no longer counts, the weightiest first."""
        today = clock.today()
        forms = {row.id: self._forms.version(row.own_form) for row in self._library.rows(today)
                 if row.own_form and row.edition_id is None}  # fmt: skip
        with self._store.read() as connection:
            return reads.holders(connection, today, forms, document)

    def recall(
        self, items: Iterable[int], path: Path, progress: Progress = QUIET
    ) -> tuple[int, tuple[str, ...]]:
        """Letters with the new editions to those who hold old ones, as one PDF and one step.

        Args:
            items: numbers of `HolderRow`.
            path: the PDF.
            progress: told for each letter.

        Returns:
            How many letters there are, and who gets none, with the reason.

        Raises:
            DomainError: nobody can get one.
            Cancelled: the user stopped; nothing was made.
            StoreUnavailable: the file cannot be written.
        """
        expect_suffix(path, ".pdf")
        self._store.hold()
        wanted = set(items)
        by_whom: dict[Whom, list[HolderRow]] = {}
        for row in self.holders():
            if row.id in wanted:
                by_whom.setdefault(row.whom, []).append(row)
        packs: list[tuple[bytes, Sequence[Paper]]] = []
        refused: list[str] = []
        with self._store.write("Alte Ausgaben ausgetauscht") as unit:
            for place, (whom, rows) in enumerate(by_whom.items()):
                progress.step(place, len(by_whom), f"Brief {place + 1} von {len(by_whom)}")
                wish = PackWish(
                    whom, tuple(one.document_id for one in rows), HandOutWay.POST,
                    tuple(one.id for one in rows),
                )  # fmt: skip
                try:
                    facts = self._of(whom)
                    _expect(unit, facts)
                    papers = self._papers(wish.documents, whom, facts)
                    letter = self._made.letter(facts, papers, NEWER, posted=True)
                except DomainError as error:
                    refused.append(f"{rows[0].name}: {error.sentence}")
                    continue
                _remember(unit, wish, facts, papers, self._forms, path)
                packs.append((letter, papers))
            if not packs:
                raise DomainError(refused[0] if refused else NOBODY)
            self._made.one_file(path, packs)
            progress.step(len(by_whom), len(by_whom))
        return len(packs), tuple(refused)

    def _of(self, whom: Whom) -> Facts:
        with self._store.read() as connection:
            return _facts(connection, whom, clock.today())

    def _card(self, facts: Facts) -> bool:
        """Whether the Ehrenamts-Card is possible now, as far as is known."""
        if facts.person_id is None:
            return False
        today = clock.today()
        figures = {row.key: row for row in Lists(self._store).law() if row.mark is Mark.VERIFIED}
        with self._store.read() as connection:
            began = engagements.began(connection, facts.person_id, today.isoformat())
        if not any(one.runs(today) for one in began):
            return False
        found = chance(facts.county, began, figures, today)
        return found is not None and found.honour is not Honour.CARD_SOON

    def _suggestion(
        self, row: DocumentRow, why: Sequence[Ground], given: Sequence[Given], facts: Facts
    ) -> Suggestion:
        form = row.own_form if row.edition_id is None else ""
        version = self._forms.version(form) if form else ""
        held = next(
            (one.on for one in given if one.document_id == row.id
             and one.edition_id == row.edition_id and (not form or one.form_version == version)),
            None,
        )  # fmt: skip
        return Suggestion(
            row.id, row.title, row.state, row.edition or version, row.edition_id, form, row.format,
            tuple(one.sentence for one in why), all(one.sure for one in why), held,
            _missing(row) or self._forms.lacking(form, facts.person_id),
        )  # fmt: skip

    def _papers(self, documents: Sequence[int], whom: Whom, facts: Facts) -> tuple[Paper, ...]:
        if not documents:
            raise DomainError(NOTHING)
        rows = {row.id: row for row in self._library.rows(clock.today())}
        found = []
        for number in dict.fromkeys(documents):
            row = rows.get(number)
            if row is None:
                raise DomainError(GONE)
            form = row.own_form if row.edition_id is None else ""
            why = _missing(row) or self._forms.lacking(form, facts.person_id)
            if why:
                raise DomainError(NOT_NOW.format(title=row.title, why=why))
            if row.edition_id is not None:
                data, kind, edition = self._library.content(row.edition_id), row.format, row.edition
            else:
                data, kind = self._forms.make(row.own_form, _form_for(whom, facts)), "pdf"
                edition = self._forms.version(row.own_form)
            found.append(Paper(row.id, row.title, edition, row.edition_id, kind, data, form))
        return tuple(found)

    def _write(
        self, wish: PackWish, facts: Facts, papers: Sequence[Paper], path: Path
    ) -> tuple[Path, tuple[Path, ...]]:
        if wish.way is HandOutWay.MAIL:
            self._made.message(path, facts, papers)
            return path, ()
        letter = self._made.letter(facts, papers, posted=wish.way is HandOutWay.POST)
        if wish.way is HandOutWay.FOLDER:
            return self._made.folder(path, letter, papers), ()
        return path, self._made.one_file(path, [(letter, papers)])


def _facts(connection: object, whom: Whom, today: dt.date) -> Facts:
    if whom.kind is Kind.PERSON:
        found = reads.person_facts(connection, whom.number, today)
    elif whom.kind is Kind.PLACEMENT:
        found = reads.placement_facts(connection, whom.number, today)
    elif whom.kind is Kind.OFFER:
        found = reads.offer_facts(connection, whom.number)
    else:
        found = reads.initiative_facts(connection, whom.number)
    if found is None:
        raise DomainError(GONE)
    return found


def _missing(row: DocumentRow) -> str:
    """Why a paper is not handed out today; "" if it is."""
    if not may_be_handed_out(row.state):
        return row.state.label
    return "" if row.there else "die Datei fehlt"


def _expect(unit: Unit, facts: Facts) -> None:
    if facts.person_id is not None:
        find_free(unit, facts.person_id)
    else:
        find(unit, Initiative, facts.initiative_id or 0)


def _form_for(whom: Whom, facts: Facts) -> FormFor:
    """What a form is filled in with: the task too, where there is no doubt which it is."""
    tasks = [one for one in facts.tasks if one.state is not PlacementState.ENDED]
    meant = whom.kind in (Kind.OFFER, Kind.PLACEMENT) or (
        whom.kind is Kind.PERSON and len(tasks) == 1
    )
    if not (meant and tasks):
        return FormFor(facts.person_id, facts.initiative_id)
    task = tasks[0]
    named = task.state in (PlacementState.PASSED_ON, PlacementState.RUNNING)
    return FormFor(
        facts.person_id, facts.initiative_id, task.offer_id, task.placement_id, named=named
    )


def _remember(
    unit: Unit,
    wish: PackWish,
    facts: Facts,
    papers: Sequence[Paper],
    forms: Forms,
    path: Path | None = None,
) -> HandOut:
    """Keep hand-out, its items, the paper and the line in the course."""
    whom: dict[str, Any] = {"person_id": facts.person_id, "initiative_id": facts.initiative_id}
    today, task = clock.today(), next(iter(facts.tasks), None)
    noun = Kind.PERSON if facts.person_id is not None else Kind.INITIATIVE
    number = facts.person_id if facts.person_id is not None else facts.initiative_id
    listed = ", ".join(one.words for one in papers)
    posting = Posting(
        kind=PaperKind.PACK, title=f"Unterlagen für {noun.label} Nr. {number}", rows=len(papers),
        printed_on=today, path=str(path.absolute()) if path else "", words=listed[:20_000], **whom,
    )  # fmt: skip
    unit.add(posting)
    unit.flush()
    given = HandOut(
        on=today, way=wish.way, posting_id=posting.id, **whom,
        placement_id=wish.whom.number if wish.whom.kind is Kind.PLACEMENT else None,
        offer_id=task.offer_id if task and wish.whom.kind in (Kind.OFFER, Kind.PLACEMENT) else None,
    )  # fmt: skip
    unit.add(given)
    unit.add(
        Interaction(
            kind=_INTERACTIONS.get(wish.way, InteractionKind.NOTE), on=today, posting_id=posting.id,
            subject=f"{count(len(papers), 'Unterlage', 'Unterlagen')} {wish.way.label}",
            note=cut(listed, 4000), **whom,
        )
    )  # fmt: skip
    unit.flush()
    for one in papers:
        version = one.edition if one.edition_id is None else ""
        unit.add(
            HandOutItem(
                hand_out_id=int(given.id or 0), document_id=one.document_id,
                edition_id=one.edition_id, form_version=version,
            )
        )  # fmt: skip
    for number in wish.replaces:
        find(unit, HandOutItem, number).replaced_by_id = given.id
    _note_notice(unit, facts, papers, forms)
    unit.flush()
    return given


def _note_notice(unit: Unit, facts: Facts, papers: Sequence[Paper], forms: Forms) -> None:
    """The notice of Art. 13 is noted with the person, where they had none of this version."""
    if facts.person_id is None or not any(one.form == NOTICE for one in papers):
        return
    person, version = find(unit, Person, facts.person_id), forms.version(NOTICE)
    if person.notice_version != version:
        person.notice_on, person.notice_version = clock.today(), version
