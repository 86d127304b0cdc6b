"""What every office starts with: places, vocabularies, figures of law, the first user.

Seeding adds what is missing and never overwrites: labels, synonyms and figures are the office's to
change.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import tomllib
from collections.abc import Mapping
from typing import Any

from sqlmodel import col, select

from ehrenamt_desktop.model.enums import Mark, TermKind
from ehrenamt_desktop.model.records.law import LegalParameter
from ehrenamt_desktop.model.records.office import Setting, User
from ehrenamt_desktop.model.records.place import Place
from ehrenamt_desktop.model.records.term import Term
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.paths import resources
from ehrenamt_desktop.services.first_views import add_first_views
from ehrenamt_desktop.services.seeding_documents import seed_documents
from ehrenamt_desktop.services.seeding_grants import seed_grants
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.unit import Unit

MEMBERS = frozenset({"Sontra", "Herleshausen", "Nentershausen"})
COUNTIES = {
    "06636": "Werra-Meißner-Kreis",
    "06632": "Kreis Hersfeld-Rotenburg",
    "16063": "Wartburgkreis",
}
"""County by the first five digits of the municipality key (AGS)."""

RENEWED = "Grundbestand ergänzt"
"""The step that `renew` is."""


def seed(store: Store, settings: Mapping[str, object] | None = None) -> None:
    """Add missing places, terms, figures of law, user, office and first views in one step.

    It is closed to undo.

    Args:
        store: an office just made.
        settings: what the office says of itself, by key.
    """
    with store.write("Grundbestand angelegt") as unit:
        unit.closed = True
        _seed_user(unit)
        _seed_places(unit)
        _seed_terms(unit)
        _seed_law(unit)
        seed_grants(unit)
        seed_documents(unit)
        for key, value in (settings or {}).items():
            unit.add(Setting(key=key, value=json.dumps(value, ensure_ascii=False)))
        unit.flush()
        _seed_office(unit)
        add_first_views(unit)


def renew(unit: Unit) -> None:
    """Add the words, figures of law and views that came with a newer program; a step of nobody's.

    What the office changed, merged, switched off or was offered before stays as it is.
    """
    unit.closed, unit.user_id = True, None
    _seed_terms(unit)
    _seed_law(unit)
    seed_grants(unit)
    seed_documents(unit)
    add_first_views(unit)


def _seed_user(unit: Unit) -> None:
    if unit.exec(select(User.id)).first() is None:
        unit.add(User(name="Koordination"))
        unit.flush()


def _seed_places(unit: Unit) -> None:
    known = set(unit.exec(select(Place.name, Place.municipality)).all())
    with (resources() / "places.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if (row["place"], row["municipality"]) not in known:
                unit.add(_place(row))


def _place(row: dict[str, str]) -> Place:
    return Place(
        name=row["place"],
        municipality=row["municipality"],
        county=COUNTIES.get(row["ags"][:5], ""),
        ags=row["ags"],
        postal_code=row["postal_code"],
        area_code=row["area_code"],
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        elevation_m=int(row["elevation_m"]) if row["elevation_m"] else None,
        population=int(row["population"]) if row["population"] else None,
        population_year=int(row["population_year"]) if row["population_year"] else None,
        precision=row["precision"],
        credit=row["source"],
        member=row["municipality"] in MEMBERS,
        sort_key=fold(row["place"]),
    )


def _seed_terms(unit: Unit) -> None:
    known = {(term.kind, term.code): term for term in unit.exec(select(Term))}
    entries: list[dict[str, Any]] = _toml("catalogue.toml")["term"]
    for rank, entry in enumerate(entries):
        key = (TermKind(entry["kind"]), entry["code"])
        if key in known:
            continue
        parent = known.get((key[0], entry.get("parent", "")))
        known[key] = Term(
            kind=key[0],
            code=entry["code"],
            label=entry["label"],
            synonyms="\n".join(entry.get("synonyms", ())),
            parent_id=parent.id if parent else None,
            rank=rank,
        )
        unit.add(known[key])
        unit.flush()


def _seed_law(unit: Unit) -> None:
    known = set(unit.exec(select(LegalParameter.key, col(LegalParameter.valid_from))).all())
    law = _toml("law.toml")
    checked_on: dt.date = law["checked_on"]
    for parameter in law["parameter"]:
        for value in parameter["values"]:
            if (parameter["key"], value["valid_from"]) in known:
                continue
            unit.add(
                LegalParameter(
                    key=parameter["key"],
                    label=parameter["label"],
                    valid_from=value["valid_from"],
                    value=value["value"],
                    unit=parameter["unit"],
                    norm=parameter["norm"],
                    mark=Mark.VERIFIED if value["mark"] == "V" else Mark.UNVERIFIED,
                    checked_on=checked_on,
                )
            )


def _seed_office(unit: Unit) -> None:
    if unit.exec(select(Setting.id).where(col(Setting.key) == "office")).first() is None:
        stored = json.dumps(_toml("office.toml"), ensure_ascii=False)
        unit.add(Setting(key="office", value=stored))


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((resources() / name).read_text(encoding="utf-8"))
