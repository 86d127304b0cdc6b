"""Values of a person in German words, and the names of the fields as the form has them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from ehrenamt_desktop.model import text
from ehrenamt_desktop.model.doubles import LikelyPerson
from ehrenamt_desktop.model.enums import Labelled
from ehrenamt_desktop.model.rules import time_grid
from ehrenamt_desktop.ui.people.person_specs import PROFILE, QUICK

ASK = "Schon da?"
NOTHING = "–"
LONGEST = 45
"""Signs of a value that are shown; the tooltip has all."""

LABELS: Mapping[str, str] = {spec.key: spec.label for spec in (*QUICK, *PROFILE)}


def label_of(key: str) -> str:
    """The form's name of a field."""
    return LABELS.get(key, "Weitere Angabe")


def value_of(key: str, value: object, places: Mapping[int, str]) -> str:
    """A value in words; `places` names the Ortsteile by number."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, Labelled):
        return value.label
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, dt.date):
        return text.day(value)
    if key == "place_id":
        return places.get(int(str(value)), NOTHING)
    if key == "time_grid":
        return time_grid.text(int(str(value))) or NOTHING
    if isinstance(value, float):
        return text.number(value)
    return str(value)


def hint_of(found: tuple[LikelyPerson, ...]) -> str:
    """`Schon da? Müller, Hans · 01.02.1956 · Sontra (gleicher Name, gleiche Mobilnummer)`."""
    first = found[0]
    about = " · ".join(part for part in (first.person.name, first.person.about) if part)
    more = len(found) - 1
    others = f" Und {text.count(more, 'weitere Person', 'weitere Personen')}." if more else ""
    return f"{ASK} {about} ({first.reason}).{others}"
