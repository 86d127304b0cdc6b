"""The letterhead: checked, shown on a sample, kept in one step, printed on every letter."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image
from tests.make_office import adult, offer

from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.letterhead import HOUSE_GREEN, PLAIN
from ehrenamt_desktop.model.rules import contrast

VALUES = {
    "accent": "#7A1F3D",
    "lines": "Fachdienst Bürgerengagement\nwww.example.org",
    "foot": "Bankverbindung auf Anfrage",
    "controller": "Zweckverband Sontra, Marktplatz 6, 36205 Sontra, datenschutz@example.org",
}


def logo():
    out = io.BytesIO()
    Image.new("RGB", (300, 100), "navy").save(out, "PNG")
    return out.getvalue()


def text_of(source):
    document = pypdfium2.PdfDocument(source)
    found = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(found.split())


def test_plain_until_the_office_makes_its_own(office):
    assert office.letterheads.current() == PLAIN
    assert office.lists.office_info().head == PLAIN


def test_kept_undone_and_kept_again(office):
    office.letterheads.save(VALUES, logo())
    kept = office.letterheads.current()
    assert (kept.accent, kept.logo) == ("#7a1f3d", logo())
    assert kept.lines == VALUES["lines"]
    assert office.lists.office_info().head == kept
    office.letterheads.save({}, b"")
    assert office.letterheads.current().accent == HOUSE_GREEN
    office.history.undo()
    assert office.letterheads.current() == kept
    office.history.undo()
    assert office.letterheads.current() == PLAIN


def test_every_letter_has_it(office, tmp_path):
    office.letterheads.save(VALUES, logo())
    person = adult(office, street="B 1", postcode="36205", city="Sontra")
    office.papers.proposal_letter(tmp_path / "brief.pdf", person, [offer(office)])
    office.letterheads.sample_paper(tmp_path / "muster.pdf")
    for name in ("brief.pdf", "muster.pdf"):
        text = text_of(tmp_path / name)
        assert "Fachdienst Bürgerengagement" in text
        assert "Bankverbindung auf Anfrage" in text
        assert "Verantwortlich für Ihre Daten (Art. 13 DSGVO): Zweckverband Sontra" in text
        assert b"/Subtype /Image" in (tmp_path / name).read_bytes()


def test_the_sample_keeps_nothing(office):
    assert office.letterheads.sample(VALUES, logo()).startswith(b"%PDF")
    assert office.letterheads.current() == PLAIN


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("accent", "rot", "sechs Zeichen"),
        ("accent", "#12345g", "sechs Zeichen"),
        ("accent", "#ffcc00", "zu blass"),
        ("lines", "\n".join("abcde"), "höchstens 4 Zeilen"),
        ("lines", "w" * 120, "zu lang"),
        ("foot", "a\nb\nc", "höchstens 2 Zeilen"),
        ("foot", "w" * 120, "zu lang"),
        ("controller", "Zweckverband " * 40, "keinen Platz"),
        ("controller", "x" * 2001, "2000 Zeichen"),
    ],
)
def test_what_does_not_fit_is_said_under_its_field(office, key, value, words):
    with pytest.raises(InvalidDraft) as caught:
        office.letterheads.save({**VALUES, key: value}, b"")
    assert [one.key for one in caught.value.fields] == [key]
    assert words in caught.value.fields[0].sentence
    assert office.letterheads.current() == PLAIN


def test_a_wide_logo_leaves_less_room(office):
    line = "Zweckverband für Bürgerengagement und Nachbarschaft im Ringgau und im Kupferland"
    office.letterheads.sample({"lines": line}, b"")
    with pytest.raises(InvalidDraft):
        office.letterheads.sample({"lines": line}, logo())


def test_contrast_is_that_of_the_guideline():
    assert contrast.on_white("#ffffff") == pytest.approx(1)
    assert contrast.on_white("#000000") == pytest.approx(21)
    assert contrast.on_white("#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast.on_white(HOUSE_GREEN) > 4.5


def test_the_sample_goes_into_a_pdf_only(office, tmp_path):
    with pytest.raises(DomainError):
        office.letterheads.sample_paper(tmp_path / "muster.docx")
