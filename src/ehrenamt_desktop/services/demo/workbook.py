"""The Excel list the show imports: new people, some changed ones, and two rows that are wrong."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.enums import Labelled, TermKind, TermRelation
from ehrenamt_desktop.model.rows import PersonDetail, TermRow
from ehrenamt_desktop.model.rules.age import MAJORITY
from ehrenamt_desktop.model.rules.time_grid import text as grid_text
from ehrenamt_desktop.services.demo import names, people
from ehrenamt_desktop.services.demo.people import PersonPlan
from ehrenamt_desktop.services.demo.stock import Stock

Cells = Mapping[str, object]

NEW = 25
CHANGED = 5
TITLES = (
    "Nr.", "Anrede", "Vorname", "Nachname", "Geburtsjahr", "Straße", "PLZ", "Ort", "Ortsteil",
    "Telefon", "Mobil", "E-Mail", "Beruf", "Bereiche", "Tätigkeiten", "Zeiten",
    "Stunden pro Woche", "Größte Entfernung (km)", "Einwilligung vom", "Aufmerksam durch",
    "Bemerkung",
)  # fmt: skip
"""Headings of a list as an office keeps it; the import finds their fields by itself."""

TITLE = "Interessierte vom Markttag"


def cells(
    rng: random.Random, stock: Stock, terms: Sequence[TermRow], known: Sequence[PersonDetail]
) -> list[Cells]:
    """The rows of the list.

    Args:
        rng: random numbers of their own.
        stock: places and terms of the store.
        terms: the store's vocabulary.
        known: people of the store; the first few come back with a new telephone number.
    """
    labels = {term.id: term for term in terms}
    fresh: list[Cells] = []
    while len(fresh) < NEW:
        one = people.plan(rng, stock)
        born = one.values["birth_year"]
        if born is not None and stock.as_of.year - born > MAJORITY and one.consents:
            fresh.append(_new(one, labels, stock.as_of))
    changed = [_changed(rng, stock, one) for one in known[:CHANGED]]
    return [*fresh[:12], *changed, _nameless(rng, stock), *fresh[12:], _child(rng, stock)]


def write(path: Path, rows: Sequence[Cells], as_of: dt.date) -> int:
    """Write the list as a workbook; returns the number of rows."""
    from ehrenamt_desktop.reports.sheet import write_list

    columns: list[Column[Cells]] = [
        Column(key=title, title=title, text=_text(title), value=_value(title)) for title in TITLES
    ]
    facts = {"Stand": f"{as_of:%d.%m.%Y}", "Herkunft": "Vorführdaten, alle Personen erfunden"}
    return write_list(path, TITLE, columns, rows, facts)


def _text(title: str) -> Callable[[Cells], str]:
    return lambda row: "" if row.get(title) is None else str(row[title])


def _value(title: str) -> Callable[[Cells], object]:
    return lambda row: row.get(title)


def _new(one: PersonPlan, labels: Mapping[int, TermRow], as_of: dt.date) -> Cells:
    values = one.values
    return {
        "Anrede": _label(values["salutation"]),
        "Vorname": values["first_name"],
        "Nachname": values["last_name"],
        "Geburtsjahr": values["birth_year"],
        "Straße": values["street"],
        "PLZ": values["postcode"],
        "Ort": values["city"],
        "Ortsteil": one.home.name,
        "Telefon": values["phone"],
        "Mobil": values["mobile"],
        "E-Mail": values["email"],
        "Beruf": values["profession"],
        "Bereiche": _wishes(one, labels, TermKind.AREA),
        "Tätigkeiten": _wishes(one, labels, TermKind.ACTIVITY),
        "Zeiten": grid_text(values["time_grid"]),
        "Stunden pro Woche": values["hours_per_week"],
        "Größte Entfernung (km)": values["max_km"],
        "Einwilligung vom": as_of - dt.timedelta(days=3),
        "Aufmerksam durch": "Veranstaltung",
    }


def _changed(rng: random.Random, stock: Stock, one: PersonDetail) -> Cells:
    home = stock.by_name.get(str(one.row.place)) or stock.members[0]
    return {
        "Nr.": one.id,
        "Vorname": one.row.first_name,
        "Nachname": one.row.last_name,
        "Telefon": names.phone(rng, home),
        "Bemerkung": "Neue Telefonnummer, am Stand mitgeteilt.",
    }


def _nameless(rng: random.Random, stock: Stock) -> Cells:
    home = stock.home(rng)
    return {
        "Anrede": "Frau",
        "Vorname": "Gisela",
        "Ort": home.municipality,
        "Telefon": names.phone(rng, home),
        "Bemerkung": "Nachname war nicht zu lesen.",
    }


def _child(rng: random.Random, stock: Stock) -> Cells:
    """A girl of thirteen whose guardian has not agreed: her address must not be kept."""
    home = stock.members[0]
    return {
        "Vorname": "Mia",
        "Nachname": names.last_name(rng),
        "Geburtsjahr": stock.as_of.year - 13,
        "Straße": names.street(rng),
        "PLZ": home.postal_code,
        "Ort": home.municipality,
        "Telefon": names.phone(rng, home),
        "Bereiche": "Umwelt",
        "Aufmerksam durch": "Schule",
    }


def _wishes(one: PersonPlan, labels: Mapping[int, TermRow], kind: TermKind) -> str:
    chosen = [
        labels[term].label
        for term, relation, _ in one.terms
        if relation is TermRelation.WISH and labels[term].kind is kind
    ]
    return "; ".join(chosen)


def _label(member: object) -> str:
    return member.label if isinstance(member, Labelled) else ""
