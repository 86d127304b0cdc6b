"""How long the journal is kept: for undo, and as history (design 4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from ehrenamt_desktop.errors import FieldError
from ehrenamt_desktop.model.rules.helping import months_after

KEY = "journal"
"""The setting that holds the terms."""

LONGEST = {"undo_days": (365, "Tage"), "history_months": (120, "Monate")}
"""The longest terms that can be set."""


class JournalTerms(NamedTuple):
    """For how many days steps can be undone, and for how many months changes can be read."""

    undo_days: int = 90
    history_months: int = 24

    @classmethod
    def of(cls, kept: Mapping[str, Any] | None) -> JournalTerms:
        """What the setting says, the usual terms where it says nothing."""
        return cls(**{key: int(kept[key]) for key in cls._fields if kept and key in kept})

    def undo_from(self, today: dt.date) -> dt.date:
        """The first day whose steps can be undone; never before the first that can be read."""
        return max(today - dt.timedelta(days=self.undo_days), self.history_from(today))

    def history_from(self, today: dt.date) -> dt.date:
        """The first day whose changes can be read."""
        return months_after(today, -self.history_months)


def refusals(values: Mapping[str, Any]) -> tuple[FieldError, ...]:
    """What is wrong with terms, by field; nothing if they can be kept."""
    return tuple(
        FieldError(key, f"Bitte geben Sie {unit} von 1 bis {most} ein.")
        for key, (most, unit) in LONGEST.items()
        if not isinstance(values.get(key), int) or not 1 <= values[key] <= most
    )
