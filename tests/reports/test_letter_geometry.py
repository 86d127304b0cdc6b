"""DIN 5008 form B to half a millimetre, read from the finished letter (domain brief 5.1)."""

from __future__ import annotations

import io
import itertools
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as raw
import pytest
from PIL import Image

from ehrenamt_desktop.model.letterhead import Letterhead
from ehrenamt_desktop.model.paper_rows import LetterAddress
from ehrenamt_desktop.reports import letter
from ehrenamt_desktop.reports.letter import Letter
from ehrenamt_desktop.services.letter_texts import shipped

TEXT = shipped()["vorschlag"]
EXACT = 0.5  # mm
POINT = 25.4 / 72  # mm
HEADING = ("Ehrenamtsagentur", "Zweckverband")


def picture(width, height):
    out = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(out, "PNG")
    return out.getvalue()


HEADS = {
    "plain": Letterhead(),
    "wide logo": Letterhead(picture(900, 100)),
    "tall logo": Letterhead(picture(90, 400)),
    "everything": Letterhead(
        picture(400, 200), "#7a1f3d", "Fachdienst\nBürgerbüro\nwww.example.org",
        "Bankverbindung auf Anfrage\nStand 2026",
        "Zweckverband Sontra – Herleshausen – Nentershausen, Marktplatz 6, 36205 Sontra, "
        "vertreten durch den Vorstand; Datenschutz: datenschutz@example.org",
    ),
}  # fmt: skip


@pytest.fixture(params=HEADS)
def sender(request, office):
    return replace(office, head=HEADS[request.param])


@pytest.fixture
def made(tmp_path, sender, address, letter_offer, stand, read_paper):
    """A letter of one page and one of several, in one document."""
    path = tmp_path / "brief.pdf"
    many = [replace(letter_offer, number=200 + number) for number in range(9)]
    both = [Letter(address, "", offers, stand, "EA-214") for offers in ([letter_offer], many)]
    letter.letters(path, sender, both, TEXT)
    return path, read_paper(path)


def first_lines(read, page, left, top, bottom):
    """Baselines in mm of the lines that begin at `left`, between two heights."""
    found = {
        round(word.baseline, 2)
        for word in read.words
        if word.page == page and abs(word.left - left) < 1 and top <= word.baseline < bottom
    }
    return sorted(found)


def test_sheet_is_a4(made):
    assert made[1].size == pytest.approx((210, 297), abs=0.1)


def test_fold_and_punch_marks(made):
    read = made[1]
    for page in range(len(read.pages)):
        marks = [mark for mark in read.marks if mark[0] == page and mark[3] < 20]
        middles = sorted((mark[2] + mark[4]) / 2 for mark in marks)
        assert middles == pytest.approx([105, 148.5, 210], abs=EXACT)
        assert all(mark[1] == pytest.approx(5, abs=EXACT) for mark in marks)
        lengths = {int((m[2] + m[4]) / 2 + 0.1): m[3] - m[1] for m in marks}
        assert 2.5 <= lengths[105] <= 5.5
        assert lengths[148] > lengths[105] == pytest.approx(lengths[210])


def test_head_ends_above_the_window(made):
    read = made[1]
    head = [word for word in read.words if word.page == 0 and word.top < 45]
    assert head
    assert max(word.bottom for word in head) <= 45
    assert min(word.left for word in head) == pytest.approx(25, abs=EXACT)


def test_logo_stands_in_the_head_and_beside_the_name(made, sender):
    if not sender.head.logo:
        return
    document = pypdfium2.PdfDocument(made[0])
    logo = next(iter(document[0].get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=5)))
    left, bottom, right, top = (edge * POINT for edge in logo.get_bounds())
    document.close()
    top, bottom = 297 - top, 297 - bottom
    assert right == pytest.approx(190, abs=EXACT)
    assert top >= 15.4
    assert bottom <= 43
    assert right - left <= 50 + EXACT
    given = Image.open(io.BytesIO(sender.head.logo))
    assert (right - left) / (bottom - top) == pytest.approx(given.width / given.height, rel=0.02)
    head = [word for word in made[1].words if word.page == 0 and word.top < 45]
    assert max(word.right for word in head) < left


def test_window_holds_return_line_and_address(made):
    read = made[1]
    field = [w for w in read.words if w.page == 0 and 45 <= w.top < 90 and w.left < 120]
    assert min(word.left for word in field) == pytest.approx(25, abs=EXACT)
    assert all(word.right <= 105 and word.bottom <= 90 for word in field)
    back = [word for word in field if word.baseline < 62.7]
    assert {round(word.baseline, 1) for word in back} == {60.8}
    assert all(6 <= word.size <= 8 for word in back)
    lines = first_lines(read, 0, 25, 62.7, 90)
    assert lines[0] == pytest.approx(62.7 + 11 * POINT, abs=EXACT)
    steps = [after - before for before, after in itertools.pairwise(lines)]
    assert steps == pytest.approx([12.9 * POINT] * 3, abs=0.1)


@pytest.mark.parametrize("count", range(1, 10))
def test_addresses_of_one_to_nine_lines_stay_in_their_zone(
    tmp_path, office, letter_offer, stand, read_paper, count
):
    lines = tuple(f"Zeile{number}pg" for number in range(count))
    path = tmp_path / "brief.pdf"
    to = LetterAddress(lines, "Guten Tag", "Guten Tag")
    letter.letters(path, office, [Letter(to, "", [letter_offer], stand)], TEXT)
    words = [read_paper(path).find(line) for line in lines]
    for word in words:
        assert word.size >= 8
        assert word.left == pytest.approx(25, abs=EXACT)
        assert word.top >= 62.7 - 0.1
        assert word.bottom <= 90 + EXACT  # the tail of a p
    assert not any(one.overlaps(two) for one, two in itertools.pairwise(words))


def test_information_block(made):
    read = made[1]
    for text in ("Unser", "Telefon", "E-Mail", "Datum"):
        word = next(w for w in read.words if w.page == 0 and w.text == text and w.left > 120)
        assert word.left == pytest.approx(125, abs=EXACT)
        assert word.size >= 8
        assert word.top >= 50 - EXACT
        assert word.bottom <= 90
    block = [w for w in read.words if w.page == 0 and w.left > 120 and 48 < w.top < 92]
    assert min(word.top for word in block) == pytest.approx(50, abs=2)
    assert max(word.right for word in block) <= 200


def test_subject_greeting_and_text(made):
    read = made[1]
    lines = first_lines(read, 0, 25, 92, 140)
    step = 14 * POINT
    assert lines[0] == pytest.approx(98.46 + 10.5 * POINT, abs=EXACT)
    assert lines[1] - lines[0] == pytest.approx(3 * step, abs=EXACT)  # two blank lines
    assert lines[2] - lines[1] == pytest.approx(2 * step, abs=EXACT)  # one blank line
    assert "Betreff" not in read.pages[0]


def test_margins(made):
    read = made[1]
    for word in read.words:
        assert word.left >= 25 - EXACT
        assert word.right <= 190 + EXACT or (word.top < 92 and word.right <= 200)
        assert word.top >= 10
        assert word.bottom <= 292
        if 98 < word.top < 270:
            assert word.size >= 10


def test_page_numbers_and_further_pages(made):
    read = made[1]
    assert len(read.pages) > 2
    assert "Seite" not in read.pages[0]
    count = len(read.pages) - 1
    for page in range(1, count + 1):
        assert f"Seite {page} von {count}" in read.pages[page]
        number = next(w for w in read.words if w.page == page and w.text == "Seite")
        assert number.baseline > 270
        last = [w for w in read.words if w.page == page and w.baseline == number.baseline][-1]
        assert last.right == pytest.approx(190, abs=EXACT)
    for page in range(2, count + 1):
        body = [w for w in read.words if w.page == page and w.baseline < 270]
        assert min(word.top for word in body) == pytest.approx(27, abs=2)
        assert not any(word.text in HEADING for word in body if word.top < 40)


def test_foot_keeps_clear_of_the_text(made):
    read = made[1]
    for page in range(len(read.pages)):
        words = [word for word in read.words if word.page == page]
        body = [word for word in words if word.baseline < 270]
        foot = [word for word in words if word.baseline > 272]
        assert max(word.bottom for word in body) < min(word.top for word in foot)
        assert max(word.bottom for word in foot) <= 297 - 5
        assert not any(
            one.overlaps(two) for place, one in enumerate(foot) for two in foot[place + 1 :]
        )
