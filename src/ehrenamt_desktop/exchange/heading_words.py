"""The headings that a list of a kind usually has."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from ehrenamt_desktop.model.columns.fields import FIELDS, Field
from ehrenamt_desktop.model.text import fold

ENOUGH = 2
"""Weight from which a row can be the header: one common word alone may be a datum."""

_NEEDED = 6
_NAMES = {"people": ("last_name", "full_name"), "initiatives": (), "offers": ()}


def squeeze(heading: str) -> str:
    """A heading without case, umlauts, blanks and signs: `First_Name` is `firstname`."""
    return "".join(fold(heading).split())


@cache
def names(noun: str) -> dict[str, tuple[Field, int]]:
    """Squeezed heading words → field and rank (0 own name, 1 synonym)."""
    named: dict[str, tuple[Field, int]] = {}
    for one in FIELDS[noun]:
        for name in (one.label, one.key):
            named.setdefault(squeeze(name), (one, 0))
    for one in FIELDS[noun]:
        for name in one.synonyms:
            named.setdefault(squeeze(name), (one, 1))
    return named


def wanted(noun: str, more: Iterable[str] = ()) -> dict[str, int]:
    """Squeezed headings by which the header of a list, and its sheet, are found, with weights.

    Args:
        noun: `people`, `initiatives` or `offers`.
        more: headings that a mapping names.
    """
    weights = {
        name: _NEEDED if one.required or one.key in _NAMES[noun] else 1
        for name, (one, _) in names(noun).items()
    }
    weights |= {squeeze(name): ENOUGH for name in more}
    weights.pop("", None)
    return weights
