"""Rounds: bodies are asked by phone or letter whether their offers still hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import (
    FollowUpKind,
    InteractionKind,
    Kind,
    OfferAnswer,
    OfferStatus,
    PaperKind,
)
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.confirmation import OfferQuestion, OfferRound
from ehrenamt_desktop.model.records.offer import Offer
from ehrenamt_desktop.model.records.placement import FollowUp, Interaction
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.model.rounds import AskedBody, DueBody, Question, Round
from ehrenamt_desktop.model.rules import offer_codes
from ehrenamt_desktop.model.text import count, cut, day
from ehrenamt_desktop.services.letter_texts import LetterTexts
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.papers import expect_suffix
from ehrenamt_desktop.services.records import find, moved
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import rounds
from ehrenamt_desktop.store.unit import Unit

NO_ROUND = "Zurzeit läuft keine Abfrage. Bitte beginnen Sie eine mit „Angebote abfragen …“."
NOTHING_DUE = "Alle Angebote sind in den letzten drei Monaten bestätigt. Es gibt nichts zu fragen."
ALL_ANSWERED = "Zu allen Angeboten liegt eine Antwort vor. Es gibt nichts mehr zu fragen."
NO_ADDRESS = (
    "Keine der Initiativen hat eine vollständige Anschrift. Bitte tragen Sie Straße, PLZ und Ort "
    "ein, oder nehmen Sie die Telefonliste."
)
REPLY_DAYS = 21
"""Days a body has to send the tick-off sheet back: three weeks reach over holidays."""


class Rounds:
    """Use cases on the round of the half-year."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)

    def current(self) -> Round | None:
        """The round that is under way."""
        with self._store.read() as connection:
            return rounds.open_round(connection, clock.today())

    def due(self) -> int:
        """How many offers `begin` would take in today."""
        return len(self._fresh(self.current()))

    def begin(self) -> int:
        """Begin a round with all due offers, or add to the open one what is due since.

        Returns:
            How many offers came in.

        Raises:
            DomainError: there is nothing to ask for.
        """
        today = clock.today()
        under_way = self.current()
        fresh = self._fresh(under_way)
        if not fresh:
            raise DomainError(NOTHING_DUE)
        with self._store.write("Abfrage der Angebote begonnen") as unit:
            number = under_way.id if under_way else _new_round(unit, today)
            for offer_id in fresh:
                code = offer_codes.code_of(offer_id)
                unit.add(OfferQuestion(round_id=number, offer_id=offer_id, code=code))
        return len(fresh)

    def close(self) -> None:
        """End the open round; what was not answered stays red in the list.

        Raises:
            DomainError: none is open.
        """
        kept = self._open()
        with self._store.write("Abfrage der Angebote abgeschlossen") as unit:
            find(unit, OfferRound, kept.id).closed_on = clock.today()

    def question(self, code: str) -> tuple[AskedBody, Question]:
        """What a typed code asks about.

        Raises:
            DomainError: no such code, or its offer is not part of the open round.
        """
        number = offer_codes.offer_of(code)
        if number is None:
            raise DomainError(
                f"Den Code „{cut(code, 12)}“ gibt es nicht. Bitte vergleichen Sie Ziffern und "
                "Buchstaben mit dem Blatt."
            )
        for body in self._open().bodies:
            for one in body.questions:
                if one.offer_id == number:
                    return body, one
        raise DomainError(
            f"Angebot Nr. {number} gehört nicht zu dieser Abfrage. Bitte öffnen Sie es mit Strg+K."
        )

    def answer(self, question_id: int, answer: OfferAnswer, note: str = "") -> None:
        """Keep what a body said of one offer, as one step.

        Unchanged and changed offers count as confirmed; a changed one leaves a reminder with the
        note, one that is dropped goes to the archive.

        Raises:
            DomainError: the offer lies in the archive or in the trash.
        """
        today = clock.today()
        with self._store.write(f"Angebot abgefragt: {answer.label}") as unit:
            question = find(unit, OfferQuestion, question_id)
            offer = find(unit, Offer, question.offer_id)
            if offer.status is OfferStatus.ARCHIVED:
                raise DomainError(
                    f"Angebot Nr. {offer.id} liegt im Archiv. Bitte holen Sie es dort zurück, "
                    "bevor Sie eine andere Antwort eintragen."
                )
            question.answer, question.answered_on = answer, today
            question.note = cut(note.strip(), 1000)
            if answer is OfferAnswer.DROPPED:
                _drop(unit, offer, today)
            else:
                offer.confirmed_on = today
            if answer is OfferAnswer.CHANGED:
                unit.add(_change_reminder(offer, question.note, today))

    def confirm_all(self, offer_ids: Sequence[int]) -> None:
        """Note in one step that these offers are current: a body said so in a talk."""
        words = count(len(offer_ids), "Angebot", "Angebote")
        with self._store.write(f"{words} bestätigt") as unit:
            for number in offer_ids:
                find(unit, Offer, number).confirmed_on = clock.today()

    def talked_to(self, talk_ids: Sequence[int]) -> list[DueBody]:
        """Bodies somebody talked to for the first time today, with offers to ask for."""
        with self._store.read() as connection:
            return rounds.talked_to(connection, talk_ids, clock.today())

    def phone_list(self, path: Path, progress: Progress = QUIET) -> int:
        """Print the list to phone along: a block for each body; returns the paper's number.

        Raises:
            DomainError: no round is open, or all is answered.
            Cancelled: the user stopped; nothing was made.
        """
        from ehrenamt_desktop.reports.round_calls import phone_list

        expect_suffix(path, ".pdf")
        self._store.hold()
        kept = self._open()
        bodies = [body for body in kept.bodies if body.open]
        if not bodies:
            raise DomainError(ALL_ANSWERED)
        today = clock.today()
        phone_list(path, self._lists.office_info(), bodies, today, progress)
        asked = [one for body in bodies for one in body.open]
        with self._store.write("Telefonliste gedruckt") as unit:
            _asked(unit, asked, today, fresh_only=True)
            return _posting(unit, PaperKind.ROUND_CALLS, asked, path, today)

    def letters(self, path: Path, progress: Progress = QUIET) -> int:
        """Print a letter with a tick-off sheet for each body; returns the paper's number.

        Bodies without an address are left out: `AskedBody.missing` names them. A body that was
        asked before and has not answered gets the words of the second letter.

        Raises:
            DomainError: no round is open, all is answered, or nobody has an address.
            Cancelled: the user stopped; nothing was made.
        """
        from ehrenamt_desktop.reports.round_letter import AGAIN, FIRST, round_letters

        expect_suffix(path, ".pdf")
        self._store.hold()
        waiting = [body for body in self._open().bodies if body.open]
        bodies = [body for body in waiting if not body.missing]
        if not bodies:
            raise DomainError(NO_ADDRESS if waiting else ALL_ANSWERED)
        today = clock.today()
        until = today + dt.timedelta(days=REPLY_DAYS)
        texts = {name: LetterTexts(self._store).text(name) for name in (FIRST, AGAIN)}
        round_letters(path, self._lists.office_info(), bodies, texts, today, until, progress)
        asked = [one for body in bodies for one in body.open]
        with self._store.write("Briefe zur Abfrage gedruckt") as unit:
            for body in bodies:
                unit.add(_letter_sent(body, today))
            _asked(unit, asked, today)
            return _posting(unit, PaperKind.ROUND_LETTERS, asked, path, today)

    def _fresh(self, under_way: Round | None) -> list[int]:
        """Due offers that are not part of the open round."""
        with self._store.read() as connection:
            due = rounds.due_offers(connection, clock.today())
        bodies = under_way.bodies if under_way else ()
        asked = {one.offer_id for body in bodies for one in body.questions}
        return [number for number in due if number not in asked]

    def _open(self) -> Round:
        kept = self.current()
        if kept is None:
            raise DomainError(NO_ROUND)
        return kept


def _new_round(unit: Unit, today: dt.date) -> int:
    begun = OfferRound(started_on=today)
    unit.add(begun)
    unit.flush()
    return int(begun.id or 0)


def _drop(unit: Unit, offer: Offer, today: dt.date) -> None:
    before, offer.status = offer.status, OfferStatus.ARCHIVED
    offer.paused_until = None
    moved(unit, Kind.OFFER, int(offer.id or 0), before, offer.status, today, "entfällt")


def _change_reminder(offer: Offer, note: str, today: dt.date) -> FollowUp:
    return FollowUp(
        kind=FollowUpKind.OTHER,
        due_on=today,
        title=cut(f"Angebot ändern: {offer.title}", 200),
        note=note or f"Laut Abfrage vom {day(today)} hat sich etwas geändert.",
        offer_id=offer.id,
    )


def _letter_sent(body: AskedBody, today: dt.date) -> Interaction:
    return Interaction(
        kind=InteractionKind.LETTER,
        on=today,
        subject="Angebote abgefragt",
        note=", ".join(f"„{one.title}“" for one in body.open)[:4000],
        initiative_id=body.id,
    )


def _asked(
    unit: Unit, questions: Sequence[Question], today: dt.date, *, fresh_only: bool = False
) -> None:
    """Keep the day; a call list only the first: it may be printed and never used."""
    numbers = [one.id for one in questions if one.asked_on is None or not fresh_only]
    found = unit.exec(select(OfferQuestion).where(col(OfferQuestion.id).in_(numbers)))
    for question in found.all():
        question.asked_on = today


def _posting(
    unit: Unit, kind: PaperKind, asked: Sequence[Question], path: Path, today: dt.date
) -> int:
    posting = Posting(
        kind=kind,
        title=f"{kind.label} vom {day(today)}",
        offers=" ".join(str(one.offer_id) for one in asked),
        rows=len(asked),
        printed_on=today,
        path=str(path.absolute()),
    )
    unit.add(posting)
    unit.flush()
    return int(posting.id or 0)
