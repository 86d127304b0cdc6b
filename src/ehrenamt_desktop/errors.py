"""What can go wrong, in four rungs: field, domain, environment, bug.

Every message is a full German sentence for the coordinator: what happened and what to do next.
A bug is any other exception; it is shown without personal data.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def shown(name: str) -> str:
    """A foreign name on one line, in the order it is stored: nothing turns round or hides its end.

    Signs that steer (line breaks, right-to-left marks, zero-width ones) and halves of signs become
    the sign for what cannot be shown; letters and their accents become one (NFC).
    """
    signs = (
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(sign) in _UNSEEN else sign
        for sign in unicodedata.normalize("NFC", name)
    )
    return "".join(signs)


class EhrenamtError(Exception):
    """Base of all errors that carry a German sentence for the user."""

    @property
    def sentence(self) -> str:
        """The German sentence to show."""
        return str(self.args[0]) if self.args else ""


class FieldError(NamedTuple):
    """One wrong field of a draft: its key and the German sentence shown under it."""

    key: str
    sentence: str


class InvalidDraft(EhrenamtError):
    """A draft was refused; `fields` says which fields and why."""

    def __init__(self, fields: tuple[FieldError, ...]) -> None:
        self.fields = fields
        super().__init__(" ".join(field.sentence for field in fields))


class DomainError(EhrenamtError):
    """A rule of the field forbids the step; the sentence says what to do next."""


class ConflictError(DomainError):
    """The record was changed elsewhere since it was read."""


class BadFile(EhrenamtError):
    """A foreign file cannot be read or used; nothing was changed."""

    def __init__(self, sentence: str) -> None:
        super().__init__(shown(sentence))  # it names the file


class StoreUnavailable(EhrenamtError):
    """The environment fails: disk, rights, lock, damage, key. The sentence names one way out."""


class WrongPassphrase(StoreUnavailable):
    """The passphrase does not open the key file."""


class Cancelled(EhrenamtError):
    """The user stopped a task; nothing half done remains."""

    def __init__(self) -> None:
        super().__init__("Der Vorgang wurde abgebrochen. Es wurde nichts geändert.")
