"""What is to be done: reminders, appointments and the overview of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from ehrenamt_desktop.model.enums import (
    FollowUpKind,
    FollowUpResult,
    Freshness,
    InteractionKind,
    InteractionState,
    TalkChannel,
)
from ehrenamt_desktop.model.rows import DayLoad, DayOverview, FollowUpRow, InteractionRow
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.store.reads.cells import day, some_day, time
from ehrenamt_desktop.store.reads.stages import FRESHNESS, LISTED, OFFER_STAGE, STAGE_RANKS

_FOLLOW_UPS = (
    "SELECT r.id, r.kind, r.due_on, r.title, r.note, "
    "coalesce(r.person_id, m.person_id), coalesce(r.initiative_id, o.initiative_id), "
    "coalesce(r.offer_id, m.offer_id), r.placement_id, r.posting_id, r.done_on, r.result, "
    "q.title, q.first_name, q.last_name, i.name, o.title, "
    "coalesce(r.programme_id, g.programme_id) "
)
_SUBJECTS = (
    "FROM follow_up r LEFT JOIN placement m ON m.id = r.placement_id "
    "LEFT JOIN person q ON q.id = coalesce(r.person_id, m.person_id) "
    "LEFT JOIN offer o ON o.id = coalesce(r.offer_id, m.offer_id) "
    "LEFT JOIN initiative i ON i.id = coalesce(r.initiative_id, o.initiative_id) "
    "LEFT JOIN grant_application g ON g.id = r.application_id "
)
_LIVE_TALK = "q.trashed_at IS NULL AND q.restricted_on IS NULL AND i.trashed_at IS NULL"
_LIVE = f"{_LIVE_TALK} AND o.trashed_at IS NULL"
"""What is to be done for a record in the trash, or one that is only kept, waits."""
_INTERACTIONS = (
    'SELECT r.id, r.kind, r.state, r."on", r.at, r.minutes, r.place, r.subject, r.note, '
    "q.title, q.first_name, q.last_name, i.name, r.person_id, r.initiative_id, r.channel, "
    "r.posting_id "
    "FROM interaction r LEFT JOIN person q ON q.id = r.person_id "
    "LEFT JOIN initiative i ON i.id = r.initiative_id "
)


def follow_ups(
    connection: Any, condition: str, values: Mapping[str, Any], first: int = -1
) -> tuple[FollowUpRow, ...]:
    """The `first` reminders for which `condition` holds, the oldest first; none of the trash."""
    statement = (
        f"{_FOLLOW_UPS}{_SUBJECTS} WHERE {_LIVE} AND ({condition}) "
        "ORDER BY r.due_on, r.id LIMIT :first"
    )
    found = connection.execute(statement, {**values, "first": first})
    return tuple(_follow_up(cells) for cells in found)


def interactions(
    connection: Any, condition: str, values: Mapping[str, Any]
) -> tuple[InteractionRow, ...]:
    """The talks for which `condition` holds, in the order of their time."""
    statement = f'{_INTERACTIONS} WHERE {condition} ORDER BY r."on", r.at, r.id'
    return tuple(_interaction(cells) for cells in connection.execute(statement, dict(values)))


def appointments(connection: Any, condition: str, values: Mapping[str, Any]) -> list[Any]:
    """What a calendar needs of the talks for which `condition` holds; none of the trash.

    Number, version, creation, kind, day, time, minutes, place, first name, last name, body.
    """
    statement = (
        'SELECT r.id, r.version, r.created_at, r.kind, r."on", r.at, r.minutes, r.place, '
        "q.first_name, q.last_name, i.name FROM interaction r "
        "LEFT JOIN person q ON q.id = r.person_id LEFT JOIN initiative i ON i.id = r.initiative_id "
        f'WHERE {_LIVE_TALK} AND ({condition}) ORDER BY r."on", r.at, r.id'
    )
    return list(connection.execute(statement, dict(values)))


def overview(connection: Any, as_of: dt.date, days: int, first: int) -> DayOverview:
    """What a day asks for: the `first` reminders up to `days` ahead, appointments, key numbers."""
    today = as_of.isoformat()
    month = as_of.replace(day=1).isoformat()
    values = {
        "as_of": today,
        "until": (as_of + dt.timedelta(days=days)).isoformat(),
        "month": month,
    }

    def number(statement: str) -> int:
        return int(connection.execute(statement, values).fetchone()[0])

    open_offer = f"{OFFER_STAGE} IN ('open', 'upcoming', 'full')"
    fresh = connection.execute(
        f"SELECT {FRESHNESS}, count(*) FROM offer r WHERE {open_offer} AND r.trashed_at IS NULL "
        "GROUP BY 1",
        values,
    )
    counts = dict.fromkeys(Freshness, 0) | {Freshness(word): amount for word, amount in fresh}
    due = "r.due_on BETWEEN :month AND :as_of"
    waiting = "r.done_on IS NULL AND r.due_on <= :until"
    total, late, now = connection.execute(
        "SELECT count(*), coalesce(sum(r.due_on < :as_of), 0), coalesce(sum(r.due_on = :as_of), 0) "
        f"{_SUBJECTS} WHERE {_LIVE} AND {waiting}",
        values,
    ).fetchone()
    planned = "r.state = 'planned' AND r.\"on\" = :as_of"
    return DayOverview(
        day=as_of,
        follow_ups=follow_ups(connection, waiting, values, first),
        waiting=total,
        overdue=late,
        due_today=now,
        appointments=interactions(connection, f"{planned} AND {_LIVE_TALK}", values),
        people_without_proposal=number(
            f"SELECT count(*) FROM person_line WHERE extent = {LISTED} "
            f"AND stage = {STAGE_RANKS['seeking']}"
        ),
        offers_to_confirm=counts[Freshness.STALE],
        open_proposals=number("SELECT count(*) FROM placement WHERE state = 'proposed'"),
        running_placements=number("SELECT count(*) FROM placement WHERE state = 'running'"),
        done_this_month=number(
            f"SELECT count(*) FROM follow_up r WHERE {due} AND r.done_on IS NOT NULL"
        ),
        due_this_month=number(
            f"SELECT count(*) {_SUBJECTS} WHERE {due} AND (r.done_on IS NOT NULL OR {_LIVE})"
        ),
        confirmed=counts,
    )


def day_load(connection: Any, day: dt.date, but: int | None = None) -> DayLoad:
    """How many appointments, `but` one, and open reminders fall on a day; none of the trash."""
    values = {"day": day.isoformat(), "but": but}
    talks = connection.execute(
        "SELECT count(*) FROM interaction r LEFT JOIN person q ON q.id = r.person_id "
        "LEFT JOIN initiative i ON i.id = r.initiative_id "
        f"WHERE r.state = 'planned' AND r.\"on\" = :day AND r.id IS NOT :but AND {_LIVE_TALK}",
        values,
    ).fetchone()[0]
    due = connection.execute(
        f"SELECT count(*) {_SUBJECTS} WHERE r.done_on IS NULL AND r.due_on = :day AND {_LIVE}",
        values,
    ).fetchone()[0]
    return DayLoad(day, int(talks), int(due))


def _follow_up(cells: Sequence[Any]) -> FollowUpRow:
    person = full_name(cells[12] or "", cells[13] or "", cells[14] or "")
    return FollowUpRow(
        id=cells[0],
        kind=FollowUpKind(cells[1]),
        due_on=some_day(cells[2]),
        title=cells[3] or _title(FollowUpKind(cells[1]), person, cells[15] or "", cells[16] or ""),
        detail=_who(cells, person) or _detail(FollowUpKind(cells[1]), person, *cells[15:17]),
        person_id=cells[5],
        initiative_id=cells[6],
        offer_id=cells[7],
        placement_id=cells[8],
        posting_id=cells[9],
        done_on=day(cells[10]),
        result=FollowUpResult(cells[11]) if cells[11] else None,
        programme_id=cells[17],
    )


def _who(cells: Sequence[Any], person: str) -> str:
    """The note of a reminder; one with words of its own names whom it is about as well."""
    own = cells[3] or ""
    name = person or cells[15] or ""
    return " · ".join(part for part in (name if own and name not in own else "", cells[4]) if part)


def _title(kind: FollowUpKind, person: str, initiative: str, offer: str) -> str:
    if kind in (FollowUpKind.ASK_PERSON, FollowUpKind.ASK_BOTH, FollowUpKind.ANSWER_DUE):
        return f"Nachfragen: {person} – {offer}"
    if kind is FollowUpKind.ASK_INITIATIVE:
        return f"Nachfragen: {initiative} – {offer}"
    if kind is FollowUpKind.CONFIRM_OFFER:
        return f"Angebot abfragen: {offer}"
    name = person or initiative or offer
    return f"{kind.label}: {name}" if name else kind.label


def _detail(kind: FollowUpKind, person: str, initiative: str | None, offer: str | None) -> str:
    if kind is FollowUpKind.ANSWER_DUE:
        return "Rückmeldung zum Vorschlag steht aus"
    if kind in (FollowUpKind.ASK_PERSON, FollowUpKind.ASK_BOTH):
        return initiative or ""
    if kind is FollowUpKind.ASK_INITIATIVE:
        return f"wegen {person}" if person else ""
    if kind is FollowUpKind.CONFIRM_OFFER:
        return initiative or ""
    return offer or ""


def _interaction(cells: Sequence[Any]) -> InteractionRow:
    return InteractionRow(
        id=cells[0],
        kind=InteractionKind(cells[1]),
        state=InteractionState(cells[2]),
        on=some_day(cells[3]),
        at=time(cells[4]),
        minutes=cells[5],
        place=cells[6],
        subject=cells[7],
        note=cells[8],
        who=full_name(cells[9] or "", cells[10] or "", cells[11] or "") or cells[12] or "",
        person_id=cells[13],
        initiative_id=cells[14],
        channel=TalkChannel(cells[15]) if cells[15] else None,
        paper=cells[16],
    )
