"""Letter texts: what an office may write and what is refused before anything is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.reports import letter_text

HEAD = "---\nsubject: Betreff\nclosing: Gruß\n---\n"


def text(body):
    return letter_text.parse("probe", HEAD + body)


def test_the_shipped_text_is_sound():
    shipped = letter_text.load("vorschlag")
    assert shipped.subject
    assert shipped.closing == "Mit freundlichen Grüßen"
    assert "{offers}" in shipped.blocks


def test_unknown_placeholders_are_named():
    with pytest.raises(
        DomainError, match=r"unbekannte Platzhalter: \{telefon\}, \{\}, \{ greeting"
    ):
        letter_text.check(text("{greeting}\n\n{offers}\n\n{telefon} {} { greeting }"))


def test_missing_placeholders_are_named():
    with pytest.raises(DomainError, match=r"fehlen Platzhalter: \{greeting\}, \{offers\}"):
        letter_text.check(text("Hallo"))


def test_offers_stand_alone():
    for body in ("{greeting} {offers}", "{greeting}\n\nHier: {offers}"):
        with pytest.raises(DomainError, match="allein in einem Absatz"):
            letter_text.check(text(body))


@pytest.mark.parametrize(
    "source",
    ["", "Hallo", "---\nsubject: x", "Text\n---\nsubject: x\n---\n"],
)
def test_missing_front_matter(source):
    with pytest.raises(DomainError, match="fehlt der Anfang"):
        letter_text.parse("probe", source)


def test_missing_subject_or_closing():
    made = letter_text.parse("probe", "---\nsubject: x\n---\n{greeting}\n\n{offers}")
    with pytest.raises(DomainError, match="Grußformel"):
        letter_text.check(made)


@pytest.mark.parametrize("name", ["../vorschlag", "", "gibt-es-nicht", "a/b", "x\x00y"])
def test_names_stay_inside_the_folders(name):
    with pytest.raises(DomainError, match="gibt es nicht"):
        letter_text.load(name)


def test_unreadable_text_is_a_sentence(tmp_path):
    (tmp_path / "vorschlag.md").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DomainError, match="lässt sich nicht lesen"):
        letter_text.load("vorschlag", [tmp_path])


def test_oversized_text_is_a_sentence(tmp_path):
    (tmp_path / "vorschlag.md").write_text(HEAD + "x" * 200_000, encoding="utf-8")
    with pytest.raises(DomainError, match="zu lang"):
        letter_text.load("vorschlag", [tmp_path])


def test_windows_line_ends_and_byte_order_mark(tmp_path):
    body = "{greeting},\n\nein\nAbsatz\n\n{offers}\n"
    (tmp_path / "eigen.md").write_bytes(
        b"\xef\xbb\xbf" + (HEAD + body).replace("\n", "\r\n").encode()
    )
    made = letter_text.load("eigen", [tmp_path])
    assert made.blocks == ("{greeting},", "ein\nAbsatz", "{offers}")
    assert letter_text.passages("ein\nAbsatz", {})[0].runs == (("ein Absatz", False),)


def test_bold_and_lists():
    bold = letter_text.passages("vor **fett {city}** nach", {"city": "**Sontra**"})
    assert bold[0].runs == (("vor ", False), ("fett **Sontra**", True), (" nach", False))
    items = letter_text.passages("- eins\n- zwei", {})
    assert [item.item for item in items] == [True, True]


@given(st.text(), st.text())
def test_values_are_never_searched_again(first, second):
    values = {"city": first + "{phone}", "phone": second}
    assert letter_text.fill("{city}|{phone}", values) == f"{first}{{phone}}|{second}"
