"""Letter texts: what an office may write and what is refused before anything is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model import letter_text

HEAD = "---\nsubject: Betreff\nclosing: Gruß\n---\n"


def text(body):
    return letter_text.parse("probe", HEAD + body)


def test_unknown_placeholders_are_named():
    with pytest.raises(
        DomainError, match=r"unbekannte Platzhalter: \{telefon\}, \{\}, \{ greeting"
    ):
        letter_text.check(text("{greeting}\n\n{offers}\n\n{telefon} {} { greeting }"), ("offers",))


def test_missing_placeholders_are_named():
    with pytest.raises(DomainError, match=r"fehlen Platzhalter: \{greeting\}, \{offers\}"):
        letter_text.check(text("Hallo"), ("offers",))


def test_offers_stand_alone():
    for body in ("{greeting} {offers}", "{greeting}\n\nHier: {offers}"):
        with pytest.raises(DomainError, match="allein in einem Absatz"):
            letter_text.check(text(body), ("offers",))


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
        letter_text.check(made, ("offers",))


def test_windows_line_ends():
    made = letter_text.parse(
        "eigen", (HEAD + "{greeting},\n\nein\nAbsatz\n\n{offers}\n").replace("\n", "\r\n")
    )
    assert made.blocks == ("{greeting},", "ein\nAbsatz", "{offers}")
    assert letter_text.passages("ein\nAbsatz", {})[0].runs == (("ein Absatz", False),)


def test_what_is_asked_when_the_letter_is_written():
    made = text("{greeting},\n\n{?Tag und Uhrzeit} in {?Ort}, {?Ort}")
    letter_text.check(made, ())
    assert made.asked == ("?Tag und Uhrzeit", "?Ort")
    with pytest.raises(DomainError, match=r"fehlen Angaben: Ort \(\{\?Ort\}\)"):
        letter_text.check_values(made, {"greeting": "Hallo", "?Tag und Uhrzeit": "morgen"})
    with pytest.raises(DomainError, match="unbekannte Platzhalter"):
        letter_text.check(text("{greeting} {? }"), ())


def test_a_letter_by_hand_holds_no_list():
    with pytest.raises(DomainError, match=r"unbekannte Platzhalter: \{offers\}"):
        letter_text.check(text("{greeting}\n\n{offers}"), ())
    with pytest.raises(DomainError, match=r"unbekannte Platzhalter: \{appointment\}"):
        letter_text.check(text("{greeting}\n\n{offers}\n\n{appointment}"), ("offers",))


def test_what_stands_for_nothing_stays_to_be_seen():
    assert letter_text.fill("{city} {phone} {x}", {"city": "Sontra", "phone": ""}) == (
        "Sontra {phone} {x}"
    )


def test_bold_and_lists():
    bold = letter_text.passages("vor **fett {city}** nach", {"city": "**Sontra**"})
    assert bold[0].runs == (("vor ", False), ("fett **Sontra**", True), (" nach", False))
    items = letter_text.passages("- eins\n- zwei", {})
    assert [item.item for item in items] == [True, True]


@given(st.text(), st.text())
def test_values_are_never_searched_again(first, second):
    second = second or "1"
    values = {"city": first + "{phone}", "phone": second}
    assert letter_text.fill("{city}|{phone}", values) == f"{first}{{phone}}|{second}"
