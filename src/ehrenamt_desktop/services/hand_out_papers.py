"""What lies in a pack: the covering letter and the papers, as one file, a folder or a message."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.exchange import mail_out
from ehrenamt_desktop.exchange.reader import Reader
from ehrenamt_desktop.model.documents import PAINTED
from ehrenamt_desktop.model.file_names import safe_name
from ehrenamt_desktop.model.hand_out import Facts
from ehrenamt_desktop.model.letter_text import PAPERS
from ehrenamt_desktop.model.paper_rows import LetterAddress
from ehrenamt_desktop.model.passing import MailDraft
from ehrenamt_desktop.reports.output import replacing
from ehrenamt_desktop.services.letter_texts import LetterTexts
from ehrenamt_desktop.services.letters import NO_ADDRESS, REPLY_DAYS
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.person_address import person_address
from ehrenamt_desktop.services.whole_folder import filling
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import letter_texts

COVER, NEWER = "unterlagen", "neue-ausgabe"
"""Names of the letter texts."""
NO_MAIL = "Es ist keine E-Mail-Adresse eingetragen. Bitte tragen Sie eine ein oder drucken Sie."


class Paper(NamedTuple):
    """A paper of a pack: its kind as in `model.documents.KINDS`, and its bytes.

    `form` names the office's own form it was made from; "" for an edition of the library.
    """

    document_id: int
    title: str
    edition: str
    edition_id: int | None
    kind: str
    data: bytes
    form: str = ""

    @property
    def words(self) -> str:
        """As the letter names it."""
        return f"{self.title} ({self.edition})" if self.edition else self.title


class HandOutPapers:
    """Makes the files of a pack; nothing is remembered here."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)
        self._texts = LetterTexts(store)

    def letter(
        self, facts: Facts, papers: Sequence[Paper], text: str = COVER, *, posted: bool
    ) -> bytes:
        """The covering letter as PDF.

        Raises:
            DomainError: nothing may be sent there, or the address is not complete.
        """
        from ehrenamt_desktop.model import letter_text
        from ehrenamt_desktop.reports.letter import Letter, draw_letters, values_of

        words, office, today = self._texts.text(text), self._lists.office_info(), clock.today()
        sign = (
            f"EA-{facts.person_id}" if facts.person_id is not None else f"EA-I{facts.initiative_id}"
        )
        letter = Letter(
            self._address(facts, posted=posted), "", [], today, our_sign=sign, text=words,
            reply_until=today + dt.timedelta(days=REPLY_DAYS),
            values={PAPERS: "\n".join(one.words for one in papers)},
        )  # fmt: skip
        letter_text.check_values(words, values_of(office, letter))
        out = io.BytesIO()
        draw_letters(out, office, [letter], words, about=words.title)
        return out.getvalue()

    def one_file(
        self, path: Path, packs: Sequence[tuple[bytes, Sequence[Paper]]]
    ) -> tuple[Path, ...]:
        """Letters with their papers behind them as one PDF; what is no page lies beside it.

        Raises:
            BadFile: a paper cannot be joined; the sentence names it.
            StoreUnavailable: the file cannot be written.
        """
        parts: list[tuple[str, str, bytes]] = []
        others: dict[int, Paper] = {}
        for letter, papers in packs:
            parts.append(("Begleitbrief", "pdf", letter))
            for one in papers:
                if one.kind in PAINTED:
                    parts.append((one.title, one.kind, one.data))
                else:
                    others[one.document_id] = one
        with Reader() as reader:
            office = self._lists.office_info()
            joined = reader.join(parts, "Unterlagen", office.carrier or office.name)
        with replacing(path) as draft:
            draft.write_bytes(joined)
        beside = []
        for one in others.values():
            target = path.with_name(safe_name(f"{path.stem} – {one.title}", one.kind))
            with replacing(target) as draft:
                draft.write_bytes(one.data)
            beside.append(target)
        return tuple(beside)

    def folder(self, parent: Path, letter: bytes, papers: Sequence[Paper]) -> Path:
        """A new folder with the letter and each paper as it is, numbered in their order.

        Raises:
            StoreUnavailable: it cannot be written.
        """
        with filling(parent, f"Unterlagen {clock.today():%Y-%m-%d}") as (temporary, final):
            (temporary / "00 Begleitbrief.pdf").write_bytes(letter)
            for place, one in enumerate(papers, 1):
                name = safe_name(f"{place:02} {one.title}", one.kind)
                (temporary / name).write_bytes(one.data)
        return final

    def message(self, path: Path, facts: Facts, papers: Sequence[Paper]) -> None:
        """A draft of an e-mail with the papers attached.

        Raises:
            DomainError: there is no e-mail address.
            StoreUnavailable: the file cannot be written.
        """
        from ehrenamt_desktop.reports.letter_values import address_values
        from ehrenamt_desktop.reports.mail_text import compose

        today = clock.today()
        until = f"{today + dt.timedelta(days=REPLY_DAYS):%d.%m.%Y}"
        subject, body = compose(
            self._texts.text(COVER), self._lists.office_info(), today,
            {**address_values(self._address(facts, posted=False)), "reply_until": until},
            {PAPERS: [f"- {one.words}" for one in papers]},
        )  # fmt: skip
        files = tuple((safe_name(one.title, one.kind), one.data) for one in papers)
        mail_out.write(path, MailDraft(self._email(facts), subject, body, files=files))

    def _address(self, facts: Facts, *, posted: bool) -> LetterAddress:
        if facts.person_id is not None:
            return person_address(self._lists.person(facts.person_id), posted=posted)
        with self._store.read() as connection:
            found = letter_texts.letter_address(connection, facts.initiative_id or 0, posted=posted)
        if found is None:
            raise DomainError(NO_ADDRESS)
        return found

    def _email(self, facts: Facts) -> str:
        if facts.person_id is not None:
            found = str(self._lists.person(facts.person_id).values["email"])
        else:
            with self._store.read() as connection:
                found = letter_texts.email_of(connection, facts.initiative_id or 0)
        if not found:
            raise DomainError(NO_MAIL)
        return found
