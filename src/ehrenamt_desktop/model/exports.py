"""Lists with personal data that leave the program: why, and until when they are kept."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from ehrenamt_desktop.errors import FieldError, InvalidDraft
from ehrenamt_desktop.model.text import tidy

PERSONAL = frozenset({"people", "initiatives", "placements"})
"""Lists that name people: initiatives name their contacts."""

KEEP_DAYS = 30
"""Days until a list is to be deleted, unless another day is entered."""

LONGEST_PURPOSE = 300
PURPOSES = ("Serienbrief mit Word", "Einladung", "Absprache im Büro", "Eigene Auswertung")
"""What such lists are usually for."""


class ExportReason(NamedTuple):
    """Why a list with personal data is written, and when the file is to be deleted."""

    purpose: str
    delete_on: dt.date


def checked(purpose: str, delete_on: dt.date | None, today: dt.date) -> ExportReason:
    """The reason as it is kept.

    Raises:
        InvalidDraft: the purpose is missing or too long, the day is missing or has passed.
    """
    purpose, errors = tidy(purpose), []
    if not purpose or len(purpose) > LONGEST_PURPOSE:
        sentence = f"Bitte sagen Sie mit höchstens {LONGEST_PURPOSE} Zeichen, wofür die Liste ist."
        errors.append(FieldError("purpose", sentence))
    if delete_on is None or delete_on < today:
        sentence = "Bitte wählen Sie heute oder einen späteren Tag."
        errors.append(FieldError("delete_on", sentence))
    if errors or delete_on is None:
        raise InvalidDraft(tuple(errors))
    return ExportReason(purpose, delete_on)
