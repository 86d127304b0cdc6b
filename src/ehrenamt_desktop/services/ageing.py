"""What goes by itself when its time is over: clearances, helped people, the old journal."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import InvalidDraft
from ehrenamt_desktop.model.ageing import AgedOut, why_held
from ehrenamt_desktop.model.enums import FollowUpResult, Kind
from ehrenamt_desktop.model.records.base import Record
from ehrenamt_desktop.model.records.offer import Offer
from ehrenamt_desktop.model.records.office import Autosave, Setting
from ehrenamt_desktop.model.records.placement import FollowUp, Placement
from ehrenamt_desktop.model.rules import braking
from ehrenamt_desktop.model.rules.ageing import KEY, JournalTerms, refusals
from ehrenamt_desktop.model.rules.clearance import to_purge
from ehrenamt_desktop.model.rules.helping import helped_until
from ehrenamt_desktop.services.settings import keep_setting
from ehrenamt_desktop.store import bulk, journal_ageing
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.erasing import empty_log
from ehrenamt_desktop.store.journal_erasing import erase
from ehrenamt_desktop.store.reads import catalogue, clearances, helped
from ehrenamt_desktop.store.unit import Unit

LAST = "aged_on"
"""The setting that holds the day on which this was done last."""

OFTEN = dt.timedelta(days=7)
"""That day is written anew after a week, or with what goes."""

FORGET_TITLE = "Name und Telefon löschen: Person, der geholfen wurde"
"""Reminders that earlier versions dated when a help request was archived."""


class _Columns(NamedTuple):
    """Columns of one kind of record that are emptied everywhere."""

    kind: Kind
    record: type[Record]
    empty: Mapping[str, Any]


_CLEARANCE = _Columns(Kind.PLACEMENT, Placement, dict.fromkeys(clearances.COLUMNS))
_HELPED = _Columns(
    Kind.OFFER, Offer, {"helped_name": "", "helped_phone": "", "helped_consent_on": None}
)


class _Due(NamedTuple):
    """What is over on a day: numbers of placements and offers, days of the journal."""

    placements: list[int]
    offers: list[int]
    undo_from: dt.date
    history_from: dt.date
    told: AgedOut
    last_on: dt.date | None


class Ageing:
    """What may be kept no longer."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def run(self, as_of: dt.date | None = None, *, sure: bool = False) -> AgedOut:
        """Delete what may be kept no longer; returns what went.

        It goes from the records, from every entry of the journal, so that no undo brings it back,
        and from forms that are not kept yet. The journal does not tell of it. Where much is due at
        once, or the clock leapt, nothing goes and the answer is `held`, unless somebody is `sure`.
        """
        today = as_of or clock.today()
        with self._store.read() as connection:
            due = _due(connection, today)
        if due.told.held and not sure:
            return due.told if due.told.anything else AgedOut()
        late = due.last_on is None or abs(today - due.last_on) >= OFTEN
        if due.told.anything or late:
            with self._store.write("Nach Ablauf der Frist gelöscht") as unit:
                _empty(unit, _CLEARANCE, due.placements)
                _empty(unit, _HELPED, due.offers)
                settle_reminders(unit, due.offers)
                journal_ageing.age(unit.connection(), due.undo_from, due.history_from)
                _note(unit, today)
        if due.told.anything:
            empty_log(self._store.path, self._store.key)
        return due.told._replace(held="")

    def terms(self) -> JournalTerms:
        """How long the journal is kept."""
        with self._store.read() as connection:
            return JournalTerms.of(catalogue.setting(connection, KEY))

    def set_terms(self, terms: JournalTerms) -> None:
        """Keep how long the journal is kept.

        Raises:
            InvalidDraft: a term is none, or too long.
        """
        wrong = refusals(terms._asdict())
        if wrong:
            raise InvalidDraft(wrong)
        with self._store.write("Aufbewahrung der Änderungen geändert") as unit:
            keep_setting(unit, KEY, terms._asdict())


def _due(connection: Any, today: dt.date) -> _Due:
    terms = JournalTerms.of(catalogue.setting(connection, KEY))
    days, names = clearances.held(connection), helped.held(connection)
    placements = [
        one.placement_id
        for one in days
        if one.gone or to_purge(one.started_on, one.ended_on, today)
    ]
    offers = [one.offer_id for one in names if one.gone or _over(one, today)]
    history_from = terms.history_from(today)
    said = catalogue.setting(connection, LAST)
    last_on = dt.date.fromisoformat(said) if said else None
    told = AgedOut(len(placements), len(offers), journal_ageing.old_steps(connection, history_from))
    since = last_on or journal_ageing.last_on(connection)
    jumped = braking.jumped(since, today)
    if (
        jumped
        or braking.too_many(len(placements), len(days))
        or braking.too_many(len(offers), len(names))
    ):
        told = told._replace(held=why_held(since, today, jumped=jumped))
    return _Due(placements, offers, terms.undo_from(today), history_from, told, last_on)


def _over(one: helped.Held, today: dt.date) -> bool:
    until = helped_until(one.put_away_on, one.ends_on, today)
    return until is not None and until < today


def _empty(unit: Unit, what: _Columns, numbers: Collection[int]) -> None:
    """Empty the columns of these records, in their history and in forms too."""
    kept = [one for one in numbers if unit.get(what.record, one) is not None]
    bulk.update_rows(unit, what.record, [{"id": number, **what.empty} for number in kept])
    for number in numbers:
        erase(unit, what.kind, number, tuple(what.empty))
    if not numbers:
        return
    for form in unit.exec(select(Autosave)).all():
        held = json.loads(form.content)
        if held["kind"] == what.kind.value and held["number"] in numbers:
            for part in ("values", "changes"):
                held[part] = {key: one for key, one in held[part].items() if key not in what.empty}
            form.content = json.dumps(held, ensure_ascii=False)
            if not held["changes"]:
                unit.delete(form)


def settle_reminders(unit: Unit, offers: Collection[int]) -> None:
    """Be done with what reminds of deleting the helped person; the journal does not tell of it."""
    found = unit.exec(
        select(FollowUp.id).where(
            col(FollowUp.offer_id).in_(list(offers)),
            col(FollowUp.title) == FORGET_TITLE,
            col(FollowUp.done_on).is_(None),
        )
    ).all()
    done = {"done_on": clock.today(), "result": FollowUpResult.DONE}
    bulk.update_rows(unit, FollowUp, [{"id": one, **done} for one in found])
    for one in found:
        erase(unit, Kind.FOLLOW_UP, int(one or 0), tuple(done))


def _note(unit: Unit, today: dt.date) -> None:
    """Keep the day, without a step of its own."""
    keep_setting(unit, LAST, today.isoformat())
    unit.flush()
    setting = unit.exec(select(Setting).where(col(Setting.key) == LAST)).one()
    erase(unit, Kind.SETTING, int(setting.id or 0), ("value",))
