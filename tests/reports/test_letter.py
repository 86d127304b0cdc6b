"""Letters after DIN 5008 form B: positions from the finished PDF, in mm."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ehrenamt_desktop.errors import Cancelled, DomainError
from ehrenamt_desktop.model import letter_text
from ehrenamt_desktop.model.paper_rows import LetterAddress
from ehrenamt_desktop.reports import letter
from ehrenamt_desktop.reports.letter import Letter
from ehrenamt_desktop.services.letter_texts import shipped

DAY = dt.date(2026, 11, 23)
TEXT = shipped()["vorschlag"]


@pytest.fixture
def one(address, letter_offer):
    return Letter(address, "", [letter_offer], DAY, "EA-214", ("Anmeldebogen", "Merkblatt"))


def written(tmp_path, office, letters, read_paper, text=TEXT, **options):
    path = tmp_path / "brief.pdf"
    pages = letter.letters(path, office, letters, text, **options)
    read = read_paper(path)
    assert pages == len(read.pages)
    return read


def test_address_stands_in_the_window(tmp_path, office, one, read_paper):
    read = written(tmp_path, office, [one], read_paper)
    assert read.size == pytest.approx((210, 297), abs=0.1)
    field = [word for word in read.words if 45 <= word.top < 90 and word.left < 120]
    assert all(word.left >= 24.8 and word.right <= 105 and word.bottom <= 90 for word in field)
    back = [word for word in field if word.bottom <= 62.7]
    assert " ".join(word.text for word in back) == (
        "Ehrenamtsagentur Sontra · Marktplatz 6 · 36205 Sontra"
    )
    assert all(6 <= word.size <= 8 for word in back)
    lines = [word for word in field if word.top >= 62.7]
    assert " ".join(word.text for word in lines) == (
        "Frau Dr. Margarete Müßig Hinter der Kirche 12 a 36205 Sontra"
    )
    for text in ("Frau", "Dr.", "Hinter"):
        assert read.find(text).left == pytest.approx(25, abs=0.5)
    assert len({round(word.bottom / 4.5) for word in lines}) == 4


def test_six_address_lines_and_no_blank_line(tmp_path, office, one, read_paper):
    lines = ("Evangelische Kirchengemeinde", "", "Frau", "Vorname Nachname", "Hof 1", "Weg 2",
             "36205 Sontra")  # fmt: skip
    read = written(
        tmp_path, office, [replace(one, address=replace(one.address, lines=lines))], read_paper
    )
    field = [word for word in read.words if 62.7 <= word.top < 92 and word.left < 105]
    bottoms = sorted({round(word.bottom, 0) for word in field if word.text[0].isupper()})
    assert max(word.bottom for word in field) <= 90
    assert len(bottoms) <= 6
    assert field[0].size == 11


@pytest.mark.parametrize("count", [7, 8])
def test_many_address_lines_get_smaller_but_stay_inside(tmp_path, office, one, read_paper, count):
    lines = tuple(f"Zeile{index}" for index in range(count))
    changed = replace(one, address=replace(one.address, lines=lines))
    read = written(tmp_path, office, [changed], read_paper)
    for line in lines:
        word = read.find(line)
        assert word.size >= 8
        assert 62.7 <= word.top < word.bottom <= 90


@pytest.mark.parametrize("lines", [(), ("", " ")])
def test_missing_address_is_refused(tmp_path, office, one, lines):
    bad = replace(one, address=replace(one.address, lines=lines))
    with pytest.raises(DomainError, match="In Brief 2 fehlt die Anschrift"):
        letter.letters(tmp_path / "x.pdf", office, [one, bad], TEXT)
    assert list(tmp_path.iterdir()) == []


def test_an_address_too_long_for_the_window_is_refused(tmp_path, office, one):
    bad = replace(one, address=replace(one.address, lines=("x" * 60,) * 9))
    with pytest.raises(DomainError, match="zu lang für das Fenster"):
        letter.letters(tmp_path / "x.pdf", office, [bad], TEXT)


def test_information_block(tmp_path, office, one, read_paper):
    read = written(tmp_path, office, [one], read_paper)
    for text in ("Unser", "Telefon", "E-Mail", "Datum"):
        word = next(w for w in read.words if w.text == text and w.left > 120)
        assert word.left == pytest.approx(125, abs=0.5)
        assert word.size >= 8
        assert 50 <= word.top <= 90
    for text in ("EA-214", "ehrenamt@example.org", "23.11.2026"):
        word = read.find(text)
        assert word.left == pytest.approx(148, abs=0.7)
        assert word.right <= 200


def test_subject_begins_at_its_line(tmp_path, office, one, read_paper):
    read = written(tmp_path, office, [one], read_paper)
    subject = read.find("Engagement")
    assert subject.left > 25
    assert read.find("Unser", 0).text == "Unser"
    first = next(w for w in read.words if w.text == "Unser" and 95 < w.top < 110)
    expected = 98.46 + 10.5 * 25.4 / 72
    assert first.bottom == pytest.approx(expected, abs=0.35)
    assert first.left == pytest.approx(25, abs=0.5)
    assert "Betreff" not in read.pages[0]
    greeting = next(w for w in read.words if w.text == "Sehr")
    body = read.find("vielen")
    line = 14 * 25.4 / 72
    assert greeting.bottom - first.bottom == pytest.approx(3 * line, abs=1.0)  # two blank lines
    assert body.bottom - greeting.bottom == pytest.approx(2 * line, abs=1.0)  # one blank line


def test_body_keeps_its_margins_and_sizes(tmp_path, office, one, read_paper):
    read = written(tmp_path, office, [one], read_paper)
    for word in read.words:
        if 98 < word.top < 270:
            assert word.left >= 24.8
            assert word.right <= 190.3
            assert word.size >= 10


def test_fold_and_punch_marks(tmp_path, office, one, read_paper):
    read = written(tmp_path, office, [one, one], read_paper)
    for page in range(len(read.pages)):
        left = [mark for mark in read.marks if mark[0] == page and mark[3] < 15]
        heights = sorted(round((mark[2] + mark[4]) / 2, 1) for mark in left)
        assert heights == [105.0, 148.5, 210.0]
        lengths = {round((m[2] + m[4]) / 2, 1): m[3] - m[1] for m in left}
        assert lengths[148.5] > lengths[105.0] == pytest.approx(lengths[210.0])
        assert all(mark[1] == pytest.approx(5, abs=0.2) for mark in left)


def test_closing_leaves_room_to_sign(tmp_path, office, one, read_paper):
    read = written(tmp_path, office, [one], read_paper)
    line = 14 * 25.4 / 72
    words = read.find("freundlichen")
    name = [word for word in read.words if word.text == "Annegret"][-1]
    assert name.bottom - words.bottom == pytest.approx(4 * line, abs=1.0)
    assert "Anlagen" in read.pages[-1]
    assert "Merkblatt" in read.pages[-1]


def test_one_enclosure_is_singular(tmp_path, office, one, read_paper):
    read = written(tmp_path, office, [replace(one, enclosures=("Anmeldebogen",))], read_paper)
    assert "Anlage\r" in read.pages[0]
    none = written(tmp_path, office, [replace(one, enclosures=())], read_paper)
    assert "Anlage" not in none.pages[0]


def test_offer_tells_what_where_when_and_why(tmp_path, office, one, letter_offer, read_paper):
    with_contact = replace(letter_offer, contact="Büro des Bürgerbusses")
    read = written(tmp_path, office, [replace(one, offers=[with_contact])], read_paper)
    text = " ".join(read.pages[0].split())
    for part in (
        "Sehr geehrte Frau Dr. Müßig,",
        "214 Bürgerbus fahren · Bürgerbus Sontra e. V.",
        "Sie fahren ältere Nachbarn",
        "Wo: Ulfen und Sontra · Wann: donnerstags 8–12 Uhr",
        "Ansprechperson: Büro des Bürgerbusses",
        "Das passt zu Ihnen: Der Donnerstagvormittag passt. Der Weg beträgt nur 2 km.",
        "einen Vorschlag",
        "So geht es weiter:",
        "05653 9777-0",
        "geben wir erst weiter, wenn Sie damit einverstanden sind",
        "Mit freundlichen Grüßen Annegret Wiesenfeld",
    ):
        assert part in text


def test_page_count_only_on_longer_letters(tmp_path, office, one, letter_offer, read_paper):
    short = written(tmp_path, office, [one, one], read_paper)
    assert len(short.pages) == 2
    assert "Seite" not in "".join(short.pages)
    offers = [replace(letter_offer, number=number) for number in range(200, 208)]
    long = written(tmp_path, office, [replace(one, offers=offers), one], read_paper)
    count = len(long.pages) - 1
    assert count > 1
    for page in range(count):
        assert f"Seite {page + 1} von {count}" in long.pages[page]
    assert "Seite" not in long.pages[-1]
    assert "acht Vorschläge" in " ".join(long.pages[0].split())
    for page in range(1, count):
        assert min(word.top for word in long.words if word.page == page) > 26
    assert max(w.bottom for w in long.words if "Seite" not in w.text and w.top < 272) <= 270


def test_offers_are_not_split_and_the_closing_is_not_alone(
    tmp_path, office, one, letter_offer, read_paper
):
    for count in range(1, 14):
        offers = [replace(letter_offer, number=200 + number) for number in range(count)]
        read = written(tmp_path, office, [replace(one, offers=offers)], read_paper)
        for number in range(200, 200 + count):
            page = next(p for p in read.pages if f"\r\n{number} " in f"\r\n{p}")
            after = page.split(str(number), 1)[1]
            assert "2 km." in after
        assert "gemeinsam weiter" in read.pages[-1]
        assert "Annegret" in read.pages[-1]


def test_a_text_longer_than_a_page_is_split(tmp_path, office, one, letter_offer, read_paper):
    words = [f"Wort{number}" for number in range(3000)]
    long = replace(letter_offer, text=" ".join(words))
    read = written(tmp_path, office, [replace(one, offers=[long])], read_paper)
    everything = " ".join(" ".join(read.pages).split())
    assert all(word in everything for word in words[::97])
    assert [w.text for w in read.words if w.text.startswith("Wort")] == words
    for word in read.words:
        assert word.right <= 200
        if word.text.startswith("Wort"):
            assert word.bottom <= 270


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(exclude_categories=("Cs",)), max_size=300))
def test_any_text_is_printed_inside_the_margins(
    text, tmp_path, office, address, letter_offer, read_paper
):
    hostile = replace(
        letter_offer, title=f"T{text}", initiative=text, text=text * 3, where=text, when=text,
        reasons=(text, text), contact=text,
    )  # fmt: skip
    wild = LetterAddress(("Frau", "Wild"), f"Guten Tag {text}", text)
    read = written(tmp_path, office, [Letter(wild, text, [hostile], DAY, "", (text,))], read_paper)
    for word in read.words:
        assert 20 <= word.left <= word.right <= 200


def test_a_given_subject_wins(tmp_path, office, one, read_paper):
    read = written(tmp_path, office, [replace(one, subject="Ihr Anruf & <b>mehr</b>")], read_paper)
    assert "Ihr Anruf & <b>mehr</b>" in " ".join(read.pages[0].split())


def test_an_office_text_replaces_the_shipped_one(tmp_path, office, one, read_paper):
    own = letter_text.parse(
        "vorschlag",
        "---\nsubject: Neues von {office}\nclosing: Herzliche Grüße\n---\n"
        "{greeting},\n\nwie besprochen:\n\n- **eins** und mehr\n- zwei\n\n{offers}\n\nBis bald!",
    )
    read = written(tmp_path, office, [one], read_paper, own)
    text = " ".join(read.pages[0].split())
    assert "Neues von Ehrenamtsagentur Sontra · Herleshausen · Nentershausen" in text
    assert "wie besprochen: • eins und mehr • zwei 214 Bürgerbus" in text
    assert "Bis bald! Herzliche Grüße Annegret" in text


def test_letters_without_person_or_offer_are_refused(tmp_path, office, one):
    with pytest.raises(DomainError, match="kein Brief"):
        letter.letters(tmp_path / "x.pdf", office, [], TEXT)
    with pytest.raises(DomainError, match="In Brief 1 steht kein Angebot"):
        letter.letters(tmp_path / "x.pdf", office, [replace(one, offers=[])], TEXT)
    assert list(tmp_path.iterdir()) == []


def test_missing_office_details_are_named(tmp_path, office, one):
    with pytest.raises(DomainError, match=r"Telefon der Agentur \(\{phone\}\)"):
        letter.letters(tmp_path / "x.pdf", replace(office, phone=""), [one], TEXT)
    assert list(tmp_path.iterdir()) == []


def test_stopped_letters_leave_nothing(tmp_path, office, one, stopping):
    with pytest.raises(Cancelled):
        letter.letters(tmp_path / "x.pdf", office, [one] * 9, TEXT, progress=stopping)
    assert list(tmp_path.iterdir()) == []


def test_no_name_in_the_properties(tmp_path, office, one, read_paper):
    read = written(tmp_path, office, [one], read_paper)
    assert "Müßig" not in " ".join(read.properties.values())
    assert read.properties["Title"] == "Brief"


def test_a_thousand_letters_stay_small(tmp_path, office, one):
    assert letter.letters(tmp_path / "x.pdf", office, [one] * 1000, TEXT) == 1000
    assert (tmp_path / "x.pdf").stat().st_size < 5_000_000
