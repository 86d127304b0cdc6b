"""The head and foot of the office's letters: shown on a sample, kept in one step."""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import InvalidDraft
from ehrenamt_desktop.model.letterhead import Letterhead
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.records.letterhead import LOGO_CHARACTERS, LetterheadDraft
from ehrenamt_desktop.model.records.letterhead import Letterhead as Kept
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import catalogue

LOGO_BYTES = LOGO_CHARACTERS // 4 * 3
"""What a logo may be long as base64 text."""


class Letterheads:
    """Use cases on the letterhead."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def current(self) -> Letterhead:
        """The kept letterhead, or the plain one."""
        with self._store.read() as connection:
            return catalogue.letterhead(connection)

    def logo(self, path: Path) -> bytes:
        """A foreign picture, read in a child process and written anew; nothing is kept yet.

        Raises:
            BadFile: no PNG or JPEG, damaged or too large.
        """
        from ehrenamt_desktop.exchange.reader import Reader

        with Reader() as reader:
            return reader.picture(path, LOGO_BYTES)

    def sample(self, values: Mapping[str, object], logo: bytes) -> bytes:
        """A letter with this head as PDF.

        Args:
            values: `accent`, `lines`, `foot` and `controller`.
            logo: what `logo` gave, or nothing.

        Raises:
            InvalidDraft: the colour is too pale, or lines do not fit; said under the fields.
        """
        from ehrenamt_desktop.reports.letter_sample import sample_letter

        office = self._office(values, logo)
        out = io.BytesIO()
        sample_letter(out, office, clock.today())
        return out.getvalue()

    def save(self, values: Mapping[str, object], logo: bytes) -> None:
        """Keep the letterhead; all letters have it from now on.

        Raises:
            InvalidDraft: see `sample`.
        """
        head = self._office(values, logo).head
        with self._store.write("Briefkopf geändert") as unit:
            kept = unit.exec(select(Kept).order_by(col(Kept.id))).first() or Kept()
            kept.logo = b64encode(head.logo).decode("ascii")
            kept.accent = head.accent
            kept.lines = head.lines
            kept.foot = head.foot
            kept.controller = head.controller
            unit.add(kept)

    def sample_paper(self, path: Path) -> None:
        """Write the sample letter with the kept head as a file.

        Raises:
            StoreUnavailable: the file cannot be written.
        """
        from ehrenamt_desktop.reports.letter_sample import sample_letter
        from ehrenamt_desktop.reports.output import replacing
        from ehrenamt_desktop.services.papers import expect_suffix

        expect_suffix(path, ".pdf")
        with replacing(path) as temporary, temporary.open("wb") as out:
            sample_letter(out, Lists(self._store).office_info(), clock.today())

    def _office(self, values: Mapping[str, object], logo: bytes) -> OfficeInfo:
        """The office with a letterhead that was checked."""
        from ehrenamt_desktop.reports.letterhead import misfits

        draft = validate(LetterheadDraft, values)
        head = Letterhead(logo, draft.accent, draft.lines, draft.foot, draft.controller)
        office = replace(Lists(self._store).office_info(), head=head)
        wrong = misfits(office)
        if wrong:
            raise InvalidDraft(wrong)
        return office
