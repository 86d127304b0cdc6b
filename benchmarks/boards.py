"""Notice-board lists for all Ortsteile of the association, from 3,000 open offers.

Each list goes the whole way of the program: read, checked for names, drawn, remembered with its
reminder. Beside it the same offers as plain lines on a bare reportlab canvas.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from benchmarks.many_offers import add_offers
from benchmarks.results import Result, result, say
from benchmarks.stock import copy_stock, key_of
from ehrenamt_desktop import clock
from ehrenamt_desktop.model.paper_rows import BoardOffer
from ehrenamt_desktop.services.office import Office
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads.papers import board_offers

PEOPLE = 10_000
OFFERS = 3_000
REPEATS = 3
NAME = "notice-board lists for 33 villages from 3,000 offers"


def run() -> list[Result]:
    """The lists of all places, and the bare lines."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "buero.ehrenamt"
        copy_stock(PEOPLE, path)
        add_offers(path, key_of(encrypted=True), OFFERS)
        office = Office(Store(path, key_of(encrypted=True)))
        try:
            return [_measured(office, Path(folder))]
        finally:
            office.close()


def _measured(office: Office, folder: Path) -> Result:
    office.settings.set("office", {"name": "Ehrenamtsagentur", "phone": "05653 9777-0"})
    places = [place for place in office.lists.board_places() if place.member]
    say(f"{len(places)} places, {office.lists.offers.total():,} offers")
    taken = []
    for _ in range(REPEATS):
        begun = time.perf_counter()
        for place in places:
            office.papers.offer_list(folder / f"{place.id}.pdf", place.id)
        taken.append(time.perf_counter() - begun)
    with office.store.read() as connection:
        offers = board_offers(connection, clock.today())
    floor = _bare(offers, folder / "bare.pdf")
    ours = statistics.median(taken)
    say(f"{NAME}: {ours:.2f} s; {len(offers):,} offers as bare lines: {floor:.2f} s")
    return result(NAME, ours, "bare lines of reportlab", ours / floor)


def _bare(offers: list[BoardOffer], path: Path) -> float:
    begun = time.perf_counter()
    canvas = Canvas(str(path))
    for index, offer in enumerate(offers):
        if index % 6 == 0 and index:
            canvas.showPage()
        for row, words in enumerate((offer.title, offer.teaser, offer.where, offer.when)):
            canvas.drawString(40, 780 - 120 * (index % 6) - 20 * row, words)
    canvas.save()
    return time.perf_counter() - begun
