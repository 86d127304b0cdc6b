"""The gap report: where people and offers do not come together, on the screen and on paper."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from ehrenamt_desktop import clock
from ehrenamt_desktop.matching.arrays import is_ready
from ehrenamt_desktop.matching.gaps import find_gaps
from ehrenamt_desktop.matching.lists import Setting
from ehrenamt_desktop.matching.vocabulary import Vocabulary
from ehrenamt_desktop.model.enums import OfferStage, PaperKind, PlacementState
from ehrenamt_desktop.model.gaps import Founded, GapReport, WishGap
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import day, fold
from ehrenamt_desktop.services.founding import Founding
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.papers import Papers, expect_suffix
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import catalogue, facts, founding, placed

_OPEN = (OfferStage.OPEN, OfferStage.UPCOMING)


class Gaps:
    """Use cases on gaps."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def report(self, as_of: dt.date | None = None, progress: Progress = QUIET) -> GapReport:
        """The gaps between everybody who looks for something and what has a free place.

        Who rests, waits for an answer or is placed is left out, and so are places that are
        proposed to somebody.

        Args:
            as_of: the day that counts, default today.
            progress: told how far it is.

        Raises:
            Cancelled: the user stopped.
        """
        on = as_of or clock.today()
        with self._store.read() as connection:
            setting = Setting(Vocabulary(catalogue.terms(connection, None)), on)
            known = placed.placed(connection)
            busy = {who for who, _, state in known if state is not PlacementState.ENDED}
            people = [
                one
                for one in facts.people(connection)
                if one.number not in busy and is_ready(one, on)
            ]
            offers = [
                one
                for one in facts.offers(connection)
                if one.stage(on) in _OPEN and one.unpromised > 0
            ]
            begun = {fold(name): number for number, name in founding.being_founded(connection)}
        found = find_gaps(people, offers, setting, progress)
        wishes = (replace(one, initiative_id=begun.get(fold(one.title))) for one in found.wishes)
        return replace(found, wishes=tuple(wishes))

    def found(self, wish: WishGap) -> Founded:
        """Make an initiative in founding of a wish, with those who may stand on it as interested.

        Raises:
            DomainError: too few people wish for it, or none of them is left.
        """
        purpose = (
            f"Idee aus dem Lückenbericht: Mehrere Personen wünschen sich „{wish.area}“, und "
            "zurzeit passt ihnen kein Angebot."
        )
        return Founding(self._store).from_wish(
            wish.title, purpose, f"Wunsch: {wish.area}. Noch nicht gefragt.", wish.people
        )

    def paper(self, path: Path, as_of: dt.date | None = None, progress: Progress = QUIET) -> int:
        """Write the report as PDF or Excel, as the file's ending says; returns the paper's number.

        Small counts are protected, and nobody is named.

        Raises:
            DomainError: the file's name has another ending.
            Cancelled: the user stopped; nothing was made.
        """
        expect_suffix(path, ".pdf", ".xlsx")
        self._store.hold()
        found = self.report(as_of, progress)
        office = Lists(self._store).office_info()
        if path.suffix.lower() == ".pdf":
            from ehrenamt_desktop.reports.gap_paper import gap_paper

            gap_paper(path, office, found, progress)
        else:
            from ehrenamt_desktop.reports.gap_book import gap_book

            gap_book(path, office, found, progress)
        title = f"{PaperKind.GAP_REPORT.label} {day(found.as_of)}"
        return Papers(self._store).remember(PaperKind.GAP_REPORT, title, path, found.offers)
