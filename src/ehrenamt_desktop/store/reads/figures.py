"""The records behind each figure, one statement each; `model/figures` says what they count.

Each statement returns: record, municipality and place (NULL outside the association), date and year
of birth, field, day, amount, mark. The mark is what splits are made of: a reason, a working status.
`:start`, `:end` and `:last` (the earlier of the end and today) are ISO dates.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.figures import COHORT_DAYS, PUBLIC_PAPERS
from ehrenamt_desktop.store.reads.cells import day
from ehrenamt_desktop.store.reads.papers import TOP_AREA


class Found(NamedTuple):
    """One counted record as it is stored."""

    record: int
    municipality: str
    place: str
    birth_date: dt.date | None
    birth_year: int | None
    area: str
    on: dt.date | None
    amount: float
    mark: str


_TOWN = "CASE WHEN p.member THEN p.municipality END, CASE WHEN p.member THEN p.name END"
_NOBODY = "NULL, NULL"
_PERSON = "r.birth_date, r.birth_year"
_LIVE = "r.trashed_at IS NULL"
"""Part of every statement that counts people's records."""

_HOME = "JOIN person r ON r.id = {} AND r.trashed_at IS NULL LEFT JOIN place p ON p.id = r.place_id"
_AREA = f"(SELECT label FROM term WHERE id = {TOP_AREA.replace('r.id', 'm.offer_id')})"
_FIRST_TALK = (
    'SELECT person_id, min("on") AS first FROM interaction '
    "WHERE kind = 'consultation' AND state = 'held' AND person_id IS NOT NULL GROUP BY person_id"
)
_FIRST_START = (
    "SELECT person_id, min(started_on) AS first FROM placement "
    "WHERE started_on IS NOT NULL GROUP BY person_id"
)


def _state(kind: Kind, column: str) -> str:
    """The state of a record on the last day of the period, from its course."""
    return (
        f"(SELECT e.to_state FROM status_event e WHERE e.kind = '{kind.value}' "
        f'AND e.record_id = {column} AND e."on" <= :end ORDER BY e."on" DESC, e.id DESC LIMIT 1)'
    )


_CONTACTS = (
    "SELECT x.id, {town}, {born}, '', x.\"on\", 1, '' FROM interaction x {joins} "
    "WHERE x.kind = 'first_contact' AND x.state = 'held' AND x.\"on\" BETWEEN :start AND :end "
)
_TALKS = (
    f"SELECT x.id, {_TOWN}, {_PERSON}, '', x.\"on\", {{amount}}, coalesce(x.channel, '') "
    f"FROM interaction x {_HOME.format('x.person_id')} "
    "WHERE x.kind = 'consultation' AND x.state = 'held' "
    'AND x."on" BETWEEN :start AND :end {more}'
)
_PLACED = (
    f"SELECT m.id, {_TOWN}, {_PERSON}, {_AREA}, {{day}}, 1, {{mark}} "
    f"FROM placement m {_HOME.format('m.person_id')} WHERE {{day}} BETWEEN :start AND :end"
)
_RUNS = "m.started_on <= :end AND (m.ended_on IS NULL OR m.ended_on > :end)"
_OPEN_OFFERS = (
    f"FROM offer r LEFT JOIN place p ON p.id = r.place_id "
    f"WHERE r.trashed_at IS NULL AND ({_state(Kind.OFFER, 'r.id')} = 'published' "
    "OR (r.status = 'paused' AND r.paused_until < :end)) "
    "AND coalesce(r.ends_on, :end) >= :end AND coalesce(r.valid_until, :end) >= :end"
)
_OFFER_AREA = f"(SELECT label FROM term WHERE id = {TOP_AREA})"
_BODIES = (
    f"SELECT i.id, {_TOWN}, {_NOBODY}, '', {{day}}, 1, coalesce(i.type, '') FROM initiative i "
    "LEFT JOIN place p ON p.id = i.place_id {joins} WHERE i.trashed_at IS NULL AND {which}"
)
_FIRST_ACTIVE = (
    "JOIN (SELECT record_id, min(\"on\") AS first FROM status_event WHERE kind = 'initiative' "
    "AND to_state = 'active' GROUP BY record_id) e ON e.record_id = i.id"
)
_FOUNDED = (
    "JOIN (SELECT record_id, min(\"on\") AS first FROM status_event WHERE kind = 'initiative' "
    "AND from_state = 'founding' AND to_state = 'active' GROUP BY record_id) e "
    "ON e.record_id = i.id"
)
_GRANTS = (
    f"SELECT g.id, {_TOWN}, {_NOBODY}, '', {{day}}, {{amount}}, g.state FROM grant_application g "
    "LEFT JOIN initiative i ON i.id = g.initiative_id LEFT JOIN place p ON p.id = i.place_id "
    "WHERE i.trashed_at IS NULL AND {day} BETWEEN :start AND :end {more}"
)
_GRANTED = "AND g.state IN ('granted', 'settled')"
_HOURS = f"""
WITH m AS (
    SELECT x.*, coalesce(x.hours_per_week, o.hours_per_week) AS weekly,
        max(x.started_on, :start) AS first, min(coalesce(x.ended_on, :last), :last) AS final
    FROM placement x JOIN offer o ON o.id = x.offer_id
    WHERE x.started_on <= :last AND (x.ended_on IS NULL OR x.ended_on >= :start)
), entered AS (
    SELECT m.id, sum(h.hours) AS hours, sum(max(0,
        julianday(min(m.final, date(h.month, '+1 month', '-1 day')))
        - julianday(max(m.first, h.month)) + 1)) AS days
    FROM m JOIN hour_entry h ON h.placement_id = m.id
    WHERE h.month BETWEEN date(:start, 'start of month') AND :last GROUP BY m.id
)
SELECT m.id, {_TOWN}, {_PERSON}, {_AREA}, m.first,
    coalesce(e.hours, 0) + coalesce(m.weekly, 0) / 7
    * max(0, julianday(m.final) - julianday(m.first) + 1 - coalesce(e.days, 0)), ''
FROM m {_HOME.format("m.person_id")} LEFT JOIN entered e ON e.id = m.id
WHERE m.final >= m.first AND (m.weekly IS NOT NULL OR e.hours IS NOT NULL)
"""

_STATEMENTS: Mapping[str, str] = {
    "contacts_people": _CONTACTS.format(
        town=_TOWN, born=_PERSON,
        joins="LEFT JOIN person r ON r.id = x.person_id LEFT JOIN place p ON p.id = r.place_id",
    ) + "AND r.trashed_at IS NULL AND (x.person_id IS NOT NULL OR x.initiative_id IS NULL)",
    "contacts_bodies": _CONTACTS.format(
        town=_TOWN, born=_NOBODY,
        joins="JOIN initiative i ON i.id = x.initiative_id AND i.trashed_at IS NULL "
        "LEFT JOIN place p ON p.id = i.place_id",
    ) + "AND x.person_id IS NULL",
    "consult_first": f"SELECT r.id, {_TOWN}, {_PERSON}, '', x.first, 1, "
    "coalesce(r.salutation, '') || '|' || coalesce(r.occupation, '') || '|' || "
    "CASE r.first_engagement WHEN 1 THEN 'first' WHEN 0 THEN 'before' ELSE '' END "
    f"FROM ({_FIRST_TALK}) x {_HOME.format('x.person_id')} WHERE x.first BETWEEN :start AND :end",
    "consult_all": _TALKS.format(amount="1", more=""),
    "consult_hours": _TALKS.format(amount="x.minutes / 60.0", more="AND x.minutes IS NOT NULL"),
    "seekers_open": f"SELECT r.id, {_TOWN}, {_PERSON}, '', :end, 1, coalesce(r.occupation, '') "
    "FROM person r LEFT JOIN place p ON p.id = r.place_id WHERE r.trashed_at IS NULL "
    f"AND {_state(Kind.PERSON, 'r.id')} = 'seeking' AND NOT EXISTS "
    f"(SELECT 1 FROM placement m WHERE m.person_id = r.id AND {_RUNS})",
    "proposals": _PLACED.format(day="m.proposed_on", mark="''"),
    "placements": _PLACED.format(day="m.started_on", mark="''"),
    "ended": _PLACED.format(day="m.ended_on", mark="coalesce(m.end_reason, 'unknown')"),
    "placed_persons": f"SELECT r.id, {_TOWN}, {_PERSON}, '', min(m.started_on), 1, "
    f"coalesce(r.occupation, '') FROM placement m {_HOME.format('m.person_id')} "
    "WHERE m.started_on BETWEEN :start AND :end GROUP BY r.id",
    "rate_cohort": f"SELECT r.id, {_TOWN}, {_PERSON}, '', x.first, EXISTS (SELECT 1 "
    "FROM placement m WHERE m.person_id = r.id AND m.started_on BETWEEN x.first "
    f"AND date(x.first, '+{COHORT_DAYS} days')), '' "
    f"FROM ({_FIRST_TALK}) x {_HOME.format('x.person_id')} WHERE x.first BETWEEN :start AND :end",
    "retention_6m": f"SELECT m.id, {_TOWN}, {_PERSON}, {_AREA}, m.started_on, "
    f"m.ended_on IS NULL OR m.ended_on > date(m.started_on, '+{COHORT_DAYS} days'), '' "
    f"FROM placement m {_HOME.format('m.person_id')} WHERE m.started_on BETWEEN :start AND :end "
    f"AND date(m.started_on, '+{COHORT_DAYS} days') <= :today",
    "days_to_place": f"SELECT r.id, {_TOWN}, {_PERSON}, '', s.first, "
    "julianday(s.first) - julianday(x.first), '' "
    f"FROM ({_FIRST_START}) s JOIN ({_FIRST_TALK}) x ON x.person_id = s.person_id "
    f"{_HOME.format('s.person_id')} WHERE s.first BETWEEN :start AND :end AND x.first <= s.first",
    "followup_rate": f"SELECT f.id, {_TOWN}, {_PERSON}, '', f.due_on, f.done_on IS NOT NULL, '' "
    "FROM follow_up f LEFT JOIN placement m ON m.id = f.placement_id "
    f"{_HOME.format('coalesce(f.person_id, m.person_id)')} "
    "WHERE f.kind IN ('ask_person', 'ask_initiative', 'ask_both') "
    "AND f.due_on BETWEEN :start AND :last",
    "hours": _HOURS,
    "offers_active": f"SELECT r.id, {_TOWN}, {_NOBODY}, {_OFFER_AREA}, :end, 1, '' {_OPEN_OFFERS}",
    "places_open": f"SELECT r.id, {_TOWN}, {_NOBODY}, {_OFFER_AREA}, :end, max(0, r.places_total - "
    f"(SELECT count(*) FROM placement m WHERE m.offer_id = r.id AND {_RUNS})), '' "
    f"{_OPEN_OFFERS} AND r.places_total IS NOT NULL",
    "orgs_active": _BODIES.format(
        day=":end", joins="", which=f"{_state(Kind.INITIATIVE, 'i.id')} = 'active'"
    ),
    "orgs_new": _BODIES.format(
        day="e.first", joins=_FIRST_ACTIVE, which="e.first BETWEEN :start AND :end"
    ),
    "founded": _BODIES.format(
        day="e.first", joins=_FOUNDED, which="e.first BETWEEN :start AND :end"
    ),
    "job_seekers_work": f"SELECT r.id, {_TOWN}, {_PERSON}, '', min(m.ended_on), 1, '' "
    f"FROM placement m {_HOME.format('m.person_id')} WHERE m.end_reason = 'work_found' "
    "AND m.started_on IS NOT NULL AND m.ended_on BETWEEN :start AND :end GROUP BY r.id",
    "reach": f"SELECT x.id, {_TOWN}, {_NOBODY}, '', x.printed_on, 1, x.kind FROM posting x "
    "LEFT JOIN place p ON p.id = x.place_id WHERE x.printed_on BETWEEN :start AND :end "
    f"AND x.kind IN ({', '.join(repr(one.value) for one in PUBLIC_PAPERS)})",
    "papers_people": f"SELECT r.id, {_NOBODY}, {_PERSON}, '', h.\"on\", 1, d.kind "
    f"FROM hand_out h {_HOME.format('h.person_id')} JOIN hand_out_item t ON t.hand_out_id = h.id "
    'JOIN document d ON d.id = t.document_id WHERE h."on" BETWEEN :start AND :end',
    "papers_bodies": f"SELECT i.id, {_NOBODY}, {_NOBODY}, '', h.\"on\", 1, d.kind "
    "FROM hand_out h JOIN initiative i ON i.id = h.initiative_id AND i.trashed_at IS NULL "
    "JOIN hand_out_item t ON t.hand_out_id = h.id JOIN document d ON d.id = t.document_id "
    'WHERE h."on" BETWEEN :start AND :end',
    "grants_applied": _GRANTS.format(day="g.applied_on", amount="1", more=""),
    "grants_granted": _GRANTS.format(day="g.decided_on", amount="1", more=_GRANTED),
    "grants_euro": _GRANTS.format(
        day="g.decided_on", amount="coalesce(g.granted_cents, 0) / 100.0", more=_GRANTED
    ),
    "costs": f"SELECT c.id, nullif(c.municipality, ''), NULL, {_NOBODY}, '', c.\"on\", "
    'c.cents / 100.0, c.kind FROM cost c WHERE c."on" BETWEEN :start AND :end',
}  # fmt: skip

COUNTED = frozenset(_STATEMENTS)
"""Figures that have records of their own; others are parts or ratios of them."""


def found(connection: Any, key: str, start: dt.date, end: dt.date, today: dt.date) -> list[Found]:
    """The records a figure counts in a period, in the order of their numbers."""
    return _read(connection, f"{_STATEMENTS[key]} ORDER BY 1", start, end, today)


def found_of(
    connection: Any, key: str, start: dt.date, end: dt.date, today: dt.date, person_id: int
) -> list[Found]:
    """The same of one person, for a figure that counts people's records."""
    own = _STATEMENTS[key].replace(_LIVE, f"{_LIVE} AND r.id = {int(person_id)}")
    return _read(connection, f"{own} ORDER BY 1", start, end, today)


def _read(
    connection: Any, statement: str, start: dt.date, end: dt.date, today: dt.date
) -> list[Found]:
    values = {
        "start": start.isoformat(),
        "end": end.isoformat(),
        "last": min(end, today).isoformat(),
        "today": today.isoformat(),
    }
    return [
        Found(
            one[0], one[1] or "", one[2] or "", day(one[3]), one[4], one[5] or "", day(one[6]),
            float(one[7]), one[8],
        )
        for one in connection.execute(statement, values)
    ]  # fmt: skip


_SEEKERS = _STATEMENTS["seekers_open"].replace("SELECT r.id,", "SELECT r.id AS id,", 1)
_WISHES = f"""
SELECT t.label, count(DISTINCT s.id) FROM ({_SEEKERS}) s
JOIN person_term w ON w.person_id = s.id AND w.relation = 'wish'
JOIN term a ON a.id = w.term_id AND a.kind = 'area'
JOIN term t ON t.id = coalesce(a.parent_id, a.id) GROUP BY t.id
"""


def wishes(connection: Any, end: dt.date) -> dict[str, int]:
    """How many of those who seek wish each field; one person may wish several."""
    return dict(connection.execute(_WISHES, {"end": end.isoformat()}).fetchall())


def areas(connection: Any) -> list[str]:
    """The fields of engagement in their order."""
    statement = "SELECT label FROM term WHERE kind = 'area' AND parent_id IS NULL ORDER BY rank"
    return [one[0] for one in connection.execute(statement)]
