"""The handbook: pages in order, anchors, and a search that forgives and is never wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop import paths
from ehrenamt_desktop.model.text import search_words
from ehrenamt_desktop.services.handbook import Handbook, anchor_of, plain

INDEX = "# Handbuch\n1. [Zwei](zwei.md)\n2. [Eins](eins.md)\n"
EINS = """# Eins
Vorweg ein **Müßiger** [Satz](zwei.md).

## So geht's: Größe
1. Straße wählen
2. Aushang drucken

```
# kein Titel
ehrenamt-desktop
```
### Tabelle
| Wort | heißt |
|---|---|
| offen | frei |
"""


@pytest.fixture
def book(tmp_path):
    (tmp_path / "index.md").write_text(INDEX, encoding="utf-8")
    (tmp_path / "eins.md").write_text(EINS, encoding="utf-8")
    (tmp_path / "zwei.md").write_text(
        "# Zwei\n\n## Erstens\nAushang hier.\n## Drucken\nPapier.", encoding="utf-8"
    )
    return Handbook(tmp_path)


def test_pages_come_as_the_contents_name_them(book):
    assert [page.name for page in book.pages] == ["index", "zwei", "eins"]
    assert book.page("eins").title == "Eins"
    assert [one.heading.title for one in book.page("zwei").sections] == [
        "Zwei",
        "Erstens",
        "Drucken",
    ]
    assert book.page("drei") is None


def test_headings_are_those_outside_of_examples(book):
    headings = [one.heading for one in book.page("eins").sections]
    assert [one.title for one in headings] == ["Eins", "So geht's: Größe", "Tabelle"]
    assert [one.level for one in headings] == [1, 2, 3]
    assert headings[1].anchor == "so-gehts-größe" == anchor_of("So geht's: Größe")


def test_text_is_without_marks(book):
    first, steps, table = (one.text for one in book.page("eins").sections)
    assert first == "Vorweg ein Müßiger Satz."
    assert steps.splitlines()[:2] == ["Straße wählen", "Aushang drucken"]
    assert table.splitlines() == ["Wort  ·  heißt", "offen  ·  frei"]
    assert plain("![Ein Bild](bilder/x.png)") == "Ein Bild"


@pytest.mark.parametrize("typed", ["strasse", "STRAßE", "straß", "Stras", "strasse wahl", "wähl"])
def test_umlauts_sharp_s_and_beginnings_are_found(book, typed):
    assert [(hit.page, hit.anchor) for hit in book.search(typed)] == [("eins", "so-gehts-größe")]


def test_every_word_must_be_there(book):
    assert book.search("straße papier") == ()
    assert [hit.page for hit in book.search("aushang drucken")] == ["eins"]


def test_headings_come_before_text(book):
    assert [hit.heading for hit in book.search("drucken")] == ["Drucken", "So geht's: Größe"]


def test_found_words_are_marked(book):
    (hit,) = book.search("mussig")
    assert [hit.excerpt[start:end] for start, end in hit.marks] == ["Müßiger"]


def test_long_text_is_cut_between_words(tmp_path):
    words = " ".join(f"wort{number}" for number in range(200))
    (tmp_path / "index.md").write_text(f"# Lang\n{words}", encoding="utf-8")
    (hit,) = Handbook(tmp_path).search("wort100")
    assert hit.excerpt.startswith("… wort")
    assert hit.excerpt.endswith(" …")
    assert len(hit.excerpt) < 160
    assert [hit.excerpt[start:end] for start, end in hit.marks] == ["wort100"]


@pytest.mark.parametrize("typed", ["", "  ", "?!", "xyzzy", "\x00", "(" * 5000])
def test_nothing_is_found_in_nothing(book, typed):
    assert book.search(typed) == ()


@given(st.text(max_size=300))
def test_hits_hold_what_was_typed(typed):
    for hit in SHIPPED.search(typed):
        assert SHIPPED.page(hit.page) is not None
        for start, end in hit.marks:
            assert 0 <= start < end <= len(hit.excerpt)


SHIPPED = Handbook(paths.handbook())


@pytest.mark.parametrize("page", SHIPPED.pages, ids=lambda page: page.name)
def test_every_section_is_found_by_its_heading(page):
    for section in page.sections:
        words = " ".join(search_words(section.heading.title))
        assert (page.name, section.heading.anchor) in {
            (hit.page, hit.anchor) for hit in SHIPPED.search(words)
        }


@pytest.mark.parametrize("page", SHIPPED.pages, ids=lambda page: page.name)
def test_headings_of_a_page_differ(page):
    anchors = [one.heading.anchor for one in page.sections]
    assert len(set(anchors)) == len(anchors)


def test_an_incomplete_installation_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "a" / "b" / "c" / "paths.py"))
    paths.handbook.cache_clear()
    with pytest.raises(FileNotFoundError):
        paths.handbook()
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    (tmp_path / "handbook").mkdir()
    (tmp_path / "handbook" / "index.md").write_text("# Handbuch", encoding="utf-8")
    assert paths.handbook() == tmp_path / "handbook"
    paths.handbook.cache_clear()
