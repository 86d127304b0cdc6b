"""What stood in a form when the program ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from ehrenamt_desktop.model.enums import Kind


class Unsaved(NamedTuple):
    """What stood in a form when the program ended before it was kept.

    Attributes:
        key: under which it is kept.
        kind: what record it was.
        number: which; None for a new one.
        saved_at: the office's time.
        values: what the form of a new record began with.
        changes: what was typed, by field, as `kit.form_draft` writes it.
    """

    key: str
    kind: Kind
    number: int | None
    saved_at: dt.datetime
    values: Mapping[str, object]
    changes: Mapping[str, object]

    @property
    def words(self) -> str:
        """`Person Nr. 12` or `Person (neu)`: no name stands in a notice."""
        return f"{self.kind.label} {'(neu)' if self.number is None else f'Nr. {self.number}'}"
