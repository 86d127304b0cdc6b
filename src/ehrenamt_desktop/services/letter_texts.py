"""The words of all letters: shipped ones, and the versions the office made of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model import letter_text
from ehrenamt_desktop.model.letter_text import LetterText
from ehrenamt_desktop.model.records.letter_text import LetterText as Kept
from ehrenamt_desktop.model.records.letter_text import LetterTextDraft
from ehrenamt_desktop.paths import resources
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads.letter_texts import own_texts

OWN = "eigen"
"""Begins the names of texts that replace no shipped one."""


@cache
def shipped() -> Mapping[str, LetterText]:
    """The texts that come with the program, by name."""
    files = sorted((resources() / "letters").glob("*.md"))
    return {
        file.stem: letter_text.parse(file.stem, file.read_text(encoding="utf-8")) for file in files
    }


class LetterTexts:
    """Use cases on letter texts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[LetterText, ...]:
        """Every text as it counts now, by title."""
        with self._store.read() as connection:
            own = {one.name: one for one in own_texts(connection)}
        counting = {**shipped(), **{name: one for name, one in own.items() if one.blocks}}
        return tuple(sorted(counting.values(), key=lambda one: one.title.casefold()))

    def text(self, name: str) -> LetterText:
        """One text as it counts now.

        Raises:
            DomainError: there is no such text.
        """
        found = next((one for one in self.all() if one.name == name), None)
        if found is None:
            raise DomainError(
                f"Den Brieftext „{name}“ gibt es nicht. Bitte wählen Sie einen anderen Brieftext."
            )
        return found

    def check(self, name: str, values: Mapping[str, object]) -> None:
        """Whether these words could be kept under that name; nothing is kept.

        Raises:
            InvalidDraft: something is empty or too long.
            DomainError: a placeholder is unknown, is missing or stands in the wrong place.
        """
        _draft(name, values)

    def keep(self, name: str, values: Mapping[str, object]) -> str:
        """Keep a version; it counts for all letters from now on.

        Args:
            name: of the text it replaces; empty for a new one.
            values: `title`, `to`, `subject`, `closing` and `body`.

        Returns:
            The name.

        Raises:
            InvalidDraft, DomainError: see `check`.
        """
        draft = _draft(name, values)
        with self._store.write("Brieftext geändert" if name else "Brieftext angelegt") as unit:
            kept = Kept(
                name=name or OWN,
                title=draft.title,
                purpose=draft.to.value,
                subject=draft.subject,
                closing=draft.closing,
                body=draft.body,
                on=clock.today(),
            )
            unit.add(kept)
            unit.flush()
            if not name:
                kept.name = f"{OWN}-{kept.id}"
            return kept.name

    def drop(self, name: str) -> None:
        """The shipped text counts again; a text of the office's own is gone from the list."""
        kept = self.text(name)
        if kept.number is None:
            return
        with self._store.write("Brieftext zurückgenommen") as unit:
            unit.add(Kept(name=name, title=kept.title, purpose=kept.to.value, on=clock.today()))


def _draft(name: str, values: Mapping[str, object]) -> LetterTextDraft:
    draft = validate(LetterTextDraft, values)
    before = shipped().get(name)
    made = LetterText(
        name, draft.title, draft.to, draft.subject, draft.closing,
        letter_text.parted(draft.body),
    )  # fmt: skip
    letter_text.check(made, before.lists if before is not None else ())
    return draft
