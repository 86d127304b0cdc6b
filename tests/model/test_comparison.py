"""Side by side: each criterion once, what differs and who is ahead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ehrenamt_desktop.model.comparison import DIFFERS_FROM, compare, differing
from ehrenamt_desktop.model.matches import (
    Answer,
    Criterion,
    CriterionValue,
    FitWord,
    Gate,
    GateAnswer,
    Match,
    Side,
    SideValues,
)


def criterion(side, name, value, sentence="s"):
    return CriterionValue(name, side, value, 0.5, 0.25, sentence)


def match(number=1, time=1.0, word=FitWord.GOOD, score=0.6, gate=Answer.OK, **more):
    criteria = (
        criterion(Side.PERSON, Criterion.TIME, time),
        criterion(Side.PERSON, Criterion.FIELD, 0.5),
        criterion(Side.OFFER, Criterion.TIME, 1.0),
    )
    gates = (GateAnswer(Gate.AGE, gate, "Alter noch nachfragen."),)
    made = Match(
        number, f"Angebot {number}", "", word, score, score, score, 1.0, (),
        SideValues(0.5, 0.5), 0.0, "", gates, criteria,
    )  # fmt: skip
    return replace(made, **more)


def by_title(rows, side=0):
    found = {}
    for row in rows:
        found.setdefault(row.title, []).append(row)
    return {title: many[min(side, len(many) - 1)] for title, many in found.items()}


def test_every_criterion_of_both_sides_has_its_row_under_its_heading():
    rows = compare([match(1), match(2)])
    assert [row.title for row in rows] == [
        "Ergebnis", "Was der Person wichtig ist", "Zeit", "Bereich",
        "Was der Initiative wichtig ist", "Zeit", "Außerdem", "Noch zu klären",
        "Offene Vorschläge",
    ]  # fmt: skip
    assert not any(row.differs for row in rows)
    assert differing(rows) == ()


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [(1.0, 1.0, False), (1.0, 1.0 - DIFFERS_FROM, True), (1.0, 0.8, False), (1.0, None, True),
     (None, None, False)],
)  # fmt: skip
def test_values_differ_by_a_step_or_when_one_is_unknown(one, other, differs):
    row = by_title(compare([match(1, one), match(2, other)]))["Zeit"]
    assert row.differs is differs
    assert [cell.best for cell in row.cells] == [differs, False]


def test_an_unknown_is_a_hatched_bar():
    cell = by_title(compare([match(1, None), match(2)]))["Zeit"].cells[0]
    assert (cell.low, cell.high) == (0.0, 1.0)


def test_what_differs_stands_alone_under_its_own_headings():
    rows = differing(compare([match(1, 1.0), match(2, 0.0, gate=Answer.UNKNOWN)]))
    assert [row.title for row in rows] == [
        "Was der Person wichtig ist", "Zeit", "Außerdem", "Noch zu klären",
    ]  # fmt: skip
    assert [cell.text for cell in rows[-1].cells] == ["nichts", "Alter noch nachfragen."]


def test_the_best_result_and_firmness_are_named():
    firm = {"stable": True, "stable_sentence": "Reihenfolge sicher: …"}
    close = {"stable": False, "stable_sentence": "Reihenfolge knapp: …"}
    rows = by_title(compare([
        match(1, word=FitWord.VERY_GOOD, score=0.8, **firm), match(2, **close),
    ]))  # fmt: skip
    assert [cell.best for cell in rows["Ergebnis"].cells] == [True, False]
    assert [cell.text for cell in rows["Reihenfolge"].cells] == ["sicher", "knapp"]
