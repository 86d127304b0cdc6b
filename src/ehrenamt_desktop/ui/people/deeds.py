"""What the office does with people; called on the task lanes only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ehrenamt_desktop.model.rows import PersonDetail

if TYPE_CHECKING:
    from ehrenamt_desktop.services.office import Office


class PersonDeeds:
    """Reading and keeping one person."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def read(self, number: int) -> PersonDetail:
        """See `Deeds.read`."""
        return self._office.lists.person(number)

    def save(self, values: Mapping[str, object], number: int | None, version: int | None) -> int:
        """See `Deeds.save`."""
        return self._office.people.save(values, number, version)

    def archive(self, number: int) -> None:
        """See `Deeds.archive`."""
        self._office.people.archive(number)

    def reopen(self, number: int) -> None:
        """See `Deeds.reopen`."""
        self._office.people.reopen(number)
