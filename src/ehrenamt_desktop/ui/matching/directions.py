"""The two ways to match, as data and calls: offers for a person, people for an offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.columns.offers import OFFER_COLUMNS
from ehrenamt_desktop.model.columns.people import PERSON_COLUMNS
from ehrenamt_desktop.model.enums import Kind, OfferStage, PersonStage
from ehrenamt_desktop.model.matches import MatchList, Side
from ehrenamt_desktop.model.rules.salutation import dative
from ehrenamt_desktop.ui.kit.field_specs import Lookup, SourceLookup
from ehrenamt_desktop.ui.kit.filter_bar import Filter, options_of
from ehrenamt_desktop.ui.kit.record_model import Source
from ehrenamt_desktop.ui.matching.subjects import (
    Subject,
    offer_label,
    offer_subject,
    person_label,
    person_subject,
)

if TYPE_CHECKING:
    from ehrenamt_desktop.services.office import Office
    from ehrenamt_desktop.ui.matching.expert import ExpertView


@dataclass(frozen=True, slots=True)
class Found:
    """A ranked list and whom it is for."""

    subject: Subject
    list: MatchList


class Direction:
    """One way to match.

    Attributes:
        key: name in object names, `offers` or `people`.
        subject_kind, other_kind: what is sought for, what is ranked.
        others: the words for one and for many of the ranked records.
        private_others: whether the ranked records are people.
        search: hint of the field the subject is chosen with.
        choose: the heading over the list to choose from.
        columns, filters, waiting: that list, and which records it shows at first.
        nobody: what is said when that list is empty.
        nothing: what is said when nothing fits.
    """

    key: ClassVar[str]
    subject_kind: ClassVar[Kind]
    other_kind: ClassVar[Kind]
    others: ClassVar[tuple[str, str]]
    private_others: ClassVar[bool]
    search: ClassVar[str]
    choose: ClassVar[str]
    columns: ClassVar[Sequence[Column[Any]]]
    filters: ClassVar[tuple[Filter, ...]]
    waiting: ClassVar[Mapping[str, tuple[str, ...]]]
    nobody: ClassVar[str]
    nothing: ClassVar[str]

    def source(self, office: Office) -> Source[Any]:
        """The list to choose from."""
        raise NotImplementedError

    def lookup(self, office: Office) -> Lookup:
        """Where the subject is found."""
        raise NotImplementedError

    def find(
        self, office: Office, number: int, top: int | None, search: str, view: ExpertView
    ) -> Found:
        """The ranked list for a subject, narrowed to what answers `search`, seen as `view` says."""
        raise NotImplementedError

    def other(self, office: Office, number: int) -> Subject:
        """One of the ranked records in full."""
        raise NotImplementedError

    def pairs(self, subject: int, others: Sequence[int]) -> list[tuple[int, list[int]]]:
        """People with the offers to propose to them."""
        raise NotImplementedError


class OffersForPerson(Direction):
    """Angebote für eine Person."""

    key = "offers"
    subject_kind = Kind.PERSON
    other_kind = Kind.OFFER
    others = ("Angebot", "Angebote")
    private_others = False
    search = "Person suchen …"
    choose = "Für wen suchen Sie ein Angebot?"
    columns = PERSON_COLUMNS
    filters = (Filter("stage", "Status", options_of(PersonStage)),)
    waiting: ClassVar[Mapping[str, tuple[str, ...]]] = {"stage": (PersonStage.SEEKING.value,)}
    nobody = "Hier sucht zurzeit niemand ein Angebot. „Zurücksetzen“ zeigt alle Personen."
    nothing = "Zurzeit passt kein Angebot. Oft hilft schon eine weitere Angabe zur Person."

    def source(self, office: Office) -> Source[Any]:
        """See `Direction.source`."""
        return office.lists.people

    def lookup(self, office: Office) -> Lookup:
        """See `Direction.lookup`."""
        return SourceLookup(office.lists.people, person_label)

    def find(
        self, office: Office, number: int, top: int | None, search: str, view: ExpertView
    ) -> Found:
        """See `Direction.find`."""
        subject = person_subject(office.lists.person(number))
        return Found(subject, view.listed(office, Side.PERSON, number, top, search))

    def other(self, office: Office, number: int) -> Subject:
        """See `Direction.other`."""
        return offer_subject(office.lists.offer(number))

    def pairs(self, subject: int, others: Sequence[int]) -> list[tuple[int, list[int]]]:
        """See `Direction.pairs`."""
        return [(subject, list(others))]


class PeopleForOffer(Direction):
    """Personen für ein Angebot."""

    key = "people"
    subject_kind = Kind.OFFER
    other_kind = Kind.PERSON
    others = ("Person", "Personen")
    private_others = True
    search = "Angebot suchen …"
    choose = "Für welches Angebot suchen Sie jemanden?"
    columns = OFFER_COLUMNS
    filters = (Filter("stage", "Status", options_of(OfferStage)),)
    waiting: ClassVar[Mapping[str, tuple[str, ...]]] = {"stage": (OfferStage.OPEN.value,)}
    nobody = "Hier ist zurzeit kein Angebot offen. „Zurücksetzen“ zeigt alle Angebote."
    nothing = "Zurzeit passt niemand zu diesem Angebot."

    def source(self, office: Office) -> Source[Any]:
        """See `Direction.source`."""
        return office.lists.offers

    def lookup(self, office: Office) -> Lookup:
        """See `Direction.lookup`."""
        return SourceLookup(office.lists.offers, offer_label)

    def find(
        self, office: Office, number: int, top: int | None, search: str, view: ExpertView
    ) -> Found:
        """See `Direction.find`."""
        subject = offer_subject(office.lists.offer(number))
        return Found(subject, view.listed(office, Side.OFFER, number, top, search))

    def other(self, office: Office, number: int) -> Subject:
        """See `Direction.other`."""
        return person_subject(office.lists.person(number))

    def pairs(self, subject: int, others: Sequence[int]) -> list[tuple[int, list[int]]]:
        """See `Direction.pairs`."""
        return [(person, [subject]) for person in others]


def headings(polite: str) -> Mapping[Side, str]:
    """The headings over what matters to each side; `polite` names the person."""
    return {
        Side.PERSON: f"Was {dative(polite)} wichtig ist",
        Side.OFFER: Side.OFFER.label,
    }


def keepers(subject: Side, polite: str) -> Mapping[Side, str]:
    """With whom an answer is kept, after „bei“; `polite` names the person whose list it is."""
    if subject is Side.PERSON:
        return {Side.PERSON: dative(polite), Side.OFFER: "dem genannten Angebot"}
    return {Side.OFFER: "diesem Angebot", Side.PERSON: "der genannten Person"}
