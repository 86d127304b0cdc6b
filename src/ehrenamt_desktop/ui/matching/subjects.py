"""People and offers in a line of words: what the head of a list and the detail show of them."""

from __future__ import annotations

from dataclasses import dataclass

from ehrenamt_desktop.model.enums import Salutation
from ehrenamt_desktop.model.rows import OfferDetail, OfferRow, PersonDetail, PersonRow
from ehrenamt_desktop.model.rules import time_grid
from ehrenamt_desktop.model.rules.salutation import full_name, list_name, polite_name
from ehrenamt_desktop.model.text import count, day, number


@dataclass(frozen=True, slots=True)
class Subject:
    """A person or an offer as this tab names it.

    Attributes:
        name: headline.
        polite: how a sentence names it: `Frau Dietzel`.
        facts: what stands beside the headline: place, hours, distance, days.
        meta: one line for the detail: initiative and when it was confirmed, or the place.
        text: what is said of it in full.
        when: where, when and how much, in one line.
        missing: why a person's contact cannot be passed on yet; empty if it can.
    """

    name: str
    polite: str
    facts: tuple[str, ...]
    meta: str
    text: str
    when: str
    missing: str = ""


def person_subject(detail: PersonDetail) -> Subject:
    """A person, without age and working status."""
    values = detail.values
    names = (str(values["title"]), str(values["first_name"]), str(values["last_name"]))
    place = detail.place.label if detail.place else "Wohnort nicht bekannt"
    facts = [
        place,
        _unit("bis", values["hours_per_week"], "Std. pro Woche"),
        _unit("bis", values["max_km"], "km"),
        days(values["time_grid"]),
    ]
    contact = detail.row.last_contact_on
    meta = f"letzter Kontakt am {day(contact)}" if contact else ""
    return Subject(
        name=full_name(*names),
        polite=polite_name(_salutation(values["salutation"]), *names),
        facts=tuple(one for one in facts if one),
        meta=_joined([place, meta]),
        text="",
        when=_joined(facts[1:]),
        missing=detail.handover_refusal or "",
    )


def offer_subject(detail: OfferDetail) -> Subject:
    """An offer with where, when and how many places are free."""
    values, row = detail.values, detail.row
    when = str(values["time_text"]) or time_grid.text(_grid(values["time_grid"]))
    hours = _unit("", values["hours_per_week"], "Std. pro Woche")
    free = "" if row.free is None else f"{count(row.free, 'Platz', 'Plätze')} frei"
    confirmed = row.confirmed_on
    fresh = f"zuletzt bestätigt am {day(confirmed)}" if confirmed else "noch nicht bestätigt"
    return Subject(
        name=row.title,
        polite="der Initiative",
        facts=tuple(one for one in (row.initiative, row.place, when, hours, free) if one),
        meta=_joined([row.initiative, fresh]),
        text=str(values["description"]) or str(values["teaser"]),
        when=_joined([row.place, when, hours, free]),
    )


def person_label(row: PersonRow) -> str:
    """How the search field offers a person."""
    return _with(list_name(row.first_name, row.last_name), row.place)


def offer_label(row: OfferRow) -> str:
    """How the search field offers an offer."""
    return _with(row.title, row.initiative)


def days(grid: object) -> str:
    """`Mo, Di, Do`; empty when unknown."""
    named = sorted({at for at, _ in time_grid.parts(_grid(grid))})
    return ", ".join(time_grid.DAYS[at] for at in named)


def _with(first: str, second: str) -> str:
    return f"{first} – {second}" if second else first


def _grid(value: object) -> int:
    return value if isinstance(value, int) else 0


def _salutation(value: object) -> Salutation | None:
    return Salutation(value) if isinstance(value, str) and value else None


def _unit(before: str, value: object, unit: str) -> str:
    shown = number(value) if isinstance(value, (int, float)) else ""
    return " ".join(part for part in (before, shown, unit) if part) if shown else ""


def _joined(parts: list[str]) -> str:
    return " · ".join(part for part in parts if part)
