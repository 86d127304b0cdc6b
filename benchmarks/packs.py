"""Twelve papers handed out: letter, six own forms, six foreign papers, one PDF, remembered."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from pypdf import PdfWriter

from benchmarks.library import foreign_pdf
from benchmarks.results import Result, median_ms, result
from benchmarks.stock import copy_stock, key_of
from ehrenamt_desktop.model.documents import Choice
from ehrenamt_desktop.model.enums import HandOutWay, Kind
from ehrenamt_desktop.model.hand_out import PackWish, Whom
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.office import Office
from ehrenamt_desktop.store.engine import Store

PEOPLE, EACH, PAGES = 10_000, 6, 3
PACK = "a pack of 12 papers, suggested, made and remembered"


def run() -> list[Result]:
    """One encrypted store; the same bytes put one behind the other by pypdf as the peer."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        office = Office(
            Store(copy_stock(PEOPLE, folder / "packs.ehrenamt"), key_of(encrypted=True))
        )
        try:
            return [_measure(office, folder)]
        finally:
            office.close()


def _measure(office: Office, folder: Path) -> Result:
    paths = [foreign_pdf(folder / f"Blatt {at}.pdf", at, PAGES) for at in range(EACH)]
    found = office.library.look(paths)
    office.library.add([Choice(one, {"title": one.title}, {}) for one in found])
    rows = office.library.rows()
    own = [row.id for row in rows if row.own_form and not office.forms.lacking(row.own_form, None)]
    foreign = [row.id for row in rows if row.edition_id is not None]
    whom = Whom(Kind.PERSON, office.lists.people.ids(ListQuery())[0])
    wish = PackWish(whom, (*own[:EACH], *foreign[:EACH]), HandOutWay.BY_HAND)

    def pack() -> None:
        office.hand_outs.suggest(whom)
        office.hand_outs.pack(wish, folder / "pack.pdf")

    parts = [office.forms.make(row.own_form) for row in rows if row.id in own[:EACH]]
    parts += [path.read_bytes() for path in paths]
    made, bare = median_ms(pack, 7), median_ms(lambda: _bare(parts), 7)
    return result(PACK, made, f"the same bytes joined by pypdf {bare:.0f} ms", made / bare)


def _bare(parts: list[bytes]) -> None:
    writer = PdfWriter()
    for one in parts:
        writer.append(io.BytesIO(one))
    writer.write(io.BytesIO())
