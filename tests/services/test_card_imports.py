"""Address cards through the services: in with a verdict each, out and in again without a change."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.exchange.test_cards import APPLE, BROKEN, NEW, OUTLOOK

from ehrenamt_desktop.errors import BadFile, DomainError
from ehrenamt_desktop.model.imports import Verdict
from ehrenamt_desktop.model.queries import ListQuery


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    path = tmp_path / "karten.vcf"
    path.write_bytes(OUTLOOK + APPLE.encode() + NEW.encode() + BROKEN)
    return path


def test_each_card_has_its_verdict(office, cards):
    plan = office.imports.plan("people", cards)
    counts = plan.counts
    assert (counts.read, counts.added, counts.refused) == (9, 6, 3)
    assert plan.lines()[0] == (
        "9 Karten gelesen (Personen): 6 neu, 0 geändert, 0 unverändert, 3 abgewiesen."
    )
    assert "Karte 5 abgewiesen: Die Karte nennt keinen Namen." in plan.lines()
    report = office.imports.run(plan)
    assert report.cards
    assert len(office.lists.people.ids(ListQuery(text="Müßig"))) == 1
    again = office.imports.plan("people", cards)
    assert {row.verdict for row in again.rows} == {Verdict.SKIPPED, Verdict.REFUSED}


def test_refused_cards_as_a_workbook(office, cards, tmp_path):
    plan = office.imports.plan("people", cards)
    out = tmp_path / "abgewiesen.xlsx"
    assert office.imports.write_errors(plan, out) == 3
    said = {cell.value for row in load_workbook(out).worksheets[0].iter_rows() for cell in row}
    assert "Die Karte nennt keinen Namen." in said


def test_cards_are_people_and_nothing_else(office, cards):
    with pytest.raises(BadFile, match="nur als Personen gelesen"):
        office.imports.plan("offers", cards)


def test_cards_out_and_in_again_change_nothing(office, cards, tmp_path):
    office.imports.run(office.imports.plan("people", cards))
    places = {place.name: place.id for place in office.lists.places()}
    office.people.save({
        "last_name": "Öder; Müller, geb. \\n von", "first_name": "Ann-Sophie", "street": "Weg 1",
        "city": "Sontra", "postcode": "36205", "place_id": places["Ulfen"],
        "adviser_note": "bleibt hier", "birth_date": "1950-02-03",
    })  # fmt: skip
    office.people.save({"last_name": "Ohneort", "city": "Sontra", "phone": "05653 1"})
    out = tmp_path / "personen.vcf"
    total = office.exports.whole("people", out)
    assert total >= 8
    assert max(map(len, out.read_bytes().split(b"\r\n"))) <= 75
    assert "bleibt hier" not in out.read_text(encoding="utf-8")
    plan = office.imports.plan("people", out)
    assert {row.verdict for row in plan.rows} == {Verdict.SKIPPED}
    assert plan.counts.read == total
    assert plan.warnings == () or all("Einwilligung" in one for one in plan.warnings)


def test_only_people_become_cards(office, tmp_path):
    with pytest.raises(DomainError):
        office.exports.whole("offers", tmp_path / "angebote.vcf")
    with pytest.raises(DomainError):
        office.exports.view("people", tmp_path / "personen.vcf", ListQuery())
