"""Frozen editions: what left the office, and what it counted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from ehrenamt_desktop.model import figure_json
from ehrenamt_desktop.model.enums import PaperKind
from ehrenamt_desktop.model.figure_rows import EditionRow, FigureReport
from ehrenamt_desktop.model.shield import Printed
from ehrenamt_desktop.store.reads.cells import some_day


class LastDefinitions(NamedTuple):
    """The definitions of the last edition: words by key, and its number; 0 without one."""

    words: Mapping[str, str]
    number: int


class KeptCase(NamedTuple):
    """A record an edition counted, as it was kept."""

    kind: str
    record: int
    municipality: str
    age_group: str
    area: str
    quarter: str


def rows(connection: Any) -> list[EditionRow]:
    """All editions, the latest first."""
    statement = (
        'SELECT id, number, kind, title, start_on, end_on, "on", hash FROM edition '
        "ORDER BY number DESC"
    )
    return [
        EditionRow(one[0], one[1], PaperKind(one[2]).label, one[3], some_day(one[4]),
                   some_day(one[5]), some_day(one[6]), one[7])
        for one in connection.execute(statement)
    ]  # fmt: skip


def printed(connection: Any) -> list[Printed]:
    """All tables that left the office, the latest last."""
    return [
        figure_json.printed(one)
        for (figures,) in connection.execute("SELECT figures FROM edition ORDER BY number")
        for one in json.loads(figures)["printed"]
    ]


def next_number(connection: Any) -> int:
    """The number of the next edition; numbers go on and on."""
    found = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM edition").fetchone()
    return int(found[0])


def last_definitions(connection: Any) -> LastDefinitions:
    """How the last edition counted."""
    found = connection.execute(
        "SELECT number, definitions FROM edition ORDER BY number DESC LIMIT 1"
    ).fetchone()
    if found is None:
        return LastDefinitions({}, 0)
    return LastDefinitions({one["key"]: one["words"] for one in json.loads(found[1])}, found[0])


class Kept(NamedTuple):
    """An edition as it lies in the store."""

    row: EditionRow
    report: FigureReport
    words: Mapping[str, str]
    definitions: str
    figures: str


def kept(connection: Any, number: int) -> Kept | None:
    """One edition; None if there is none of this number."""
    row = next((one for one in rows(connection) if one.number == number), None)
    if row is None:
        return None
    definitions, figures, words = connection.execute(
        "SELECT definitions, figures, words FROM edition WHERE id = ?", (row.id,)
    ).fetchone()
    shown = json.loads(figures)["report"] | {
        "number": number,
        "hash": row.hash,
        "definitions": json.loads(definitions),
    }
    return Kept(row, figure_json.report(shown), json.loads(words or "{}"), definitions, figures)


def cases(connection: Any, edition_id: int, figure: str) -> list[KeptCase]:
    """The records that an edition counted under a figure."""
    statement = (
        "SELECT kind, record, municipality, age_group, area, quarter FROM edition_case "
        "WHERE edition_id = ? AND figure = ? ORDER BY record"
    )
    return [KeptCase(*one) for one in connection.execute(statement, (edition_id, figure))]
