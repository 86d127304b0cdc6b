"""Open offers for the municipal bulletin and for the municipality's site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import PaperKind
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.model.rules import board
from ehrenamt_desktop.model.rules.bulletin import SHORTEST, Bulletin, bulletin
from ehrenamt_desktop.model.sheets import SheetChoice
from ehrenamt_desktop.model.text import cut
from ehrenamt_desktop.services.board_papers import (
    MEMBERS,
    NOTHING_OPEN,
    BoardPapers,
    Group,
    by_place,
)
from ehrenamt_desktop.services.publishing import check_printed
from ehrenamt_desktop.store.reads import papers


class PublicPapers(BoardPapers):
    """Use cases on what others publish for the office."""

    def bulletin(
        self,
        choice: SheetChoice | Sequence[int],
        limit: int = 0,
        as_of: dt.date | None = None,
    ) -> Bulletin:
        """The text for the bulletin; nothing is kept by looking at it.

        Args:
            choice: a part of the association, or the numbers of offers.
            limit: characters with blanks; 0 means as long as it takes.
            as_of: the day; today if not given.

        Raises:
            DomainError: there is no open offer, a text names somebody, or the limit is too short
                for a single one.
        """
        if limit < 0 or 0 < limit < SHORTEST:
            raise DomainError(f"Bitte geben Sie mindestens {SHORTEST} Zeichen frei, oder 0.")
        groups, name = self._public(choice, as_of or clock.today())
        made = bulletin(self._lists.office_info(), f"Mitmachen in {name}", groups, limit)
        if not made.shown:
            raise DomainError(
                "So kurz passt kein Angebot hinein. Bitte geben Sie mehr Zeichen frei."
            )
        return made

    def copied(self, made: Bulletin) -> int:
        """Note that the text was handed on; returns the paper's number."""
        return self._note(PaperKind.BULLETIN, made.title, made.shown, "", None)

    def bulletin_docx(self, path: Path, made: Bulletin) -> int:
        """Write the text as a Word file; returns the paper's number.

        Raises:
            StoreUnavailable: the file cannot be written.
        """
        from ehrenamt_desktop.reports.bulletin_docx import bulletin_docx

        self._begin(path, ".docx")
        bulletin_docx(path, made, self._lists.office_info().name)
        return self._note(PaperKind.BULLETIN, made.title, made.shown, str(path.absolute()), None)

    def web_page(
        self,
        path: Path,
        choice: SheetChoice | Sequence[int] = SheetChoice(),  # noqa: B008 - frozen
        as_of: dt.date | None = None,
    ) -> int:
        """Write the page of open offers for the municipality's site; returns the paper's number.

        Raises:
            DomainError: there is no open offer, or a text names somebody.
            StoreUnavailable: the file cannot be written.
        """
        from ehrenamt_desktop.reports.web_page import web_page

        self._begin(path, ".html")
        day = as_of or clock.today()
        groups, name = self._public(choice, day)
        until = board.hangs_until(day)
        web_page(path, self._lists.office_info(), f"Mitmachen in {name}", groups, day, until)
        numbers = [offer.number for _, offers in groups for offer in offers]
        return self._note(PaperKind.WEB_PAGE, name, numbers, str(path.absolute()), until)

    def _public(self, choice: SheetChoice | Sequence[int], day: dt.date) -> tuple[list[Group], str]:
        """Headings with their offers, and what they are for."""
        if isinstance(choice, SheetChoice):
            place = self._place(choice.place_id)
            groups, _ = self._groups(choice, place, day)
            name = place.name if place else choice.part or MEMBERS
        else:
            wanted = frozenset(choice)
            with self._store.read() as connection:
                offers = [one for one in papers.board_offers(connection, day)
                          if one.number in wanted]  # fmt: skip
                check_printed(connection, [offer.number for offer in offers], day)
            groups, name = by_place(offers), MEMBERS
        if not groups:
            raise DomainError(NOTHING_OPEN)
        return groups, name

    def _note(
        self, kind: PaperKind, title: str, numbers: Sequence[int], path: str, until: dt.date | None
    ) -> int:
        posting = Posting(
            kind=kind, title=cut(f"{kind.label}: {title}", 200),
            offers=" ".join(str(number) for number in numbers), rows=len(numbers),
            printed_on=clock.today(), path=path,
        )  # fmt: skip
        if until is not None:
            return self._pin_up(posting, until, "erneuern oder abnehmen")
        with self._store.write(f"{kind.label} geschrieben") as unit:
            unit.add(posting)
            unit.flush()
            return int(posting.id or 0)
