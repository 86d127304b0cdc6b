"""One line of the recipient log, as records show it."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from ehrenamt_desktop.model.enums import PassingWay


class PassedRow(NamedTuple):
    """One line of the recipient log (Art. 15 and 19 GDPR); `parts` in words."""

    id: int
    placement_id: int
    on: dt.date
    offer: str
    initiative: str
    recipient: str
    way: PassingWay
    address: str
    parts: str

    @property
    def sentence(self) -> str:
        """`23.11.2026 an Anna Roth, Förderverein (E-Mail, a@b.de): Name, Telefon`."""
        by = ", ".join(part for part in (self.way.label, self.address) if part)
        return f"{self.on:%d.%m.%Y} an {self.recipient} ({by}): {self.parts}"
