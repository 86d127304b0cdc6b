"""What is pinned up: lists by place, municipality or field, and posters for one offer.

Only the public side of offers goes out, read once more for names before it is printed. Each sheet
is remembered with a reminder to take it down.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import FollowUpKind, FollowUpResult, PaperKind
from ehrenamt_desktop.model.paper_rows import BoardOffer
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.placement import FollowUp
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.model.rules import board
from ehrenamt_desktop.model.rules.distance import kilometres
from ehrenamt_desktop.model.sheets import STRIPS, SheetChoice, SheetSize, SheetVariant
from ehrenamt_desktop.model.text import count, cut
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.publishing import check_printed
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import papers
from ehrenamt_desktop.store.unit import Unit

if TYPE_CHECKING:
    from ehrenamt_desktop.reports.board_words import Look

NEIGHBOUR_KM = 6.0
"""How far a neighbouring place may lie to fill a sheet (as the crow flies)."""

FULL_SHEET = 6
"""Entries that fill a sheet; only what is missing to it comes from the neighbours."""

OWN = "Direkt im Ort"
NEARBY = "In der Nähe"
MEMBERS = "Sontra, Herleshausen und Nentershausen"
NOTHING_OPEN = (
    "Dafür gibt es kein offenes Angebot. Bitte wählen Sie anders oder veröffentlichen Sie zuerst "
    "ein Angebot."
)

Group = tuple[str, list[BoardOffer]]


class BoardPapers:
    """Use cases on what is pinned up."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)

    def offer_list(
        self,
        path: Path,
        place_id: int | None = None,
        as_of: dt.date | None = None,
        progress: Progress = QUIET,
    ) -> int:
        """Print the usual list of a place, or of all; see `sheet`."""
        return self.sheet(path, SheetChoice(place_id), as_of, progress)

    def sheet(
        self,
        path: Path,
        choice: SheetChoice,
        as_of: dt.date | None = None,
        progress: Progress = QUIET,
    ) -> int:
        """Print a notice-board list; returns the paper's number.

        A sheet of a place with few offers is filled with those of its neighbours. The sheet of
        the same name that still hangs counts as replaced.

        Raises:
            DomainError: there is nothing to pin up, a text names somebody, or the office has no
                phone number.
            Cancelled: the user stopped; nothing was made.
        """
        from ehrenamt_desktop.reports.board import offer_list
        from ehrenamt_desktop.reports.board_words import LOOKS

        self._begin(path, ".pdf")
        day = as_of or clock.today()
        place = self._place(choice.place_id)
        groups, neighbours = self._groups(choice, place, day)
        until = board.hangs_until(day)
        look = LOOKS[choice.variant]
        offer_list(
            path, self._lists.office_info(), place, groups, day, until, progress,
            neighbours=neighbours, title=_title(choice, look), size=choice.size, look=look,
        )  # fmt: skip
        numbers = [offer.number for _heading, offers in groups for offer in offers]
        posting = Posting(
            kind=PaperKind.OFFER_LIST,
            title=f"Aushang {_name(choice, place)}",
            place_id=choice.place_id,
            part=choice.part,
            board_id=choice.board_id,
            offers=" ".join(str(number) for number in numbers),
            rows=len(numbers),
            printed_on=clock.today(),
            path=str(path.absolute()),
        )
        return self._pin_up(posting, until)

    def poster(
        self,
        path: Path,
        offer_id: int,
        as_of: dt.date | None = None,
        *,
        strips: int = STRIPS[0],
        size: SheetSize = SheetSize.A4,
        variant: SheetVariant = SheetVariant.USUAL,
        board_id: int | None = None,
    ) -> int:
        """Print the poster of an offer with strips to tear off; returns the paper's number.

        Raises:
            DomainError: the offer is not open, not for this reader, its text names somebody, or
                the office has no phone number.
        """
        from ehrenamt_desktop.reports.board_words import LOOKS
        from ehrenamt_desktop.reports.poster import poster

        self._begin(path, ".pdf")
        if strips not in STRIPS:
            raise DomainError(f"Ein Plakat hat {STRIPS[0]} bis {STRIPS[-1]} Abreißzettel.")
        day = as_of or clock.today()
        offer = self._offer(offer_id, day)
        if variant is SheetVariant.YOUTH and not offer.for_youth:
            raise DomainError(
                "Dieses Angebot ist nicht für Jugendliche ab 14 eingetragen. Bitte wählen Sie ein "
                "anderes Plakat oder ändern Sie das Angebot."
            )
        until = board.hangs_until(day)
        poster(
            path, self._lists.office_info(), offer, day, until,
            strips=strips, size=size, look=LOOKS[variant],
        )  # fmt: skip
        title = cut(f"Plakat Nr. {offer.number} {offer.title}{_worded(variant)}", 200)
        posting = Posting(
            kind=PaperKind.POSTER,
            title=title,
            board_id=board_id,
            offers=str(offer.number),
            rows=1,
            printed_on=clock.today(),
            path=str(path.absolute()),
        )
        return self._pin_up(posting, until)

    def taken_down(self, posting_id: int) -> None:
        """Note that a sheet no longer hangs; its reminder is done."""
        with self._store.write("Aushang abgenommen") as unit:
            posting = unit.get(Posting, posting_id)
            if posting is not None:
                _take_down(unit, posting, clock.today())

    def _begin(self, path: Path, *suffixes: str) -> None:
        """Make sure that the paper can be made and remembered, before anything is written."""
        expect_suffix(path, *suffixes)
        self._store.hold()

    def _place(self, place_id: int | None) -> PlaceRow | None:
        if place_id is None:
            return None
        found = {place.id: place for place in self._lists.places()}.get(place_id)
        if found is None:
            raise DomainError("Diesen Ort gibt es nicht. Bitte wählen Sie einen Ort der Liste.")
        return found

    def _offer(self, offer_id: int, day: dt.date) -> BoardOffer:
        detail = self._lists.offer(offer_id)
        with self._store.read() as connection:
            if not papers.hanging_offer(connection, day, offer_id):
                raise DomainError(
                    f"„{detail.row.title}“ kann nicht ausgehängt werden: Das Angebot ist "
                    f"{detail.row.stage.label if detail.trashed_on is None else 'im Papierkorb'}."
                )
            check_printed(connection, [offer_id], day)
            return papers.public_side(connection, offer_id)

    def _groups(
        self, choice: SheetChoice, place: PlaceRow | None, day: dt.date
    ) -> tuple[list[Group], list[str]]:
        """Headings with their offers, and the neighbours whose offers fill the sheet."""
        with self._store.read() as connection:
            offers = papers.board_offers(
                connection,
                day,
                places=[place.id] if place else (),
                municipality=place.municipality if place else choice.municipality,
                area=choice.area,
            )
            offers = _for(choice.variant, offers)
            groups, names = by_place(offers), list[str]()
            if place and offers:
                near = _near(place, self._lists.places()) if len(offers) < FULL_SHEET else []
                others = [one.id for one in near]
                more = papers.board_offers(connection, day, places=others) if others else []
                groups, names = _around(place, near, offers, _for(choice.variant, more))
            shown = [offer.number for _heading, some in groups for offer in some]
            if shown:
                check_printed(connection, shown, day)
        return groups, names

    def _pin_up(self, posting: Posting, until: dt.date, deed: str = "abnehmen") -> int:
        """Keep a sheet, with a reminder of what is to be done with it at last."""
        today = clock.today()
        with self._store.write(f"{posting.kind.label} gedruckt") as unit:
            _replace(unit, posting, today)
            posting.take_down_on = until
            unit.add(posting)
            unit.flush()
            unit.add(
                FollowUp(
                    kind=FollowUpKind.TAKE_DOWN,
                    due_on=max(until, today),
                    title=cut(f"{posting.title} {deed}", 200),
                    note=count(posting.rows, "Angebot", "Angebote"),
                    posting_id=posting.id,
                )
            )
            if posting.board_id is not None:
                title = cut(f"{posting.title} aufhängen", 200)
                unit.add(FollowUp(kind=FollowUpKind.HANG_UP, due_on=today, title=title,
                                  posting_id=posting.id))  # fmt: skip
            return int(posting.id or 0)


def expect_suffix(path: Path, *allowed: str) -> None:
    """Make sure that a paper goes into a file of its kind, never over another one.

    Raises:
        DomainError: the name ends otherwise.
    """
    if path.suffix.lower() not in allowed:
        endings = " oder ".join(allowed)
        raise DomainError(f"Bitte wählen Sie einen Dateinamen, der auf {endings} endet.")


def _name(choice: SheetChoice, place: PlaceRow | None) -> str:
    """What a sheet is called in the list of papers."""
    town = f"Gemeinde {choice.municipality}" if choice.municipality else ""
    return (place.label if place else town or choice.area or "alle Orte") + _worded(choice.variant)


def _for(variant: SheetVariant, offers: list[BoardOffer]) -> list[BoardOffer]:
    """Those that may stand on a sheet of that wording."""
    return [one for one in offers if one.for_youth or variant is not SheetVariant.YOUTH]


def _title(choice: SheetChoice, look: Look) -> str:
    """What stands above a sheet for a municipality or a field."""
    if choice.area:
        return look.of_area.format(choice.area)
    return look.title.format(choice.municipality) if choice.municipality else ""


def _worded(variant: SheetVariant) -> str:
    return "" if variant is SheetVariant.USUAL else f", {variant.label}"


def by_place(offers: Sequence[BoardOffer]) -> list[Group]:
    """Offers under the names of their places."""
    groups: dict[str, list[BoardOffer]] = {}
    for offer in offers:
        heading = offer.place or (
            f"Gemeinde {offer.municipality}" if offer.municipality else "Ohne festen Ort"
        )
        groups.setdefault(heading, []).append(offer)
    return list(groups.items())


def _around(
    place: PlaceRow,
    near: Sequence[PlaceRow],
    offers: Sequence[BoardOffer],
    others: Sequence[BoardOffer],
) -> tuple[list[Group], list[str]]:
    """The offers of a place, filled with those of its neighbours, whose names come second.

    Help for one person hangs on every board of its municipality, never of one village.
    """
    own = sorted(offers, key=lambda offer: offer.place != place.label)
    ranked = [offer for one in near for offer in others if offer.place == one.label]
    more = ranked[: max(0, FULL_SHEET - len(own))]
    names = {offer.place for offer in more}
    shown = [neighbour.name for neighbour in near if neighbour.label in names]
    return [(OWN, own), (NEARBY, more)] if more else [(OWN, own)], shown


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


def _replace(unit: Unit, posting: Posting, today: dt.date) -> None:
    """The sheet of the same name that hangs at this place comes down when a new one goes up.

    On a board of the register it comes down on the next round; one that was never hung up is done
    with.
    """
    hanging = unit.exec(
        select(Posting).where(
            col(Posting.kind) == posting.kind,
            col(Posting.title) == posting.title,
            col(Posting.taken_down_on).is_(None),
            col(Posting.board_id).is_not_distinct_from(posting.board_id),
        )
    )
    for old in hanging.all():
        reminders = _reminders(unit, old)
        waits = any(one.kind is FollowUpKind.HANG_UP for one in reminders)
        if posting.board_id is None or waits:
            _take_down(unit, old, today)
        for reminder in () if posting.board_id is None or waits else reminders:
            reminder.due_on = today


def _take_down(unit: Unit, posting: Posting, today: dt.date) -> None:
    posting.taken_down_on = today
    for reminder in _reminders(unit, posting):
        reminder.done_on = today
        reminder.result = FollowUpResult.DONE


def _reminders(unit: Unit, posting: Posting) -> list[FollowUp]:
    """What is still to be done with a sheet."""
    wanted = select(FollowUp).where(
        col(FollowUp.posting_id) == posting.id, col(FollowUp.done_on).is_(None)
    )
    return list(unit.exec(wanted).all())
