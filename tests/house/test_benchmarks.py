"""Every promise has its bench, and what a bench writes has the agreed form; nothing is timed."""

from __future__ import annotations

import ast
import dataclasses
import json
import re

import pytest

from benchmarks import results
from benchmarks.__main__ import MODULES, main
from benchmarks.promises import BENCHES, COLUMNS, PROMISES, QUESTIONS, TWINS, promise
from benchmarks.year import gini
from ehrenamt_desktop.store.reads.people import SPEC

KEYS = ["name", "value", "unit", "bar", "holds", "against", "ratio"]
BARS = {
    "search in 5,000 papers of 2 GB": ("ms", 50),
    "opening an office beside 2 GB of papers": ("×", 1.1),
    "500 PDFs read and added": ("s", 60),
    "a pack of 12 papers, suggested, made and remembered": ("ms", 1000),
    "a page of the preview": ("ms", 200),
    "the first page of the preview, with the start of its process": ("ms", None),
    "start to window painted, 10,000 people": ("×", 1.5),
    "start to first rows of Personen, 10,000 people": ("×", 1.9),
    "start to complete picture beside novelWriter": ("ms", None),
    "start to complete picture beside Vorta": ("ms", None),
    "keystroke to first paint, 100,000 people": ("ms", 60),
    "filter 100,000 people": ("ms", 100),
    "sort 100,000 people beside a proxy model": ("×", 100),
    "filter 100,000 people beside a proxy model": ("×", 100),
    "window with 100,000 people against 100": ("MB", 60),
    "import of 10,000 people": ("s", 15),
    "import of 10,000 people: parent and child": ("MB", 250),
    "open a person with 200 talks and 40 placements": ("ms", 80),
    "save a person with 200 talks and 40 placements": ("ms", 50),
    "double check while typing, 100,000 people": ("ms", 30),
    "review list of doubles, 10,000 people": ("s", 60),
    "undo of an import of 10,000 people": ("s", 10),
    "assignment of 10,000 people to 3,000 offers": ("s", 1.5),
    "people placed beside one after another": ("×", 1.0),
    "assignment of 2,000 to 600 beside a dense table": ("×", 1.0),
    "one person over 10,000 offers, warm": ("ms", 15),
    "one person over 10,000 offers, cold": ("ms", 400),
    "one offer over 100,000 people, cold": ("s", None),
    "10,000 people × 3,000 offers, top 20 each": ("s", 1.0),
    "10,000 people × 3,000 offers, memory above the facts": ("MB", 250),
    "10,000 people × 3,000 offers beside DuckDB": ("×", 1.0),
    "100,000 people × 10,000 offers, top 20 each": ("s", 40),
    "100,000 people × 10,000 offers, memory above the facts": ("MB", 400),
    "a year with λ on: offers that got a placement": ("%", None),
    "a year with λ on: Gini of placements over offers": ("", None),
    "a year with λ on: days from talk to placement": ("days", None),
    "a year with λ on: placements": ("", None),
    "weight change to the painted list, 10,000 offers": ("ms", 50.0),
    "how firm 50 rows of 10,000 offers are": ("ms", None),
    "Excel list of 100,000 rows and 12 columns, beside openpyxl": ("×", 1.1),
    "Excel list of 100,000 rows and 12 columns, memory": ("MB", 150),
    "1,000 one-page serial letters beside a bare canvas": ("×", 2.0),
    "1,000 one-page serial letters, how much faster than fpdf2": ("×", 4.0),
    "1,000 one-page serial letters, how much faster than WeasyPrint": ("×", 10.0),
    "1,000 one-page serial letters by LibreOffice": ("s", None),
    "notice-board lists for 33 villages from 3,000 offers": ("s", 4.0),
    "Start tab, 10,000 people, 5,000 placements": ("ms", 150.0),
    "annual report, 10,000 people, 5 years": ("s", 3.0),
    "passphrase to window painted, 10,000 people, last of four slots": ("s", 1.2),
    "Ehrenamts-Card of everybody, 10,000 people, 5,000 placements": ("ms", 500.0),
    "disclosure of a person with 200 talks and 40 placements": ("s", 1.0),
    "erasure of a person with 200 talks and 40 placements": ("s", 1.0),
    "safety copy of 250 MB, made and checked": ("s", 3.0),
    "longest pause beside a safety copy": ("ms", 100.0),
    "restore of 250 MB, checked": ("s", 5.0),
}


def test_the_bars_are_those_promised():
    bars = {one.name: (one.unit, one.bar) for one in PROMISES}
    typed = {name: 30 if len(text) == 1 else 15 for name, text in QUESTIONS.items()}
    expected = (
        BARS
        | {f"keystroke to ids, 100,000 people: {name}": ("ms", bar) for name, bar in typed.items()}
        | {f"sort 100,000 people by {column}": ("ms", 100) for column in COLUMNS}
        | {f"encrypted beside plain: {what}": ("×", 1.15) for what in TWINS}
        | {
            f"growth of {what} from 10,000 to 1,000,000 people": ("exponent", 1)
            for what in ("search", "sort", "open")
        }
    )
    assert bars == expected


def test_all_that_is_promised_to_be_typed_is_typed():
    words = {"s", "m", "mü", "müller", "mueller so", "an be", "36205", "05653"}
    assert words <= set(QUESTIONS.values())
    assert max(len(text) for text in QUESTIONS.values()) >= 50_000


def test_every_column_that_sorts_is_measured():
    assert set(COLUMNS) == set(SPEC.sorts)


@pytest.mark.parametrize("bench", BENCHES)
def test_every_bench_can_run_and_names_its_promises(root, bench):
    path = root / "benchmarks" / f"{MODULES.get(bench, bench)}.py"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert "run" in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    patterns = [re.compile(text) for node in ast.walk(tree) if (text := _pattern(node))]
    promised = [one.name for one in PROMISES if one.bench == bench]
    assert promised
    assert not [name for name in promised if not any(one.fullmatch(name) for one in patterns)]


def _pattern(node):
    """What a text in the source can become: its fixed parts, and anything between them."""
    match node:
        case ast.Constant(value=str(text)):
            return re.escape(text)
        case ast.JoinedStr(values=parts):
            fixed = (_pattern(part) if isinstance(part, ast.Constant) else ".+" for part in parts)
            found = "".join(fixed)
            return found if found.replace(".+", "").strip() else ""
    return ""


def test_a_result_has_the_agreed_form(tmp_path):
    path = tmp_path / "bench.json"
    results.merge([results.result(PROMISES[0].name, 1.23456, "a floor", 1.23456)], path)
    (written,) = json.loads(path.read_text(encoding="utf-8"))
    assert list(written) == KEYS
    assert written == {
        "name": PROMISES[0].name, "value": 1.235, "unit": "×", "bar": 1.5, "holds": True,
        "against": "a floor", "ratio": 1.235,
    }  # fmt: skip


def test_a_later_run_replaces_its_own_results_only(tmp_path):
    path = tmp_path / "bench.json"
    first, second = PROMISES[0].name, PROMISES[1].name
    results.merge([results.result(second, 3.0, "x", 1.0)], path)
    results.merge([results.result(first, 1.0, "x", 1.0)], path)
    results.merge([results.result(second, 1.0, "x", 1.0)], path)
    written = json.loads(path.read_text(encoding="utf-8"))
    assert [(one["name"], one["value"]) for one in written] == [(first, 1.0), (second, 1.0)]


@pytest.mark.parametrize(
    ("name", "value", "holds"),
    [
        ("filter 100,000 people", 100.0, True),
        ("filter 100,000 people", 100.1, False),
        ("filter 100,000 people", None, None),
        ("filter 100,000 people beside a proxy model", 99.0, False),
        ("filter 100,000 people beside a proxy model", 100.0, True),
        ("start to complete picture beside Vorta", 700.0, None),
    ],
)
def test_a_bar_holds_up_to_itself(name, value, holds):
    assert results.result(name, value, "", None).holds is holds


def test_names_are_unique_and_benches_known(capsys):
    assert len({one.name for one in PROMISES}) == len(PROMISES)
    assert promise(PROMISES[3].name) is PROMISES[3]
    assert {field.name for field in dataclasses.fields(results.Result)} == set(KEYS)
    with pytest.raises(SystemExit):
        main(["nonsense"])
    assert "nonsense" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("counts", "expected"),
    [([1, 1, 1, 1], 0.0), ([0, 0, 0, 4], 0.75), ([1, 3], 0.25), ([0, 0], 0.0)],
)
def test_gini_of_a_year(counts, expected):
    assert gini(counts) == pytest.approx(expected)
