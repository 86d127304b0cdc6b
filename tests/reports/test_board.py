"""The notice-board list: complete, readable from afar, nothing clipped, nothing overlapping."""

from __future__ import annotations

import datetime as dt
import string
import tempfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ehrenamt_desktop.errors import Cancelled, DomainError, StoreUnavailable
from ehrenamt_desktop.model.text import tidy
from ehrenamt_desktop.reports import board, dial_code, paper

STAND, UNTIL = dt.date(2026, 11, 23), dt.date(2027, 2, 28)
LEFT, RIGHT = 15.0, 195.0  # mm
SIGNS = string.ascii_letters + string.digits + "äöüÄÖÜßéñłŠ–„“.,;:!?()/&<>\"'%€  -"


def squeezed(text):
    return "".join(paper.clean(tidy(text)).split())


def assert_sound(read):
    """Nothing outside the margins, nothing over anything else, nothing too small to read."""
    for word in read.words:
        assert word.left >= LEFT - 0.3, word
        assert word.right <= RIGHT + 0.3, word
        assert word.top >= 8, word
        assert word.bottom <= 290, word
        assert word.size >= 10.99, word
    for page in range(len(read.pages)):
        here = sorted((word for word in read.words if word.page == page), key=lambda w: w.top)
        for index, word in enumerate(here):
            for other in here[index + 1 :]:
                if other.top > word.bottom:
                    break
                assert not word.overlaps(other), (word, other)
        footers = [word.top for word in here if word.text in ("Herausgeber:", "Stand")]
        body = [word.bottom for word in here if word.top < min(footers) - 0.5]
        assert max(body) < min(footers)


def test_one_page_for_five_offers(tmp_path, office, ulfen, make_offer, read_paper):
    path = tmp_path / "ulfen.pdf"
    offers = [make_offer(number) for number in (214, 215, 216, 217, 218)]
    pages = board.offer_list(
        path, office, ulfen, [("Ulfen", offers)], STAND, UNTIL, neighbours=("Breitau", "Lindenau")
    )
    read = read_paper(path)
    assert pages == 1 == len(read.pages)
    assert read.size == pytest.approx((210, 297), abs=0.1)
    text = " ".join(read.pages[0].split())
    assert "Mitmachen in Ulfen" in text
    assert "und in Breitau, Lindenau" in text
    assert "Ein Anruf genügt. Bitte nennen Sie die Nummer." in text
    assert "Nichts Passendes dabei? Gemeinsam finden wir etwas." in text
    assert "Di 9–12 Uhr, Do 14–18 Uhr" in text
    assert "Herausgeber: Zweckverband Sontra – Herleshausen – Nentershausen" in text
    assert "Stand 23.11.2026 · gültig bis 28.02.2027" in text
    assert "Seite 1 von 1" in text
    assert "klären wir mit Ihnen" in text  # what an offer needs is not known
    assert "nach Absprache" in text  # when it takes place is not known
    for offer in offers:
        assert str(offer.number) in text
        assert offer.title in text
        assert offer.teaser in text
    assert_sound(read)


def test_title_of_the_whole_area(tmp_path, office, make_offer, read_paper):
    path = tmp_path / "alle.pdf"
    board.offer_list(path, office, None, [("", [make_offer(1)])], STAND, UNTIL)
    read = read_paper(path)
    assert "Mitmachen in Sontra, Herleshausen und Nentershausen" in " ".join(read.pages[0].split())
    assert_sound(read)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 6, 7, 12, 13, 25, 60])
def test_phone_is_large_on_every_page(count, tmp_path, office, ulfen, make_offer, read_paper):
    path = tmp_path / "x.pdf"
    offers = [make_offer(100 + number) for number in range(count)]
    pages = board.offer_list(path, office, ulfen, [("", offers)], STAND, UNTIL)
    read = read_paper(path)
    assert len(read.pages) == pages
    for page in range(pages):
        large = [
            word.text for word in read.words
            if word.page == page and word.size >= 28 and word.top < 70
        ]  # fmt: skip
        assert "05653" in large
        assert "9777-0" in large
        assert f"Seite {page + 1} von {pages}" in " ".join(read.pages[page].split())
    assert_sound(read)
    assert "".join(read.pages).count("Gemeinsam finden wir etwas.") == 1


def test_few_offers_are_printed_larger(tmp_path, office, ulfen, make_offer, read_paper):
    sizes = []
    for count in (1, 3, 40):
        path = tmp_path / f"{count}.pdf"
        offers = [make_offer(100 + 5 * number) for number in range(count)]
        board.offer_list(path, office, ulfen, [("", offers)], STAND, UNTIL)
        sizes.append(read_paper(path).find("Bürgerbus").size)
    assert sizes[0] > sizes[1] > sizes[2] >= 20 - 0.01


def test_pages_are_filled_evenly(tmp_path, office, ulfen, make_offer, read_paper):
    path = tmp_path / "x.pdf"
    offers = [make_offer(100 + 5 * number) for number in range(7)]
    pages = board.offer_list(path, office, ulfen, [("", offers)], STAND, UNTIL)
    read = read_paper(path)
    assert pages == 2
    assert [page.count("Bürgerbus fahren") for page in read.pages] in ([4, 3], [3, 4])


def test_headings_stay_with_their_entries(tmp_path, office, make_offer, read_paper):
    path = tmp_path / "x.pdf"
    groups = [
        (f"Ortsteil{letter}", [make_offer(number * 10 + index) for index in range(3)])
        for number, letter in enumerate("ABCDEFGH", start=1)
    ]
    pages = board.offer_list(path, office, None, groups, STAND, UNTIL)
    read = read_paper(path)
    names = {name for name, _ in groups}
    numbers = {str(offer.number) for _, offers in groups for offer in offers}
    for page in range(pages):
        order = [
            word.text for word in read.words
            if word.page == page and word.left < 16 and word.text in names | numbers
        ]  # fmt: skip
        assert order[0] in names  # every page says where it is
        assert order[-1] in numbers  # no heading without an entry below it
        assert all(not (a in names and b in names) for a, b in pairwise(order))
    everything = " ".join("".join(read.pages).split())
    for name in names:
        assert name in everything
    assert "(Fortsetzung)" in everything
    assert_sound(read)


def test_one_group_has_no_heading_and_empty_groups_vanish(
    tmp_path, office, ulfen, make_offer, read_paper
):
    path = tmp_path / "x.pdf"
    groups = [("Leer", []), ("Voll", [make_offer(1)]), ("Auch leer", [])]
    board.offer_list(path, office, ulfen, groups, STAND, UNTIL)
    text = read_paper(path).pages[0]
    assert "Leer" not in text
    assert "Voll" not in text


def test_hundreds_of_offers_are_complete(tmp_path, office, make_offer, read_paper):
    path = tmp_path / "x.pdf"
    groups = [
        (f"Bereich {number}", [make_offer(number * 100 + index) for index in range(35)])
        for number in range(1, 20)
    ]
    pages = board.offer_list(path, office, None, groups, STAND, UNTIL)
    read = read_paper(path)
    assert pages == len(read.pages) < 160
    texts = [" ".join(page.split()) for page in read.pages]
    for _, offers in groups:
        for offer in offers:
            assert any(f"{offer.number} {offer.title}" in text for text in texts)
    for word in read.words:
        assert LEFT - 0.3 <= word.left <= word.right <= RIGHT + 0.3


@pytest.mark.parametrize(
    "title",
    [
        "W" * 200,
        "Volunteers needed to help serve holiday meals to homeless and hungry New Yorkers at the "
        "annual community dinner on Thanksgiving day in Brooklyn, Queens and the Bronx – bring "
        "friends and families",
        "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle mitbetreuen",
        "a/b/c-" * 33,
        "i" * 200,
    ],
)
def test_long_titles_are_complete_on_one_page(
    title, tmp_path, office, ulfen, make_offer, read_paper
):
    path = tmp_path / "x.pdf"
    offers = [
        make_offer(3), make_offer(123456, title, "t" * 160, "o" * 160, "Z" * 120, "V" * 200),
        make_offer(4),
    ]  # fmt: skip
    board.offer_list(path, office, ulfen, [("Sehr " * 30, offers), ("B", [make_offer(5)])],
                     STAND, UNTIL)  # fmt: skip
    read = read_paper(path)
    assert any(squeezed(title) in read.squeezed(page) for page in range(len(read.pages)))
    assert_sound(read)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_texts_are_complete_and_inside(data, office, ulfen, make_offer, read_paper):
    title = st.text(SIGNS, min_size=1, max_size=200).filter(lambda text: text.strip())
    text = st.text(SIGNS, max_size=160)
    offers = data.draw(
        st.lists(
            st.builds(
                make_offer, st.integers(1, 999_999), title, text, text, text, text
            ),
            min_size=1, max_size=8,
        )
    )  # fmt: skip
    split = data.draw(st.integers(0, len(offers)))
    groups = [("Erster", offers[:split]), ("Zweiter " * 20, offers[split:])]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.pdf"
        board.offer_list(path, office, ulfen, groups, STAND, UNTIL)
        read = read_paper(path)
    assert_sound(read)
    pages = [read.squeezed(page) for page in range(len(read.pages))]
    for offer in offers:
        assert any(f"{offer.number}{squeezed(offer.title)}" in page for page in pages)


def test_absurd_lengths_are_cut_with_an_ellipsis(tmp_path, office, ulfen, make_offer, read_paper):
    path = tmp_path / "x.pdf"
    offer = make_offer(10**12, "T" * 100_000, "x" * 100_000, "o " * 50_000, "z" * 100_000, "v" * 9)
    board.offer_list(path, office, ulfen, [("", [offer])], STAND, UNTIL)
    read = read_paper(path)
    assert "…" in read.pages[0]
    assert_sound(read)


def test_long_office_details_fit(tmp_path, office, ulfen, make_offer, read_paper):
    path = tmp_path / "x.pdf"
    wordy = replace(
        office, name="Ehrenamtsagentur " * 9, carrier="Zweckverband " * 12,
        hours="Mo 8–9 Uhr, " * 20, room="Rathaus " * 10,
        phone="05653 9777-0 oder 05653 9777-12 oder 0170 1234567",
    )  # fmt: skip
    long_place = ulfen._replace(name="Bad Langenschwalbach-Untertürkheim-Oberlichtenau am Berg")
    board.offer_list(
        path, wordy, long_place, [("", [make_offer(number) for number in range(1, 9)])], STAND,
        UNTIL, neighbours=["Ortsteil"] * 40,
    )  # fmt: skip
    read = read_paper(path)
    assert_sound(read)
    assert all("1234567" in page for page in read.pages)


def test_signs_without_a_glyph_show_a_replacement(tmp_path, office, ulfen, make_offer, read_paper):
    path = tmp_path / "x.pdf"
    offer = make_offer(
        7, "Garten 🌻 pflegen", "עברית und \u202eumgedreht\u202c", "A\x00B\x07", "x", "y"
    )
    board.offer_list(path, office, ulfen, [("", [offer])], STAND, UNTIL)
    text = " ".join(read_paper(path).pages[0].split())
    assert "Garten \ufffd pflegen" in text
    assert "\ufffd" * 5 + " und umgedreht" in text
    assert "AB" in text


def test_properties_and_language(tmp_path, office, ulfen, make_offer, read_paper, language_of):
    path = tmp_path / "x.pdf"
    board.offer_list(path, office, ulfen, [("", [make_offer(1)])], STAND, UNTIL)
    properties = read_paper(path).properties
    assert properties["Title"] == "Mitmachen in Ulfen"
    assert properties["Author"] == office.carrier
    assert language_of(path) == "de"
    raw = path.read_bytes()
    assert b"/Helvetica" not in raw
    assert b"/FontFile2" in raw


@pytest.mark.usefixtures("same_bytes")
def test_same_input_same_bytes(tmp_path, office, ulfen, make_offer):
    offers = [("", [make_offer(number) for number in range(1, 20)])]
    for name in ("a.pdf", "b.pdf"):
        board.offer_list(tmp_path / name, office, ulfen, offers, STAND, UNTIL)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_nothing_to_print_is_refused(tmp_path, office, ulfen):
    for groups in ([], [("Ulfen", [])]):
        with pytest.raises(DomainError, match="kein offenes Angebot"):
            board.offer_list(tmp_path / "x.pdf", office, ulfen, groups, STAND, UNTIL)
    assert list(tmp_path.iterdir()) == []


def test_a_board_without_phone_is_refused(tmp_path, office, ulfen, make_offer):
    with pytest.raises(DomainError, match="Telefonnummer"):
        board.offer_list(
            tmp_path / "x.pdf", replace(office, phone=" "), ulfen, [("", [make_offer(1)])], STAND,
            UNTIL,
        )  # fmt: skip


def test_a_board_that_ends_before_it_begins_is_refused(tmp_path, office, ulfen, make_offer):
    with pytest.raises(DomainError, match="gültig bis"):
        board.offer_list(
            tmp_path / "x.pdf", office, ulfen, [("", [make_offer(1)])], STAND,
            STAND - dt.timedelta(days=1),
        )  # fmt: skip


def test_a_stopped_board_leaves_the_old_one(tmp_path, office, ulfen, make_offer, stopping):
    path = tmp_path / "x.pdf"
    path.write_bytes(b"old")
    offers = [make_offer(number) for number in range(1, 60)]
    with pytest.raises(Cancelled):
        board.offer_list(path, office, ulfen, [("", offers)], STAND, UNTIL, stopping)
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.pdf"]
    assert path.read_bytes() == b"old"


def test_progress_ends_complete(tmp_path, office, ulfen, make_offer, counting):
    offers = [make_offer(number) for number in range(1, 60)]
    pages = board.offer_list(
        tmp_path / "x.pdf", office, ulfen, [("", offers)], STAND, UNTIL, counting
    )
    assert counting.told[0] == (0, pages, f"Seite 1 von {pages}")
    assert counting.told[-1][:2] == (pages, pages)


def test_missing_folder_is_a_sentence(tmp_path, office, ulfen, make_offer):
    with pytest.raises(StoreUnavailable, match="gibt es nicht"):
        board.offer_list(
            tmp_path / "nowhere" / "x.pdf", office, ulfen, [("", [make_offer(1)])], STAND, UNTIL
        )


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("05653 9777-0", "tel:+49565397770"),
        ("05653/9777-0", "tel:+49565397770"),
        ("+49 5653 97770", "tel:+49565397770"),
        ("0049 5653 97770", "tel:+49565397770"),
        ("(05653) 97770 oder 05653 1", "tel:+49565397770"),
        ("Büro: 05653 97770", "tel:+49565397770"),
        ("115", "tel:115"),
    ],
)
def test_dial_link(phone, link):
    assert dial_code.dial_link(phone) == link
