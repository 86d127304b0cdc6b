"""The Start tab of a busy office: from the question for the day to the painted page."""

from __future__ import annotations

import datetime as dt
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.desk import OpenDesk, Painted
from benchmarks.results import Result, median_ms, result, say
from benchmarks.stock import copy_stock, key_of
from ehrenamt_desktop import clock
from ehrenamt_desktop.services.office import Office
from ehrenamt_desktop.store.connection import connect
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.ui.start.tab import StartTab

PEOPLE, PLACEMENTS, OVERDUE = 10_000, 5_000, 400
REPEATS = 15
NAME = "Start tab, 10,000 people, 5,000 placements"
COUNTS = (
    "SELECT count(*) FROM person WHERE status = 'seeking' AND trashed_at IS NULL",
    "SELECT count(*) FROM offer WHERE status = 'published' AND trashed_at IS NULL",
    "SELECT count(*) FROM placement WHERE state = 'proposed'",
    "SELECT count(*) FROM placement WHERE state = 'running'",
    "SELECT count(*) FROM follow_up WHERE done_on IS NULL",
)
"""About what the tiles tell, without stages and dates."""


def run() -> list[Result]:
    """The day is read and painted again and again, with hundreds of overdue reminders."""
    with tempfile.TemporaryDirectory() as folder, clock.frozen(clock.today()):
        path = copy_stock(PEOPLE, Path(folder) / "day.ehrenamt")
        _fill(path)
        office = Office(Store(path, key_of(encrypted=True)))
        desk = OpenDesk(PEOPLE, office=office)
        try:
            shown = _shown(desk)
            read = median_ms(office.lists.overview, REPEATS)
            rows = office.lists.overview().waiting
        finally:
            desk.close()
        plain = _plain(path)
    say(f"shown {shown:.0f} ms, first of {rows} rows read {read:.1f} ms, counts {plain:.1f} ms")
    against = f"reading alone {read:.1f} ms, plain counts {plain:.1f} ms"
    return [result(NAME, shown, against, shown / plain)]


def _fill(path: Path) -> None:
    """Raise placements to their number by copies, and reminders by overdue ones."""
    connection = connect(path, key_of(encrypted=True))
    try:
        connection.execute("BEGIN IMMEDIATE")
        for table, amount in (("placement", _missing(connection)), ("follow_up", OVERDUE)):
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            kept = ", ".join(f'"{one}"' for one in names if one != "id")
            connection.execute(
                f"INSERT INTO {table} ({kept}) SELECT {kept} FROM {table} "  # noqa: S608
                "ORDER BY id LIMIT ?",
                (amount,),
            )
        late = (clock.today() - dt.timedelta(days=20)).isoformat()
        connection.execute(
            "UPDATE follow_up SET done_on = NULL, result = NULL, due_on = ? "
            "WHERE id > (SELECT max(id) FROM follow_up) - ?",
            (late, OVERDUE),
        )
        connection.execute("COMMIT")
    finally:
        connection.close()


def _missing(connection: Any) -> int:
    (there,) = connection.execute("SELECT count(*) FROM placement").fetchone()
    return max(0, PLACEMENTS - int(there))


def _moved_on(tab: StartTab) -> Callable[[], bool]:
    """Whether the list was made anew since."""
    before = tab.page.due.current()
    return lambda: tab.page.due.current() is not before


def _shown(desk: OpenDesk) -> float:
    desk.window.show_tab("start")
    tab = desk.window.tab("start")
    if not isinstance(tab, StartTab):
        raise TypeError("start")
    desk.settle()
    taken = []
    for _ in range(REPEATS + 2):
        painted = Painted(tab.page, _moved_on(tab))
        begun = time.perf_counter()
        tab.reload()
        desk.settle()
        tab.page.update()
        taken.append((painted.wait() - begun) * 1000)
    return statistics.median(taken[2:])


def _plain(path: Path) -> float:
    """The counts alone, by plain SQL."""

    @cache
    def connection() -> Any:
        """Made on the thread that is timed, which is the only one that may use it."""
        return connect(path, key_of(encrypted=True))

    def count() -> None:
        for statement in COUNTS:
            connection().execute(statement).fetchone()

    taken = median_ms(count, REPEATS)
    median_ms(lambda: connection().close(), repeats=1, warm=0)
    return taken
