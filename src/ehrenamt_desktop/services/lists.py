"""Everything the screen reads: lists, records, the day; usable before the first paint.

Each list is imported when it is first asked for: the window starts with one of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.rules.filter_groups import GUARDIAN_ENDS
from ehrenamt_desktop.model.sheets import BoardCuts
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import listing

if TYPE_CHECKING:
    from ehrenamt_desktop.model.calls import CallRow
    from ehrenamt_desktop.model.enums import TermKind
    from ehrenamt_desktop.model.legal import LegalRow
    from ehrenamt_desktop.model.paper_rows import OfficeInfo
    from ehrenamt_desktop.model.placement_board import BoardColumn
    from ehrenamt_desktop.model.placement_detail import PlacementDetail
    from ehrenamt_desktop.model.rows import (
        DayLoad,
        DayOverview,
        FollowUpRow,
        InitiativeDetail,
        InitiativeRow,
        OfferDetail,
        OfferRow,
        PersonDetail,
        PersonRow,
        PlacementRow,
        PlaceRow,
        PostingRow,
        TalkDetail,
        TermRow,
    )
    from ehrenamt_desktop.model.unsaved import Unsaved

Row = TypeVar("Row")
GONE = "Dieser Datensatz ist nicht mehr vorhanden. Bitte aktualisieren Sie die Liste."

FIRST_DUE = 25
"""Reminders of a day read and shown at once; more on demand, so a neglected list opens at once."""

PROOFS_ENDING: Mapping[str, tuple[str, ...]] = {"proof": ("ending", "expired")}
"""People with a proof that runs out soon, or has."""

CONSENTS_ENDING: Mapping[str, tuple[str, ...]] = {"consent": (GUARDIAN_ENDS,)}
"""People whose guardian agreed and who come of age, so that their own consent is needed."""

POSTINGS_DUE: Mapping[str, tuple[str, ...]] = {"hanging": ("due",)}
"""Sheets that hang longer than they should."""

DOCUMENTS_DUE: Mapping[str, tuple[str, ...]] = {"state": ("expired", "review")}
"""Papers of the library that have run out or are to be looked at again."""


class Source(Generic[Row]):
    """One list: numbers for a question, rows for numbers.

    Typing only narrows what the list shows without words. Those numbers are kept in their order
    until something is written, here or by another program, so that a keystroke asks the search
    table alone.
    """

    def __init__(
        self,
        store: Store,
        spec: listing.ListSpec,
        read: Callable[[Any, Sequence[int]], list[Row]],
    ) -> None:
        self._store = store
        self._spec = spec
        self._read = read
        self._kept: tuple[object, list[int]] = (None, [])

    def ids(self, query: ListQuery) -> list[int]:
        """The numbers of all records that answer `query`, in its order."""
        spec = self._spec
        with self._store.read() as connection:
            if not spec.search or not query.text.strip():
                return self._all(connection, query)
            found = listing.hits(connection, spec.search, query.text)
            if not found:
                return []
            return listing.among(self._all(connection, query), found)

    def _all(self, connection: Any, query: ListQuery) -> list[int]:
        """The numbers without the words of a list that has a search table."""
        plain = query._replace(text="") if self._spec.search else query
        key = (plain, self._store.state(), as_of := _today())
        kept, found = self._kept
        if kept != key:
            found = listing.ids(connection, self._spec, plain, {"as_of": as_of})
            self._kept = key, found
        return found

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """The rows of the given numbers, in that order; records that are gone are left out."""
        with self._store.read() as connection:
            return self._read(connection, ids)

    def total(self) -> int:
        """How many records there are without archived ones."""
        with self._store.read() as connection:
            return listing.total(connection, self._spec)


class Lists:
    """The reading side of an open office."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def people(self) -> Source[PersonRow]:
        """The list of people."""
        from ehrenamt_desktop.store.reads import people

        return Source(self._store, people.SPEC, people.rows)

    @cached_property
    def initiatives(self) -> Source[InitiativeRow]:
        """The list of initiatives."""
        from ehrenamt_desktop.store.reads import initiatives

        return Source(
            self._store,
            initiatives.SPEC,
            lambda connection, ids: initiatives.rows(connection, ids, _today()),
        )

    @cached_property
    def offers(self) -> Source[OfferRow]:
        """The list of offers."""
        from ehrenamt_desktop.store.reads import offers

        return Source(
            self._store,
            offers.SPEC,
            lambda connection, ids: offers.rows(connection, ids, _today()),
        )

    @cached_property
    def placements(self) -> Source[PlacementRow]:
        """The list of placements."""
        from ehrenamt_desktop.store.reads import placements

        return Source(self._store, placements.SPEC, placements.rows)

    @cached_property
    def postings(self) -> Source[PostingRow]:
        """The list of papers."""
        from ehrenamt_desktop.store.reads import postings

        return Source(self._store, postings.SPEC, postings.rows)

    def person(self, number: int) -> PersonDetail:
        """A person as the record pane shows it.

        Raises:
            DomainError: the person is gone.
        """
        from ehrenamt_desktop.store.reads import details

        with self._store.read() as connection:
            found = details.person(connection, number, clock.today())
        return _present(found)

    def initiative(self, number: int) -> InitiativeDetail:
        """An initiative as the record pane shows it.

        Raises:
            DomainError: the initiative is gone.
        """
        from ehrenamt_desktop.store.reads import details

        with self._store.read() as connection:
            found = details.initiative(connection, number, clock.today())
        return _present(found)

    def offer(self, number: int) -> OfferDetail:
        """An offer as the record pane shows it.

        Raises:
            DomainError: the offer is gone.
        """
        from ehrenamt_desktop.store.reads import details

        with self._store.read() as connection:
            found = details.offer(connection, number, clock.today())
        return _present(found)

    def placement_board(self, text: str = "") -> tuple[BoardColumn, ...]:
        """The placements under way by state, with those that ended lately; `text` narrows them.

        Those due next come first, of the ended ones the latest.
        """
        from ehrenamt_desktop.model.enums import PlacementState
        from ehrenamt_desktop.model.placement_board import SHOWN, BoardColumn
        from ehrenamt_desktop.store.reads import bookings

        made = []
        for state in PlacementState:
            ended = state is PlacementState.ENDED
            filters = {"state": (state.value,), "recent": ("yes",)}
            sort = "since" if ended else "next_due"
            found = self.placements.ids(ListQuery(text, sort, descending=ended, filters=filters))
            rows = self.placements.rows(found[:SHOWN])
            with self._store.read() as connection:
                told = bookings.double_booked(
                    connection, [one.person_id for one in rows], [one.id for one in rows]
                )
            made.append(BoardColumn(state, len(found), tuple(rows), told))
        return tuple(made)

    def placement(self, number: int) -> PlacementDetail:
        """A placement as its pane shows it.

        Raises:
            DomainError: the placement is gone.
        """
        from ehrenamt_desktop.store.reads import placement_detail

        with self._store.read() as connection:
            found = placement_detail.placement(connection, number, clock.today())
        return _present(found)

    def talk(self, number: int) -> TalkDetail:
        """A talk as its form edits it.

        Raises:
            DomainError: the talk is gone.
        """
        from ehrenamt_desktop.model.enums import Kind
        from ehrenamt_desktop.model.rows import TalkDetail
        from ehrenamt_desktop.store.reads import parts

        with self._store.read() as connection:
            values = _present(parts.record(connection, Kind.INTERACTION, number))
        return TalkDetail(number, values["version"], values)

    def unsaved(self) -> tuple[Unsaved, ...]:
        """Forms that were not kept when the program ended, the latest first."""
        from ehrenamt_desktop.store.reads import unsaved

        with self._store.read() as connection:
            return unsaved.unsaved(connection)

    def day_load(self, day: dt.date, but: int | None = None) -> DayLoad:
        """How many appointments, `but` one, and reminders fall on a day."""
        from ehrenamt_desktop.store.reads import work

        with self._store.read() as connection:
            return work.day_load(connection, day, but)

    def overview(
        self, as_of: dt.date | None = None, days: int = 14, first: int = FIRST_DUE
    ) -> DayOverview:
        """What the start page shows; of the reminders up to `days` ahead the `first`."""
        from ehrenamt_desktop.store.reads import documents, work

        today = as_of or clock.today()
        with self._store.read() as connection:
            found = work.overview(connection, today, days, first)
            papers = documents.due(connection, today)
        return found._replace(
            documents_due=papers,
            proofs_ending=len(self.people.ids(ListQuery(filters=PROOFS_ENDING))),
            consents_ending=len(self.people.ids(ListQuery(filters=CONSENTS_ENDING))),
            postings_due=len(self.postings.ids(ListQuery(filters=POSTINGS_DUE))),
        )

    def follow_ups(self, as_of: dt.date | None = None, days: int = 14) -> tuple[FollowUpRow, ...]:
        """Open reminders due up to `days` ahead, the oldest first."""
        from ehrenamt_desktop.store.reads import work

        until = (as_of or clock.today()) + dt.timedelta(days=days)
        condition = "r.done_on IS NULL AND r.due_on <= :until"
        with self._store.read() as connection:
            return work.follow_ups(connection, condition, {"until": until.isoformat()})

    def own_words(self, field: str) -> tuple[str, ...]:
        """What was written into a field of a person before, the most frequent first."""
        from ehrenamt_desktop.store.reads import own_words

        with self._store.read() as connection:
            return own_words.own_words(connection, field)

    def calls(self) -> tuple[CallRow, ...]:
        """Call notes that wait, the oldest first."""
        from ehrenamt_desktop.store.reads import calls

        with self._store.read() as connection:
            return calls.waiting(connection)

    def places(self) -> tuple[PlaceRow, ...]:
        """All places, the association's own first."""
        from ehrenamt_desktop.store.reads import catalogue

        with self._store.read() as connection:
            return catalogue.places(connection)

    def municipalities(self) -> tuple[str, ...]:
        """The municipalities of the association, by name."""
        return tuple(sorted({place.municipality for place in self.places() if place.member}))

    def board_places(self, as_of: dt.date | None = None) -> tuple[PlaceRow, ...]:
        """The places that have offers to pin up on `as_of`."""
        from ehrenamt_desktop.store.reads import catalogue
        from ehrenamt_desktop.store.reads.papers import ON_BOARD

        day = (as_of or clock.today()).isoformat()
        with self._store.read() as connection:
            return catalogue.board_places(connection, day, ON_BOARD)

    def board_cuts(self, as_of: dt.date | None = None) -> BoardCuts:
        """Places, municipalities and fields that have offers to pin up on `as_of`."""
        from ehrenamt_desktop.store.reads import boards
        from ehrenamt_desktop.store.reads.papers import board_cuts

        day = as_of or clock.today()
        with self._store.read() as connection:
            towns, areas = board_cuts(connection, day)
            cases = tuple((row.id, row.label) for row in boards.rows(connection, day))
        return BoardCuts(self.board_places(day), towns, areas, cases)

    def terms(self, kind: TermKind | None = None) -> tuple[TermRow, ...]:
        """The terms of one kind, or all."""
        from ehrenamt_desktop.store.reads import catalogue

        with self._store.read() as connection:
            return catalogue.terms(connection, kind)

    def law(self, as_of: dt.date | None = None) -> tuple[LegalRow, ...]:
        """The figures of law that hold on `as_of`."""
        from ehrenamt_desktop.store.reads import catalogue

        with self._store.read() as connection:
            return catalogue.law(connection, as_of or clock.today())

    def office_info(self) -> OfficeInfo:
        """The office as it stands on papers."""
        from ehrenamt_desktop.store.reads import catalogue

        with self._store.read() as connection:
            return catalogue.office_info(connection)

    def setting(self, key: str) -> Any:
        """A setting's value, or None if it was never set."""
        from ehrenamt_desktop.store.reads import catalogue

        with self._store.read() as connection:
            return catalogue.setting(connection, key)


def _today() -> str:
    return clock.today().isoformat()


def _present(found: Row | None) -> Row:
    if found is None:
        raise DomainError(GONE)
    return found
