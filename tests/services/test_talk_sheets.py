"""Talk sheets: which offers stand on them, what they say, what they leave behind."""

from __future__ import annotations

import pypdfium2
import pytest
from tests.make_office import adult, offer, term_id

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import PaperKind, TermKind


@pytest.fixture
def reader(office):
    wish = {"term_id": term_id(office, TermKind.AREA, "SCHULE"), "relation": "wish"}
    return adult(office, last_name="Dietzel", terms=[wish])


def about_school(office, title, **values):
    about = {"term_id": term_id(office, TermKind.AREA, "SCHULE"), "role": "about"}
    return offer(office, title=title, terms=[about], **values)


def text_of(path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def test_chosen_offers_stand_on_it_and_it_is_remembered_without_the_name(office, reader, tmp_path):
    chosen = about_school(office, "Schulgarten bestellen")
    about_school(office, "Bücherei betreuen")
    path = tmp_path / "zettel.pdf"
    number = office.talk_sheets.talk_sheet(path, reader, [chosen])
    text = text_of(path)
    assert "Schulgarten bestellen" in text
    assert "Bücherei betreuen" not in text
    assert "gewünscht" in text
    assert "Das klären wir noch" in text
    assert "Dietzel" in text
    (row,) = office.lists.postings.rows([number])
    assert (row.kind, row.rows) == (PaperKind.TALK_SHEET, 1)
    assert "Dietzel" not in row.title


def test_without_a_choice_the_three_best_stand_on_it(office, reader, tmp_path):
    for place in range(4):
        about_school(office, f"Angebot {place}")
    path = tmp_path / "zettel.pdf"
    office.talk_sheets.talk_sheet(path, reader, [])
    best = [one.title for one in office.matching.offers_for(reader).matches]
    assert [title in text_of(path) for title in best] == [True, True, True, False]


def test_an_offer_that_a_rule_forbids_says_so(office, reader, tmp_path):
    elders = about_school(office, "Seniorentanz", min_age=99)
    path = tmp_path / "zettel.pdf"
    office.talk_sheets.talk_sheet(path, reader, [elders])
    assert "Zu bedenken" in text_of(path)
    assert "99 Jahre" in text_of(path)


def test_nobody_gets_an_empty_sheet(office, reader, tmp_path):
    with pytest.raises(DomainError, match="Passt fast"):
        office.talk_sheets.talk_sheet(tmp_path / "zettel.pdf", reader, [])
    with pytest.raises(DomainError, match="endet"):
        office.talk_sheets.talk_sheet(tmp_path / "zettel.txt", reader, [])
    assert not list(tmp_path.glob("zettel*"))
