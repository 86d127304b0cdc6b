"""Letters that ask how a placement goes; the code of their slip opens the mask."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.asking import SIDES, Asked
from ehrenamt_desktop.model.enums import InteractionKind, PaperKind
from ehrenamt_desktop.model.matches import Side
from ehrenamt_desktop.model.paper_rows import LetterAddress, LetterOffer
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.placement import FollowUp, Interaction
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.model.rules.offer_codes import code_of
from ehrenamt_desktop.services.letter_texts import LetterTexts
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.papers import expect_suffix
from ehrenamt_desktop.services.person_address import person_address
from ehrenamt_desktop.services.records import find
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import asking

REPLY_DAYS = 14
"""Days within which a slip is asked back."""

TEXTS = {Side.PERSON: "nachfrage-person", Side.OFFER: "nachfrage-initiative"}
"""Names of the letter texts by who is asked."""

MARK = "N"
"""Begins the code of a slip, so that it is not taken for that of an offer."""

NO_ADDRESS = (
    "Die Anschrift der Initiative ist nicht vollständig. Bitte tragen Sie Straße, PLZ und Ort ein."
)


class ReplySlips:
    """Use cases on reply slips."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)

    def write(self, path: Path, follow_up_id: int, side: Side, progress: Progress = QUIET) -> int:
        """Print the letter to one side with its slip; returns the paper's number.

        Raises:
            DomainError: the reminder is done or does not ask this side, or the address is not
                complete.
            Cancelled: the user stopped; nothing was made.
        """
        from ehrenamt_desktop.reports.reply_slip import Slip, reply_letter

        expect_suffix(path, ".pdf")
        self._store.hold()
        with self._store.read() as connection:
            asked = asking.asked(connection, follow_up_id)
        if asked is None or side not in SIDES[asked.kind]:
            raise DomainError("Diese Nachfrage ist schon erledigt.")
        body = self._body(asked)
        by_person = side is Side.PERSON
        slip = Slip(
            side,
            self._address(asked, side),
            LetterOffer(asked.offer_id, asked.offer, body, "", "", "", (), ""),
            body if by_person else asked.person,
            f"{MARK}{code_of(follow_up_id)}",
            f"EA-{asked.person_id}" if by_person else f"EA-I{asked.initiative_id}",
        )
        today = clock.today()
        until = today + dt.timedelta(days=REPLY_DAYS)
        text = LetterTexts(self._store).text(TEXTS[side])
        reply_letter(path, self._lists.office_info(), slip, text, today, until, progress)
        return self._remember(path, asked, slip.code, by_person=by_person)

    def _remember(self, path: Path, asked: Asked, code: str, *, by_person: bool) -> int:
        """Keep the code with the reminder, the letter in the course, the paper in Unterlagen."""
        today = clock.today()
        person_id = asked.person_id if by_person else None
        with self._store.write("Brief zur Nachfrage gedruckt") as unit:
            find(unit, FollowUp, asked.number).code = code
            posting = Posting(
                kind=PaperKind.REPLY_SLIP,
                title=f"Rückmeldezettel {code}",
                person_id=person_id,
                rows=1,
                printed_on=today,
                path=str(path.absolute()),
            )
            unit.add(posting)
            unit.add(
                Interaction(
                    kind=InteractionKind.LETTER,
                    on=today,
                    subject="Nachfragen: Brief mit Rückmeldezettel",
                    person_id=person_id,
                    initiative_id=None if by_person else asked.initiative_id,
                    placement_id=asked.placement_id,
                )
            )
            unit.flush()
            return int(posting.id or 0)

    def _body(self, asked: Asked) -> str:
        return self._lists.initiative(asked.initiative_id).row.name

    def _address(self, asked: Asked, side: Side) -> LetterAddress:
        if side is Side.PERSON:
            return person_address(self._lists.person(asked.person_id))
        with self._store.read() as connection:
            found = asking.address(connection, asked.number)
        if found is None:
            raise DomainError(NO_ADDRESS)
        return found
