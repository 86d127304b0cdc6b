"""The talk sheet: one page whatever stands on it, by position, and hostile words."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from ehrenamt_desktop.errors import Cancelled, DomainError
from ehrenamt_desktop.model.paper_rows import TalkOffer, TalkSheet
from ehrenamt_desktop.reports.talk_sheet import MOST, talk_sheet

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "talk-sheet.txt"

READING = TalkOffer(
    number=7,
    title="Kindern beim Lesen zuhören",
    initiative="Grundschule Sontra",
    where="Sontra",
    when="Di + Do nachmittags",
    fits=("Vorlesen gewünscht und gekonnt", "Zeit passt: Di + Do", "Motivation: Helfen"),
    clarify=("Wie oft: noch nachfragen", "Erste Hilfe: noch nicht eingesehen"),
    mind=("Entfernung: 13,4 km von höchstens 15",),
)
SHEET = TalkSheet(
    name="Marion Dietzel",
    offers=(READING, replace(READING, number=24, title="Bürgerbus fahren", mind=(), clarify=())),
    questions=("Wie oft möchten Sie helfen?", "Haben Sie ein Auto?"),
)
WORST = replace(
    READING,
    title="Donaudampfschifffahrtsgesellschaft " * 9,
    initiative="Heimat- und Verkehrsverein " * 12,
    where="W" * 300,
    fits=("Zeit passt: " + "montags " * 60,) * 8,
    clarify=("x" * 400,) * 8,
    mind=("Entfernung " * 50,) * 8,
)


def test_the_sheet_looks_as_it_was_looked_at(tmp_path, office, read_paper, stand):
    path = tmp_path / "x.pdf"
    assert talk_sheet(path, office, SHEET, stand) == 1
    text = "\n".join(read_paper(path).lines()) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "sheet",
    [
        SHEET,
        TalkSheet("N", (READING,) * MOST, ("Warum?" * 40,) * 3),
        TalkSheet("Name " * 80, (WORST,) * MOST, ("Wie oft? " * 60,) * 3),
        TalkSheet("", (replace(READING, fits=(), clarify=(), mind=()),), ()),
    ],
)
def test_one_page_on_which_nothing_touches(tmp_path, office, read_paper, stand, sheet):
    path = tmp_path / "x.pdf"
    assert talk_sheet(path, office, sheet, stand) == 1
    read = read_paper(path)
    assert len(read.pages) == 1
    assert office.phone in read.pages[0]
    for place, one in enumerate(read.words):
        assert 19 <= one.left <= one.right <= 193, one
        assert 10 <= one.top <= one.bottom <= 290, one
        assert not [other for other in read.words[place + 1 :] if one.overlaps(other)], one
    answers = [one for one in read.words if one.text == "vielleicht"]
    assert len(answers) == len(sheet.offers)


@pytest.mark.parametrize("text", ["<b>&amp;<img src='/etc/passwd'>", "\u202etfel\u0007", "=1+1 😀"])
def test_hostile_words_do_no_harm(tmp_path, office, read_paper, stand, text):
    some = replace(READING, title=text, fits=(text,), clarify=(text,), mind=(text,))
    path = tmp_path / "x.pdf"
    assert talk_sheet(path, office, TalkSheet(text, (some,), (text,)), stand) == 1
    assert "root:" not in read_paper(path).pages[0]


def test_nothing_to_talk_about_and_too_much_of_it(tmp_path, office, stand):
    with pytest.raises(DomainError, match="mindestens ein Angebot"):
        talk_sheet(tmp_path / "x.pdf", office, replace(SHEET, offers=()), stand)
    with pytest.raises(DomainError, match="Drei bis fünf"):
        talk_sheet(
            tmp_path / "x.pdf", office, replace(SHEET, offers=(READING,) * (MOST + 1)), stand
        )
    assert not list(tmp_path.iterdir())


def test_cancel_leaves_nothing(tmp_path, office, stand):
    class Stopped:
        def step(self, *_):
            raise Cancelled

    with pytest.raises(Cancelled):
        talk_sheet(tmp_path / "x.pdf", office, SHEET, stand, Stopped())
    assert not list(tmp_path.iterdir())
