"""Names that others gave to files, in sentences: one line, no tricks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.errors import BadFile, shown
from ehrenamt_desktop.exchange.reader import Reader


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Liste Käthe & Co. (2).xlsx", "Liste Käthe & Co. (2).xlsx"),
        ("Rechnung\u202egpj.exe", "Rechnung�gpj.exe"),
        ("a.pdf\nWirklich alles löschen?", "a.pdf�Wirklich alles löschen?"),
        ("Ka\u0308the.csv", "Käthe.csv"),
        ("a\u200b\u2066\ufeff\x1b[31m.csv", "a����[31m.csv"),
        ("kaputt\udcff.csv", "kaputt�.csv"),
    ],
)
def test_signs_that_steer_are_seen(name, seen):
    assert shown(name) == seen
    assert BadFile(f"„{name}“ ist leer.").sentence == f"„{seen}“ ist leer."


@given(st.text(st.characters(exclude_categories=())))
def test_whatever_the_name_it_is_one_printable_line(name):
    seen = shown(name)
    assert len(seen.splitlines()) <= 1
    assert seen.encode("utf-8").decode("utf-8") == shown(seen)


@pytest.mark.parametrize(
    "name", ["CON.xlsx", "ä" * 125 + ".csv", "\u202evsc.exe", "zwei\nZeilen.csv", " .csv"]
)
def test_a_file_of_any_name_is_read_or_named_on_one_line(tmp_path, name):
    path = tmp_path / name
    try:
        path.write_bytes(b"MZ\x90\x00\x03\x00")
    except OSError:
        pytest.skip("this system knows no such names")
    with Reader() as reader, pytest.raises(BadFile) as refused:
        reader.read(path)
    assert "\n" not in refused.value.sentence
    assert "\u202e" not in refused.value.sentence
