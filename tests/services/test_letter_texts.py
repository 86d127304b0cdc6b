"""Letter texts: shipped ones are sound, the office's versions count, nothing unsound is kept."""

from __future__ import annotations

import pytest

from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model import letter_text
from ehrenamt_desktop.model.enums import LetterTo
from ehrenamt_desktop.services.letter_texts import shipped

WORDS = {
    "title": "Dank", "to": LetterTo.PERSON, "subject": "Danke", "closing": "Herzliche Grüße",
    "body": "{greeting},\n\ndanke für {engagement}.",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(shipped()))
def test_every_shipped_text_is_sound(name):
    text = shipped()[name]
    letter_text.check(text, text.lists)
    assert text.title != name
    assert text.closing == "Mit freundlichen Grüßen"


def test_the_newest_version_counts_until_it_is_dropped(office):
    before = office.letter_texts.text("dank")
    assert office.letter_texts.keep("dank", WORDS) == "dank"
    office.letter_texts.keep("dank", {**WORDS, "subject": "Vielen Dank"})
    own = office.letter_texts.text("dank")
    assert (own.subject, own.blocks) == ("Vielen Dank", ("{greeting},", "danke für {engagement}."))
    assert own.number is not None
    office.letter_texts.drop("dank")
    assert office.letter_texts.text("dank") == before
    office.history.undo()
    assert office.letter_texts.text("dank").subject == "Vielen Dank"


def test_a_text_of_ones_own_comes_and_goes(office):
    name = office.letter_texts.keep("", {**WORDS, "title": "Sommerfest"})
    assert "Sommerfest" in [one.title for one in office.letter_texts.all()]
    assert office.letter_texts.text(name).to is LetterTo.PERSON
    other = office.letter_texts.keep("", {**WORDS, "title": "Adventsfeier"})
    assert other != name
    office.letter_texts.drop(name)
    with pytest.raises(DomainError, match="gibt es nicht"):
        office.letter_texts.text(name)
    assert office.letter_texts.text(other).title == "Adventsfeier"


def test_lists_of_the_shipped_text_must_stay(office):
    with pytest.raises(DomainError, match=r"fehlen Platzhalter: \{offers\}"):
        office.letter_texts.keep("vorschlag", {**WORDS, "body": "{greeting}"})
    with pytest.raises(DomainError, match=r"unbekannte Platzhalter: \{offers\}"):
        office.letter_texts.keep("dank", {**WORDS, "body": "{greeting}\n\n{offers}"})
    assert office.letter_texts.text("vorschlag").number is None


def test_empty_words_are_named_under_their_field(office):
    with pytest.raises(InvalidDraft) as refused:
        office.letter_texts.check("dank", {**WORDS, "subject": " ", "body": ""})
    assert {one.key for one in refused.value.fields} == {"subject", "body"}


def test_names_stay_inside(office):
    for name in ("../vorschlag", "", "gibt-es-nicht", "a/b", "x\x00y"):
        with pytest.raises(DomainError, match="gibt es nicht"):
            office.letter_texts.text(name)
