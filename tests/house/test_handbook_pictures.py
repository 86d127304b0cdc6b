"""The pictures of the handbook: named, described, all there, none too many, small."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

BOOK = Path(__file__).resolve().parents[2] / "docs" / "handbuch"
BILDER = BOOK / "bilder"
SHOWN = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
MOST, WIDEST = 3_000_000, 1200


def shown():
    return [
        (page.name, words, link)
        for page in sorted(BOOK.glob("*.md"))
        for words, link in SHOWN.findall(page.read_text(encoding="utf-8"))
    ]


def test_every_named_picture_is_there_with_words():
    assert len(shown()) > 15
    assert not [link for _, _, link in shown() if not (BOOK / link).is_file()]
    assert not [link for _, words, link in shown() if len(words.split()) < 4]


def test_every_picture_is_named():
    assert {f"bilder/{one.name}" for one in BILDER.iterdir()} == {link for _, _, link in shown()}


@pytest.mark.parametrize("path", sorted(BILDER.glob("*")), ids=lambda path: path.name)
def test_pictures_are_small(path):
    with Image.open(path) as image:
        assert image.format == "PNG"
        assert image.mode == "P"
        assert image.width <= WIDEST
    assert sum(one.stat().st_size for one in BILDER.iterdir()) < MOST
