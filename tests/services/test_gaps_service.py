"""The gap report on a real store: who counts, founding from a wish, papers that name nobody."""

from __future__ import annotations

import datetime as dt
import json

import openpyxl
import pypdfium2
import pytest
from tests.make_office import adult, offer, place_id, term_id

from ehrenamt_desktop.errors import Cancelled, DomainError
from ehrenamt_desktop.model.enums import EndReason, InitiativeStatus, Kind, PlacementState, TermKind
from ehrenamt_desktop.model.matches import Gate
from ehrenamt_desktop.model.rules import time_grid

WEDNESDAY = time_grid.bit(2, 0)
MONDAY = time_grid.bit(0, 0)


@pytest.fixture
def sport(office):
    return term_id(office, TermKind.AREA, "SPORT")


def wishing(office, sport, name, **values):
    wish = [{"term_id": sport, "relation": "wish"}]
    sontra = place_id(office, "Sontra")
    return adult(office, last_name=name, place_id=sontra, terms=wish, **values)


def test_who_counts(office):
    free = adult(office, last_name="Frei", time_grid=MONDAY)
    waiting = adult(office, last_name="Wartet")
    adult(office, last_name="Ruht", rests_until="2026-12-24")
    placed = adult(office, last_name="Dabei")
    done = adult(office, last_name="Fertig", time_grid=MONDAY)
    closed = offer(office, title="Besetzt", places_total=1)
    promised = offer(office, title="Vorgeschlagen", places_total=1)
    offer(office, title="Entwurf", status="draft")
    lonely = offer(office, title="Mittwochs", time_grid=WEDNESDAY)
    (number,) = office.placements.propose(placed, [closed])
    for state in (PlacementState.PASSED_ON, PlacementState.RUNNING):
        office.placements.move(number, state)
    office.placements.propose(waiting, [promised])
    (number,) = office.placements.propose(done, [offer(office, title="Zu Ende", places_total=1)])
    office.placements.move(number, PlacementState.ENDED, reason=EndReason.DECLINED)
    found = office.gaps.report()
    assert (found.people, found.offers) == (2, 2)
    assert [(one.id, one.why) for one in found.offer_gaps] == [
        (lonely, "Zeit: 2 von 2 Personen können nicht am Mittwochvormittag")
    ]
    assert found.person_gaps == ()  # the ended one's offer is free again
    office.people.archive(done)
    assert office.gaps.report().people == 1
    assert free


def test_a_wish_becomes_an_initiative_with_those_who_may_be_linked(office, sport):
    people = [wishing(office, sport, f"Meier{at}") for at in range(3)]
    bare = office.people.save({
        "last_name": "Offen", "birth_year": 1960, "place_id": place_id(office, "Ulfen"),
        "terms": [{"term_id": sport, "relation": "wish"}],
    })  # fmt: skip
    (wish,) = office.gaps.report().wishes
    assert (wish.area, wish.municipality, wish.amount) == ("Sport und Bewegung", "Sontra", 4)
    made = office.gaps.found(wish)
    detail = office.lists.initiative(made.initiative_id)
    assert detail.row.status is InitiativeStatus.FOUNDING
    assert detail.row.name == "Sport und Bewegung in Sontra (Idee)" == made.name
    assert [one.person_id for one in detail.interests] == people
    assert {one.note for one in detail.interests} == {
        "Wunsch: Sport und Bewegung. Noch nicht gefragt."
    }
    assert made.linked == 3
    assert [(one.id, why) for one, why in made.left_out] == [
        (bare, "Die Rechtsgrundlage ist noch offen.")
    ]
    (again,) = office.gaps.report().wishes
    assert again.initiative_id == made.initiative_id
    office.history.undo()
    assert office.gaps.report().wishes[0].initiative_id is None
    assert office.lists.person(people[0]).interests == ()


def test_too_few_are_left_for_a_founding(office, sport):
    people = [wishing(office, sport, f"Meier{at}") for at in range(3)]
    (wish,) = office.gaps.report().wishes
    office.trash.put(Kind.PERSON, [people[0]])
    with pytest.raises(DomainError, match="neu"):
        office.gaps.found(wish)
    assert office.lists.initiatives.total() == 0


def test_papers_name_nobody(office, sport, tmp_path):
    for at in range(4):
        wishing(office, sport, f"Geheimrat{at}", time_grid=MONDAY)
    offer(office, time_grid=WEDNESDAY)
    pdf, book = tmp_path / "l.pdf", tmp_path / "l.xlsx"
    office.gaps.paper(pdf)
    number = office.gaps.paper(book, dt.date(2026, 12, 1))
    document = pypdfium2.PdfDocument(pdf)
    said = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    cells = [
        str(cell.value)
        for page in openpyxl.load_workbook(book)
        for row in page.iter_rows()
        for cell in row
    ]
    for text in (said, " ".join(cells)):
        assert "Kindern vorlesen" in text
        assert "4 von 4 Personen können nicht am Mittwochvormittag" in " ".join(text.split())
        assert "Geheimrat" not in text
        assert "Dietzel" not in text
    assert "01.12.2026" in " ".join(cells)
    (row,) = office.lists.postings.rows([number])
    assert row.title == "Lückenbericht 01.12.2026"


def test_a_wrong_ending_and_a_stop_leave_nothing_behind(office, tmp_path):
    with pytest.raises(DomainError, match="endet"):
        office.gaps.paper(tmp_path / "l.doc")

    class Stop:
        def step(self, done, total, text=""):
            raise Cancelled

    with pytest.raises(Cancelled):
        office.gaps.paper(tmp_path / "l.pdf", progress=Stop())
    assert list(tmp_path.glob("l.*")) == []
    assert office.lists.postings.total() == 0


def test_age_sex_and_working_status_change_only_what_gates_ask(office):
    offer(office, time_grid=WEDNESDAY)
    for at, extra in enumerate(({"occupation": "retired"}, {"salutation": "ms"}, {})):
        adult(office, last_name=f"P{at}", time_grid=MONDAY, **extra)
    found = office.gaps.report()
    assert {one.gate for one in found.person_gaps} == {Gate.TIME}
    assert len({json.dumps(one.why) for one in found.person_gaps}) == 1
