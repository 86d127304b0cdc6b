"""Leichte Sprache as far as data allow; the bulletin keeps to its limit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model.enums import OfferKind
from ehrenamt_desktop.model.paper_rows import BoardOffer, OfficeInfo
from ehrenamt_desktop.model.rules.board import for_youth
from ehrenamt_desktop.model.rules.bulletin import bulletin
from ehrenamt_desktop.model.rules.plain_words import plain

OFFICE = OfficeInfo(
    "Ehrenamtsagentur", "Zweckverband", "Marktplatz 6", "36205", "Sontra", "Rathaus",
    "05653 9777-0", "ehrenamt@example.org", "Di 9–12 Uhr", "A",
)  # fmt: skip


def offer(number, place="Ulfen", **more):
    values = {
        "title": f"Aufgabe {number}", "teaser": "Etwas tun.", "where": place, "when": "Mo 9–10 Uhr",
        "needs": "ab 14 Jahren", "municipality": "Sontra", "area": "Sport",
    } | more  # fmt: skip
    return BoardOffer(number=number, place=place, kind=OfferKind.OFFER, **values)


@pytest.mark.parametrize(
    ("said", "plainly"),
    [
        ("Do 8–12 Uhr", "Donnerstag von 8 bis 12 Uhr"),
        ("Mo–Fr 8:30-12 Uhr", "Montag bis Freitag von 8:30 bis 12 Uhr"),
        ("Fr 15–17 Uhr, 14-täglich", "Freitag von 15 bis 17 Uhr, alle 2 Wochen"),
        ("Mo vormittags, 2 Std.", "Montag vormittags, 2 Stunden"),
        ("ab 14 Jahren", "Sie müssen 14 Jahre alt sein.\nOder älter."),
        ("nach Absprache", "Das sprechen wir mit Ihnen ab."),
        ("Sie lesen vor. Die Kinder hören zu.", "Sie lesen vor.\nDie Kinder hören zu."),
        ("Sonne, Montagsgruppe und Domplatz", "Sonne, Montagsgruppe und Domplatz"),
        ("", ""),
    ],
)
def test_plain_words(said, plainly):
    assert plain(said) == plainly


@given(st.text(max_size=300))
def test_plain_words_of_anything(text):
    assert plain(text).split() or not text.split() or not text.strip(" ;\t\n")


@pytest.mark.parametrize(
    ("fit", "age", "kind", "may"),
    [
        (True, None, OfferKind.OFFER, True), (True, 14, OfferKind.OFFER, True),
        (True, 16, OfferKind.OFFER, False), (False, None, OfferKind.OFFER, False),
        (True, None, OfferKind.HELP_REQUEST, False),
    ],
)  # fmt: skip
def test_who_is_14_may_stand_before_it(fit, age, kind, may):
    assert for_youth(fit, age, kind) is may


def test_the_bulletin_says_all_if_it_may():
    made = bulletin(OFFICE, "Mitmachen", [("Ulfen", [offer(1)]), ("Süß", [offer(2, "Süß")])])
    assert made.text == (
        "Mitmachen\n\n"
        "Ulfen\nNr. 1 Aufgabe 1. Etwas tun. Wo und wann: Ulfen, Mo 9–10 Uhr. Sie brauchen: "
        "ab 14 Jahren.\n\n"
        "Süß\nNr. 2 Aufgabe 2. Etwas tun. Wo und wann: Süß, Mo 9–10 Uhr. Sie brauchen: "
        "ab 14 Jahren.\n\n"
        "Ein Anruf genügt, bitte nennen Sie die Nummer. Ehrenamtsagentur: Telefon 05653 9777-0, "
        "ehrenamt@example.org, Di 9–12 Uhr."
    )
    assert (made.length, made.shown, made.left_out) == (len(made.text), (1, 2), 0)


@given(st.integers(1, 40), st.integers(260, 6000))
def test_the_bulletin_keeps_its_limit_and_loses_nothing_silently(amount, limit):
    offers = [offer(number) for number in range(1, amount + 1)]
    made = bulletin(OFFICE, "Mitmachen", [("Ulfen", offers)], limit)
    assert made.length <= limit
    assert len(made.shown) + made.left_out == amount
    assert made.shown == tuple(range(1, len(made.shown) + 1))
    if made.left_out:
        assert f"Dazu {made.left_out} weitere" in made.text
