"""Places, terms, figures of law and settings."""

from __future__ import annotations

import datetime as dt
from base64 import b64decode
from typing import Any

from ehrenamt_desktop.model.enums import Mark, TermKind
from ehrenamt_desktop.model.legal import LegalRow
from ehrenamt_desktop.model.letterhead import PLAIN, Letterhead
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.rows import PlaceRow, TermRow
from ehrenamt_desktop.store.reads.cells import day, some_day
from ehrenamt_desktop.store.reads.settings import setting as setting

_PLACE = (
    "SELECT p.id, p.name, p.municipality, p.county, p.postal_code, p.area_code, p.lat, p.lon, "
    "p.member FROM place p"
)


def places(connection: Any) -> tuple[PlaceRow, ...]:
    """All places: the association's own by municipality and name, then the neighbours."""
    order = " ORDER BY p.member DESC, p.name <> p.municipality, p.sort_key"
    return tuple(_place(cells) for cells in connection.execute(_PLACE + order))


def place(connection: Any, place_id: int | None) -> PlaceRow | None:
    """One place."""
    if place_id is None:
        return None
    cells = connection.execute(f"{_PLACE} WHERE p.id = ?", (place_id,)).fetchone()
    return _place(cells) if cells else None


def board_places(connection: Any, as_of: str, open_offer: str) -> tuple[PlaceRow, ...]:
    """The places that have offers for which `open_offer` holds on `as_of` (ISO date)."""
    statement = (
        f"{_PLACE} WHERE EXISTS (SELECT 1 FROM offer r WHERE r.place_id = p.id AND {open_offer}) "
        "ORDER BY p.sort_key"
    )
    return tuple(_place(cells) for cells in connection.execute(statement, {"as_of": as_of}))


def terms(connection: Any, kind: TermKind | None) -> tuple[TermRow, ...]:
    """The terms of one kind, or all, in the catalogue's order; merged ones are left out."""
    statement = (
        "SELECT id, kind, code, label, synonyms, parent_id, active FROM term "
        "WHERE merged_into_id IS NULL AND (? IS NULL OR kind = ?) ORDER BY kind, rank, id"
    )
    value = kind.value if kind else None
    return tuple(
        TermRow(
            id=cells[0],
            kind=TermKind(cells[1]),
            code=cells[2],
            label=cells[3],
            synonyms=tuple(line for line in cells[4].split("\n") if line),
            parent_id=cells[5],
            active=bool(cells[6]),
        )
        for cells in connection.execute(statement, (value, value))
    )


def law(connection: Any, as_of: dt.date) -> tuple[LegalRow, ...]:
    """The figures of law that hold on `as_of`, one for each key."""
    statement = (
        "SELECT key, label, valid_from, value, unit, norm, mark, checked_on FROM legal_parameter l "
        "WHERE valid_from = (SELECT max(valid_from) FROM legal_parameter m "
        "WHERE m.key = l.key AND m.valid_from <= ?) ORDER BY label"
    )
    return tuple(
        LegalRow(
            key=cells[0],
            label=cells[1],
            valid_from=some_day(cells[2]),
            value=cells[3],
            unit=cells[4],
            norm=cells[5],
            mark=Mark(cells[6]),
            checked_on=day(cells[7]),
        )
        for cells in connection.execute(statement, (as_of.isoformat(),))
    )


def office_info(connection: Any) -> OfficeInfo:
    """The office as it stands on papers, with the head of its letters."""
    kept = setting(connection, "office") or {}
    fields = [key for key in OfficeInfo.__dataclass_fields__ if key != "head"]
    return OfficeInfo(
        **{key: str(kept.get(key, "")) for key in fields}, head=letterhead(connection)
    )


def letterhead(connection: Any) -> Letterhead:
    """The head of the office's letters; the plain one until it made its own."""
    statement = "SELECT logo, accent, lines, foot, controller FROM letterhead ORDER BY id LIMIT 1"
    cells = connection.execute(statement).fetchone()
    if cells is None:
        return PLAIN
    logo, accent, *words = cells
    return Letterhead(b64decode(logo), accent or PLAIN.accent, *words)


def _place(cells: Any) -> PlaceRow:
    return PlaceRow(
        id=cells[0],
        name=cells[1],
        municipality=cells[2],
        county=cells[3],
        postal_code=cells[4],
        area_code=cells[5],
        lat=cells[6],
        lon=cells[7],
        member=bool(cells[8]),
    )
