"""The list of placements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ehrenamt_desktop.model.enums import EndReason, PlacementState
from ehrenamt_desktop.model.placement_board import RECENT_DAYS
from ehrenamt_desktop.model.rows import PlacementRow
from ehrenamt_desktop.model.rules.salutation import list_name
from ehrenamt_desktop.store.reads.cells import day, some_day
from ehrenamt_desktop.store.reads.listing import (
    ListSpec,
    always,
    in_order,
    one_of,
    one_of_numbers,
)

SINCE = (
    "CASE r.state WHEN 'proposed' THEN r.proposed_on WHEN 'passed_on' THEN r.passed_on_on "
    "WHEN 'running' THEN r.started_on ELSE r.ended_on END"
)
NEXT_DUE = (
    "(SELECT min(f.due_on) FROM follow_up f WHERE f.placement_id = r.id AND +f.done_on IS NULL)"
)
_SORTED = (
    "placement r LEFT JOIN person_line q ON q.id = r.person_id "
    "LEFT JOIN offer o ON o.id = r.offer_id LEFT JOIN initiative i ON i.id = o.initiative_id"
)
"""Outer joins, so that SQLite leaves out those that neither order nor filter needs."""
_STATE_RANK = (
    "CASE r.state WHEN 'proposed' THEN 0 WHEN 'passed_on' THEN 1 WHEN 'running' THEN 2 ELSE 3 END"
)

_RECENT = f"date(:as_of, '-{RECENT_DAYS} days')"

SPEC = ListSpec(
    source=_SORTED,
    order="r.proposed_on DESC",
    sorts={
        "person": "q.name",
        "offer": "o.sort_key",
        "initiative": "i.sort_key",
        "state": _STATE_RANK,
        "since": SINCE,
        "next_due": f"{NEXT_DUE} IS NULL | {NEXT_DUE}",
        "proposed": "r.proposed_on",
        "end_reason": "coalesce(r.end_reason, '')",
        "number": "r.id",
    },
    filters={
        "state": one_of("r.state"),
        "person": one_of_numbers("r.person_id"),
        "offer": one_of_numbers("r.offer_id"),
        "initiative": one_of_numbers("o.initiative_id"),
        "open": always("r.state <> 'ended'"),
        "recent": always(f"(r.state <> 'ended' OR r.ended_on >= {_RECENT})"),
    },
    words="(q.name || ' ' || o.sort_key || ' ' || i.sort_key)",
)

_ROWS = (
    "SELECT r.id, r.person_id, q.first_name, q.last_name, r.offer_id, o.title, i.name, r.state, "
    f"r.proposed_on, coalesce({SINCE}, r.proposed_on), {NEXT_DUE}, r.end_reason "
    "FROM placement r JOIN person q ON q.id = r.person_id JOIN offer o ON o.id = r.offer_id "
    "JOIN initiative i ON i.id = o.initiative_id WHERE r.id IN ({ids})"
)


def rows(connection: Any, ids: Sequence[int]) -> list[PlacementRow]:
    """The list rows of the given placements, in that order."""
    statement = _ROWS.format(ids=",".join(str(int(one)) for one in ids))
    return in_order(ids, ((cells[0], _row(cells)) for cells in connection.execute(statement)))


def _row(cells: Sequence[Any]) -> PlacementRow:
    return PlacementRow(
        id=cells[0],
        person_id=cells[1],
        person=list_name(cells[2], cells[3]),
        offer_id=cells[4],
        offer=cells[5],
        initiative=cells[6],
        state=PlacementState(cells[7]),
        proposed_on=some_day(cells[8]),
        since=some_day(cells[9]),
        next_due=day(cells[10]),
        end_reason=EndReason(cells[11]) if cells[11] else None,
    )
