"""A logo from a foreign file: whatever it carries beside its dots stays outside."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange import pictures
from ehrenamt_desktop.exchange.reader import Reader

MOST = 300_000
SECRET = b"Hinter der Kirche 12 a"


def kept(path, picture, form, **options):
    picture.save(path, form, **options)
    return path


def opened(data):
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "PA"])
def test_every_kind_of_dots_becomes_plain(tmp_path, mode):
    form = "JPEG" if mode == "CMYK" else "TIFF" if mode == "PA" else "PNG"
    if form == "TIFF":
        picture = Image.new("P", (30, 20), 3)
        path = kept(tmp_path / "x", picture, "PNG", transparency=3)
    else:
        path = kept(tmp_path / "x", Image.new(mode, (30, 20)), form)
    made = opened(pictures.clean(path, MOST))
    assert (made.mode, made.size, made.format) == ("RGB", (30, 20), "PNG")


def test_clear_dots_show_white_paper(tmp_path):
    path = kept(tmp_path / "x.png", Image.new("RGBA", (4, 4), (200, 0, 0, 0)), "PNG")
    assert opened(pictures.clean(path, MOST)).getpixel((1, 1)) == (255, 255, 255)


def test_notes_places_and_what_hangs_behind_are_gone(tmp_path):
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", SECRET.decode())
    path = kept(tmp_path / "x.png", Image.new("RGB", (9, 9)), "PNG", pnginfo=notes)
    path.write_bytes(path.read_bytes() + b"%PDF-1.7 " + SECRET)
    assert SECRET not in pictures.clean(path, MOST)
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif[0x0112] = 6  # lies on its side
    path = kept(tmp_path / "x.jpg", Image.new("RGB", (40, 20)), "JPEG", exif=exif)
    made = pictures.clean(path, MOST)
    assert SECRET not in made
    assert opened(made).size == (20, 40)


def test_a_large_picture_is_made_smaller(tmp_path):
    noise = Image.effect_noise((3000, 2000), 90).convert("RGB")
    made = pictures.clean(kept(tmp_path / "x.png", noise, "PNG"), MOST)
    assert len(made) <= MOST
    assert opened(made).width <= pictures.LARGEST[0]


def bomb():
    """A PNG that claims 60,000 × 60,000 dots."""

    def chunk(name, data):
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "kein Bild im Format PNG oder JPEG"),
        (b"GIF89a" + b"\0" * 40, "kein Bild im Format PNG oder JPEG"),
        (b"%PDF-1.7", "kein Bild im Format PNG oder JPEG"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "beschädigt"),
        (b"\xff\xd8\xff\xe0" + b"x" * 60, "beschädigt"),
        (bomb(), "zu groß"),
    ],
)
def test_what_is_no_usable_picture_is_said(tmp_path, data, words):
    path = tmp_path / "logo.png"
    path.write_bytes(data)
    with pytest.raises(BadFile, match=words):
        pictures.clean(path, MOST)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(at=st.integers(8, 400), by=st.integers(1, 255), cut=st.integers(0, 300))
def test_a_broken_picture_is_read_or_refused(tmp_path, at, by, cut):
    out = io.BytesIO()
    Image.effect_noise((20, 15), 50).save(out, "PNG")
    data = bytearray(out.getvalue())
    data[at % len(data)] ^= by
    path = tmp_path / "x.png"
    path.write_bytes(bytes(data[: len(data) - cut]))
    try:
        made = pictures.clean(path, MOST)
    except BadFile:
        return
    assert opened(made).mode == "RGB"


def test_the_reading_child_does_it(tmp_path):
    good = kept(tmp_path / "logo.png", Image.new("RGB", (30, 20), "red"), "PNG")
    bad = tmp_path / "logo.jpg"
    bad.write_bytes(b"kein Bild")
    with Reader() as reader:
        assert opened(reader.picture(good, MOST)).getpixel((1, 1)) == (255, 0, 0)
        with pytest.raises(BadFile, match="kein Bild im Format"):
            reader.picture(bad, MOST)
        with pytest.raises(BadFile, match="gibt es nicht"):
            reader.picture(tmp_path / "weg.png", MOST)
        huge = tmp_path / "huge.png"
        with huge.open("wb") as file:
            file.truncate(21 * 1024 * 1024)
        with pytest.raises(BadFile, match="zu groß oder beschädigt"):
            reader.picture(huge, MOST)
