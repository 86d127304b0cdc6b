"""Phone list and letters of a round: by position, against what was looked at, and hostile words."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from ehrenamt_desktop.errors import Cancelled
from ehrenamt_desktop.model.enums import Freshness
from ehrenamt_desktop.model.paper_rows import LetterAddress
from ehrenamt_desktop.model.rounds import AskedBody, Question
from ehrenamt_desktop.model.rules.offer_codes import code_of
from ehrenamt_desktop.reports.round_calls import phone_list
from ehrenamt_desktop.reports.round_letter import round_letters
from ehrenamt_desktop.services.letter_texts import shipped

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
LONG = "Backhaus heizen und beim gemeinsamen Backen am ersten Samstag im Monat mithelfen"


def question(number, title="Dorfladen mitbetreiben", asked_on=None):
    last = dt.date(2026, 3, 1)
    return Question(
        number, number, code_of(number), title, "Ulfen (Sontra)", Freshness.STALE, last, asked_on,
        None, None, "", "",
    )  # fmt: skip


def body(name, questions, phone="05653 4711"):
    address = LetterAddress(
        (name, "Frau Tilda Wiegand", "Am Anger 3", "36205 Sontra"),
        "Sehr geehrte Frau Wiegand",
        "Frau Wiegand",
    )
    return AskedBody(1, name, "Tilda Wiegand", "Vorstand", phone, "", address, "", questions)


@pytest.fixture
def bodies():
    asked = dt.date(2026, 10, 1)
    many = tuple(question(40 + n, f"Besuche machen {n}", asked) for n in range(12))
    return [
        body("Dorfverein Ulfen e. V.", (question(214), question(7, LONG))),
        body("Kirchengemeinde Herleshausen", many, phone=""),
    ]


def compare(name, lines):
    file = GOLDEN / name
    text = "\n".join(lines) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def test_phone_list(tmp_path, office, bodies, read_paper, stand):
    path = tmp_path / "x.pdf"
    assert phone_list(path, office, bodies, stand) == 2
    compare("round-calls.txt", read_paper(path).lines())


def test_letters(tmp_path, office, bodies, read_paper, stand):
    path = tmp_path / "x.pdf"
    round_letters(path, office, bodies, shipped(), stand, stand + dt.timedelta(days=21))
    compare("round-letters.txt", read_paper(path).lines())


def test_words_never_touch_and_stay_on_the_page(tmp_path, office, bodies, read_paper, stand):
    path = tmp_path / "x.pdf"
    phone_list(path, office, bodies, stand)
    read = read_paper(path).words
    for place, one in enumerate(read):
        assert 20 <= one.left <= one.right <= 191, one
        assert not [other.text for other in read[place + 1 :]
                    if other.page == one.page and one.overlaps(other)], one  # fmt: skip


@pytest.mark.parametrize("text", ["x" * 3000, "<b>&amp;", "\u202etfel\u0007", "=1+1 😀", "  "])
def test_hostile_words_do_no_harm(tmp_path, office, stand, text):
    some = [body(text[:200] or "x", (question(1, text), question(2)))]
    assert phone_list(tmp_path / "a.pdf", office, some, stand) >= 1


def test_cancel_leaves_nothing(tmp_path, office, bodies, stand):
    class Stopped:
        def step(self, *_):
            raise Cancelled

    for make in (
        lambda path: phone_list(path, office, bodies, stand, Stopped()),
        lambda path: round_letters(path, office, bodies, shipped(), stand, stand, Stopped()),
    ):
        with pytest.raises(Cancelled):
            make(tmp_path / "x.pdf")
    assert not list(tmp_path.iterdir())
