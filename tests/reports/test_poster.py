"""The poster: strips to the half millimetre, everything inside the page, large phone number."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import OfferKind
from ehrenamt_desktop.model.paper_rows import BoardOffer
from ehrenamt_desktop.model.sheets import STRIPS, SheetSize, SheetVariant
from ehrenamt_desktop.reports.board_words import LOOKS
from ehrenamt_desktop.reports.poster import poster

STAND, UNTIL = dt.date(2026, 11, 23), dt.date(2027, 2, 28)
TOP_OF_STRIPS = 297 - 62


def test_eight_strips_as_the_brief_says(tmp_path, office, make_offer, read_paper):
    path = tmp_path / "p.pdf"
    poster(path, office, make_offer(215), STAND, UNTIL)
    paper = read_paper(path)
    cuts = sorted(
        left
        for _, left, top, right, bottom in paper.marks
        if bottom - top > 60 and right - left < 1
    )
    assert cuts == pytest.approx([26.25 * n for n in range(1, 8)], abs=0.5)
    text = " ".join("".join(paper.pages).split())
    for said in ("Bürgerbus fahren", "Nr. 215", "mit dem Handy anrufen", "Bitte nennen Sie die",
                 "Stand 23.11.2026 · gültig bis 28.02.2027", "Herausgeber: Zweckverband",
                 "Voraussetzungen: klären wir mit Ihnen"):  # fmt: skip
        assert said in text
    phone = next(word for word in paper.words if word.text == "05653")
    assert phone.size >= 28
    assert len(paper.pages) == 1


@pytest.mark.parametrize("strips", STRIPS)
@pytest.mark.parametrize("variant", list(SheetVariant))
@pytest.mark.parametrize("hostile", [False, True])
def test_all_stays_on_the_page_and_apart(
    strips, variant, hostile, tmp_path, office, make_offer, read_paper
):
    offer = make_offer(217)
    if hostile:
        wide = "W" * 70 + " <img src='file:///etc/passwd'> " + "x &amp; " * 90
        offer = BoardOffer(1_234_567, wide, wide * 9, wide, wide, wide, "U", "S", "S",
                           OfferKind.OFFER)  # fmt: skip
    path = tmp_path / "p.pdf"
    poster(path, office, offer, STAND, UNTIL, strips=strips, look=LOOKS[variant])
    paper = read_paper(path)
    assert len(paper.pages) == 1
    for word in paper.words:
        assert word.left >= 4.7, word
        assert word.right <= 205.3, word
        assert word.bottom <= 292.3, word
    above = [word for word in paper.words if word.bottom < TOP_OF_STRIPS + 0.5]
    assert max(word.bottom for word in above) < TOP_OF_STRIPS
    for index, word in enumerate(above):
        assert word.size >= 11 - 0.01
        assert not [other for other in above[index + 1 :] if word.overlaps(other)]
    lines = [n * 210 / strips for n in range(1, strips)]
    for word in paper.words:
        if word.top > TOP_OF_STRIPS:
            assert not [x for x in lines if word.left < x - 0.1 < word.right - 0.2], word


def test_a3_is_the_same_larger(tmp_path, office, make_offer, read_paper):
    path = tmp_path / "p.pdf"
    poster(path, office, make_offer(215), STAND, UNTIL, size=SheetSize.A3)
    assert read_paper(path).size == pytest.approx((297, 420), abs=0.5)


def test_without_a_number_nobody_can_call(tmp_path, office, make_offer):
    with pytest.raises(DomainError, match="Telefonnummer"):
        poster(tmp_path / "p.pdf", replace(office, phone=""), make_offer(1), STAND, UNTIL)
    assert list(tmp_path.iterdir()) == []
