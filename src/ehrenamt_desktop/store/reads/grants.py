"""Grant programmes, who may apply, and the applications, as they are listed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from ehrenamt_desktop.model.enums import GrantState, InitiativeType, Mark
from ehrenamt_desktop.model.grants import ApplicationRow, Candidate, ProgrammeRow, sums
from ehrenamt_desktop.model.rules import grants as rules
from ehrenamt_desktop.store.reads.cells import day

UNDER_WAY = ("planned", "applied", "granted")
_PROGRAMMES = (
    "SELECT r.*, (SELECT count(*) FROM grant_application a WHERE a.programme_id = r.id "
    f"AND a.state IN {UNDER_WAY}) AS applications FROM grant_programme r WHERE r.active"
)
_BODIES = (
    "SELECT i.id, i.name, coalesce(p.name, i.city), i.type, p.member FROM initiative i "
    "LEFT JOIN place p ON p.id = i.place_id "
    "WHERE i.trashed_at IS NULL AND i.status IN ('active', 'founding') ORDER BY i.sort_key, i.id"
)
_APPLICATIONS = (
    "SELECT a.id, a.version, a.programme_id, g.name, a.initiative_id, coalesce(i.name, ''), "
    "a.title, a.state, a.applied_on, a.applied_cents, a.decided_on, a.granted_cents, "
    "a.evidence_due, a.evidence_on, a.note FROM grant_application a "
    "JOIN grant_programme g ON g.id = a.programme_id "
    "LEFT JOIN initiative i ON i.id = a.initiative_id "
)
_DATES = ("opens_on", "closes_on", "checked_on")
_FLAGS = ("for_nonprofits", "for_groups", "for_public", "for_agencies", "rural_only", "rolling")


def programmes(connection: Any, as_of: dt.date) -> tuple[ProgrammeRow, ...]:
    """The programmes in use: those that end soon first, the closed ones last."""
    cursor = connection.execute(_PROGRAMMES)
    names = [one[0] for one in cursor.description]
    rows = [_row(dict(zip(names, cells, strict=True)), as_of) for cells in cursor]
    order = list(type(rows[0].window)) if rows else []
    return tuple(sorted(rows, key=lambda row: (order.index(row.window), row.name.casefold())))


def programme(connection: Any, number: int) -> dict[str, Any] | None:
    """All values of a programme, or None if it is gone."""
    cursor = connection.execute("SELECT * FROM grant_programme WHERE id = ?", (number,))
    cells = cursor.fetchone()
    if cells is None:
        return None
    found = dict(zip([one[0] for one in cursor.description], cells, strict=True))
    found |= {key: day(found[key]) for key in _DATES} | {key: bool(found[key]) for key in _FLAGS}
    return found | {"mark": Mark(found["mark"])}


def deciding(values: Mapping[str, Any]) -> rules.Programme:
    """What the rules need of a programme's values."""
    return rules.Programme(**{key: values[key] for key in rules.Programme._fields})


def candidates(connection: Any, values: Mapping[str, Any]) -> tuple[Candidate, ...]:
    """All active and founding initiatives beside a programme; those that fit first."""
    facts, made = deciding(values), []
    for number, name, place, kind, member in connection.execute(_BODIES):
        body = InitiativeType(kind) if kind else None
        answer, why = rules.fit(facts, body, member=None if member is None else bool(member))
        label = body.label if body else ""
        made.append(Candidate(number, name, place or "", label, answer, why))
    order = list(type(made[0].fit)) if made else []
    return tuple(sorted(made, key=lambda one: order.index(one.fit)))


def applications(
    connection: Any, *, programme: int | None = None, initiative: int | None = None
) -> tuple[ApplicationRow, ...]:
    """The applications of a programme, of an initiative, or all; the latest first."""
    conditions = {"a.programme_id": programme, "a.initiative_id": initiative}
    wanted = {key: value for key, value in conditions.items() if value is not None}
    where = "".join(f"AND {key} = ? " for key in wanted)
    statement = (
        f"{_APPLICATIONS} WHERE i.trashed_at IS NULL {where}"
        "ORDER BY coalesce(a.decided_on, a.applied_on, '9999') DESC, a.id DESC"
    )
    return tuple(_application(one) for one in connection.execute(statement, (*wanted.values(),)))


def _row(values: dict[str, Any], as_of: dt.date) -> ProgrammeRow:
    values |= {key: day(values[key]) for key in _DATES} | {"mark": Mark(values["mark"])}
    facts = deciding(values)
    return ProgrammeRow(
        values["id"], values["version"], values["name"], values["funder"],
        sums(values["least_cents"], values["most_cents"], values["own_share"]),
        rules.window(facts, as_of), values["closes_on"], rules.doubt(facts, as_of),
        values["checked_on"], values["applications"],
    )  # fmt: skip


def _application(cells: Any) -> ApplicationRow:
    found = ApplicationRow(*cells)
    return found._replace(
        state=GrantState(found.state),
        applied_on=day(cells[8]),
        decided_on=day(cells[10]),
        evidence_due=day(cells[12]),
        evidence_on=day(cells[13]),
    )
