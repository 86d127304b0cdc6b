"""How well the office is kept, in words: foot and dialog say the same."""

from __future__ import annotations

import datetime as dt

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.backups import BackupState, Rehearsal
from ehrenamt_desktop.model.text import day


def moment(made: dt.datetime) -> str:
    """`heute, 12:04 Uhr`."""
    days = (clock.today() - made.date()).days
    when = {0: "heute", 1: "gestern"}.get(days, day(made.date()))
    return f"{when}, {made:%H:%M} Uhr"


def state_words(state: BackupState) -> str:
    """`Gesichert und geprüft: heute, 12:04 Uhr`, and what is missing."""
    if state.last is None:
        return "Noch keine Sicherung"
    missing = " · zweiter Ort fehlt" if state.second is not None and not state.second_there else ""
    return f"Gesichert und geprüft: {moment(state.last)}{missing}"


def is_well(state: BackupState) -> bool:
    """Whether nothing is missing."""
    reached = state.second is None or state.second_there
    rehearsed = state.rehearsal is None or not state.rehearsal.problem
    return state.last is not None and reached and rehearsed


def second_words(state: BackupState) -> str:
    """The second place and its newest copy, or what is missing."""
    if state.second is None:
        return "noch keiner gewählt"
    if not state.second_there:
        return f"{state.second} – nicht zu erreichen"
    made = moment(state.second_last) if state.second_last else "noch keine Sicherung"
    return f"{state.second} – {made}"


def rehearsal_words(done: Rehearsal | None) -> str:
    """When a restore was tried out last, and what went wrong."""
    if done is None:
        return "noch nie"
    return f"{moment(done.at)}: {done.problem or 'vollständig'}"
