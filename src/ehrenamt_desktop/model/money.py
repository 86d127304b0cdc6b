"""Costs and yearly targets as rows, and euro as they are written."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from ehrenamt_desktop.model.enums import CostKind
from ehrenamt_desktop.model.figure_rows import Unit, amount_text

COMMON = "gemeinsam"
_EURO = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+)(,\d{1,2})?")


class CostRow(NamedTuple):
    """Money spent; without a municipality it is common to all."""

    id: int
    version: int
    on: dt.date
    kind: CostKind
    cents: int
    municipality: str
    note: str

    @property
    def euro(self) -> str:
        """`1.250,00 €`."""
        return amount_text(self.cents / 100, Unit.EURO)

    @property
    def whose(self) -> str:
        """The municipality, or that it is common."""
        return self.municipality or COMMON


class TargetRow(NamedTuple):
    """What a figure is to reach in a year; without a municipality for all of them."""

    id: int
    version: int
    year: int
    figure: str
    municipality: str
    value: float


def parse_cents(text: str) -> int | None:
    """Cents from `1.250,00 €`, `12,5` or `12`; None for anything else."""
    bare = text.replace("€", "").replace("EUR", "").replace("\u00a0", " ").strip()
    if not _EURO.fullmatch(bare):
        return None
    whole, _, rest = bare.replace(".", "").partition(",")
    cents = abs(int(whole)) * 100 + int(rest.ljust(2, "0") or 0)
    return -cents if whole.startswith("-") else cents
