"""What can go wrong, in four rungs: field, domain, environment, bug.

Every message is a full German sentence for the coordinator: what happened and what to do next.
A bug is any other exception; it is shown without personal data.
"""

from __future__ import annotations

from typing import NamedTuple


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


class StoreUnavailable(EhrenamtError):
    """The environment fails: disk, rights, lock, damage, key. The sentence names one way out."""


class WrongPassphrase(StoreUnavailable):
    """The passphrase does not open the key file."""


class Cancelled(EhrenamtError):
    """The user stopped a task; nothing half done remains."""

    def __init__(self) -> None:
        super().__init__("Der Vorgang wurde abgebrochen. Es wurde nichts geändert.")
