"""An enum that speaks German: stored value, label, codes of imports."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from ehrenamt_desktop.model.text import fold


class Labelled(StrEnum):
    """An enum whose members carry a German label and the codes an import may use."""

    label: str
    codes: tuple[str, ...]

    def __new__(cls, value: str, label: str = "", *codes: str) -> Self:
        """Make a member from its stored value, its German label and import codes."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.codes = codes
        return member

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The member whose value, label or code equals `text` (case and umlauts folded)."""
        wanted = fold(text)
        for member in cls if wanted else ():
            if wanted in map(fold, (str(member.value), member.label, *member.codes)):
                return member
        return None
