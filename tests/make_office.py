"""A ready office for tests: one empty store made per run, copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

from ehrenamt_desktop.model.enums import TermKind
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import Office, open_office

_templates: dict[str, Path] = {}


def make_office(folder: Path, template_folder: Path) -> Office:
    """An open, empty office in `folder`."""
    path = folder / "buero.ehrenamt"
    if "empty" not in _templates or not _templates["empty"].exists():
        _templates["empty"] = template_folder / "leer.ehrenamt"
        create_office(_templates["empty"])
    shutil.copyfile(_templates["empty"], path)
    return open_office(path)


def place_id(office: Office, name: str) -> int:
    """The number of a place."""
    return next(place.id for place in office.lists.places() if place.name == name)


def term_id(office: Office, kind: TermKind, code: str) -> int:
    """The number of a term."""
    return next(term.id for term in office.lists.terms(kind) if term.code == code)


def adult(office: Office, **values: object) -> int:
    """A person of age whose contact may be passed on."""
    number = office.people.save(
        {"last_name": "Dietzel", "first_name": "Marion", "birth_year": 1961, **values}
    )
    for scope in ("storage", "handover"):
        office.people.add_consent(number, {"scope": scope, "given_on": "2026-11-01"})
    return number


def offer(office: Office, **values: object) -> int:
    """A published offer of an initiative of its own."""
    initiative = values.pop("initiative_id", None) or office.initiatives.save(
        {"name": "Förderverein Stadtbücherei", "place_id": place_id(office, "Sontra")}
    )
    fields = {"title": "Kindern vorlesen", "status": "published", "initiative_id": initiative}
    return office.offers.save({**fields, **values})
