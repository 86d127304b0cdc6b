"""What is pinned up or published: cuts, readers, the check before print, what is remembered."""

from __future__ import annotations

import datetime as dt
from html.parser import HTMLParser

import docx
import pytest
from tests.make_office import adult, offer, place_id, term_id
from tests.printed import read

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import PaperKind, TermKind
from ehrenamt_desktop.model.sheets import BoardCuts, SheetChoice, SheetSize, SheetVariant

SPORT = "Sport und Bewegung"


@pytest.fixture
def offers(office):
    """By title: two in Ulfen (one for young people), one in Süß, one in Ulfen about sports."""
    area = [{"term_id": term_id(office, TermKind.AREA, "SPORT"), "role": "about"}]
    made = {
        "Bürgerbus fahren": {"place_id": place_id(office, "Ulfen")},
        "Spiele anleiten": {"place_id": place_id(office, "Ulfen"), "fit_youth": True,
                            "min_age": 14, "terms": area},
        "Archiv ordnen": {"place_id": place_id(office, "Süß"), "fit_youth": True, "min_age": 16},
    }  # fmt: skip
    return {title: offer(office, title=title, **values) for title, values in made.items()}


def words(path):
    return " ".join(" ".join(read(path).pages).split())


def titles(path, offers):
    return {title for title in offers if title in words(path)}


def test_what_can_be_chosen(office, offers):
    cuts = office.lists.board_cuts()
    assert isinstance(cuts, BoardCuts)
    assert [place.name for place in cuts.places] == ["Süß", "Ulfen"]
    assert (cuts.municipalities, cuts.areas) == (("Nentershausen", "Sontra"), (SPORT,))
    assert [said for said, _ in cuts.choices()] == [
        "Alle Orte", "Süß (Nentershausen)", "Ulfen (Sontra)", "Gemeinde Nentershausen",
        "Gemeinde Sontra", f"Bereich {SPORT}",
    ]  # fmt: skip


def test_a_municipality_and_a_field(office, offers, tmp_path):
    path = tmp_path / "a.pdf"
    number = office.papers.sheet(path, SheetChoice(municipality="Sontra"))
    assert titles(path, offers) == {"Bürgerbus fahren", "Spiele anleiten"}
    assert "Mitmachen in Sontra" in words(path)
    assert office.lists.postings.rows([number])[0].title == "Aushang Gemeinde Sontra"
    office.papers.sheet(path, SheetChoice(area=SPORT))
    assert titles(path, offers) == {"Spiele anleiten"}
    assert f"Mitmachen: {SPORT}" in words(path)


def test_the_youth_sheet_has_only_what_fits_them(office, offers, tmp_path):
    path = tmp_path / "a.pdf"
    office.papers.sheet(path, SheetChoice(variant=SheetVariant.YOUTH))
    assert titles(path, offers) == {"Spiele anleiten"}
    choice = SheetChoice(municipality="Nentershausen", variant=SheetVariant.YOUTH)
    with pytest.raises(DomainError, match="kein offenes Angebot"):
        office.papers.sheet(path, choice)


def test_plain_language_asks_and_spells_out(office, tmp_path):
    offer(office, place_id=place_id(office, "Ulfen"), time_text="Do 8–12 Uhr", requirements="")
    path = tmp_path / "a.pdf"
    choice = SheetChoice(place_id(office, "Ulfen"), variant=SheetVariant.PLAIN)
    office.papers.sheet(path, choice)
    text = words(path)
    for said in ("Wollen Sie in Ulfen helfen?", "Wann ist das?", "Donnerstag von 8 bis 12 Uhr",
                 "Sagen Sie uns die Nummer.", "Das klären wir mit Ihnen."):  # fmt: skip
        assert said in text
    sizes = {word.size for word in read(path).words if word.text == "Donnerstag"}
    assert min(sizes) >= 14


def test_large_print_is_large_and_a3_is_a3(office, offers, tmp_path):
    path = tmp_path / "a.pdf"
    office.papers.sheet(path, SheetChoice(variant=SheetVariant.LARGE))
    assert min(word.size for word in read(path).words) >= 12.9
    assert read(path).find("Bürgerbus").size >= 26
    office.papers.sheet(path, SheetChoice(size=SheetSize.A3))
    assert read(path).size == pytest.approx((297, 420), abs=0.5)


def test_two_wordings_hang_side_by_side_but_the_same_is_replaced(office, offers, tmp_path):
    ulfen = place_id(office, "Ulfen")
    for variant in (SheetVariant.USUAL, SheetVariant.LARGE, SheetVariant.USUAL):
        office.papers.sheet(tmp_path / "a.pdf", SheetChoice(ulfen, variant=variant))
    rows = office.lists.postings.rows([1, 2, 3])
    assert [row.taken_down_on is None for row in rows] == [False, True, True]
    assert rows[1].title == "Aushang Ulfen (Sontra), Großdruck"


def test_a_name_that_came_in_since_publishing_is_found_before_print(office, tmp_path):
    ulfen = place_id(office, "Ulfen")
    number = offer(office, title="Kaffee mit Marion Dietzel", place_id=ulfen)
    office.papers.sheet(tmp_path / "a.pdf", SheetChoice(ulfen))
    adult(office)
    for make in (
        lambda: office.papers.sheet(tmp_path / "b.pdf", SheetChoice(ulfen)),
        lambda: office.papers.poster(tmp_path / "b.pdf", number),
        lambda: office.papers.web_page(tmp_path / "b.html"),
        lambda: office.papers.bulletin(SheetChoice()),
    ):
        with pytest.raises(DomainError, match=f"Angebot Nr. {number} kann so nicht"):
            make()
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("b.")] == []


def test_the_poster_is_remembered_and_reminds(office, offers, tmp_path):
    number = office.papers.poster(tmp_path / "p.pdf", offers["Bürgerbus fahren"], strips=10)
    (row,) = office.lists.postings.rows([number])
    assert (row.kind, row.title) == (PaperKind.POSTER, "Plakat Nr. 1 Bürgerbus fahren")
    (reminder,) = office.lists.follow_ups(days=365)
    assert reminder.title == "Plakat Nr. 1 Bürgerbus fahren abnehmen"
    office.follow_ups.finish(reminder.id)
    assert office.lists.postings.rows([number])[0].taken_down_on == dt.date(2026, 11, 23)


def test_a_poster_that_must_not_hang(office, offers, tmp_path):
    draft = offer(office, title="Entwurf", status="draft")
    for number, more, words_ in (
        (draft, {}, "Entwurf"),
        (offers["Archiv ordnen"], {"variant": SheetVariant.YOUTH}, "nicht für Jugendliche"),
        (offers["Archiv ordnen"], {"strips": 20}, "8 bis 10"),
    ):
        with pytest.raises(DomainError, match=words_):
            office.papers.poster(tmp_path / "p.pdf", number, **more)
    assert not (tmp_path / "p.pdf").exists()


def test_text_for_the_bulletin(office, offers, tmp_path):
    some = [offers["Bürgerbus fahren"], offers["Archiv ordnen"]]
    made = office.papers.bulletin(some)
    assert made.shown == (offers["Archiv ordnen"], offers["Bürgerbus fahren"])
    assert "Spiele" not in made.text
    number = office.papers.copied(made)
    (row,) = office.lists.postings.rows([number])
    assert (row.kind, row.rows, row.path) == (PaperKind.BULLETIN, 2, "")
    path = tmp_path / "blatt.docx"
    office.papers.bulletin_docx(path, made)
    document = docx.Document(str(path))
    styles = [(part.style.name, part.text) for part in document.paragraphs]
    assert styles[0] == ("Heading 1", made.title)
    assert ("Heading 2", "Süß (Nentershausen)") in styles
    assert styles[-1][1] == made.call
    assert document.core_properties.language == "de-DE"
    with pytest.raises(DomainError, match="mindestens 200"):
        office.papers.bulletin(some, 20)
    with pytest.raises(DomainError, match="kein offenes Angebot"):
        office.papers.bulletin([99999])


class Page(HTMLParser):
    """Tags, words and links of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.words, self.links, self.ids = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        values = dict(attrs)
        self.links += [values[one] for one in ("href", "src", "action") if one in values]
        self.ids += [values["id"]] if "id" in values else []

    def handle_data(self, data):
        self.words.append(data)


def test_the_web_page_is_one_safe_file(office, offers, tmp_path):
    nasty = "<script>alert(1)</script> \u202eevil <img src=x onerror=y> & \"'"
    office.offers.save({"title": nasty}, offers["Archiv ordnen"], 1)
    path = tmp_path / "angebote.html"
    number = office.papers.web_page(path)
    text = path.read_text(encoding="utf-8")
    page = Page(text)
    assert not {"script", "img", "link", "iframe", "form", "object"} & set(page.tags)
    assert "\u202e" not in text
    assert "<script>alert(1)</script>" in "".join(page.words)
    outside = [one for one in page.links if not one.startswith(("#", "tel:", "mailto:"))]
    assert outside == []
    assert {one[1:] for one in page.links if one.startswith("#")} <= set(page.ids)
    assert 'lang="de"' in text
    assert "default-src 'none'" in text
    assert [tag for tag in page.tags if tag in ("h1", "h2", "h3")] == ["h1", "h2", "h3", "h2",
                                                                       "h3", "h3"]  # fmt: skip
    for said in ("Stand 23.11.2026 · gültig bis 28.02.2027", "Herausgeber:", "Bürgerbus fahren"):
        assert said in text
    (row,) = office.lists.postings.rows([number])
    assert (row.kind, row.rows) == (PaperKind.WEB_PAGE, 3)
    assert "erneuern" in office.lists.follow_ups(days=365)[0].title
