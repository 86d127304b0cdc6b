"""The letter that asks how a placement goes, and the slip that comes back."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from pathlib import Path

import pytest

from ehrenamt_desktop.errors import Cancelled
from ehrenamt_desktop.model.matches import Side
from ehrenamt_desktop.model.paper_rows import LetterAddress, LetterOffer
from ehrenamt_desktop.reports.reply_slip import Slip, reply_letter
from ehrenamt_desktop.services.letter_texts import shipped
from ehrenamt_desktop.services.reply_slips import TEXTS

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "reply-slip.txt"
ADDRESS = LetterAddress(
    ("Frau", "Jutta Reinhold", "Feldstraße 21", "36205 Sontra"),
    "Sehr geehrte Frau Reinhold",
    "Frau Reinhold",
)
OFFER = LetterOffer(65, "Nistkästen bauen", "Angelverein Ulfetal", "", "", "", (), "")
SLIP = Slip(Side.PERSON, ADDRESS, OFFER, "Angelverein Ulfetal", "N106R", "EA-27")


def text_of(slip):
    return shipped()[TEXTS[slip.side]]


def written(tmp_path, office, slip, stand):
    path = tmp_path / "x.pdf"
    reply_letter(path, office, slip, text_of(slip), stand, stand + dt.timedelta(days=14))
    return path


def test_letter_and_slip_look_as_they_were_looked_at(tmp_path, office, read_paper, stand):
    text = "\n".join(read_paper(written(tmp_path, office, SLIP, stand)).lines()) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("side", Side)
def test_the_slip_names_its_code_and_nothing_touches(tmp_path, office, read_paper, stand, side):
    read = read_paper(written(tmp_path, office, replace(SLIP, side=side), stand))
    assert len(read.pages) == 2
    assert "N106R" in read.pages[1]
    for place, one in enumerate(read.words):
        assert not [other for other in read.words[place + 1 :]
                    if other.page == one.page and one.overlaps(other)], one  # fmt: skip


@pytest.mark.parametrize("text", ["x" * 300, "<b>&amp;<img src='/etc/passwd'>", "\u202etfel\u0007"])
def test_hostile_words_do_no_harm(tmp_path, office, read_paper, stand, text):
    slip = replace(SLIP, offer=replace(OFFER, title=text), who=text)
    read = read_paper(written(tmp_path, office, slip, stand))
    assert "root:" not in "".join(read.pages)
    assert "N106R" in read.pages[-1]


def test_cancel_leaves_nothing(tmp_path, office, stand):
    class Stopped:
        def step(self, *_):
            raise Cancelled

    with pytest.raises(Cancelled):
        reply_letter(tmp_path / "x.pdf", office, SLIP, text_of(SLIP), stand, stand, Stopped())
    assert not list(tmp_path.iterdir())
