"""Labels: where each stands, to a tenth of a millimetre, and that nothing leaves its label."""

from __future__ import annotations

import math
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehrenamt_desktop.errors import Cancelled, DomainError
from ehrenamt_desktop.model.label_sheets import LARGEST_SHIFT, SHEETS, LabelWish, sheet_of
from ehrenamt_desktop.reports.labels import labels, trial_page

IDA = ("Frau", "Ida Gliem", "Weg 1", "36205 Sontra")
OVER = 1.0  # mm that a letter like J reaches beyond its own width, at 30 points
HAIR = 0.3  # mm that round letters reach beyond their baseline
keys = st.sampled_from([one.key for one in SHEETS])
shifts = st.floats(-LARGEST_SHIFT, LARGEST_SHIFT).map(lambda far: round(far, 2))
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1, max_size=70)
addresses = st.lists(st.lists(words, min_size=1, max_size=9), min_size=1, max_size=4)


def written(folder, wish, people, progress=None):
    path = Path(folder) / "etiketten.pdf"
    more = {} if progress is None else {"progress": progress}
    labels(path, sheet_of(wish.sheet), wish, people, "Zweckverband", **more)
    return path


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda one: one.key)
def test_a_sheet_fits_on_the_paper(sheet):
    right, bottom = sheet.corner(sheet.places - 1)
    assert sheet.left >= 0
    assert sheet.top >= 0
    assert right + sheet.width <= 210.05
    assert bottom + sheet.height <= 297.05
    assert abs(sheet.left - (210 - right - sheet.width)) < 1.1  # as much on both sides
    assert sheet.across >= sheet.width - 0.3
    assert sheet.down >= sheet.height


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda one: one.key)
def test_the_outlines_of_the_trial_stand_where_the_labels_are(tmp_path, read_paper, sheet):
    path = tmp_path / "probe.pdf"
    trial_page(path, sheet, LabelWish(sheet.key, 1, 1.5, -0.5), "Zweckverband")
    read = read_paper(path)
    assert len(read.pages) == 1
    assert len(read.marks) == sheet.places
    for place, (_, left, top, right, bottom) in enumerate(read.marks):
        x, y = sheet.corner(place)
        wanted = (x + 1.5, y - 0.5, x + 1.5 + sheet.width, y - 0.5 + sheet.height)
        for found, exact in zip((left, top, right, bottom), wanted, strict=True):
            assert abs(found - exact) <= 0.12  # half the width of the line
    assert "1,5" in read.pages[0]
    assert "0,5" in read.pages[0]


@settings(max_examples=40, deadline=None)
@given(keys, st.data(), shifts, shifts, addresses)
def test_every_word_stands_on_its_label_and_none_on_another(
    read_paper, key, data, right, down, people
):
    sheet = sheet_of(key)
    start = data.draw(st.integers(1, sheet.places))
    with tempfile.TemporaryDirectory() as folder:
        read = read_paper(written(folder, LabelWish(key, start, right, down), people))
    assert len(read.pages) == math.ceil((start - 1 + len(people)) / sheet.places)
    boxes = [
        (place // sheet.places, *sheet.corner(place % sheet.places))
        for place in range(start - 1, start - 1 + len(people))
    ]
    for one in read.words:
        assert any(
            one.page == page
            and x + right + 5 - OVER <= one.left
            and one.right <= x + right + sheet.width - 5 + OVER
            and y + down + 3 - HAIR <= one.top
            and one.bottom <= y + down + sheet.height - 3 + HAIR
            for page, x, y in boxes
        ), one


def test_the_next_label_is_that_beside_then_the_next_row(tmp_path, read_paper):
    people = [(f"Person{number}", "Weg 1", "36205 Sontra") for number in range(6)]
    sheet = sheet_of("l7160")
    read = read_paper(written(tmp_path, LabelWish("L7160", 20), people))
    assert len(read.pages) == 2
    for number, (page, place) in enumerate([(0, 19), (0, 20), (1, 0), (1, 1), (1, 2), (1, 3)]):
        word = read.find(f"Person{number}", page)
        x, y = sheet.corner(place)
        assert abs(word.left - x - 5) < 0.6
        assert y < word.top < y + sheet.height
        assert word.size == 11


def test_long_and_foreign_addresses_shrink_and_stay_whole(tmp_path, read_paper):
    long = ("Förderverein zur Erhaltung der Heimatgeschichte im Ulfetal und Umgebung e. V.",
            "Herrn Dr. Łukasz Wójcik-Weißenborn", "ul. Świętokrzyska 31/33 m. 5",
            "PL-00-001 WARSZAWA", "POLEN")  # fmt: skip
    read = read_paper(written(tmp_path, LabelWish("L7162"), [long]))
    for line in long:
        assert "".join(line.split()) in read.squeezed(0).replace("-\n", "")
    assert {round(one.size) for one in read.words} != {11}
    assert min(one.size for one in read.words) >= 6


@pytest.mark.parametrize("text", ["x" * 50_000, "<b>&amp;<img src='/etc/passwd'>", "\u202etfel😀"])
def test_hostile_words_do_no_harm(tmp_path, read_paper, text):
    read = read_paper(written(tmp_path, LabelWish("3474"), [(text,) * 9, IDA]))
    assert "root:" not in read.pages[0]
    assert read.find("Sontra")
    for place, one in enumerate(read.words):
        assert not [other for other in read.words[place + 1 :] if one.overlaps(other)], one


def test_the_back_of_a_folder_shows_a_large_name(tmp_path, read_paper):
    read = read_paper(written(tmp_path, LabelWish("4761"), [("Turnverein Ulfen", "Sontra")]))
    assert read.find("Turnverein").size >= 22


@pytest.mark.parametrize(
    "wish", [LabelWish("3475", 0), LabelWish("3475", 25), LabelWish("3475", 1, 5.1),
             LabelWish("3475", 1, 0, math.nan), LabelWish("3475", 1, -math.inf)],
)  # fmt: skip
def test_what_does_not_fit_is_refused(tmp_path, wish):
    with pytest.raises(DomainError):
        written(tmp_path, wish, [IDA])
    with pytest.raises(DomainError, match="keine Anschrift"):
        written(tmp_path, LabelWish(), [])
    assert not list(tmp_path.iterdir())


def test_cancel_leaves_nothing(tmp_path, stopping):
    with pytest.raises(Cancelled):
        written(tmp_path, LabelWish(), [IDA] * 100, stopping)
    assert not list(tmp_path.iterdir())
