"""Figures of law, and what is worth knowing of them."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from ehrenamt_desktop.model.enums import Mark


class LegalRow(NamedTuple):
    """A dated figure of law."""

    key: str
    label: str
    valid_from: dt.date
    value: str
    unit: str
    norm: str
    mark: Mark
    checked_on: dt.date | None


class LegalHint(NamedTuple):
    """A sentence on figures of law that concern somebody, and where it comes from."""

    sentence: str
    source: str
