"""A person with a long course: from the call to the painted record, and keeping one change."""

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
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.office import Office
from ehrenamt_desktop.store.connection import connect
from ehrenamt_desktop.store.engine import Store

PEOPLE = 10_000
TALKS, PLACEMENTS = 200, 40
REPEATS = 15
READS = (
    "SELECT * FROM person WHERE id = ?",
    "SELECT t.*, c.label FROM person_term t JOIN term c ON c.id = t.term_id WHERE person_id = ?",
    "SELECT * FROM credential WHERE person_id = ?",
    "SELECT * FROM consent WHERE person_id = ?",
    "SELECT p.*, o.title, i.name FROM placement p JOIN offer o ON o.id = p.offer_id "
    "JOIN initiative i ON i.id = o.initiative_id WHERE p.person_id = ?",
    "SELECT f.* FROM follow_up f JOIN placement p ON p.id = f.placement_id WHERE p.person_id = ?",
    'SELECT * FROM interaction WHERE person_id = ? ORDER BY "on"',
)


def run() -> list[Result]:
    """Two people are opened in turn, only the busy one counts; then one field is kept anew."""
    with tempfile.TemporaryDirectory() as folder:
        path = copy_stock(PEOPLE, Path(folder) / "busy.ehrenamt")
        office = Office(Store(path, key_of(encrypted=True)))
        number, other = busy(office)
        desk = OpenDesk(PEOPLE, office=office)
        try:
            shown = _opened(desk, number, other)
            read = median_ms(lambda: office.lists.person(number), REPEATS)
            kept = median_ms(_change(office, number), REPEATS)
        finally:
            desk.close()
        plain_read, plain_kept = _plain(path, number)
    say(f"shown {shown:.0f} ms, read alone {read:.1f} ms, kept {kept:.1f} ms")
    return [
        result(
            "open a person with 200 talks and 40 placements",
            shown,
            f"reading alone {read:.1f} ms, by plain SQL {plain_read:.1f} ms",
            shown / plain_read,
        ),
        result(
            "save a person with 200 talks and 40 placements",
            kept,
            f"one UPDATE by plain SQL {plain_kept:.1f} ms",
            kept / plain_kept,
        ),
    ]


def busy(office: Office) -> tuple[int, int]:
    """The numbers of a person with talks and placements, and of somebody without."""
    number, other = office.lists.people.ids(ListQuery())[:2]
    initiative = office.initiatives.save({"name": "Bürgerverein"})
    for place in range(PLACEMENTS):
        offer = {"title": f"Hilfe {place}", "status": "published", "initiative_id": initiative}
        office.placements.propose(number, [office.offers.save(offer)])
    first = dt.date(2020, 1, 1)
    for place in range(TALKS):
        day = first + dt.timedelta(days=7 * place)
        talk = {
            "person_id": number,
            "on": day,
            "subject": f"Gespräch {place}",
            "note": "Wort " * 40,
        }
        office.interactions.add(talk)
    return number, other


def _opened(desk: OpenDesk, number: int, other: int) -> float:
    page = desk.tab.page
    taken = []
    for round_ in range(REPEATS + 2):
        desk.window.open_record(Kind.PERSON, other)
        desk.settle()
        painted = Painted(
            page.pane.head.title,
            lambda: page.detail is not None and page.detail.id == number,
        )
        begun = time.perf_counter()
        desk.window.open_record(Kind.PERSON, number)
        moment = painted.wait()
        desk.settle()
        if round_ > 1:
            taken.append((moment - begun) * 1000)
    return statistics.median(taken)


def _change(office: Office, number: int) -> Callable[[], object]:
    turn = iter(range(1_000))
    return lambda: office.people.save({"profession": f"Beruf {next(turn)}"}, number)


def _plain(path: Path, number: int) -> tuple[float, float]:
    """The same reading and the bare change, without journal, search words and lines."""
    turn = iter(range(1_000))

    @cache
    def connection() -> Any:
        """Made on the thread that is timed, which is the only one that may use it."""
        return connect(path, key_of(encrypted=True))

    def read() -> None:
        for statement in READS:
            connection().execute(statement, (number,)).fetchall()

    def change() -> None:
        words = (f"Beruf {next(turn)}", number)
        connection().execute("UPDATE person SET profession = ? WHERE id = ?", words).fetchall()

    times = median_ms(read, REPEATS), median_ms(change, REPEATS)
    median_ms(lambda: connection().close(), repeats=1, warm=0)
    return times
