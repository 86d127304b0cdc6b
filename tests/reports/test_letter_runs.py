"""Many letters in one run: what they share is kept once, and each reads as if it were alone."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehrenamt_desktop.errors import Cancelled
from ehrenamt_desktop.model import letter_text
from ehrenamt_desktop.model.paper_rows import LetterAddress
from ehrenamt_desktop.reports import paper
from ehrenamt_desktop.reports.letter import Letter, letters
from ehrenamt_desktop.reports.paper import Text, style

TEXT = letter_text.parse("dank", """---
title: Dank
subject: Danke, {polite_name}
closing: Mit freundlichen Grüßen
---
{greeting},

**Sie** haben Zeit geschenkt. Rufen Sie uns an: {phone}. """ + "Wir freuen uns auf Sie. " * 9 + """

- Ein Essen, {polite_name}
- und Musik

Bis bald.
""")  # fmt: skip
PARAGRAPHS = "\n\n".join("Ein langer Absatz für alle. " * 60 for _ in range(9))
LONG = letter_text.parse(
    "lang", f"---\nsubject: Lang\nclosing: Gruß\n---\n{{greeting}},\n\n{PARAGRAPHS}"
)


def letter(number, name="Dietzel"):
    lines = ("Frau", f"{name} {number}", f"Am Graben {number}", "36205 Sontra")
    address = LetterAddress(lines, f"Sehr geehrte Frau {name}{number}", f"Frau {name}{number}")
    return Letter(address, "", [], dt.date(2026, 11, 23), f"EA-{number}")


@pytest.mark.parametrize("text", [TEXT, LONG], ids=lambda one: one.name)
def test_a_letter_of_a_run_is_the_letter_alone(tmp_path, office, read_paper, text):
    many = [letter(number) for number in range(3)]
    whole = tmp_path / "alle.pdf"
    pages = letters(whole, office, many, text)
    together = read_paper(whole)
    before = 0
    for number, one in enumerate(many):
        path = tmp_path / f"{number}.pdf"
        count = letters(path, office, [one], text)
        alone = read_paper(path)
        shown = [(word.text, word.page) for word in alone.words]
        found = [word for word in together.words if before <= word.page < before + count]
        assert [(word.text, word.page - before) for word in found] == shown
        for mine, theirs in zip(found, alone.words, strict=True):
            assert abs(mine.left - theirs.left) < 0.1
            assert abs(mine.baseline - theirs.baseline) < 0.1
        before += count
    assert before == pages


def test_what_all_share_is_kept_once(tmp_path, office):
    sizes = []
    for amount in (20, 40):
        path = tmp_path / f"{amount}.pdf"
        letters(path, office, [letter(number) for number in range(amount)], TEXT)
        sizes.append(path.stat().st_size)
    assert (sizes[1] - sizes[0]) / 20 < 2_500  # bytes a page


def test_cancel_leaves_nothing(tmp_path, office, stopping):
    with pytest.raises(Cancelled):
        letters(tmp_path / "a.pdf", office, [letter(one) for one in range(9)], TEXT, stopping)
    assert not list(tmp_path.iterdir())


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=120), st.floats(20, 400))
def test_a_short_text_is_as_high_as_its_paragraph(words, width):
    look = style(10.5, 14.0)
    assert Text(words, look, width, short=True).height == Text(words, look, width).height


def test_a_shared_text_is_split_apart_from_its_twin():
    runs = (("Wort " * 400, False),)
    mine = paper.shared(runs, style(10.5, 14.0), 300.0)
    high = mine.height
    other = mine.alone()
    assert other.take_head(100) is not None
    assert mine.height == paper.shared(runs, style(10.5, 14.0), 300.0).height == high
    assert other.height < high
