"""The files of forms are understood, and ask only for what is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ehrenamt_desktop.model.forms import (
    Blank,
    Blanks,
    Heading,
    Lines,
    Signatures,
    Ticks,
    Words,
    parse,
)

HEAD = "---\ntitle: Blatt\nfor: person\nversion: 11/2026\n---\n"


def blocks(*lines):
    return parse("blatt", HEAD + "\n".join(lines)).blocks


def test_each_line_is_what_it_says():
    assert blocks(
        "# Zur Person", "[ Name {name} 6 | Ort 6 ]", "[ Mehr 12 x4 ]",
        "x Anrede {salutation}: A | B",
        "|10 Datum 2 | Was 10", "- ein **Punkt**", "> klein", "/ Ort | Name", "Ein Satz",
        "geht weiter.", "", "- ?figure sonst",
    ) == (
        Heading("Zur Person"),
        Blanks((Blank("Name", "name", 6), Blank("Ort", "", 6))),
        Blanks((Blank("Mehr", "", 12, 4),)),
        Ticks("Anrede", ("A", "B"), "salutation"),
        Lines((Blank("Datum", "", 2), Blank("Was", "", 10)), 10),
        Words("ein **Punkt**", item=True),
        Words("klein", small=True),
        Signatures(("Ort", "Name")),
        Words("Ein Satz geht weiter."),
        Words("sonst", item=True, unless="figure"),
    )  # fmt: skip


def test_words_stand_only_where_their_figures_are_known():
    known, other = blocks("- bis {grenze} Euro", "- ?grenze fragen Sie nach")
    assert known.stand({"grenze": "250"})
    assert not other.stand({"grenze": "250"})
    assert not known.stand({})
    assert other.stand({})


def test_a_file_without_its_head_is_refused():
    with pytest.raises(ValueError, match="head"):
        parse("blatt", "# Ohne Kopf")


@given(some.text(alphabet="[]|/#->x: {}0123456789aä\n", max_size=200))
def test_no_text_stops_the_reading(text):
    parse("blatt", HEAD + text)
