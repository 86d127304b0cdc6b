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
from ehrenamt_desktop.store.reads.people import SPEC

KEYS = ["name", "value", "unit", "bar", "holds", "against", "ratio"]
BARS = {
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
