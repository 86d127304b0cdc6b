"""A single letter: filled in, changed by hand, printed as PDF and Word, remembered."""

from __future__ import annotations

import pytest
from docx import Document
from tests.make_office import adult
from tests.printed import read

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Kind, LegalBasis
from ehrenamt_desktop.model.queries import ListQuery

ADDRESS = {"street": "Am Markt 1", "postcode": "36205", "city": "Sontra"}


@pytest.fixture
def marion(office):
    return adult(office, last_name="Łukasz-Weiß", first_name="Marion", **ADDRESS)


def test_only_texts_that_need_no_list_are_offered(office):
    person = {one.name for one in office.letters.texts(Kind.PERSON)}
    assert {"einladung", "dank", "absage", "schulung", "weitergegeben"} <= person
    assert not person & {"vorschlag", "abfrage", "loeschung", "weitergabe"}
    assert "loeschung" in {one.name for one in office.letters.texts(Kind.INITIATIVE)}


def test_what_is_known_is_filled_in_and_the_rest_is_seen(office, marion):
    draft = office.letters.draft(Kind.PERSON, marion, "einladung")
    assert "Łukasz-Weiß" in draft.body
    assert "{appointment}" in draft.body
    draft = office.letters.draft(
        Kind.PERSON, marion, "schulung", {"?Thema der Schulung": "Erste {Hilfe}"}
    )
    assert draft.subject == "Einladung: Erste {Hilfe}"
    assert "{?Ort der Schulung}" in draft.body


def test_nothing_is_printed_while_something_stands_for_nothing(office, marion, tmp_path):
    draft = office.letters.draft(Kind.PERSON, marion, "einladung")
    for name in ("x.pdf", "x.docx"):
        with pytest.raises(DomainError, match=r"Nächster Termin \(\{appointment\}\)"):
            office.letters.write(Kind.PERSON, marion, draft, tmp_path / name)
    assert office.letters.sample(Kind.PERSON, marion, draft).startswith(b"%PDF")
    assert list(tmp_path.glob("x.*")) == []
    assert office.lists.postings.ids(ListQuery()) == []


def test_a_letter_changed_by_hand_is_printed_and_kept(office, marion, tmp_path):
    draft = office.letters.draft(Kind.PERSON, marion, "absage", {"?Aufgabe und Grund": "Bus"})
    draft = draft._replace(body=draft.body + "\n\nBis **bald**, <b>Annegret</b> & Team!")
    number = office.letters.write(Kind.PERSON, marion, draft, tmp_path / "brief.pdf")
    text = " ".join(read(tmp_path / "brief.pdf").pages[0].split())
    assert "Bis bald, <b>Annegret</b> & Team!" in text
    assert "Marion Łukasz-Weiß" in text
    with office.store.read() as connection:
        paper = connection.execute(
            "SELECT kind, title, person_id, words FROM posting WHERE id = ?", (number,)
        ).fetchone()
        talk = connection.execute(
            "SELECT kind, subject, person_id, posting_id FROM interaction"
        ).fetchall()
    assert paper[:3] == ("letter", f"Absage an Person Nr. {marion}", marion)
    assert "Bis **bald**" in paper[3]
    assert talk == [("letter", "Absage", marion, number)]
    office.history.undo()
    assert office.lists.postings.ids(ListQuery()) == []


def test_the_word_file_holds_the_same_words(office, marion, tmp_path):
    draft = office.letters.draft(Kind.PERSON, marion, "absage", {"?Aufgabe und Grund": "=1+1"})
    office.letters.write(Kind.PERSON, marion, draft, tmp_path / "brief.docx")
    document = Document(str(tmp_path / "brief.docx"))
    words = [one.text for one in document.paragraphs]
    for block in draft.body.split("\n\n"):
        assert block.replace("**", "") in words
    assert document.core_properties.language == "de-DE"
    window = document.tables[0].rows[0].cells[0].text
    assert "Marion Łukasz-Weiß\nAm Markt 1\n36205 Sontra" in window
    assert "Łukasz" not in document.core_properties.title


def test_hostile_words_stay_words(office, marion, tmp_path):
    body = "{greeting},\n\n" + "<img src=x> \x00\x1b \u202eabc " * 300 + "\n\n😀" + "W" * 3000
    draft = office.letters.draft(Kind.PERSON, marion, "absage")._replace(body=body)
    office.letters.write(Kind.PERSON, marion, draft, tmp_path / "x.pdf")
    office.letters.write(Kind.PERSON, marion, draft, tmp_path / "x.docx")
    assert len(read(tmp_path / "x.pdf").pages) > 1
    assert "<img src=x>" in Document(str(tmp_path / "x.docx")).paragraphs[2].text


def test_who_may_not_be_written_to(office, tmp_path):
    nowhere = adult(office, last_name="Ohneort")
    with pytest.raises(DomainError, match="Anschrift ist nicht vollständig"):
        office.letters.draft(Kind.PERSON, nowhere, "absage")
    open_one = office.people.save(
        {"last_name": "Offen", "birth_year": 1961, "legal_basis": LegalBasis.OPEN, **ADDRESS}
    )
    with pytest.raises(DomainError, match="Rechtsgrundlage"):
        office.letters.draft(Kind.PERSON, open_one, "absage")
    body = office.initiatives.save({"name": "TSV Ulfen"})
    with pytest.raises(DomainError, match="Anschrift der Initiative"):
        office.letters.draft(Kind.INITIATIVE, body, "schulung")
    with pytest.raises(DomainError, match="lässt sich hier nicht schreiben"):
        office.letters.draft(Kind.PERSON, nowhere, "loeschung")


def test_an_initiative_gets_its_letter_in_care_of_its_contact(office, tmp_path):
    body = office.initiatives.save({"name": "TSV Ulfen", **ADDRESS})
    draft = office.letters.draft(
        Kind.INITIATIVE,
        body,
        "loeschung",
        {"?Tag der Weitergabe": "1.2.2026", "?Name der Person": "Horst Gliem"},
    )
    office.letters.write(Kind.INITIATIVE, body, draft, tmp_path / "x.pdf")
    text = " ".join(read(tmp_path / "x.pdf").pages[0].split())
    assert "TSV Ulfen" in text
    assert "Art. 19" in text
