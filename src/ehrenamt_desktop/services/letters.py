"""A single letter to a person or an initiative: filled in, changed by hand, printed, remembered."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model import letter_text
from ehrenamt_desktop.model.enums import InteractionKind, Kind, LetterTo, PaperKind
from ehrenamt_desktop.model.letter_draft import LetterDraft
from ehrenamt_desktop.model.letter_text import LetterText
from ehrenamt_desktop.model.paper_rows import LetterAddress
from ehrenamt_desktop.model.records.placement import Interaction
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.services.letter_texts import LetterTexts
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.papers import expect_suffix
from ehrenamt_desktop.services.person_address import person_address
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import letter_texts

if TYPE_CHECKING:
    from ehrenamt_desktop.reports.letter import Letter

REPLY_DAYS = 14
"""Days within which an answer is asked for."""

NO_ADDRESS = (
    "Die Anschrift der Initiative ist nicht vollständig. Bitte tragen Sie Straße, PLZ und Ort ein."
)
_COLUMNS = {Kind.PERSON: "person_id", Kind.INITIATIVE: "initiative_id"}
_SIGNS = {Kind.PERSON: "EA-", Kind.INITIATIVE: "EA-I"}
_TO = {Kind.PERSON: LetterTo.PERSON, Kind.INITIATIVE: LetterTo.INITIATIVE}


class Letters:
    """Use cases on single letters."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)
        self._texts = LetterTexts(store)

    def texts(self, kind: Kind) -> tuple[LetterText, ...]:
        """The texts that can be written by hand to a person or an initiative."""
        fitting = (_TO[kind], LetterTo.ANYONE)
        return tuple(one for one in self._texts.all() if one.to in fitting and not one.lists)

    def draft(
        self, kind: Kind, number: int, name: str, answers: Mapping[str, str] | None = None
    ) -> LetterDraft:
        """The letter as far as the program can write it.

        Args:
            kind: person or initiative.
            number: of that record.
            name: of the text.
            answers: what was typed for the placeholders that begin with `?`.

        Raises:
            DomainError: no letter may go there, the address is not complete, or the text is made
                by a deed of its own.
        """
        text = self._texts.text(name)
        if text.lists or text.to not in (_TO[kind], LetterTo.ANYONE):
            raise DomainError(
                f"Der Brief „{text.title}“ lässt sich hier nicht schreiben. Bitte wählen Sie einen "
                "anderen Brieftext."
            )
        values = {**self._values(kind, number), **(answers or {})}
        return LetterDraft(
            text,
            letter_text.fill(text.subject, values),
            letter_text.fill(text.body, values),
            letter_text.fill(text.closing, values),
        )

    def sample(self, kind: Kind, number: int, draft: LetterDraft) -> bytes:
        """The letter as PDF, with all that is still open in it.

        Raises:
            DomainError: see `draft`, or the address does not fit the window.
        """
        from ehrenamt_desktop.reports.letter import draw_letters

        letter = self._letter(kind, number, draft)
        out = io.BytesIO()
        draw_letters(out, self._lists.office_info(), [letter], draft.words())
        return out.getvalue()

    def write(self, kind: Kind, number: int, draft: LetterDraft, path: Path) -> int:
        """Write the letter as `.pdf` or `.docx` and remember it; returns the paper's number.

        Raises:
            DomainError: see `draft`; a placeholder still stands for nothing; the subject or the
                text is empty; the file has another ending.
            StoreUnavailable: the file cannot be written.
        """
        from ehrenamt_desktop.reports.letter import letters, values_of
        from ehrenamt_desktop.reports.letter_docx import letter_document

        expect_suffix(path, ".pdf", ".docx")
        self._store.hold()
        words = draft.words()
        if not words.subject or not words.blocks:
            raise DomainError("Der Brief hat keinen Betreff oder keinen Text. Bitte ergänzen Sie.")
        letter, office = self._letter(kind, number, draft), self._lists.office_info()
        letter_text.check_values(words, values_of(office, letter))
        if path.suffix.lower() == ".pdf":
            letters(path, office, [letter], words, about=draft.text.title)
        else:
            letter_document(path, office, letter, words)
        return self._remember(kind, number, draft, path)

    def _letter(self, kind: Kind, number: int, draft: LetterDraft) -> Letter:
        from ehrenamt_desktop.reports.letter import Letter

        today = clock.today()
        return Letter(
            self._address(kind, number),
            "",
            [],
            today,
            our_sign=f"{_SIGNS[kind]}{number}",
            text=draft.words(),
            reply_until=today + dt.timedelta(days=REPLY_DAYS),
        )

    def _values(self, kind: Kind, number: int) -> dict[str, str]:
        from ehrenamt_desktop.reports.letter_values import address_values, office_values

        today = clock.today()
        until = today + dt.timedelta(days=REPLY_DAYS)
        values = {
            **office_values(self._lists.office_info(), today, until),
            **address_values(self._address(kind, number)),
        }
        with self._store.read() as connection:
            values["appointment"] = letter_texts.appointment(
                connection, _COLUMNS[kind], number, today
            )
            if kind is Kind.PERSON:
                values["engagement"] = letter_texts.engagement(connection, number)
        return values

    def _address(self, kind: Kind, number: int) -> LetterAddress:
        if kind is Kind.PERSON:
            return person_address(self._lists.person(number))
        with self._store.read() as connection:
            found = letter_texts.letter_address(connection, number)
        if found is None:
            raise DomainError(NO_ADDRESS)
        return found

    def _remember(self, kind: Kind, number: int, draft: LetterDraft, path: Path) -> int:
        """Keep the words with the paper and the letter in the history, as one step."""
        today = clock.today()
        record: dict[str, Any] = {_COLUMNS[kind]: number}
        with self._store.write("Brief geschrieben") as unit:
            posting = Posting(
                kind=PaperKind.LETTER,
                title=f"{draft.text.title} an {kind.label} Nr. {number}",
                rows=1,
                printed_on=today,
                path=str(path.absolute()),
                letter_text_id=draft.text.number,
                words=f"{draft.subject}\n\n{draft.body}\n\n{draft.closing}"[:20_000],
                **record,
            )
            unit.add(posting)
            unit.flush()
            unit.add(
                Interaction(
                    kind=InteractionKind.LETTER,
                    on=today,
                    subject=draft.text.title,
                    note=draft.subject[:4000],
                    posting_id=posting.id,
                    **record,
                )
            )
            return int(posting.id or 0)
