"""What a disclosure says of a stored row, and of the office beside it (Art. 15 GDPR)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.columns.disclosure import BOOKED, LABELS, UNSAID
from ehrenamt_desktop.model.disclosure import Fact, Holding
from ehrenamt_desktop.model.enums import Kind, Labelled, PersonStatus, PlacementState, Purpose
from ehrenamt_desktop.model.figures import BY_KEY
from ehrenamt_desktop.model.privacy import GROUNDS, KEY, PrivacyDetails, kept
from ehrenamt_desktop.model.rules.passing import words as passed_words
from ehrenamt_desktop.model.rules.retention import KEY as RETENTION
from ehrenamt_desktop.model.rules.retention import Retention
from ehrenamt_desktop.services.edit_words import NOTHING, EditWords
from ehrenamt_desktop.store.reads import catalogue

_FIRST = ("on", "kind", "term_id", "scope", "offer_id", "due_on", "month", "title")
_LONGEST = 100_000


def frame(connection: Any) -> dict[str, Any]:
    """What is said to everybody: who answers for the data, what for, how long, whom to ask."""
    details = PrivacyDetails.of(catalogue.setting(connection, KEY))
    return {
        "on": clock.today(),
        "controller": details.controller,
        "officer": details.officer,
        "authority": details.authority,
        "purposes": tuple(Fact(one.label, GROUNDS[details.basis(one)]) for one in Purpose),
        "kept": kept(Retention.of(catalogue.setting(connection, RETENTION))),
    }


def holding(
    table: str,
    row: Mapping[str, Any],
    words: EditWords,
    labels: Mapping[str, Mapping[str, str]] = LABELS,
) -> Holding:
    """One record: its fields that hold something, under their German names."""
    left = UNSAID if table in _OWN else UNSAID | BOOKED
    keys = [key for key in row if key not in left]
    keys.sort(key=lambda key: _FIRST.index(key) if key in _FIRST else len(_FIRST))
    found = ((key, _value(table, key, row, words)) for key in keys)
    return Holding(tuple(Fact(labels[table][key], value) for key, value in found if value))


def _value(table: str, key: str, row: Mapping[str, Any], words: EditWords) -> str:
    stored = row[key]
    if stored in (None, "", 0) and not isinstance(stored, bool):
        return "" if stored != 0 or key not in ("held", "first_engagement") else "nein"
    if key == "other_id":
        return "eine andere Person"
    if key in _MOMENTS:
        return f"{clock.local(dt.datetime.fromisoformat(stored).replace(tzinfo=dt.UTC)):%d.%m.%Y}"
    if table == "passed_contact" and key == "parts":
        return passed_words(str(stored).split(","))
    if table == "status_event" and key in ("from_state", "to_state"):
        return _state(str(row["kind"]), stored)
    if table == "edition_case" and key == "figure":
        return BY_KEY[stored].name if stored in BY_KEY else str(stored)
    shown = words.value(Kind(table), key, stored, _LONGEST) if table in _KINDS else str(stored)
    return "" if shown == NOTHING else shown


_OWN = frozenset({Kind.PERSON.value, Kind.CONTACT.value})
_KINDS = frozenset(one.value for one in Kind)
_MOMENTS = frozenset({"created_at", "changed_at", "saved_at", "trashed_at"})
_STATES: Mapping[str, type[Labelled]] = {
    Kind.PERSON.value: PersonStatus,
    Kind.PLACEMENT.value: PlacementState,
}


def _state(kind: str, stored: str) -> str:
    known = {str(one.value): one.label for one in _STATES.get(kind, ())}
    return known.get(stored, stored)
