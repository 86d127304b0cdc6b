"""How reminders are named on the start page, and which answers they take."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ehrenamt_desktop.model import text
from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.enums import FollowUpKind, FollowUpResult, Kind
from ehrenamt_desktop.model.rows import DayOverview, FollowUpRow


@dataclass(frozen=True, slots=True)
class Answer:
    """A result that can be chosen, its words and its key."""

    result: FollowUpResult
    words: str
    key: str


_TALK = (
    Answer(FollowUpResult.GOES_ON, "läuft weiter", "L"),
    Answer(FollowUpResult.NOT_REACHED, "nicht erreicht", "N"),
    Answer(FollowUpResult.PROBLEM, "es gibt Schwierigkeiten", "S"),
    Answer(FollowUpResult.ENDED, "beendet", "B"),
)
_CONFIRM = (
    Answer(FollowUpResult.GOES_ON, "noch aktuell", "L"),
    Answer(FollowUpResult.NOT_REACHED, "nicht erreicht", "N"),
    Answer(FollowUpResult.ENDED, "nicht mehr aktuell", "B"),
)
_CALL = (
    Answer(FollowUpResult.DONE, "erledigt", "E"),
    Answer(FollowUpResult.NOT_REACHED, "nicht erreicht", "N"),
)
_DONE = (Answer(FollowUpResult.DONE, "erledigt", "E"),)

ANSWERS = {
    FollowUpKind.ASK_PERSON: _TALK,
    FollowUpKind.ASK_INITIATIVE: _TALK,
    FollowUpKind.ASK_BOTH: _TALK,
    FollowUpKind.CONFIRM_OFFER: _CONFIRM,
    FollowUpKind.ANSWER_DUE: _CALL,
    FollowUpKind.HANG_UP: (Answer(FollowUpResult.DONE, "aufgehängt", "E"),),
    FollowUpKind.TAKE_DOWN: (Answer(FollowUpResult.DONE, "abgenommen", "E"),),
    FollowUpKind.DELETE_EXPORT: (Answer(FollowUpResult.DONE, "gelöscht", "E"),),
    FollowUpKind.GRANT_DEADLINE: _DONE,
    FollowUpKind.GRANT_EVIDENCE: (Answer(FollowUpResult.DONE, "eingereicht", "E"),),
    FollowUpKind.CALL: _CALL,
    FollowUpKind.OTHER: _DONE,
}
"""The answers each kind of reminder takes, the usual one first."""

RATED = frozenset({FollowUpKind.ASK_PERSON, FollowUpKind.ASK_INITIATIVE})
"""Kinds whose answer carries a satisfaction from 1 to 5."""


def due_words(due_on: dt.date, today: dt.date) -> tuple[str, Tone]:
    """`überfällig`, `heute`, `morgen` or `Mi, 25.11.`, with the colour of its urgency."""
    days = (due_on - today).days
    if days < 0:
        return "überfällig", Tone.LATE
    if days == 0:
        return "heute", Tone.SOON
    if days == 1:
        return "morgen", Tone.UNDER_WAY
    return f"{text.weekday(due_on)[:2]}, {due_on:%d.%m.}", Tone.UNDER_WAY


def detail_words(row: FollowUpRow, today: dt.date) -> str:
    """`seit 17.11. · zweite Nachfrage`."""
    form = "%d.%m." if row.due_on.year == today.year else "%d.%m.%Y"
    since = f"seit {row.due_on:{form}}" if row.due_on < today else ""
    return " · ".join(part for part in (since, row.detail) if part)


def day_title(day: dt.date) -> str:
    """`Montag, 23. November 2026`."""
    return f"{text.weekday(day)}, {day.day}. {text.month(day.month)} {day.year}"


def day_counts(overview: DayOverview) -> str:
    """`2 überfällig · 3 heute · 2 Termine`; what is nought is left out."""
    late, today = overview.overdue, overview.due_today
    meetings = len(overview.appointments)
    parts = (
        f"{late} überfällig" if late else "",
        f"{today} heute" if today else "",
        text.count(meetings, "Termin", "Termine") if meetings else "",
    )
    return " · ".join(part for part in parts if part) or "Heute ist nichts fällig."


def target(row: FollowUpRow) -> tuple[Kind, int] | None:
    """The record a reminder is about, to be opened."""
    if row.programme_id is not None:
        return Kind.GRANT_PROGRAMME, row.programme_id
    by_person = (
        (Kind.PERSON, row.person_id),
        (Kind.OFFER, row.offer_id),
        (Kind.INITIATIVE, row.initiative_id),
        (Kind.POSTING, row.posting_id),
    )
    by_body = ((Kind.OFFER, row.offer_id), (Kind.INITIATIVE, row.initiative_id), *by_person)
    body = row.kind in (FollowUpKind.ASK_INITIATIVE, FollowUpKind.CONFIRM_OFFER)
    for kind, number in by_body if body else by_person:
        if number is not None:
            return kind, number
    return None
