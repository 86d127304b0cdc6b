"""Frozen rows that services hand out: what lists and record panes show.

Nothing here can be changed and nothing reaches back into the store. A `…Row` feeds a list, a
`…Detail` the pane beside it; `values` holds the fields of the draft by key, as the form edits them.
Named tuples, because the window starts with them: a data class takes seven times as long to make.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from ehrenamt_desktop.model.enums import (
    ConsentForm,
    ConsentScope,
    EndReason,
    FollowUpKind,
    FollowUpResult,
    Freshness,
    InitiativeStatus,
    InitiativeType,
    InteractionKind,
    InteractionState,
    Kind,
    Level,
    OfferKind,
    OfferStage,
    PaperKind,
    PersonStage,
    PlacementState,
    TalkChannel,
    TermKind,
)
from ehrenamt_desktop.model.founding_rows import FoundingRow, InterestRow
from ehrenamt_desktop.model.legal import LegalHint
from ehrenamt_desktop.model.passed import PassedRow
from ehrenamt_desktop.model.text import count

SATURDAY = 5
"""Its number in the week."""

TOWNS = frozenset({"Sontra"})
"""Seats that are towns; the others are villages."""


class PlaceRow(NamedTuple):
    """A place; distances are measured between lat/lon (degrees)."""

    id: int
    name: str
    municipality: str
    county: str
    postal_code: str
    area_code: str
    lat: float | None
    lon: float | None
    member: bool

    @property
    def label(self) -> str:
        """`Ulfen (Sontra)`; a seat is `Sontra (Kernstadt)` or `Herleshausen (Kernort)`."""
        if not self.member:
            return self.name
        seat = "Kernstadt" if self.name in TOWNS else "Kernort"
        return f"{self.name} ({seat if self.name == self.municipality else self.municipality})"


class TermRow(NamedTuple):
    """A word of an open vocabulary."""

    id: int
    kind: TermKind
    code: str
    label: str
    synonyms: tuple[str, ...]
    parent_id: int | None
    active: bool = True


class PersonRow(NamedTuple):
    """A person in a list; age and working status stay out by default.

    `gaps` is what is still to be asked, as `rules.completeness.bits` counts.
    """

    id: int
    last_name: str
    first_name: str
    place: str
    municipality: str
    stage: PersonStage
    last_contact_on: dt.date | None
    phone: str
    email: str
    created_on: dt.date
    gaps: int = 0


class InitiativeRow(NamedTuple):
    """An initiative in a list."""

    id: int
    name: str
    type: InitiativeType | None
    place: str
    municipality: str
    status: InitiativeStatus
    contact: str
    phone: str
    email: str
    open_offers: int
    running: int
    last_contact_on: dt.date | None


class OfferRow(NamedTuple):
    """An offer in a list."""

    id: int
    title: str
    initiative_id: int
    initiative: str
    place: str
    municipality: str
    area: str
    stage: OfferStage
    free: int | None
    total: int | None
    confirmed_on: dt.date | None
    valid_until: dt.date | None
    freshness: Freshness
    kind: OfferKind


class PlacementRow(NamedTuple):
    """A placement in a list."""

    id: int
    person_id: int
    person: str
    offer_id: int
    offer: str
    initiative: str
    state: PlacementState
    proposed_on: dt.date
    since: dt.date
    next_due: dt.date | None
    end_reason: EndReason | None


class FollowUpRow(NamedTuple):
    """Something to do; `title` names it, `detail` the second line."""

    id: int
    kind: FollowUpKind
    due_on: dt.date
    title: str
    detail: str
    person_id: int | None
    initiative_id: int | None
    offer_id: int | None
    placement_id: int | None
    posting_id: int | None
    done_on: dt.date | None = None
    result: FollowUpResult | None = None
    programme_id: int | None = None


class InteractionRow(NamedTuple):
    """A talk, call or appointment."""

    id: int
    kind: InteractionKind
    state: InteractionState
    on: dt.date
    at: dt.time | None
    minutes: int | None
    place: str
    subject: str
    note: str
    who: str
    person_id: int | None
    initiative_id: int | None
    channel: TalkChannel | None = None
    paper: int | None = None


class PostingRow(NamedTuple):
    """A paper this program made; a list with personal data has a purpose and an end."""

    id: int
    kind: PaperKind
    title: str
    place: str
    rows: int
    printed_on: dt.date
    take_down_on: dt.date | None
    taken_down_on: dt.date | None
    path: str
    purpose: str = ""
    delete_on: dt.date | None = None
    deleted_on: dt.date | None = None


class TermValue(NamedTuple):
    """A chosen term of a person (`relation`) or an offer (`role`), by its enum's value."""

    term_id: int
    kind: TermKind
    label: str
    relation: str
    level: Level | None = None


class CredentialRow(NamedTuple):
    """A proof of a person."""

    id: int
    term_id: int
    label: str
    held: bool
    issued_on: dt.date | None
    valid_until: dt.date | None
    verified_on: dt.date | None
    verified_by: str = ""


class ConsentRow(NamedTuple):
    """A consent."""

    id: int
    scope: ConsentScope
    given_on: dt.date
    form: ConsentForm
    by_guardian: bool
    guardian_name: str
    recipient: str
    withdrawn_on: dt.date | None
    text_version: str = ""


class ContactRow(NamedTuple):
    """Somebody who speaks for an initiative; `values` as the form edits them."""

    id: int
    version: int
    name: str
    function: str
    phone: str
    email: str
    deputy: bool
    values: Mapping[str, object] = MappingProxyType({})
    publish_consent_on: dt.date | None = None


class HistoryRow(NamedTuple):
    """One line of a record's course: a status, a talk or a placement.

    A talk carries its number and state, and as `facts` its time, length and place; a letter the
    number of its paper.
    """

    on: dt.date
    kind: Kind
    title: str
    detail: str
    number: int | None = None
    state: InteractionState | None = None
    facts: str = ""
    paper: int | None = None


class TalkDetail(NamedTuple):
    """A talk as its form edits it."""

    id: int
    version: int
    values: Mapping[str, object]


class DayLoad(NamedTuple):
    """How full a day is: appointments and reminders that fall on it."""

    day: dt.date
    talks: int
    follow_ups: int

    @property
    def sentence(self) -> str:
        """`An diesem Tag: 3 Termine, 2 Nachfragen`."""
        parts = (
            count(self.talks, "Termin", "Termine") if self.talks else "",
            count(self.follow_ups, "Nachfrage", "Nachfragen") if self.follow_ups else "",
        )
        words = ", ".join(part for part in parts if part)
        weekend = " Es ist ein Wochenende." if self.day.weekday() >= SATURDAY else ""
        return f"An diesem Tag: {words or 'noch nichts'}.{weekend}"


class PersonDetail(NamedTuple):
    """All that the record pane of a person shows."""

    id: int
    version: int
    row: PersonRow
    values: Mapping[str, object]
    place: PlaceRow | None
    terms: tuple[TermValue, ...]
    credentials: tuple[CredentialRow, ...]
    consents: tuple[ConsentRow, ...]
    placements: tuple[PlacementRow, ...]
    follow_ups: tuple[FollowUpRow, ...]
    history: tuple[HistoryRow, ...]
    handover_refusal: str | None
    trashed_on: dt.date | None = None
    interests: tuple[InterestRow, ...] = ()
    legal_hints: tuple[LegalHint, ...] = ()
    passed: tuple[PassedRow, ...] = ()


class InitiativeDetail(NamedTuple):
    """All that the record pane of an initiative shows."""

    id: int
    version: int
    row: InitiativeRow
    values: Mapping[str, object]
    place: PlaceRow | None
    contacts: tuple[ContactRow, ...]
    offers: tuple[OfferRow, ...]
    placements: tuple[PlacementRow, ...]
    follow_ups: tuple[FollowUpRow, ...]
    history: tuple[HistoryRow, ...]
    trashed_on: dt.date | None = None
    founding: tuple[FoundingRow, ...] = ()
    interests: tuple[InterestRow, ...] = ()


class OfferDetail(NamedTuple):
    """All that the record pane of an offer shows; `elsewhere` is the same in other villages.

    `helped_until` is the last day on which the helped person's name may be kept, once help ended.
    """

    id: int
    version: int
    row: OfferRow
    values: Mapping[str, object]
    place: PlaceRow | None
    terms: tuple[TermValue, ...]
    contacts: tuple[ContactRow, ...]
    placements: tuple[PlacementRow, ...]
    follow_ups: tuple[FollowUpRow, ...]
    history: tuple[HistoryRow, ...]
    trashed_on: dt.date | None = None
    elsewhere: tuple[OfferRow, ...] = ()
    helped_until: dt.date | None = None


class TrashRow(NamedTuple):
    """A record in the trash; `body` is an offer's initiative, `since` the office's time."""

    kind: Kind
    id: int
    name: str
    body: str
    place: str
    since: dt.datetime


class DayOverview(NamedTuple):
    """What the start page shows; `confirmed` counts open offers by freshness.

    Of the reminders that are `waiting`, `follow_ups` are the first; `overdue` and `due_today` count
    all of them.
    """

    day: dt.date
    follow_ups: tuple[FollowUpRow, ...]
    waiting: int
    overdue: int
    due_today: int
    appointments: tuple[InteractionRow, ...]
    people_without_proposal: int
    offers_to_confirm: int
    open_proposals: int
    running_placements: int
    done_this_month: int
    due_this_month: int
    confirmed: Mapping[Freshness, int]
    proofs_ending: int = 0
    consents_ending: int = 0
    postings_due: int = 0
    documents_due: int = 0
