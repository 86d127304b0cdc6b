"""The gap report on paper and in Excel: as looked at, small counts protected, hostile words."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.errors import Cancelled
from ehrenamt_desktop.model.gaps import (
    GapReport,
    GateCount,
    OfferGap,
    PersonGap,
    ProofGap,
    Ref,
    WishGap,
)
from ehrenamt_desktop.model.matches import Gate
from ehrenamt_desktop.reports import gap_rows
from ehrenamt_desktop.reports.gap_book import gap_book
from ehrenamt_desktop.reports.gap_paper import gap_paper

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
DAY = dt.date(2026, 11, 23)


def offer_gap(number, amount, others=(), title="Kindern beim Lesen zuhören"):
    gates = (GateCount(Gate.TIME, amount), *(GateCount(*one) for one in others))
    verbs = ("kann nicht am Mittwoch", "können nicht am Mittwoch")
    return OfferGap(number, title, "Grundschule Sontra", "Sontra", gates, verbs, 20)


def person_gap(number, gate):
    return PersonGap(number, "Marion Geheimrat", "Ulfen", "Sontra", gate, 2, "Zeit: geheim")


def wish_gap(number, amount, area="Kultur und Musik", town="Sontra", initiative=None):
    people = tuple(Ref(at, "Marion Geheimrat") for at in range(amount))
    return WishGap(number, number, area, town, people, initiative)


def proof_gap(number, proof, people, unasked, offers, pairs):
    who = tuple(Ref(at, "Marion Geheimrat") for at in range(people))
    what = tuple(Ref(at, "Kindern beim Lesen zuhören") for at in range(offers))
    return ProofGap(number, proof, who, unasked, what, pairs)


FOUND = GapReport(
    as_of=DAY,
    people=20,
    offers=12,
    offer_gaps=(
        offer_gap(7, 14, [(Gate.DISTANCE, 6), (Gate.AGE, 2)]),
        offer_gap(24, 19, title="Bürgerbus fahren"),
        offer_gap(31, 2, [(Gate.PROOF, 1)], title="Wanderwege im Blick behalten"),
    ),
    person_gaps=tuple(
        person_gap(at, gate) for at, gate in enumerate([Gate.TIME] * 4 + [Gate.AGE] * 2)
    ),
    wishes=(
        wish_gap(1, 5),
        wish_gap(2, 3, "Sport und Bewegung", "Herleshausen", 9),
        wish_gap(3, 2, "Kirche und Religion", "Nentershausen"),
        wish_gap(4, 1, "Gesundheit"),
    ),
    proofs=(
        proof_gap(71, "Juleica", 9, 8, 3, 21),
        proof_gap(72, "Erste Hilfe", 6, 3, 2, 9),
        proof_gap(73, "Führerschein B", 2, 1, 4, 5),
    ),
)
NOTHING = GapReport(DAY, 0, 0, (), (), (), ())
HOSTILE = GapReport(
    DAY, 20, 40,
    tuple(
        offer_gap(at, 14, title=f"<b>=SUMME(A1)</b> & {'Donaudampfschiff' * 12}")
        for at in range(40)
    ),
    (), tuple(wish_gap(at, 4, "W" * 300, "</para>") for at in range(60)), (),
)  # fmt: skip


def cells(path):
    return [
        f"{page.title} {cell.coordinate} {cell.data_type} {cell.value}"
        for page in openpyxl.load_workbook(path)
        for row in page.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def compare(name, lines):
    file, text = GOLDEN / name, "\n".join(lines) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def test_the_paper_looks_as_it_was_looked_at(tmp_path, office, read_paper):
    path = tmp_path / "x.pdf"
    assert gap_paper(path, office, FOUND) == 2
    compare("gap-paper.txt", read_paper(path).lines())


def test_the_workbook_looks_as_it_was_looked_at(tmp_path, office):
    path = tmp_path / "x.xlsx"
    assert gap_book(path, office, FOUND) == 3 + 2 + 4 + 3
    compare("gap-book.txt", cells(path))


def test_small_counts_and_names_stand_nowhere(tmp_path, office, read_paper):
    pdf, book = tmp_path / "x.pdf", tmp_path / "x.xlsx"
    gap_paper(pdf, office, FOUND)
    gap_book(book, office, FOUND)
    for text in (" ".join(read_paper(pdf).pages), " ".join(cells(book))):
        assert "Geheimrat" not in text
        assert "Ulfen" not in text
        assert "unter 3 von 20 Personen können nicht am Mittwoch" in " ".join(text.split())
        assert "fast alle 20 Personen" in " ".join(text.split())
    rows = {table.title: table for table in gap_rows.tables(FOUND)}
    said = [[one.text(row) for one in table.columns] for table in rows.values()
            for row in table.rows]  # fmt: skip
    assert ["Führerschein B", "unter 3", "geschützt", "4", "geschützt"] in said
    assert ["Juleica", "9", "fast alle", "3", "21"] in said
    assert ["Alter", "geschützt"] in said
    assert ["Zeit", "geschützt"] in said  # else 6 − 4 would tell it


def test_nothing_to_tell_is_said(tmp_path, office, read_paper):
    path = tmp_path / "x.pdf"
    assert gap_paper(path, office, NOTHING) == 1
    text = " ".join(read_paper(path).pages[0].split())
    assert "Zurzeit sucht niemand ein Angebot" in text
    assert "Zu jedem Angebot passt jemand." in text
    assert gap_book(tmp_path / "x.xlsx", office, NOTHING) == 0


def test_hostile_words_stay_on_the_page(tmp_path, office, read_paper):
    path = tmp_path / "x.pdf"
    pages = gap_paper(path, office, HOSTILE)
    paper = read_paper(path)
    assert len(paper.pages) == pages > 2
    width, height = paper.size
    assert all(one.left > 0 and one.right < width - 10 for one in paper.words)
    assert all(one.top > 10 and one.bottom < height - 8 for one in paper.words)
    assert "(Fortsetzung)" in paper.pages[1]
    book = tmp_path / "x.xlsx"
    gap_book(book, office, HOSTILE)
    assert not any(" f " in one[:60] for one in cells(book))


@pytest.mark.parametrize(("write", "name"), [(gap_paper, "x.pdf"), (gap_book, "x.xlsx")])
def test_a_stop_leaves_nothing(tmp_path, office, stopping, write, name):
    with pytest.raises(Cancelled):
        write(tmp_path / name, office, HOSTILE, stopping)
    assert list(tmp_path.iterdir()) == []


@given(st.lists(st.integers(1, 6), max_size=6))
def test_the_order_of_a_list_tells_no_small_counts_apart(amounts):
    wishes = tuple(wish_gap(at, amount) for at, amount in enumerate(amounts))
    turned = tuple(wish_gap(at, 3 - amount if amount < 3 else amount)
                   for at, amount in enumerate(amounts))  # fmt: skip
    first, second = (
        [one.id for one in gap_rows.tables(GapReport(DAY, 20, 0, (), (), rows, ()))[2].rows]
        for rows in (wishes, turned)
    )
    assert first == second
