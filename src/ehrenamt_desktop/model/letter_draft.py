"""A single letter before it is printed."""

from __future__ import annotations

from typing import NamedTuple

from ehrenamt_desktop.model.enums import LetterTo
from ehrenamt_desktop.model.letter_text import LetterText, parted


class LetterDraft(NamedTuple):
    """The words of one letter, filled in and open to changes by hand.

    Attributes:
        text: which text it was made from.
        subject, body, closing: as they will be printed; what is not known keeps its placeholder.
    """

    text: LetterText
    subject: str
    body: str
    closing: str

    def words(self) -> LetterText:
        """As the words of a letter."""
        return LetterText(
            self.text.name, self.text.title, LetterTo.ANYONE, " ".join(self.subject.split()),
            " ".join(self.closing.split()), parted(self.body), self.text.number,
        )  # fmt: skip
