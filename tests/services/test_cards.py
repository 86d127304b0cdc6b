"""The Ehrenamts-Card from the records: the county of the home, hours of all places, the letter."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.make_office import adult, offer, place_id
from tests.printed import read

from ehrenamt_desktop.errors import InvalidDraft
from ehrenamt_desktop.model.enums import PlacementState
from ehrenamt_desktop.model.rules.card import Declared, Standing

ELSEWHERE = Declared("Feuerwehr Ulfen", 3.0, dt.date(2015, 5, 1), paid=False)
TO = "\nSchlossplatz 1\n37269 Eschwege"


@pytest.fixture
def engaged(office):
    def make(place="Sontra", hours=4):
        person = adult(office, place_id=place_id(office, place))
        number = offer(office, title="Bürgerbus fahren", hours_per_week=hours, allowance_month=0,
                       place_id=place_id(office, place))  # fmt: skip
        (placement,) = office.placements.propose(person, [number])
        office.placements.move(placement, PlacementState.PASSED_ON)
        office.placements.move(placement, PlacementState.RUNNING, dt.date(2026, 11, 23))
        return person

    return make


def test_hours_of_all_places_and_the_county_of_the_home(office, engaged):
    person = engaged()
    check = office.cards.check(person, Declared())
    assert check.county == "Werra-Meißner-Kreis"
    hours = check.conditions[1]
    assert (hours.standing, hours.sentence) == (
        Standing.MISSED, "Zusammen 4 von 5 Stunden pro Woche.",
    )  # fmt: skip
    assert "Stand 22.11.2026" in hours.source
    met = office.cards.check(person, ELSEWHERE).conditions
    assert [one.standing for one in met] == [Standing.MET] * 4


def test_the_other_county_has_its_own_name(office, engaged):
    person = engaged("Nentershausen")
    check = office.cards.check(person, ELSEWHERE)
    assert check.county == "Kreis Hersfeld-Rotenburg"
    assert [one.standing for one in check.conditions] == [Standing.MET] * 4
    assert office.cards.letter(person, ELSEWHERE).to.startswith("Kreis Hersfeld-Rotenburg")


def test_the_letter_says_what_is_recorded_and_what_was_declared(office, engaged, tmp_path):
    person = engaged()
    letter = office.cards.letter(person, ELSEWHERE)
    assert letter.subject == "Ehrenamts-Card für Marion Dietzel"
    assert "Bürgerbus fahren (Förderverein Stadtbücherei), seit 23.11.2026" in letter.body
    assert "geschätzt" in letter.body
    assert "Feuerwehr Ulfen, seit 01.05.2015, 3 Stunden pro Woche (nach eigener" in letter.body
    with pytest.raises(InvalidDraft, match="Straße, PLZ und Ort"):
        office.cards.write(tmp_path / "x.pdf", person, letter)
    path = tmp_path / "x.pdf"
    number = office.cards.write(path, person, letter._replace(to=letter.to + TO))
    page = read(path).squeezed(0)
    for words in ("Werra-Meißner-Kreis", "37269Eschwege", "AntragaufdieEhrenamts-Card"):
        assert words in page
    assert "{" not in page
    (row,) = office.lists.postings.rows([number])
    assert "Dietzel" not in row.title
    assert office.cards.letter(person, Declared()).to == letter.to + TO
    with office.store.read() as connection:
        course = connection.execute("SELECT subject, person_id, posting_id FROM interaction")
        assert ("Begleitschreiben Ehrenamts-Card", person, number) in course.fetchall()


def test_an_empty_letter_is_refused_and_still_shown(office, engaged, tmp_path):
    person = engaged()
    letter = office.cards.letter(person, Declared())._replace(body=" ", to="a\nb\n12345 c")
    assert office.cards.sample(person, letter).startswith(b"%PDF")
    with pytest.raises(InvalidDraft) as refused:
        office.cards.write(tmp_path / "x.pdf", person, letter)
    assert [one.key for one in refused.value.fields] == ["body"]
    assert not list(tmp_path.glob("*.pdf"))
