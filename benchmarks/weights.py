"""Another order of the criteria: from the key to the painted list, by what is kept of the pairs."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from benchmarks.desk import OpenDesk, Painted
from benchmarks.many_offers import add_offers
from benchmarks.results import Result, median_ms, result, say
from benchmarks.stock import copy_stock, key_of
from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.matches import Side
from ehrenamt_desktop.services.office import Office
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.ui.matching.match_page import MatchPage
from ehrenamt_desktop.ui.matching.tab import MatchingTab

PEOPLE, OFFERS = 100, 10_000
REPEATS = 15
NAME = "weight change to the painted list, 10,000 offers"
FIRM = "how firm 50 rows of 10,000 offers are"
WISHING = (
    "SELECT p.id FROM person p JOIN person_term t ON t.person_id = p.id AND t.relation = 'wish' "
    "WHERE p.status = 'seeking' GROUP BY p.id ORDER BY count(*) DESC, p.id LIMIT 1"
)


def run() -> list[Result]:
    """Weights are changed by keyboard while the list is shown beside them."""
    with tempfile.TemporaryDirectory() as folder, clock.frozen(clock.today()):
        path = copy_stock(PEOPLE, Path(folder) / "offers.ehrenamt")
        add_offers(path, key_of(encrypted=True), OFFERS)
        office = Office(Store(path, key_of(encrypted=True)))
        desk = OpenDesk(PEOPLE, office=office)
        try:
            number = _wishing(office)
            page = _page(desk, number)
            again = _changed(desk, page)
            anew = _shown(desk, page, page.reload)
            weighed, firm = _alone(office, number)
        finally:
            desk.close()
    say(f"again {again:.1f} ms, anew {anew:.0f} ms; list {weighed:.1f} ms, firmness {firm:.1f} ms")
    return [
        result(NAME, again, f"everything read and scored anew {anew:.0f} ms", again / anew),
        result(FIRM, firm, f"the list without it {weighed:.1f} ms", firm / weighed),
    ]


def _wishing(office: Office) -> int:
    """The person with the most wishes."""
    with office.store.read() as connection:
        return int(connection.execute(WISHING).fetchone()[0])


def _page(desk: OpenDesk, number: int) -> MatchPage:
    """The list of a person with the weights beside it."""
    desk.window.show_tab("matching")
    tab = desk.window.tab("matching")
    if not isinstance(tab, MatchingTab):
        raise TypeError("matching")
    tab.match_for(Kind.PERSON, number)
    desk.settle()
    tab.offers.detail.numbers.toggle.click()
    desk.settle()
    tab.offers.detail.numbers.weights.click()
    desk.settle()
    return tab.offers


def _changed(desk: OpenDesk, page: MatchPage) -> float:
    """Milliseconds from a key that moves the first criterion down or up again."""
    mine = page.expert.weights.lists[Side.PERSON]
    keys = iter((Qt.Key.Key_Down, Qt.Key.Key_Up) * REPEATS * 2)
    alt = Qt.KeyboardModifier.AltModifier
    return _shown(desk, page, lambda: QTest.keyClick(mine, next(keys), alt))


def _shown(desk: OpenDesk, page: MatchPage, ask: Callable[[], object]) -> float:
    """Milliseconds from a deed to the painted list."""
    taken, fresh = [], list[bool]()
    page.list.model().modelReset.connect(lambda: fresh.append(True))
    for _ in range(REPEATS + 2):
        fresh.clear()
        painted = Painted(page.list.viewport(), lambda: bool(fresh))
        begun = time.perf_counter()
        ask()
        taken.append((painted.wait() - begun) * 1000)
        desk.settle()
    return statistics.median(taken[2:])


def _alone(office: Office, number: int) -> tuple[float, float]:
    """Milliseconds of the warm list alone, and of saying how firm it is."""
    matching = office.matching
    plain = median_ms(lambda: matching.offers_for(number), REPEATS)
    examined = median_ms(lambda: matching.offers_for(number, examined=True), REPEATS)
    return plain, examined - plain
