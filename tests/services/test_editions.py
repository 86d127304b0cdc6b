"""Editions: frozen, numbered, never changed, and safe beside each other."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from sqlmodel import select
from tests.counted_store import END, START, fill, on

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import Cancelled, DomainError, StoreUnavailable
from ehrenamt_desktop.model.enums import Kind, PaperKind, PlacementState
from ehrenamt_desktop.model.figures import BY_KEY, FIGURES
from ehrenamt_desktop.model.records.placement import Placement
from ehrenamt_desktop.model.records.report import Edition, EditionCase
from ehrenamt_desktop.model.shield import Printed
from ehrenamt_desktop.store import bulk
from ehrenamt_desktop.store.reads import editions

KIND = PaperKind.COUNCIL_LIST


@pytest.fixture
def counted(office):
    fill(office)
    return office


def freeze(office, start=START, end=END, **values):
    return office.editions.freeze(KIND, start, end, "Bericht", **values)


def test_an_edition_is_what_the_report_showed(counted):
    draft = counted.figures.report(START, END, "Bericht")
    made = freeze(counted, words={"sentence_1": "Es läuft gut."})
    assert made.number == 1
    assert len(made.hash) == 64
    assert made._replace(number=0, hash="") == draft
    assert counted.editions.report(1) == made
    assert counted.editions.words(1) == {"sentence_1": "Es läuft gut."}
    (row,) = counted.editions.rows()
    assert (row.number, row.kind, row.title, row.on) == (1, KIND.label, "Bericht", clock.today())
    assert made.stamp == f"Ausgabe 1 vom 23.11.2026, Prüfsumme {made.hash[:8]}"


def test_numbers_go_on(counted):
    assert [freeze(counted).number for _ in range(3)] == [1, 2, 3]
    assert [one.number for one in counted.editions.rows()] == [3, 2, 1]


def test_an_edition_stays_when_the_records_move_on(counted):
    made = freeze(counted)
    with counted.store.write("Nachtrag") as unit:
        unit.add(
            Placement(person_id=4, offer_id=1, proposed_on=on("2025-02-01"),
                      started_on=on("2025-02-02"), state=PlacementState.RUNNING)
        )  # fmt: skip
    assert counted.figures.look(START, END).line("placements").now.amount == 4
    assert counted.editions.report(1) == made


def test_cases_open_todays_record_or_say_that_it_is_gone(counted):
    freeze(counted)
    before = counted.editions.cases(1, "consult_first")
    assert [(one.record, one.label, one.municipality) for one in before] == [
        (1, "Ida P1", "Sontra"),
        (3, "Ida P3", "Sontra"),
        (4, "Ida P4", "Herleshausen"),
        (5, "Ida P5", "Herleshausen"),
    ]
    counted.trash.put(Kind.PERSON, [3])
    gone = counted.editions.cases(1, "consult_first")[1]
    assert (gone.record, gone.label, gone.gone) == (3, "gelöscht", True)
    assert gone.age_group == "30 bis 49"


def test_the_cases_of_a_ratio_are_those_that_are_divided(counted):
    freeze(counted)
    assert [one.record for one in counted.editions.cases(1, "rate_period")] == [1, 2]
    assert [one.record for one in counted.editions.cases(1, "minors_first")] == [4]


def test_nothing_kept_names_anybody(counted):
    freeze(counted)
    with counted.store.read() as connection:
        cells = [
            str(cell)
            for table in ("edition", "edition_case")
            for row in connection.execute(f"SELECT * FROM {table}")
            for cell in row
        ]
    text = " ".join(cells)
    for name in ("Ida", "P1", "B1", "A1"):
        assert name not in text.replace('P1"', "")


def test_an_edition_cannot_be_changed_deleted_or_undone(counted):
    made = freeze(counted)
    with (
        pytest.raises(DomainError, match="bleibt, wie sie"),
        counted.store.write("Ändern") as unit,
    ):
        unit.exec(select(Edition)).one().title = "Schöner"
    with (
        pytest.raises(DomainError, match="bleibt, wie sie"),
        counted.store.write("Löschen") as unit,
    ):
        unit.delete(unit.exec(select(EditionCase).limit(1)).one())
    with (
        pytest.raises(DomainError, match="bleibt, wie sie"),
        counted.store.write("Viele") as unit,
    ):
        bulk.update_rows(unit, EditionCase, [{"id": 1, "area": "x"}])
    undone = counted.history.undo()
    assert undone.action != "Bericht herausgegeben"
    assert counted.editions.report(1) == made


def test_what_was_changed_outside_is_refused(counted, tmp_path):
    freeze(counted)
    with counted.store.read() as connection:
        (figures,) = connection.execute("SELECT figures FROM edition").fetchone()
    wrong = json.loads(figures)
    wrong["report"]["title"] = "Anders"
    counted.close()
    import sqlcipher3.dbapi2 as sqlite

    raw = sqlite.connect(counted.path)
    raw.execute("UPDATE edition SET figures = ?", (json.dumps(wrong),))
    raw.commit()
    raw.close()
    from ehrenamt_desktop.services.office import open_office

    again = open_office(counted.path)
    try:
        with pytest.raises(DomainError, match="außerhalb des Programms verändert"):
            again.editions.report(1)
    finally:
        again.close()


def test_a_changed_definition_is_shown(counted, monkeypatch):
    freeze(counted)
    assert counted.editions.changed(1) == ()
    new = BY_KEY["placements"]._replace(words="Etwas anderes.")
    listed = tuple(new if one.key == "placements" else one for one in FIGURES)
    monkeypatch.setattr("ehrenamt_desktop.services.editions.FIGURES", listed)
    monkeypatch.setattr("ehrenamt_desktop.services.figure_report.FIGURES", listed)
    (changed,) = counted.editions.changed(1)
    assert (changed.name, changed.now) == ("Vermittlungen", "Etwas anderes.")
    later = counted.figures.report(START, END)
    line = next(one for one in later.definitions if one.key == "placements")
    assert line.changed == f"Geändert seit Ausgabe 1. Dort: {BY_KEY['placements'].words}"
    assert not any(one.changed for one in later.definitions if one.key != "placements")


def test_a_cancelled_edition_leaves_nothing(counted):
    class Stop:
        def step(self, done, total, text=""):
            if done > 2:
                raise Cancelled

    with pytest.raises(Cancelled):
        freeze(counted, progress=Stop())
    assert counted.editions.rows() == ()


def test_an_edition_is_only_kept_with_its_file(counted):
    made = []
    freeze(counted, write=made.append)
    assert made == [counted.editions.report(1)]

    def fail(report):
        raise StoreUnavailable("voll")

    with pytest.raises(StoreUnavailable):
        freeze(counted, write=fail)
    assert [one.number for one in counted.editions.rows()] == [1]


def test_further_tables_are_minded_by_later_editions(counted):
    table = Printed("council:placements", START, END, ((3,),), frozenset())
    freeze(counted, printed=[table])
    with counted.store.read() as connection:
        assert table in editions.printed(connection)


def test_an_unknown_edition_and_a_wrong_period_are_refused(counted):
    with pytest.raises(DomainError, match="gibt es nicht"):
        counted.editions.report(7)
    with pytest.raises(DomainError, match="endet, bevor"):
        freeze(counted, END, START)


def test_the_year_hides_what_the_half_left_open(counted):
    """Four first talks in the first half; a single one in the second must not be told."""
    first = freeze(counted)
    assert first.line("consult_first").now.amount == 4
    year = freeze(counted, START, dt.date(2025, 12, 31))
    assert year.line("consult_first").now.text == "geschützt"  # 5, and 5 - 4 is a small count
    assert counted.figures.look(START, dt.date(2025, 12, 31)).line("consult_first").now.amount == 5


def test_a_late_entry_waits_for_company(counted):
    """The same period again: one more talk would tell of whom it was; the print stands."""
    freeze(counted)
    counted.interactions.add({"kind": "consultation", "on": on("2025-03-03"), "person_id": 6})
    assert freeze(counted).line("consult_first").now.amount == 4
    assert counted.figures.look(START, END).line("consult_first").now.amount == 5
