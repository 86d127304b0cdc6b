"""Papers and lists: notice boards, proposal letters, the council list, exports.

Each finished paper is remembered: "Unterlagen" shows it, and an old sheet gets taken down.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import (
    FollowUpKind,
    FollowUpResult,
    InteractionKind,
    LegalBasis,
    OfferKind,
    OfferStage,
    PaperKind,
    PersonStatus,
    Salutation,
)
from ehrenamt_desktop.model.matches import MatchList, ReasonKind
from ehrenamt_desktop.model.paper_rows import BoardOffer, LetterAddress, LetterOffer
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.placement import FollowUp, Interaction
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.model.rows import OfferDetail, PersonDetail, PlaceRow
from ehrenamt_desktop.model.rules import board
from ehrenamt_desktop.model.rules.distance import kilometres
from ehrenamt_desktop.model.rules.handover import ENDED
from ehrenamt_desktop.model.rules.salutation import (
    address_line,
    full_name,
    greeting,
    polite_name,
)
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.matching import Matching
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import papers
from ehrenamt_desktop.store.unit import Unit

NEIGHBOUR_KM = 6.0
"""How far a neighbouring place may lie to fill a sheet (as the crow flies)."""

FULL_SHEET = 6
"""Entries that fill a sheet; only what is missing to it comes from the neighbours."""

OWN = "Direkt im Ort"
NEARBY = "In der Nähe"


class Papers:
    """Use cases on papers."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)
        self._matching = Matching(store)

    def offer_list(
        self,
        path: Path,
        place_id: int | None = None,
        as_of: dt.date | None = None,
        progress: Progress = QUIET,
    ) -> int:
        """Print the notice-board list of a place, or of all; returns the paper's number.

        A sheet of a place with few offers is filled with those of its neighbours. The sheet that
        still hangs there counts as replaced.

        Raises:
            DomainError: there is nothing to pin up, or the office has no phone number.
            Cancelled: the user stopped; nothing was made.
        """
        from ehrenamt_desktop.reports.board import offer_list

        self._begin(path, ".pdf")
        day = as_of or clock.today()
        place = self._place(place_id)
        groups, neighbours = self._groups(place, day)
        until = board.hangs_until(day)
        offer_list(
            path,
            self._lists.office_info(),
            place,
            groups,
            day,
            until,
            progress,
            neighbours=neighbours,
        )
        numbers = [offer.number for _heading, offers in groups for offer in offers]
        name = place.label if place else "alle Orte"
        return self._remember_sheet(path, place, f"Aushang {name}", numbers, until)

    def _begin(self, path: Path, suffix: str) -> None:
        """Make sure that the paper can be made and remembered, before anything is written."""
        expect_suffix(path, suffix)
        self._store.hold()

    def _place(self, place_id: int | None) -> PlaceRow | None:
        if place_id is None:
            return None
        found = {place.id: place for place in self._lists.places()}.get(place_id)
        if found is None:
            raise DomainError("Diesen Ort gibt es nicht. Bitte wählen Sie einen Ort der Liste.")
        return found

    def _groups(
        self, place: PlaceRow | None, day: dt.date
    ) -> tuple[list[tuple[str, list[BoardOffer]]], list[str]]:
        """Headings with their offers, and the neighbours whose offers fill the sheet."""
        with self._store.read() as connection:
            offers = papers.board_offers(connection, day)
        if place is None:
            return _by_place(offers), []
        own = [offer for offer in offers if offer.place == place.label]
        own += [offer for offer in offers if _helps(offer, place)]
        if not own:
            return [], []
        near = _near(place, self._lists.places())
        more = [
            offer
            for neighbour in near
            for offer in offers
            if offer.place == neighbour.label and offer not in own
        ][: max(0, FULL_SHEET - len(own))]
        names = list(dict.fromkeys(offer.place for offer in more))
        shown = [neighbour.name for neighbour in near if neighbour.label in names]
        return [(OWN, own), (NEARBY, more)] if more else [(OWN, own)], shown

    def _remember_sheet(
        self,
        path: Path,
        place: PlaceRow | None,
        title: str,
        numbers: Sequence[int],
        until: dt.date,
    ) -> int:
        today = clock.today()
        with self._store.write("Aushang gedruckt") as unit:
            place_id = place.id if place else None
            _replace_sheet(unit, place_id, today)
            posting = Posting(
                kind=PaperKind.OFFER_LIST,
                title=title,
                place_id=place_id,
                offers=" ".join(str(number) for number in numbers),
                rows=len(numbers),
                printed_on=today,
                take_down_on=until,
                path=str(path.absolute()),
            )
            unit.add(posting)
            unit.flush()
            unit.add(
                FollowUp(
                    kind=FollowUpKind.TAKE_DOWN,
                    due_on=max(until, today),
                    title=f"{title} abnehmen",
                    note=count(len(numbers), "Angebot", "Angebote"),
                    posting_id=posting.id,
                )
            )
            return int(posting.id or 0)

    def proposal_letter(
        self, path: Path, person_id: int, offer_ids: Sequence[int], progress: Progress = QUIET
    ) -> int:
        """Print the letter that proposes offers to a person; returns the paper's number.

        Raises:
            DomainError: the address is not complete, or it is open on which ground the person's
                data is kept.
            Cancelled: the user stopped; nothing was made.
        """
        from ehrenamt_desktop.reports.letter import Letter, letters

        self._begin(path, ".pdf")
        person = self._lists.person(person_id)
        address = _address(person)
        found = self._matching.offers_for(person_id)
        offers = [self._letter_offer(number, found) for number in dict.fromkeys(offer_ids)]
        if not offers:
            raise DomainError("Bitte wählen Sie mindestens ein Angebot für den Brief.")
        letter = Letter(address, "", offers, clock.today(), our_sign=f"EA-{person_id}")
        letters(path, self._lists.office_info(), [letter], progress=progress)
        today = clock.today()
        with self._store.write("Vorschlagsbrief gedruckt") as unit:
            posting = Posting(
                kind=PaperKind.PROPOSAL_LETTER,
                title=f"Vorschlagsbrief an Person Nr. {person_id}",
                person_id=person_id,
                offers=" ".join(str(offer.number) for offer in offers),
                rows=len(offers),
                printed_on=today,
                path=str(path.absolute()),
            )
            unit.add(posting)
            titles = ", ".join(f"„{offer.title}“" for offer in offers)
            unit.add(
                Interaction(
                    kind=InteractionKind.LETTER,
                    on=today,
                    subject="Vorschlagsbrief",
                    note=titles[:4000],
                    person_id=person_id,
                )
            )
            unit.flush()
            return int(posting.id or 0)

    def _letter_offer(self, number: int, found: MatchList) -> LetterOffer:
        detail = self._lists.offer(number)
        away = detail.trashed_on is not None
        if away or detail.row.stage not in (OfferStage.OPEN, OfferStage.UPCOMING):
            stage = "im Papierkorb" if away else detail.row.stage.label
            sentence = f"„{detail.row.title}“ kann nicht vorgeschlagen werden: Das Angebot ist"
            raise DomainError(f"{sentence} {stage}.")
        with self._store.read() as connection:
            public = papers.public_side(connection, number)
            contact = papers.public_contact(connection, number)
        match = next((one for one in found.matches if one.number == number), None)
        reasons = match.reason if match else ()
        return LetterOffer(
            number=number,
            title=public.title,
            initiative=detail.row.initiative,
            text=_told(detail, public),
            where=public.where,
            when=public.when,
            reasons=tuple(part.text for part in reasons if part.kind is ReasonKind.FITS),
            contact=contact,
        )

    def council_list(
        self,
        path: Path,
        start: dt.date,
        end: dt.date,
        municipality: str = "",
        progress: Progress = QUIET,
    ) -> int:
        """Write the council list of a period as Excel; returns the paper's number.

        Args:
            path: the file to make.
            start: first day of the period.
            end: last day of the period, included.
            municipality: only this one; empty means all.
            progress: told while rows are written.

        Raises:
            DomainError: there is nothing to count, or the period ends before it begins.
            Cancelled: the user stopped; nothing was made.
        """
        from ehrenamt_desktop.reports.council import council_list

        self._begin(path, ".xlsx")
        with self._store.read() as connection:
            found = papers.council_rows(connection, start, end)
        rows = [row for row in found if municipality in ("", row.municipality)]
        told = f"Gemeinde {municipality}" if municipality else ""
        office = self._lists.office_info()
        council_list(path, rows, office, start, end, told, clock.today(), progress)
        title = f"Gremienliste {start:%d.%m.%Y} bis {end:%d.%m.%Y}"
        return self.remember(PaperKind.COUNCIL_LIST, title, path, len(rows))

    def remember(self, kind: PaperKind, title: str, path: Path, rows: int) -> int:
        """Keep a paper that was made; returns its number."""
        with self._store.write(f"{kind.label} erstellt") as unit:
            posting = Posting(
                kind=kind,
                title=title,
                rows=rows,
                printed_on=clock.today(),
                path=str(path.absolute()),
            )
            unit.add(posting)
            unit.flush()
            return int(posting.id or 0)

    def taken_down(self, posting_id: int) -> None:
        """Note that a sheet no longer hangs; its reminder is done."""
        with self._store.write("Aushang abgenommen") as unit:
            posting = unit.get(Posting, posting_id)
            if posting is not None:
                _take_down(unit, posting, clock.today())


def expect_suffix(path: Path, *allowed: str) -> None:
    """Make sure that a paper goes into a file of its kind, never over another one.

    Raises:
        DomainError: the name ends otherwise.
    """
    if path.suffix.lower() not in allowed:
        endings = " oder ".join(allowed)
        raise DomainError(f"Bitte wählen Sie einen Dateinamen, der auf {endings} endet.")


def _told(detail: OfferDetail, public: BoardOffer) -> str:
    """What a letter says of an offer; of help for one person only its public words."""
    if public.kind is OfferKind.HELP_REQUEST:
        return public.teaser
    return str(detail.values["description"] or public.teaser)


def _by_place(offers: Sequence[BoardOffer]) -> list[tuple[str, list[BoardOffer]]]:
    groups: dict[str, list[BoardOffer]] = {}
    for offer in offers:
        heading = offer.place or (
            f"Gemeinde {offer.municipality}" if offer.municipality else "Ohne festen Ort"
        )
        groups.setdefault(heading, []).append(offer)
    return list(groups.items())


def _helps(offer: BoardOffer, place: PlaceRow) -> bool:
    """Help for one person hangs on every board of its municipality, never of one village."""
    return (
        not offer.place and bool(offer.municipality) and (offer.municipality == place.municipality)
    )


def _near(place: PlaceRow, places: Sequence[PlaceRow]) -> list[PlaceRow]:
    """The places around within `NEIGHBOUR_KM`, the nearest first."""
    found = []
    for other in places:
        if other.id == place.id or None in (place.lat, place.lon, other.lat, other.lon):
            continue
        far = kilometres(
            float(place.lat or 0), float(place.lon or 0),
            float(other.lat or 0), float(other.lon or 0),
        )  # fmt: skip
        if far <= NEIGHBOUR_KM:
            found.append((far, other.id, other))
    return [other for _far, _id, other in sorted(found)]


def _replace_sheet(unit: Unit, place_id: int | None, today: dt.date) -> None:
    """The sheet that hangs at this place comes down when a new one goes up."""
    hanging = unit.exec(
        select(Posting).where(
            col(Posting.kind) == PaperKind.OFFER_LIST,
            col(Posting.place_id).is_(None) if place_id is None
            else col(Posting.place_id) == place_id,
            col(Posting.taken_down_on).is_(None),
        )
    )  # fmt: skip
    for posting in hanging.all():
        _take_down(unit, posting, today)


def _take_down(unit: Unit, posting: Posting, today: dt.date) -> None:
    posting.taken_down_on = today
    reminders = unit.exec(
        select(FollowUp).where(
            col(FollowUp.posting_id) == posting.id, col(FollowUp.done_on).is_(None)
        )
    )
    for reminder in reminders.all():
        reminder.done_on = today
        reminder.result = FollowUpResult.DONE


def _address(person: PersonDetail) -> LetterAddress:
    values = person.values
    if values["status"] == PersonStatus.ENDED:
        raise DomainError(ENDED)
    if values["legal_basis"] == LegalBasis.OPEN:
        raise DomainError(
            "Die Rechtsgrundlage für diese Person ist noch offen. Bitte klären Sie im Datensatz, "
            "worauf die Speicherung beruht, bevor Sie einen Brief schreiben."
        )
    if not (values["street"] and values["postcode"] and values["city"]):
        raise DomainError(
            "Die Anschrift ist nicht vollständig. Bitte tragen Sie Straße, PLZ und Ort ein."
        )
    salutation = Salutation(str(values["salutation"])) if values["salutation"] else None
    title, first, last = (str(values[key]) for key in ("title", "first_name", "last_name"))
    lines = (
        address_line(salutation),
        full_name(title, first, last),
        str(values["street"]),
        f"{values['postcode']} {values['city']}",
    )
    return LetterAddress(
        lines=tuple(line for line in lines if line),
        greeting=greeting(salutation, title, first, last),
        polite_name=polite_name(salutation, title, first, last),
    )
