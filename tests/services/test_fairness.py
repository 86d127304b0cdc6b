"""Verteilung on a real store: counted by hand, protected, and without any weight."""

from __future__ import annotations

import ast
import datetime as dt
import itertools
from pathlib import Path

import pytest
from tests.make_office import adult, offer, place_id

import ehrenamt_desktop
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Kind, PlacementState
from ehrenamt_desktop.model.fairness import FairRow, Feature

START, END = dt.date(2026, 7, 1), dt.date(2026, 12, 31)
TALK = dt.date(2026, 11, 2)


def talk(office, person, on=TALK, **values):
    office.interactions.add({"kind": "consultation", "on": on, "person_id": person, **values})


def rows(found, feature):
    return {one.group: (one.talks, one.proposals, one.placements) for one in found.tables[feature]}


@pytest.fixture
def crowd(office):
    """Five retired in Sontra, four employed in Herleshausen, two of unknown age and place."""
    sontra, far = place_id(office, "Ulfen"), place_id(office, "Herleshausen")
    names = itertools.count()
    old = [
        adult(
            office,
            last_name=f"A{next(names)}",
            birth_year=1955,
            place_id=sontra,
            occupation="retired",
        )
        for _ in range(5)
    ]
    young = [
        adult(
            office,
            last_name=f"B{next(names)}",
            birth_date="1998-01-01",
            birth_year=None,
            place_id=far,
            occupation="employed",
        )
        for _ in range(4)
    ]
    bare = [
        office.people.save({"last_name": f"C{next(names)}", "first_name": "Ida"}) for _ in range(2)
    ]  # fmt: skip
    for one in (*old, *young, *bare):
        talk(office, one)
    return old, young, bare


def test_counts_by_hand(office, crowd):
    old, young, _ = crowd
    task = offer(office, title="Vorlesen")
    for person in (*old[:4], *young[:3]):
        office.placements.propose(person, [task])
    for row in office.lists.placements.rows(range(1, 5)):
        office.placements.move(row.id, PlacementState.PASSED_ON)
        office.placements.move(row.id, PlacementState.RUNNING)
    talk(office, old[0])  # a second talk counts nobody twice
    found = office.fairness.look(START, END)
    assert found.total == FairRow(0, "Zusammen", 11, 7, 4)
    assert rows(found, Feature.OCCUPATION) == {
        "erwerbstätig": (None, 3, 0),  # 4 beside the 2 that are hidden
        "Rente oder Pension": (5, 4, 4),
        "nicht erfragt": (None, 0, 0),
    }
    assert rows(found, Feature.AGE) == {
        "18 bis 29 Jahre": (None, 3, 0),
        "65 bis 74 Jahre": (5, 4, 4),
        "Alter unbekannt": (None, 0, 0),
    }
    assert rows(found, Feature.MUNICIPALITY) == {
        "Herleshausen": (None, 3, 0),
        "Sontra": (5, 4, 4),
        "auswärtig oder ohne Ort": (None, 0, 0),
    }
    assert found.summary == "Im Gespräch: 11 · mit Vorschlag: 7 · vermittelt: 4"


def test_only_held_talks_of_the_period_count(office):
    person = adult(office)
    talk(office, person, START - dt.timedelta(days=1))
    talk(office, person, END, state="planned")
    office.interactions.add({"kind": "call", "on": TALK, "person_id": person})
    found = office.fairness.look(START, END)
    assert found.total.talks == 0
    assert found.tables[Feature.AGE] == ()
    assert found.summary == "In diesem Zeitraum gab es weder Gespräche noch Vorschläge."


def test_a_small_total_hides_everything(office):
    for at in range(2):
        talk(office, adult(office, last_name=f"P{at}"))
    found = office.fairness.look(START, END)
    assert found.total.talks is None
    assert rows(found, Feature.AGE) == {"65 bis 74 Jahre": (None, 0, 0)}
    assert found.summary.startswith("Im Gespräch: geschützt")


def test_people_in_the_trash_do_not_count(office, crowd):
    office.trash.put(Kind.PERSON, crowd[0])
    assert office.fairness.look(START, END).total.talks == 6


def test_a_period_that_ends_before_it_begins(office):
    with pytest.raises(DomainError, match="endet"):
        office.fairness.look(END, START)


@pytest.mark.parametrize(
    ("row", "rate"),
    [
        (FairRow(1, "a", 12, 8, 6), 5.0),
        (FairRow(1, "a", 9, 8, 6), None),
        (FairRow(1, "a", None, 8, 6), None),
        (FairRow(1, "a", 12, 8, None), None),
    ],
)
def test_a_rate_needs_enough_people_and_nothing_hidden(row, rate):
    assert row.rate == rate


def test_no_total_gives_a_hidden_count_away(office, crowd):
    """In each table two hidden counts at least stand beside a shown total."""
    found = office.fairness.look(START, END)
    for table in found.tables.values():
        hidden = [one.talks for one in table].count(None)
        assert hidden != 1


def test_matching_never_reads_it():
    """The score cannot know what this page shows: matching does not import it."""
    folder = Path(ehrenamt_desktop.__file__).parent / "matching"
    for path in folder.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {one.module for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)}
        assert not any(name and "fairness" in name for name in names)
        assert "occupation" not in path.read_text(encoding="utf-8")
