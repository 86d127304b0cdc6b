"""The Ehrenamts-Card of everybody, with who can have it in half a year."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.results import Result, median_ms, result, say
from benchmarks.stock import copy_stock, key_of
from ehrenamt_desktop import clock
from ehrenamt_desktop.services.office import Office
from ehrenamt_desktop.store.connection import connect
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import recognition as reads

PEOPLE, PLACEMENTS = 10_000, 5_000
NAME = "Ehrenamts-Card of everybody, 10,000 people, 5,000 placements"
REPEATS = 7
_RUNNING = (
    "INSERT INTO placement (person_id, offer_id, state, since, started_on, hours_per_week, "
    "version, created_at, changed_at) SELECT p.id, (SELECT min(id) FROM offer) + p.id % ?, "
    "'running', date(?, '-' || (p.id % 2000) || ' days'), "
    "date(?, '-' || (p.id % 2000) || ' days'), "
    "p.id % 9, 1, p.created_at, p.created_at FROM person p ORDER BY p.id LIMIT ?"
)


def run() -> list[Result]:
    """Every second person is at work, for up to five years."""
    with tempfile.TemporaryDirectory() as folder, clock.frozen(clock.today()):
        path = copy_stock(PEOPLE, Path(folder) / "cards.ehrenamt")
        _fill(path)
        office = Office(Store(path, key_of(encrypted=True)))
        today = clock.today().isoformat()
        with office.store.read() as connection:
            bare = median_ms(lambda: list(reads.engaged(connection, today)), REPEATS)
        found = len(office.recognition.listed())
        told = median_ms(office.recognition.listed, REPEATS)
        office.close()
    say(f"{found} rows in {told:.0f} ms, reading alone {bare:.0f} ms")
    return [result(NAME, told, f"reading the placements alone {bare:.0f} ms", told / bare)]


def _fill(path: Path) -> None:
    """Give every second person a placement that runs, so that there are `PLACEMENTS`."""
    connection = connect(path, key_of(encrypted=True))
    try:
        (offers,) = connection.execute("SELECT count(*) FROM offer").fetchone()
        today = clock.today().isoformat()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM placement WHERE started_on IS NOT NULL")
        connection.execute(_RUNNING, (offers, today, today, PLACEMENTS))
        connection.execute("COMMIT")
    finally:
        connection.close()
