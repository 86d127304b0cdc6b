"""One letter to everybody in a list: filled in, printed, kept in each course, as one step."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model import letter_text
from ehrenamt_desktop.model.enums import InteractionKind, Kind, PaperKind
from ehrenamt_desktop.model.letter_text import LetterText
from ehrenamt_desktop.model.letters import Letter as Planned
from ehrenamt_desktop.model.letters import LetterPlan
from ehrenamt_desktop.model.paper_rows import LetterAddress
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.model.serial import SerialRun, SerialWish
from ehrenamt_desktop.model.text import cut
from ehrenamt_desktop.services.letters import REPLY_DAYS, Letters
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.papers import expect_suffix
from ehrenamt_desktop.services.serial_history import note_all
from ehrenamt_desktop.services.serial_letters import NOBODY, SerialLetters
from ehrenamt_desktop.services.whole_folder import filling
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import letter_texts

if TYPE_CHECKING:
    from ehrenamt_desktop.reports.letter import Letter

KINDS = {"people": Kind.PERSON, "initiatives": Kind.INITIATIVE}
_COLUMNS = {"people": "person_id", "initiatives": "initiative_id"}
_SIGNS = {"people": "EA-", "initiatives": "EA-I"}


class SerialPrint:
    """Use cases on one letter to many."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)
        self._letters = Letters(store)
        self._plans = SerialLetters(store)

    def texts(self, noun: str) -> tuple[LetterText, ...]:
        """The texts that can go to everybody in a list of people or initiatives."""
        return self._letters.texts(KINDS[noun])

    def plan(self, ids: Sequence[int], wish: SerialWish, *, noun: str = "people") -> LetterPlan:
        """Who gets this letter, who none and why; an answer that is missing keeps nobody out.

        Raises:
            DomainError: there is no such text for them.
        """
        text = self._text(wish, noun)
        return self._filled(ids, text, wish, noun)[0]

    def sample(self, ids: Sequence[int], wish: SerialWish, *, noun: str = "people") -> bytes:
        """The first letter as PDF.

        Raises:
            DomainError: nobody gets one, or there is no such text for them.
        """
        from ehrenamt_desktop.reports.letter import draw_letters

        text = self._text(wish, noun)
        letters = self._filled(ids, text, wish, noun)[1]
        if not letters:
            raise DomainError(NOBODY[noun])
        out = io.BytesIO()
        draw_letters(out, self._lists.office_info(), letters[:1], text)
        return out.getvalue()

    def write(
        self,
        path: Path,
        ids: Sequence[int],
        wish: SerialWish,
        *,
        noun: str = "people",
        progress: Progress = QUIET,
    ) -> SerialRun:
        """Print the letters and keep them in the course of everybody, together or not at all.

        Args:
            path: the PDF; for single files the folder in which a new folder is made.
            ids: the people or initiatives.
            wish: which letter.
            noun: `people` or `initiatives`.
            progress: told after each letter.

        Raises:
            DomainError: nobody gets one, an answer is missing, or the file has another ending.
            Cancelled: the user stopped; nothing was made.
            StoreUnavailable: the file cannot be written.
        """
        if not wish.single:
            expect_suffix(path, ".pdf")
        self._store.hold()
        text = self._text(wish, noun)
        plan, letters = self._filled(ids, text, wish, noun)
        if not letters:
            raise DomainError(NOBODY[noun])
        letter_text.check_values(text, _values(self._lists, letters[0]))
        reached = [number for one in plan.letters for number in one.numbers]
        with self._store.write("Serienbrief geschrieben") as unit:
            posting = Posting(
                kind=PaperKind.SERIAL_LETTER,
                title=cut(f"Serienbrief „{text.title}“", 200),
                rows=len(letters),
                printed_on=clock.today(),
                letter_text_id=text.number,
                words=f"{text.subject}\n\n{text.body}\n\n{text.closing}"[:20_000],
            )
            unit.add(posting)
            unit.flush()
            note_all(unit, InteractionKind.LETTER, text.title, noun, reached, posting.id)
            made = self._print(path, text, letters, progress, single=wish.single)
            posting.path = str(made.absolute())
        return SerialRun(made, len(letters), len(reached))

    def _print(
        self,
        path: Path,
        text: LetterText,
        letters: Sequence[Letter],
        progress: Progress,
        *,
        single: bool,
    ) -> Path:
        from ehrenamt_desktop.reports.letter import letters as write

        office = self._lists.office_info()
        if not single:
            write(path, office, letters, text, progress, text.title)
            return path
        name = f"Serienbrief {clock.today():%Y-%m-%d}"
        digits = len(str(len(letters)))
        with filling(path, name) as (temporary, final):
            for place, one in enumerate(letters):
                progress.step(place, len(letters), f"Brief {place + 1} von {len(letters)}")
                file = temporary / f"Brief {place + 1:0{digits}}.pdf"
                write(file, office, [one], text, about=text.title)
            progress.step(len(letters), len(letters))
        return final

    def _text(self, wish: SerialWish, noun: str) -> LetterText:
        found = next((one for one in self.texts(noun) if one.name == wish.text), None)
        if found is None:
            raise DomainError(
                "Diesen Brieftext gibt es hier nicht. Bitte wählen Sie einen anderen Brieftext."
            )
        return found

    def _filled(
        self, ids: Sequence[int], text: LetterText, wish: SerialWish, noun: str
    ) -> tuple[LetterPlan, list[Letter]]:
        """The letters with what each says; who lacks something for this text gets none."""
        own = [name for name in text.used if name in letter_text.OWN]
        shared = wish.per_household and not own
        plan = self._plans.plan(ids, noun=noun, per_household=shared)
        kept, letters, refused = [], [], list(plan.refused)
        today = clock.today()
        with self._store.read() as connection:
            for one in plan.letters:
                values = {**wish.answers, **_own(connection, noun, one.numbers[0], own, today)}
                lacking = [name for name in own if not values[name]]
                if lacking:
                    reason = f"Für diesen Brief fehlt: {letter_text.named(lacking)}."
                    refused.append((one.numbers[0], one.name, reason))
                    continue
                kept.append(one)
                letters.append(_letter(one, noun, values, today))
        return LetterPlan(tuple(kept), tuple(refused)), letters


def _letter(planned: Planned, noun: str, values: Mapping[str, str], today: dt.date) -> Letter:
    from ehrenamt_desktop.reports.letter import Letter

    return Letter(
        LetterAddress(planned.lines, planned.greeting, planned.polite_name),
        "",
        [],
        today,
        our_sign=f"{_SIGNS[noun]}{planned.numbers[0]}",
        reply_until=today + dt.timedelta(days=REPLY_DAYS),
        values=values,
    )


def _values(lists: Lists, letter: Letter) -> Mapping[str, str]:
    from ehrenamt_desktop.reports.letter import values_of

    return values_of(lists.office_info(), letter)


def _own(
    connection: object, noun: str, number: int, names: Sequence[str], today: dt.date
) -> dict[str, str]:
    """What only one letter can say, as far as the text asks for it."""
    values = {}
    if "appointment" in names:
        values["appointment"] = letter_texts.appointment(connection, _COLUMNS[noun], number, today)
    if "engagement" in names:
        person = noun == "people"
        values["engagement"] = letter_texts.engagement(connection, number) if person else ""
    return values
