"""Whom to thank: the Ehrenamts-Card for everybody, round years, Juleica; lists for a reception."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Mark
from ehrenamt_desktop.model.exports import ExportReason
from ehrenamt_desktop.model.legal import LegalRow
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.recognition import HONOUR_COLUMNS, HonourRow
from ehrenamt_desktop.model.rules.recognition import (
    AHEAD_DAYS,
    Honour,
    chance,
    round_years,
)
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.services.export_log import ExportLog
from ehrenamt_desktop.services.exports import Exports
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import recognition as reads
from ehrenamt_desktop.store.reads.recognition import Engaged

TITLE = "Anerkennung"
JULEICA = "JULEICA"
NOBODY = "Bitte wählen Sie mindestens eine Person."


class Recognition:
    """Use cases on recognition."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)

    def listed(self, wanted: Sequence[Honour] = ()) -> tuple[HonourRow, ...]:
        """Who may be thanked, for what, since or from when; `wanted` or all, in that order.

        Round years are those of this calendar year and of the next half-year; a Juleica is named
        from half a year before its end until half a year after.
        """
        kinds = frozenset(wanted or Honour)
        today = clock.today()
        figures = {row.key: row for row in self._lists.law() if row.mark is Mark.VERIFIED}
        with self._store.read() as connection:
            found = [
                row
                for one in reads.engaged(connection, today.isoformat())
                for row in _honours(one, figures, today)
                if row.honour in kinds
            ]
            if Honour.JULEICA in kinds:
                found += self._juleica(connection, today)
        order = {one: place for place, one in enumerate(Honour)}
        found.sort(key=lambda row: order[row.honour])
        return tuple(row._replace(id=place) for place, row in enumerate(found, start=1))

    def write(
        self,
        path: Path,
        rows: Sequence[HonourRow],
        reason: ExportReason,
        progress: Progress = QUIET,
    ) -> int:
        """Write the chosen rows as a list for a reception; returns the paper's number.

        Raises:
            DomainError: nobody is chosen, the file is neither Excel, CSV nor PDF.
            InvalidDraft: the purpose or the day is missing or wrong.
            Cancelled: the user stopped; nothing is left behind.
        """
        if not rows:
            raise DomainError(NOBODY)
        self._store.hold()
        people = count(len({row.person_id for row in rows}), "Person", "Personen")
        facts = {"Umfang": people, "Hinweis": "Vor einer Ehrung bitte die Person fragen."}
        written = Exports(self._store).table(
            path, TITLE, HONOUR_COLUMNS, rows, facts, progress, len(rows)
        )
        return ExportLog(self._store).keep(f"Liste {TITLE}", path, written, reason)

    def _juleica(self, connection: object, today: dt.date) -> Iterator[HonourRow]:
        span = dt.timedelta(days=AHEAD_DAYS)
        found = reads.proofs(
            connection, JULEICA, (today - span).isoformat(), (today + span).isoformat()
        )
        for one in found:
            what = "Fortbildung für die Verlängerung anbieten"
            yield HonourRow(
                0, one.person_id, one.name, one.place, Honour.JULEICA, what, one.valid_until, ""
            )


def _honours(one: Engaged, figures: Mapping[str, LegalRow], today: dt.date) -> Iterator[HonourRow]:
    running = [each for each in one.engagements if each.runs(today)]
    if running:
        found = chance(one.county, one.engagements, figures, today)
        if found is not None:
            what = ", ".join(f"{each.title} ({each.body})" for each in running)
            yield HonourRow(
                0, one.person_id, one.name, one.place, found.honour, what, found.on,
                ", ".join(found.open),
            )  # fmt: skip
    start, end = today.replace(month=1, day=1), today + dt.timedelta(days=AHEAD_DAYS)
    for each in one.engagements:
        jubilee = round_years(each.started_on, each.ended_on, start, end)
        if jubilee is not None:
            years, on = jubilee
            what = f"{count(years, 'Jahr', 'Jahre')} {each.title} ({each.body})"
            yield HonourRow(0, one.person_id, one.name, one.place, Honour.ROUND, what, on, "")
