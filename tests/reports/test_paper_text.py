"""User text on paper: hostile markup is printed as it stands, long text neither hangs nor hides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.reports import paper

PAYLOADS = (
    "<b>Fett",
    "</para>",
    "<para>",
    "<br>",
    "<br/>",
    "Müller & Söhne",
    "&#60;b&#62;",
    "&amp;",
    "&nbsp;",
    '<img src="/etc/passwd"/>',
    '<img src="http://x.example/a.png"/>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="file:///etc/passwd">x</a>',
    "<!-- x -->",
    "<font color=\"[[[getattr(pow,Word('__globals__'))['os'].system('touch PWNED')]]]\">x</font>",
    "<![CDATA[x]]>",
    "<?xml version='1.0'?>",
    "a < b > c && d",
)


def squeezed(text):
    return "".join(text.split())


def plain(parts):
    return "".join(part.getPlainText() for part in parts)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_is_printed_as_it_stands(payload, tmp_path, read_paper, monkeypatch):
    monkeypatch.chdir(tmp_path)
    canvas = paper.new_canvas(tmp_path / "x.pdf", payload, payload, payload)
    text = paper.Text([(payload, True), (payload, False)], paper.style(12), 400)
    text.draw(canvas, 50, 700)
    paper.draw_line(canvas, 50, 400, payload, 12)
    canvas.showPage()
    canvas.save()
    read = read_paper(tmp_path / "x.pdf")
    assert read.squeezed(0) == "".join(payload.split()) * 3
    assert read.properties["Title"] == payload
    raw = (tmp_path / "x.pdf").read_bytes()
    assert b"/URI" not in raw
    assert b"/XObject" not in raw
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.pdf"]


def test_a_megabyte_is_laid_out_complete(tmp_path):
    for text in ("Wort " * 200_000, "x" * 200_000, "<b>&" * 20_000):
        parts = paper.paragraphs(text, paper.style(10))
        complete = squeezed(plain(parts)) == squeezed(paper.clean(text))
        assert complete
        paper.Text(text, paper.style(10), 400)


@given(st.text(st.characters(), max_size=400), st.integers(1, 50))
def test_nothing_is_lost_when_text_is_parted(text, times):
    whole = text * times
    parts = paper.paragraphs(whole, paper.style(10))
    assert squeezed(plain(parts)) == squeezed(paper.clean(whole))


@given(st.text(st.characters()))
def test_clean_text_has_a_glyph_for_every_sign(text):
    cleaned = paper.clean(text)
    known = paper.register_fonts()
    assert all(sign == "\n" or ord(sign) in known for sign in cleaned)
    assert paper.clean(cleaned) == cleaned


def test_signs_without_a_glyph_are_marked():
    assert paper.clean("a🌻b") == "a\ufffdb"
    assert paper.clean("עב") == "\ufffd\ufffd"
    assert paper.clean("Łukasz Öztürk Ğ ß €") == "Łukasz Öztürk Ğ ß €"
    assert paper.clean("a\u200bb\u202ec\u00add\ufeff") == "abcd"
    assert paper.clean("e\u0301") == "é"
    assert paper.clean("→ ✓") == "-> •"


@given(st.text(st.characters(), max_size=200), st.floats(20, 400), st.sampled_from([8, 12, 30]))
def test_a_fitting_line_fits(text, width, size):
    line = paper.fitting(text, size, width)
    assert paper.line_width(line, size) <= width or line == "…"
    assert "\n" not in line


def test_split_text_keeps_every_line():
    text = paper.Text("Wort " * 400, paper.style(10, 14), 200)
    lines = text.lines
    head = text.take_head(14 * 10 + 1)
    assert head is not None
    assert head.lines == 10
    assert head.lines + text.lines == lines
    assert text.take_head(5) is None
    assert text.take_head(10_000) is None
    assert text.lines == lines - 10
