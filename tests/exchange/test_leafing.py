"""Pages of foreign papers as pictures: drawn in the child, or refused with one sentence."""

from __future__ import annotations

import base64
import hashlib
import io
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange import leafing
from ehrenamt_desktop.exchange.leafing import UNSHOWN, Leafing
from ehrenamt_desktop.exchange.reader import Reader


def pdf(pages: int = 2, size: tuple[float, float] = (595.0, 842.0)) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=True)
    for _ in range(pages):
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, 0, size[0] / 2, size[1], stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def photograph(size: tuple[int, int], form: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (0, 128, 0)).save(out, form)
    return out.getvalue()


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture(scope="module")
def reader():
    with Reader(time_limit=10) as made:
        yield made


def page_of(reader, data, kind="pdf", number=0, width=200):
    return reader.page(digest(data), kind, number, width, lambda: data)


def test_pages_are_drawn_and_the_bytes_are_sent_once(reader):
    data, asked = pdf(3), []

    def load():
        asked.append(1)
        return data

    for number, width in ((0, 100), (2, 300), (9, 100)):
        found = reader.page(digest(data), "pdf", number, width, load)
        picture = Image.open(io.BytesIO(found.png))
        assert (picture.width, found.pages) == (width, 3)
        assert picture.getpixel((5, 5)) == (255, 0, 0)
        assert picture.getpixel((width - 5, 5)) == (255, 255, 255)
    assert asked == [1]


def test_a_photograph_is_made_smaller(reader):
    for form, kind in (("JPEG", "jpg"), ("PNG", "png")):
        found = page_of(reader, photograph((1600, 800), form), kind)
        assert Image.open(io.BytesIO(found.png)).size == (200, 100)
        assert found.pages == 1


def test_a_poster_or_a_thread_stays_within_limits(reader):
    for size in ((14_000.0, 14_000.0), (10.0, 14_000.0), (14_000.0, 3.0)):
        found = page_of(reader, pdf(1, size), width=leafing.MOST_WIDTH)
        picture = Image.open(io.BytesIO(found.png))
        assert picture.width * picture.height <= leafing.MOST_DOTS * 1.01


def test_what_cannot_be_drawn_is_said_and_the_next_page_works(reader):
    for data, kind in ((b"%PDF-1.7\nkaputt", "pdf"), (b"\x89PNG\r\n\x1a\n", "png"),
                       (b"\xff\xd8\xff\xe0", "jpg")):  # fmt: skip
        with pytest.raises(BadFile) as caught:
            page_of(reader, data, kind)
        assert caught.value.sentence == UNSHOWN
    assert page_of(reader, pdf()).pages == 2


def test_a_child_that_was_lost_starts_again(reader):
    data = pdf()
    page_of(reader, data)
    reader.close()
    assert page_of(reader, data, number=1).pages == 2


GOOD = pdf(1)


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=8),
       st.integers(0, len(GOOD)))  # fmt: skip
def test_mutated_papers_are_drawn_or_refused(changes, cut):
    data = bytearray(GOOD)
    for place, value in changes:
        data[place] = value
    kept = bytes(data[:cut]) if cut % 3 == 0 else bytes(data)
    request = {"page": 0, "digest": digest(kept), "kind": "pdf", "width": 60,
               "data": base64.b64encode(kept).decode()}  # fmt: skip
    pages = Leafing()
    with suppress(BadFile):
        assert pages.answer(request)["pages"] >= 1
