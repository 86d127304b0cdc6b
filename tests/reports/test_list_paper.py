"""A list on A4: every cell whole, headings on every page, pages counted."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.errors import Cancelled
from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.columns.people import PERSON_COLUMNS
from ehrenamt_desktop.model.enums import PersonStage
from ehrenamt_desktop.model.rows import PersonRow
from ehrenamt_desktop.reports.list_paper import _shared, write_list_paper

FACTS = {
    "Filter": "Suche „Mül“, Gemeinde Sontra",
    "Sortierung": "Ortsteil, Name (absteigend)",
    "Stand": "23.11.2026",
    "Herausgeber": "Zweckverband Sontra – Herleshausen – Nentershausen",
}
AUTHOR = FACTS["Herausgeber"]
NAMES = ("Müller", "Wiesenfeld-Großschupf", "Öztürk", "Heß", "von und zu Schlüchtern")
PLACES = ("Ulfen", "Sontra (Kernstadt)", "Nentershausen (Kernort)", "Breitau")


def person(number):
    return PersonRow(
        number, f"{NAMES[number % 5]}{number}", "Jörg", PLACES[number % 4], "Sontra",
        list(PersonStage)[number % 5], dt.date(2026, 1, 1 + number % 28),
        f"05653 97{number:05}", f"jemand.{number}@example.org", dt.date(2025, 3, 1),
    )  # fmt: skip


def texts(columns, count):
    """Plain rows: a column shows its own cell."""
    return tuple(
        Column(str(place), f"Spalte {place}", lambda row, place=place: row[place])
        for place in range(columns)
    ), count


def write(tmp_path, columns, rows, read_paper, **more):
    path = tmp_path / "liste.pdf"
    written = write_list_paper(path, "Personen", columns, rows, FACTS, AUTHOR, **more)
    return written, read_paper(path)


def test_few_columns_stand_upright(tmp_path, read_paper, language_of):
    columns = [one for one in PERSON_COLUMNS if one.shown]
    written, paper = write(tmp_path, columns, map(person, range(60)), read_paper)
    assert written == 60
    assert [round(one) for one in paper.size] == [210, 297]
    assert paper.properties["Title"] == "Personen"
    assert paper.properties["Author"] == AUTHOR
    assert language_of(tmp_path / "liste.pdf") == "de"
    first = paper.pages[0]
    for words in ("Suche „Mül“", "Sortierung: Ortsteil", "Stand: 23.11.2026", AUTHOR):
        assert words.replace(" ", "") in paper.squeezed(0), words
    assert "Letzter Kontakt" in first


def test_headings_and_page_numbers_stand_on_every_page(tmp_path, read_paper):
    columns = [one for one in PERSON_COLUMNS if one.shown]
    _, paper = write(tmp_path, columns, map(person, range(200)), read_paper)
    pages = len(paper.pages)
    assert pages > 3
    for page in range(pages):
        assert f"Seite{page + 1}von{pages}" in paper.squeezed(page)
        assert "Ortsteil" in paper.pages[page]
        assert "Stand" in paper.pages[0]
        assert "23.11.2026" in paper.pages[page]


def test_many_columns_lie_across(tmp_path, read_paper):
    written, paper = write(tmp_path, PERSON_COLUMNS, map(person, range(40)), read_paper)
    assert written == 40
    assert paper.size[0] > paper.size[1]


@pytest.mark.parametrize("columns", [PERSON_COLUMNS, PERSON_COLUMNS[:4], PERSON_COLUMNS[:1]])
def test_nothing_is_cut_and_nothing_overlaps(tmp_path, read_paper, columns):
    rows = [person(number) for number in range(45)]
    _, paper = write(tmp_path, columns, rows, read_paper)
    every = "".join(paper.squeezed(page) for page in range(len(paper.pages)))
    for row in rows:
        for column in columns:
            for word in column.text(row).split():
                assert word in every, word
    assert "…" not in every
    for word in paper.words:
        assert word.left >= 13
        assert word.right <= paper.size[0] - 13
        assert word.size >= 9
        assert word.bottom <= paper.size[1] - 8
    for page in range(len(paper.pages)):
        here = sorted((one for one in paper.words if one.page == page), key=lambda one: one.top)
        for place, word in enumerate(here):
            near = here[place + 1 : place + 40]
            assert not [one.text for one in near if word.overlaps(one)], word


def test_very_long_cells_go_on_over_pages(tmp_path, read_paper):
    columns, _ = texts(3, 1)
    words = [f"Wort{number}" for number in range(6000)]
    more = " ".join(f"Mehr{number}" for number in range(900))
    rows = [("kurz", " ".join(words), more), ("danach", "b", "c")]
    written, paper = write(tmp_path, columns, rows, read_paper)
    assert written == 2
    assert len(paper.pages) > 5
    found = [one.text for one in paper.words if one.text.startswith("Wort")]
    assert found == words
    assert len([one for one in paper.words if one.text.startswith("Mehr")]) == 900
    assert "danach" in paper.pages[-1]
    assert all("Spalte" in page for page in paper.pages)
    assert sum(page.count("kurz") for page in paper.pages) == 1
    lowest = max(one.bottom for one in paper.words if one.text.startswith("Wort"))
    assert lowest < paper.size[1] - 15


def test_hostile_cells(tmp_path, read_paper):
    columns, _ = texts(4, 1)
    rows = [
        ("<b>fett</b> & <img src='/etc/passwd'/>", "ohnejedesleerzeichen" * 300, "a\nb\r\nc", ""),
        ("\x00\x07\u202e", "😀", "\u2028", "=1+1"),
    ]
    written, paper = write(tmp_path, columns, rows, read_paper)
    assert written == 2
    assert "<b>fett</b>" in paper.pages[0].replace(" ", "")
    assert all(one.right <= paper.size[0] - 13 for one in paper.words)


def test_a_very_long_filter_leaves_room_for_the_list(tmp_path, read_paper):
    columns = [one for one in PERSON_COLUMNS if one.shown]
    path = tmp_path / "liste.pdf"
    facts = {**FACTS, "Filter": "Ulfen, Breitau, Sontra (Kernstadt), " * 300}
    write_list_paper(path, "P" * 300, columns, map(person, range(3)), facts, AUTHOR)
    paper = read_paper(path)
    assert "Jörg" in paper.pages[-1]
    assert all(one.bottom <= paper.size[1] - 8 for one in paper.words)


def test_an_empty_list_says_so(tmp_path, read_paper):
    written, paper = write(tmp_path, PERSON_COLUMNS[:2], [], read_paper)
    assert written == 0
    assert "Keine Einträge." in paper.pages[0]
    assert "Seite1von1" in paper.squeezed(0)


def test_ten_thousand_rows_are_told_and_numbered(tmp_path, read_paper, counting):
    columns = [one for one in PERSON_COLUMNS if one.shown]
    path = tmp_path / "liste.pdf"
    rows = map(person, range(10_000))
    written = write_list_paper(
        path, "Personen", columns, rows, FACTS, AUTHOR, counting, total=10_000
    )
    assert written == 10_000
    assert counting.told[-1][:2] == (10_000, 10_000)
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    last = document[len(document) - 1].get_textpage().get_text_range()
    assert f"Seite {len(document)} von {len(document)}" in " ".join(last.split())
    document.close()


def test_stopping_leaves_nothing(tmp_path, stopping):
    path = tmp_path / "liste.pdf"
    with pytest.raises(Cancelled):
        write_list_paper(
            path, "Personen", PERSON_COLUMNS[:2], map(person, range(5000)), FACTS, AUTHOR, stopping
        )
    assert list(tmp_path.iterdir()) == []


@given(
    st.lists(st.tuples(st.floats(30, 220), st.floats(0.2, 1)), min_size=1, max_size=14),
    st.sampled_from([510.0, 760.0]),
)
def test_widths_fill_the_page(columns, room):
    wanted = [one for one, _ in columns]
    least = [one * part for one, part in columns]
    widths = _shared(wanted, least, room)
    assert sum(widths) == pytest.approx(room)
    assert all(one > 0 for one in widths)
    if sum(least) <= room:
        assert all(one >= low - 1e-6 for one, low in zip(widths, least, strict=True))
