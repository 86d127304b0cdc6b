"""Field limits, read once from the drafts and handed out as plain data.

Forms use them without ever seeing pydantic. Calling `of` imports the records, so it belongs behind
the painted window.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache


@dataclass(frozen=True, slots=True)
class Limit:
    """What a field accepts.

    Attributes:
        required: an empty value is refused.
        optional: None is a legal value (unknown); else empty text is "".
        max_length: characters, or None.
        low: smallest number, or None.
        high: largest number, or None.
        choices: the enum whose members are accepted, or None.
    """

    required: bool = False
    optional: bool = True
    max_length: int | None = None
    low: float | None = None
    high: float | None = None
    choices: type[Enum] | None = None


@cache
def of(noun: str) -> Mapping[str, Limit]:
    """The limits of every field of a draft, by key.

    Args:
        noun: `person`, `initiative`, `contact`, `offer`, `placement`, `follow_up`, `interaction`,
            `talk`, `call`, `credential`, `consent`, `interest`,
            `founding_step`, `document`, `document_edition`.

    Raises:
        KeyError: there is no such draft.
    """
    from ehrenamt_desktop.model.records import drafts

    return drafts.limits(noun)
