"""The Ehrenamts-Card: conditions of the right county, and the letter that goes with the form."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import FieldError, InvalidDraft
from ehrenamt_desktop.model import letter_text
from ehrenamt_desktop.model.card_letter import (
    CardCheck,
    CardLetter,
    engagement_lines,
    recipient,
)
from ehrenamt_desktop.model.enums import InteractionKind, Mark, PaperKind
from ehrenamt_desktop.model.letter_draft import LetterDraft
from ehrenamt_desktop.model.letter_text import LetterText
from ehrenamt_desktop.model.paper_rows import LetterAddress
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.model.rules.card import Declared, conditions
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.model.text import day, tidy
from ehrenamt_desktop.services.letter_texts import LetterTexts
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.papers import expect_suffix
from ehrenamt_desktop.services.serial_history import note_all
from ehrenamt_desktop.services.settings import keep_setting
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import engagements as reads

if TYPE_CHECKING:
    from ehrenamt_desktop.reports.letter import Letter

TEXT = "ehrenamts-card"
GREETING = "Sehr geehrte Damen und Herren"
ADDRESSES = "card.addresses"
"""Setting: the address of each county as it stood on the last letter."""
LONGEST = 8000
"""Characters of the letter."""
_TOWN = re.compile(r"\d{5} \S")


class Cards:
    """Use cases on the Ehrenamts-Card."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)

    def check(self, person_id: int, declared: Declared) -> CardCheck:
        """How it stands with each condition; a figure that no source proves leaves it open.

        Args:
            person_id: who wants the card.
            declared: engagement elsewhere, as the person says.
        """
        today = clock.today()
        person = self._lists.person(person_id)
        with self._store.read() as connection:
            began = reads.began(connection, person_id, today.isoformat())
        county = person.place.county if person.place else ""
        figures = {row.key: row for row in self._lists.law() if row.mark is Mark.VERIFIED}
        parts = (str(person.values[key]) for key in ("title", "first_name", "last_name"))
        found = conditions(county, began, declared, figures, today)
        return CardCheck(county, full_name(*parts), found, began)

    def letter(self, person_id: int, declared: Declared) -> CardLetter:
        """The covering letter as the records say it."""
        today = clock.today()
        check = self.check(person_id, declared)
        text = LetterTexts(self._store).text(TEXT)
        values = {
            "?Name der Person": check.name,
            "?Engagement": engagement_lines(check, declared, today),
            "greeting": GREETING,
            "phone": self._lists.office_info().phone,
            "date": day(today),
        }
        return CardLetter(
            self._addresses().get(check.county) or recipient(check.county),
            letter_text.fill(text.subject, values),
            letter_text.fill(text.body, values),
        )

    def sample(self, person_id: int, letter: CardLetter) -> bytes:
        """The letter as PDF, with all that is still open in it; nothing is kept.

        Raises:
            DomainError: the address does not fit the window.
        """
        from ehrenamt_desktop.reports.letter import draw_letters

        out = io.BytesIO()
        made = self._made(person_id, letter)
        draw_letters(out, self._lists.office_info(), [made], self._words(letter))
        return out.getvalue()

    def write(
        self, path: Path, person_id: int, letter: CardLetter, progress: Progress = QUIET
    ) -> int:
        """Print the letter and keep its words; returns the paper's number.

        Raises:
            InvalidDraft: the address has no street or town, or the letter is empty or too long.
            DomainError: a placeholder stands for nothing, the file does not end in `.pdf`.
            Cancelled: the user stopped; nothing was made.
        """
        from ehrenamt_desktop.reports.letter import letters

        expect_suffix(path, ".pdf")
        self._store.hold()
        person = self._lists.person(person_id)
        county = person.place.county if person.place else ""
        _check(letter)
        letters(
            path, self._lists.office_info(), [self._made(person_id, letter)], self._words(letter),
            progress, "Ehrenamts-Card",
        )  # fmt: skip
        with self._store.write("Begleitschreiben zur Ehrenamts-Card gedruckt") as unit:
            posting = Posting(
                kind=PaperKind.CARD_LETTER,
                title=f"{PaperKind.CARD_LETTER.label}, Person Nr. {person_id}",
                person_id=person_id,
                rows=1,
                printed_on=clock.today(),
                path=str(path.absolute()),
                words=letter.kept(),
            )
            unit.add(posting)
            unit.flush()
            note_all(unit, InteractionKind.LETTER, PaperKind.CARD_LETTER.label, "people",
                     [person_id], posting.id)  # fmt: skip
            if county:
                keep_setting(unit, ADDRESSES, {**self._addresses(), county: letter.to})
            return int(posting.id or 0)

    def _addresses(self) -> dict[str, str]:
        """Where the letter went last, by county."""
        return dict(self._lists.setting(ADDRESSES) or {})

    def _words(self, letter: CardLetter) -> LetterText:
        text = LetterTexts(self._store).text(TEXT)
        return LetterDraft(text, letter.subject, letter.body, text.closing).words()

    def _made(self, person_id: int, letter: CardLetter) -> Letter:
        from ehrenamt_desktop.reports.letter import Letter

        lines = tuple(tidy(line) for line in letter.to.splitlines() if tidy(line))
        address = LetterAddress(lines, GREETING, "")
        sign, enclosed = f"EA-{person_id}", ("Antrag auf die Ehrenamts-Card",)
        return Letter(address, "", [], clock.today(), our_sign=sign, enclosures=enclosed)


def _check(letter: CardLetter) -> None:
    wrong = []
    lines = [tidy(line) for line in letter.to.splitlines() if tidy(line)]
    if len(lines) < 3 or not _TOWN.match(lines[-1]):
        wrong.append(FieldError("to", "Bitte ergänzen Sie Straße, PLZ und Ort des Kreises."))
    for key in ("subject", "body"):
        text = getattr(letter, key)
        if not tidy(text):
            wrong.append(FieldError(key, "Bitte füllen Sie dieses Feld aus."))
        if len(text) > LONGEST:
            wrong.append(FieldError(key, f"Bitte kürzen Sie auf höchstens {LONGEST} Zeichen."))
    if wrong:
        raise InvalidDraft(tuple(wrong))
