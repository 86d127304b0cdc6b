"""Every figure on a small store that was counted by hand, and what is protected of it."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.counted_store import END, START, fill

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.figures import FIGURES, SPLITS
from ehrenamt_desktop.model.gaps import OUTSIDE
from ehrenamt_desktop.model.rules.small_counts import HIDDEN

TOWNS = ("Herleshausen", "Nentershausen", "Sontra", OUTSIDE)

BY_HAND = {
    "contacts_people": (2, (0, 0, 1, 1)),
    "contacts_bodies": (1, (0, 0, 1, 0)),
    "consult_first": (4, (2, 0, 2, 0)),
    "consult_all": (6, (2, 0, 4, 0)),
    "consult_hours": (2.25, ()),
    "seekers_open": (3, (2, 0, 1, 0)),
    "proposals": (5, (2, 0, 3, 0)),
    "placements": (3, (0, 0, 3, 0)),
    "placed_persons": (2, (0, 0, 2, 0)),
    "rate_period": (0.5, (0, None, 1, None)),
    "rate_cohort": (0.5, (0.5, None, 0.5, None)),
    "retention_6m": (2 / 3, (None, None, 2 / 3, None)),
    "days_to_place": (33.5, (None, None, 33.5, None)),
    "followup_rate": (2 / 3, (None, None, 2 / 3, None)),
    "ended": (2, (0, 0, 2, 0)),
    "hours": (238.5, (0, 0, 238.5, 0)),
    "offers_active": (2, (0, 0, 1, 1)),
    "places_open": (1, (0, 0, 1, 0)),
    "orgs_active": (3, (0, 0, 3, 0)),
    "orgs_new": (3, (0, 0, 3, 0)),
    "founded": (1, (0, 0, 1, 0)),
    "minors_first": (1, (1, 0, 0, 0)),
    "youth_placed": (0, (0, 0, 0, 0)),
    "job_seekers_placed": (1, (0, 0, 1, 0)),
    "job_seekers_work": (1, ()),
    "reach": (1, (0, 0, 1, 0)),
    "papers_people": (5, ()),
    "papers_bodies": (2, ()),
    "costs": (300.5, (0, 0, 100.5, 200)),
    "grants_applied": (3, (0, 0, 2, 1)),
    "grants_granted": (2, (0, 0, 2, 0)),
    "grants_euro": (6200.5, (0, 0, 6200.5, 0)),
}
"""Each figure of the first half of 2025 in the whole and by municipality.

Hours: 10 entered for February and 122 days of placement 1 at 7 a week, 91 days of placement 2 at
3.5 a week, 61 days of placement 3 at 7 a week. Places: 4, of which placements 1, 3 and 7 take one
each; somebody in the trash keeps the place, as everywhere in the program.
"""


PUBLIC = {
    "contacts_bodies", "founded", "offers_active", "places_open", "reach", "grants_applied",
    "grants_granted", "papers_bodies",
}  # fmt: skip
"""Figures that speak of no person."""


@pytest.fixture
def counted(office):
    fill(office)
    return office


@pytest.fixture
def opened(counted):
    return counted.figures.look(START, END)


def test_every_figure_is_counted_by_hand():
    assert set(BY_HAND) == {one.key for one in FIGURES}


def test_each_figure_is_as_counted_by_hand(opened):
    assert opened.towns == TOWNS
    found = {
        one.key: (
            one.now.amount and pytest.approx(one.now.amount),
            tuple(town.amount and pytest.approx(town.amount) for town in one.towns),
        )
        for one in opened.lines
    }
    assert found == BY_HAND


def test_people_are_cut_by_age_too(opened):
    consulted = opened.line("consult_first")
    assert [one.amount for one in consulted.ages] == [0, 2, 1, 0, 1, 0]
    assert [one.amount for one in consulted.grid[0]] == [0, 2, 0, 0, 0, 0]
    assert [one.amount for one in opened.line("seekers_open").ages] == [0, 2, 1, 0, 0, 0]
    assert opened.line("offers_active").ages == ()


def test_splits_by_hand(opened):
    parts = {
        split.key: {part.label: part.shown.amount for part in split.parts}
        for split in opened.splits
    }
    assert set(parts) == {one.key for one in SPLITS}
    assert parts["gender"] == {"Frau": 2, "keine Angabe": 2}
    assert parts["occupation"] == {
        "arbeitsuchend": 1, "Rente oder Pension": 1, "Schule": 1, "nicht erfragt": 1,
    }  # fmt: skip
    assert parts["newcomers"] == {
        "zum ersten Mal engagiert": 1, "schon früher engagiert": 1, "nicht erfragt": 2,
    }  # fmt: skip
    assert parts["channels"] == {"am Telefon": 1, "nicht eingetragen": 5}
    assert parts["end_reasons"] == {"Arbeit aufgenommen": 1, "Person möchte nicht": 1}


def test_fields_by_hand(opened):
    fields = {
        one.area: (one.offers.amount, one.seekers.amount, one.placements.amount)
        for one in opened.areas
    }
    assert fields == {
        "Sport und Bewegung": (0, 1, 0),
        "Schule oder Kindergarten": (1, 0, 3),
        "ohne Bereich": (1, 0, 0),
    }


def test_money_targets_and_years_by_hand(opened):
    lines = {one.kind: (one.towns, one.common, one.total) for one in opened.spending}
    assert lines == {
        "Druck und Porto": ((0, 0, 100.5, 0), 0, 100.5),
        "Personal": ((0, 0, 0, 0), 200, 200),
    }
    placed = opened.line("placements")
    assert (placed.target, placed.town_targets) == (12, (None, None, 6, None))
    years = {one.key: [point.shown.amount for point in one.points] for one in opened.series}
    assert years["placements"] == [0, 0, 0, 0, 3]
    assert [point.label for point in opened.series[0].points][-1] == "1. Hj. 2025"


def test_a_year_later_it_stands_beside(counted):
    later = counted.figures.look(dt.date(2026, 1, 1), dt.date(2026, 6, 30))
    placed = later.line("placements")
    assert (placed.now.amount, placed.before.amount) == (1, 3)
    assert [one.amount for one in placed.towns_before] == [0, 0, 3, 0]


def test_the_cohort_waits_until_its_days_are_over(counted):
    with clock.frozen(dt.date(2025, 12, 27)):
        waiting = counted.figures.look(START, END).line("rate_cohort").now
        assert (waiting.amount, waiting.text) == (None, "erst ab 28.12.2025")
    with clock.frozen(dt.date(2025, 12, 28)):
        assert counted.figures.look(START, END).line("rate_cohort").now.part == 2


def test_placements_too_young_do_not_count_for_lasting(counted):
    with clock.frozen(dt.date(2025, 7, 20)):  # only placement 2 is 180 days old
        assert counted.figures.look(START, END).line("retention_6m").now.long == "0 % (0 von 1)"


def test_what_leaves_hides_small_counts(counted):
    report = counted.figures.report(START, END)
    assert [one.text for one in report.line("consult_first").towns] == [
        HIDDEN, HIDDEN, HIDDEN, HIDDEN,
    ]  # fmt: skip
    assert report.line("consult_first").now.amount == 4
    assert report.line("contacts_people").now.text == HIDDEN
    assert report.line("founded").now.amount == 1
    assert report.line("rate_period").now.text == HIDDEN
    assert report.line("days_to_place").now.text == HIDDEN
    assert report.line("job_seekers_work").now.text == HIDDEN
    shown = [
        one.amount
        for line in report.lines
        for one in (line.now, *line.towns, *line.ages, *(c for row in line.grid for c in row))
        if line.key not in PUBLIC
    ]
    assert not {1, 2} & set(shown)


def test_a_report_says_what_it_cannot_count(counted):
    notes = " ".join(counted.figures.report(START, END).notes)
    assert "Schulungen" in notes
    assert "Pressearbeit" in notes
    assert "nicht weitergeben" in counted.figures.look(START, END).notes[0]


def test_cases_open_their_records(counted):
    found = counted.figures.cases("placements", START, END)
    assert [(one.record, one.label, one.municipality) for one in found] == [
        (1, "Ida P1 – A1", "Sontra"),
        (2, "Ida P2 – A1", "Sontra"),
        (3, "Ida P2 – A1", "Sontra"),
    ]
    assert (found[0].age_group, found[0].area) == ("65 und älter", "Schule oder Kindergarten")
    assert found[0].quarter == "2025-Q1"
    assert [one.record for one in counted.figures.cases("minors_first", START, END)] == [4]
    assert [one.record for one in counted.figures.cases("consult_first", START, END, OUTSIDE)] == []
    assert [
        one.record for one in counted.figures.cases("consult_first", START, END, ages="14 bis 29")
    ] == [4, 5]


def test_finer_cuts_are_for_the_desk(counted):
    months = counted.figures.finer("consult_all", START, END, places=False)
    assert [(one.label, one.shown.amount) for one in months] == [
        ("Januar 2025", 2), ("Februar 2025", 1), ("März 2025", 1), ("April 2025", 0),
        ("Mai 2025", 1), ("Juni 2025", 1),
    ]  # fmt: skip
    places = counted.figures.finer("consult_first", START, END, places=True)
    assert [(one.label, one.town, one.shown.amount) for one in places] == [
        ("Herleshausen", "Herleshausen", 2), ("Sontra", "Sontra", 1), ("Ulfen", "Sontra", 1),
    ]  # fmt: skip
    only = counted.figures.finer("consult_first", START, END, "Herleshausen", places=True)
    assert [one.label for one in only] == ["Herleshausen"]
    for key in ("seekers_open", "hours", "rate_period"):
        assert counted.figures.finer(key, START, END, places=False) == ()
    spent = counted.figures.finer("costs", START, END, places=True)
    assert [(one.label, one.shown.text) for one in spent] == [
        ("Sontra", "100,50 €"), (OUTSIDE, "200,00 €"),
    ]  # fmt: skip


def test_every_figure_tells_its_cases(counted):
    for one in FIGURES:
        for case in counted.figures.cases(one.key, START, END):
            assert case.label
            assert not case.gone


def test_a_period_that_ends_before_it_begins_is_refused(counted):
    with pytest.raises(DomainError, match="endet, bevor"):
        counted.figures.look(END, START)
