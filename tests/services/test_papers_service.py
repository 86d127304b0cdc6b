"""Papers: what is on them, what they leave behind, what is refused."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pypdfium2
import pytest
from tests.make_office import adult, offer, place_id, term_id

from ehrenamt_desktop.errors import DomainError, StoreUnavailable
from ehrenamt_desktop.model.enums import PaperKind, PlacementState, TermKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.rules.small_counts import HIDDEN
from ehrenamt_desktop.services.office import open_office


def words(path) -> str:
    """All text of a PDF."""
    document = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def hanging(office) -> list[str]:
    ids = office.lists.postings.ids(ListQuery(filters={"hanging": ("yes",)}))
    return [row.title for row in office.lists.postings.rows(ids)]


def test_a_sheet_shows_the_places_offers_and_fills_up_with_the_neighbours(office, tmp_path):
    ulfen, breitau, dens = (place_id(office, name) for name in ("Ulfen", "Breitau", "Dens"))
    own = offer(office, title="Bürgerbus fahren", place_id=ulfen)
    near = offer(office, title="Kindernachmittag mitgestalten", place_id=breitau)
    offer(office, title="Zu weit weg", place_id=dens)
    offer(office, title="Noch ein Entwurf", place_id=ulfen, status="draft")
    path = tmp_path / "aushang.pdf"
    number = office.papers.offer_list(path, ulfen)
    text = words(path)
    assert "Mitmachen in Ulfen" in text
    assert "Bürgerbus fahren" in text
    assert "Kindernachmittag mitgestalten" in text
    assert "Zu weit weg" not in text
    assert "Noch ein Entwurf" not in text
    (row,) = office.lists.postings.rows([number])
    assert (row.kind, row.title, row.rows) == (PaperKind.OFFER_LIST, "Aushang Ulfen (Sontra)", 2)
    assert row.take_down_on == dt.date(2027, 2, 28)
    assert own != near


def test_a_new_sheet_takes_the_old_one_down_with_its_reminder(office, tmp_path):
    ulfen = place_id(office, "Ulfen")
    offer(office, place_id=ulfen)
    office.papers.offer_list(tmp_path / "a.pdf", ulfen)
    office.papers.offer_list(tmp_path / "b.pdf", ulfen)
    assert hanging(office) == ["Aushang Ulfen (Sontra)"]
    assert len(office.lists.follow_ups(days=365)) == 1
    (reminder,) = office.lists.follow_ups(days=365)
    office.follow_ups.finish(reminder.id)
    assert hanging(office) == []


def test_help_for_one_person_names_the_municipality_only(office, tmp_path):
    ulfen = place_id(office, "Ulfen")
    offer(
        office,
        title="Beim Einkauf begleiten",
        kind="help_request",
        place_id=ulfen,
        location="Hauptstraße 7",
        helped_name="Erna Beispiel",
        helped_phone="05653 9988",
        helped_consent_on=dt.date(2026, 11, 1),
    )
    path = tmp_path / "aushang.pdf"
    office.papers.offer_list(path, ulfen)
    text = words(path)
    assert "Beim Einkauf begleiten" in text
    assert "Gemeinde Sontra" in text
    for secret in ("Hauptstraße", "Erna", "Beispiel", "9988"):
        assert secret not in text


def test_all_places_stand_under_their_headings(office, tmp_path):
    for name in ("Ulfen", "Süß", "Wommen"):
        offer(office, title=f"Helfen in {name}", place_id=place_id(office, name))
    offer(office, title="Irgendwo helfen")
    path = tmp_path / "alle.pdf"
    office.papers.offer_list(path)
    text = words(path)
    for word in (
        "Ulfen (Sontra)",
        "Süß (Nentershausen)",
        "Wommen (Herleshausen)",
        "Ohne festen Ort",
    ):
        assert word in text


def test_an_empty_sheet_is_refused_and_leaves_nothing(office, tmp_path):
    path = tmp_path / "leer.pdf"
    with pytest.raises(DomainError, match="kein offenes Angebot"):
        office.papers.offer_list(path, place_id(office, "Dens"))
    assert list(tmp_path.glob("*.pdf")) == []
    assert hanging(office) == []


def test_the_day_decides_what_is_valid(office, tmp_path):
    old = offer(
        office,
        title="Sommerfest 2011",
        starts_on=dt.date(2011, 11, 1),
        ends_on=dt.date(2011, 12, 31),
        entered_on=dt.date(2011, 10, 1),
    )
    path = tmp_path / "damals.pdf"
    office.papers.offer_list(path, as_of=dt.date(2011, 11, 15))
    assert "Sommerfest 2011" in words(path)
    with pytest.raises(DomainError):
        office.papers.offer_list(path)
    assert old


def test_the_letter_goes_to_a_full_address_with_reasons(office, tmp_path):
    person = adult(
        office,
        salutation="ms",
        street="Leuchtbergstraße 12",
        postcode="36205",
        city="Sontra",
        terms=[{"term_id": term_id(office, TermKind.AREA, "SCHULE"), "relation": "wish"}],
    )
    task = offer(
        office,
        title="Kindern beim Lesen zuhören",
        terms=[{"term_id": term_id(office, TermKind.AREA, "SCHULE"), "role": "about"}],
    )
    path = tmp_path / "brief.pdf"
    number = office.papers.proposal_letter(path, person, [task])
    text = words(path)
    for part in (
        "Marion Dietzel", "Leuchtbergstraße 12", "36205 Sontra", "Sehr geehrte Frau Dietzel,",
        "Kindern beim Lesen zuhören", "Mit freundlichen Grüßen",
    ):  # fmt: skip
        assert part in text
    (row,) = office.lists.postings.rows([number])
    assert "Dietzel" not in row.title
    assert office.lists.person(person).history[0].title == "Brief: Vorschlagsbrief"


def test_no_letter_without_address_or_legal_basis(office, tmp_path):
    task = offer(office)
    person = adult(office)
    with pytest.raises(DomainError, match="Anschrift"):
        office.papers.proposal_letter(tmp_path / "a.pdf", person, [task])
    imported = office.people.save(
        {"last_name": "A", "street": "B 1", "postcode": "36205", "city": "Sontra"}
    )
    with pytest.raises(DomainError, match="Rechtsgrundlage"):
        office.papers.proposal_letter(tmp_path / "a.pdf", imported, [task])
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_contact_is_named_only_with_consent(office, tmp_path):
    initiative = office.initiatives.save({"name": "Heimatverein"})
    office.initiatives.save_contact(initiative, {"last_name": "Geheimrat", "first_name": "Otto"})
    person = adult(office, street="B 1", postcode="36205", city="Sontra")
    path = tmp_path / "brief.pdf"
    office.papers.proposal_letter(path, person, [offer(office, initiative_id=initiative)])
    assert "Geheimrat" not in words(path)


def test_the_council_list_counts_by_municipality_and_field(office, tmp_path):
    sontra, dens = place_id(office, "Sontra"), place_id(office, "Dens")
    sport = term_id(office, TermKind.AREA, "SPORT")
    about = [{"term_id": sport, "role": "about"}]
    wish = [{"term_id": sport, "relation": "wish"}]
    tasks = [
        offer(office, title=f"Turnen {n}", place_id=sontra, places_total=2, terms=about)
        for n in range(3)
    ]
    offer(office, title="Wandern", place_id=dens, terms=about)
    offer(office, title="Entwurf", place_id=dens, terms=about, status="draft")
    people = [adult(office, last_name=f"P{n}", place_id=sontra, terms=wish) for n in range(4)]
    (number,) = office.placements.propose(people[0], [tasks[0]])
    office.placements.move(number, PlacementState.PASSED_ON)
    office.placements.move(number, PlacementState.RUNNING)
    for person in people[1:4]:
        office.placements.propose(person, [tasks[1]])
        office.interactions.add(
            {"kind": "consultation", "on": dt.date(2026, 11, 20), "person_id": person}
        )
    office.interactions.add(
        {"kind": "consultation", "on": dt.date(2025, 11, 20), "person_id": people[1]}
    )
    path = tmp_path / "gremien.xlsx"
    office.reporting.council_list(path, dt.date(2026, 1, 1), dt.date(2026, 11, 23))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(index for index, row in enumerate(rows) if row[0] == "Gemeinde")
    found = {(row[0], row[1]): row[2:8] for row in rows[head + 1 :] if row[0]}
    assert found["Sontra", "Sport und Bewegung"] == [3, 5, 3, 4, HIDDEN, 3]
    assert found["Nentershausen", "Sport und Bewegung"] == [1, 0, 0, 0, HIDDEN, 0]
    assert len(found) == 2
    office.reporting.council_list(path, dt.date(2026, 1, 1), dt.date(2026, 11, 23), "Nentershausen")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "Gemeinde Nentershausen" in cells
    assert "Nentershausen" in cells
    assert "Sontra" not in cells


def test_papers_are_found_by_their_words(office, tmp_path):
    offer(office, place_id=place_id(office, "Süß"))
    number = office.papers.offer_list(tmp_path / "a.pdf", place_id(office, "Süß"))
    ids = office.lists.postings.ids
    assert ids(ListQuery(text="aushang suess")) == [number]
    assert ids(ListQuery(text="süss nentersh")) == [number]
    assert ids(ListQuery(text="ulfen")) == []
    assert ids(ListQuery(text="%")) == [number]


@pytest.mark.parametrize("kind", ["offer", "help_request"])
def test_a_description_never_gives_anybody_away_on_the_board(office, tmp_path, kind):
    ulfen = place_id(office, "Ulfen")
    secret = "Frau Kaiser, 84 Jahre alt, Lindenstraße 3, Tel. 05653 91234, braucht Hilfe."
    offer(office, title="Einkaufen", place_id=ulfen, kind=kind, description=secret)
    path = tmp_path / "aushang.pdf"
    office.papers.offer_list(path, ulfen)
    text = words(path)
    assert "Einkaufen" in text
    for part in ("Kaiser", "Lindenstra", "91234"):
        assert part not in text


def test_a_paper_never_overwrites_the_store(office):
    offer(office, place_id=place_id(office, "Ulfen"))
    before = office.path.read_bytes()
    for make in (
        lambda: office.papers.offer_list(office.path),
        lambda: office.reporting.council_list(
            office.path, dt.date(2026, 1, 1), dt.date(2026, 2, 1)
        ),
        lambda: office.exports.whole("people", office.path),
    ):
        with pytest.raises(DomainError, match="endet"):
            make()
    assert office.path.read_bytes() == before


def test_no_paper_is_made_that_cannot_be_remembered(office, tmp_path):
    offer(office, place_id=place_id(office, "Ulfen"))
    second = open_office(office.path)
    try:
        with pytest.raises(StoreUnavailable):
            second.papers.offer_list(tmp_path / "a.pdf")
    finally:
        second.close()
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_letter_proposes_open_offers_only(office, tmp_path):
    person = adult(office, street="B 1", postcode="36205", city="Sontra")
    with pytest.raises(DomainError, match="Entwurf"):
        office.papers.proposal_letter(tmp_path / "a.pdf", person, [offer(office, status="draft")])
