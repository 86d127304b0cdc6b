"""What the office does with initiatives and offers, as their pages ask for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.rounds import Round
from ehrenamt_desktop.model.rows import InitiativeDetail, OfferDetail
from ehrenamt_desktop.model.rules.publishing import Finding

if TYPE_CHECKING:
    from ehrenamt_desktop.services.office import Office


class InitiativeDeeds:
    """Use cases on an initiative."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def read(self, number: int) -> InitiativeDetail:
        """See `Deeds.read`."""
        return self._office.lists.initiative(number)

    def save(self, values: Mapping[str, object], number: int | None, version: int | None) -> int:
        """See `Deeds.save`."""
        return self._office.initiatives.save(values, number, version)

    def archive(self, number: int) -> None:
        """See `Deeds.archive`."""
        self._office.initiatives.archive(number)

    def reopen(self, number: int) -> None:
        """See `Deeds.reopen`."""
        self._office.initiatives.reopen(number)


class OfferDeeds:
    """Use cases on an offer."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def read(self, number: int) -> OfferDetail:
        """See `Deeds.read`."""
        return self._office.lists.offer(number)

    def save(self, values: Mapping[str, object], number: int | None, version: int | None) -> int:
        """See `Deeds.save`."""
        return self._office.offers.save(values, number, version)

    def archive(self, number: int) -> None:
        """See `Deeds.archive`."""
        self._office.offers.archive(number)

    def reopen(self, number: int) -> None:
        """See `Deeds.reopen`."""
        self._office.offers.reopen(number)

    def confirm(self, number: int) -> None:
        """Note that it is still current."""
        self._office.offers.confirm(number)

    def check(self, number: int) -> tuple[Finding, ...]:
        """What in its text should not be published."""
        return self._office.offers.check(number)

    def publish(self, number: int) -> None:
        """Publish it; its text was checked and looked at."""
        self._office.offers.publish(number, checked=True)

    def pause(self, number: int, until: dt.date | None) -> None:
        """Take it off the boards for a while."""
        self._office.offers.pause(number, until)

    def forget_helped(self, number: int) -> None:
        """Delete name and phone of the helped person for good."""
        self._office.offers.forget_helped(number)

    def copy(self, number: int) -> int:
        """Make a draft like it."""
        return self._office.offers.copy(number)

    def sheet(self, path: Path, number: int, progress: Progress) -> int:
        """Print it on a page to take along."""
        return self._office.desk_sheets.offer_sheet(path, number, progress)

    def spread(self, number: int, places: Sequence[int]) -> list[int]:
        """Offer the same in these villages."""
        return self._office.offers.spread(number, places)


class RoundDeeds:
    """Use cases on the round; called on the lanes, so that its service is imported there."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def facts(self) -> tuple[Round | None, int]:
        """The open round, and how many offers are due beside it."""
        return self._office.rounds.current(), self._office.rounds.due()

    def begin(self) -> int:
        """Begin a round, or take in what is due since."""
        return self._office.rounds.begin()

    def close(self) -> None:
        """End the round."""
        self._office.rounds.close()

    def phone_list(self, path: Path, progress: Progress) -> int:
        """Print the list to phone along."""
        return self._office.rounds.phone_list(path, progress)

    def letters(self, path: Path, progress: Progress) -> int:
        """Print letters with tick-off sheets."""
        return self._office.rounds.letters(path, progress)
