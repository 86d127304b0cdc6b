"""Letters to many: who gets one, households, and the file for Word."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.enums import LegalBasis, PersonStatus, Salutation
from ehrenamt_desktop.model.letters import (
    ARCHIVED,
    NO_ADDRESS,
    NO_CONSENT,
    NO_GUARDIAN,
    OPEN,
    Addressee,
    plan_letters,
)

DAY = dt.date(2026, 11, 23)
HOME = {"street": "Am Graben 3", "postcode": "36205", "city": "Sontra"}


def person(office, last_name="Dietzel", first_name="Marion", scope="letters", **values):
    number = office.people.save(
        {"last_name": last_name, "first_name": first_name, "salutation": "ms", "birth_year": 1960,
         **HOME, **values}
    )  # fmt: skip
    for one in ("storage", scope):
        if one:
            office.people.add_consent(number, {"scope": one, "given_on": "2026-11-01"})
    return number


def couple(office):
    first = person(office)
    return first, person(office, first_name="Horst", salutation="mr", street="am  Graben 3")


def test_each_gets_a_letter_of_its_own_unless_households_are_wanted(office):
    pair = couple(office)
    other = person(office, "Gliem", "Ida", street="Weg 1")
    ids = [*pair, other]
    proposals, joined = office.serial_letters.households(ids)
    assert [[one.id for one in group] for group in proposals] == [list(pair)]
    assert joined == {}
    office.households.join(pair, "Marion und Horst Dietzel")
    assert len(office.serial_letters.plan(ids).letters) == 3
    letters = office.serial_letters.plan(ids, per_household=True).letters
    assert [one.name for one in letters] == ["Marion und Horst Dietzel", "Ida Gliem"]
    assert letters[0].greeting == "Sehr geehrte Frau Dietzel, sehr geehrter Herr Dietzel"
    assert letters[0].numbers == pair
    assert office.serial_letters.plan([pair[0]], per_household=True).letters[0].name == (
        "Marion Dietzel"
    )


def test_who_moves_out_gets_an_own_letter(office):
    pair = couple(office)
    office.households.join(pair, "Marion und Horst Dietzel")
    office.people.save({"street": "Weg 9"}, pair[1])
    assert len(office.serial_letters.plan(pair, per_household=True).letters) == 2


def test_a_household_is_parted_and_both_are_undone(office):
    pair = couple(office)
    number = office.households.join(pair, "Dietzel")
    office.households.part(number)
    assert office.serial_letters.households(pair)[1] == {}
    assert office.history.undo().action == "Haushalt getrennt"
    assert [list(key) for key in office.serial_letters.households(pair)[1]] == [[number, "Dietzel"]]
    assert office.history.undo().action == "Haushalt verbunden"
    assert office.serial_letters.households(pair)[1] == {}


def test_who_cannot_be_joined(office):
    pair = couple(office)
    away = person(office, street="Weg 1")
    young = office.people.save(
        {"last_name": "Dietzel", "birth_year": 2010, "guardian_consent_on": "2026-11-01", **HOME}
    )
    for people, said in (
        ((pair[0],), "mindestens zwei"),
        ((pair[0], away), "nicht dieselbe Anschrift"),
        ((pair[0], young), "minderjährig"),
    ):
        with pytest.raises(DomainError, match=said):
            office.households.join(people, "Zusammen")
    office.households.join(pair, "Zusammen")
    with pytest.raises(DomainError, match="gehört schon"):
        office.households.join(pair, "Noch einmal")
    for name in ("  ", "x" * 50_000):
        with pytest.raises(InvalidDraft):
            office.households.join(pair, name)


def test_who_gets_none_and_why(office):
    reasons = {
        person(office): "",
        person(office, scope=""): NO_CONSENT,
        person(office, scope="", legal_basis="public_task"): "",
        person(office, street=""): NO_ADDRESS,
        office.people.save({"last_name": "Offen", "birth_year": 1960, **HOME}): OPEN,
        office.people.save(
            {"last_name": "Jung", "birth_year": 2010, "guardian_consent_on": "2026-11-01", **HOME}
        ): NO_GUARDIAN,
    }
    gone = person(office)
    office.people.archive(gone)
    reasons[gone] = ARCHIVED
    plan = office.serial_letters.plan(list(reasons))
    assert {number: reason for number, _, reason in plan.refused} == {
        number: reason for number, reason in reasons.items() if reason
    }
    assert len(plan.letters) == 2
    assert "1 × Die Einwilligung für Serienbriefe fehlt" in plan.reasons
    assert plan.reasons.count("×") == len({reason for _, _, reason in plan.refused})


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_the_list_for_word(office, tmp_path, suffix):
    pair = couple(office)
    office.households.join(pair, "=Marion und Horst Dietzel")
    path = tmp_path / f"briefe{suffix}"
    assert office.serial_letters.write_list(pair, path, per_household=True) == 1
    if suffix == ".csv":
        text = path.read_text(encoding="utf-8-sig")
        assert text.splitlines()[0] == "Anrede;Name;Straße;PLZ;Ort;Briefanrede;Nr."
        assert "Marion und Horst Dietzel" in text
        return
    sheet = load_workbook(path).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    (name,) = [cell for cell in cells if "Marion und" in str(cell.value)]
    assert name.data_type == "s"
    assert any(cell.value == "36205" for cell in cells)


def test_nobody_is_no_list(office, tmp_path):
    open_one = office.people.save({"last_name": "Offen", "birth_year": 1960, **HOME})
    with pytest.raises(DomainError, match="Keine dieser Personen"):
        office.serial_letters.write_list([open_one], tmp_path / "briefe.xlsx")
    assert not list(tmp_path.glob("briefe*"))


people_ = st.builds(
    Addressee,
    st.integers(1, 10_000),
    st.none() | st.sampled_from(list(Salutation)),
    st.just(""),
    st.sampled_from(["", "Ida"]),
    st.just("Gliem"),
    st.sampled_from(["", "Weg 1"]),
    st.just("36205"),
    st.just("Sontra"),
    st.tuples(st.none(), st.none() | st.integers(1950, 2020)),
    st.sampled_from(list(PersonStatus)),
    st.sampled_from(list(LegalBasis)),
    st.booleans(),
    st.booleans(),
    st.none() | st.just((1, "Haushalt Gliem")),
)


@given(st.lists(people_, unique_by=lambda one: one.id, max_size=8), st.booleans())
def test_everybody_is_in_one_letter_or_refused_and_minors_are_alone(people, per_household):
    plan = plan_letters(people, DAY, per_household=per_household)
    sent = [number for one in plan.letters for number in one.numbers]
    assert sorted([*sent, *(number for number, _, _ in plan.refused)]) == sorted(
        one.id for one in people
    )
    minors = {one.id for one in people if one.may_be_minor(DAY)}
    assert all(len(one.numbers) == 1 for one in plan.letters if minors & set(one.numbers))
    if not per_household:
        assert all(len(one.numbers) == 1 for one in plan.letters)


def test_letters_lie_in_the_order_of_their_postcodes(office):
    ids = [
        person(office, name, "Ida", postcode=postcode, city=city)
        for name, postcode, city in (
            ("Zeh", "37293", "Herleshausen"),
            ("Abel", "36214", "Nentershausen"),
            ("Beck", "36205", "Sontra"),
            ("Ast", "36205", "Sontra"),
        )
    ]
    letters = office.serial_letters.plan(ids).letters
    assert [one.name for one in letters] == ["Ida Ast", "Ida Beck", "Ida Abel", "Ida Zeh"]


def test_initiatives_get_theirs_in_care_of_a_contact(office):
    club = office.initiatives.save({"name": "Turnverein Ulfen", **HOME})
    office.initiatives.save_contact(
        club, {"last_name": "Gliem", "first_name": "Horst", "salutation": "mr"}
    )
    bare = office.initiatives.save({"name": "Chor Breitau"})
    plan = office.serial_letters.plan([bare, club], noun="initiatives")
    (letter,) = plan.letters
    assert letter.lines == ("Turnverein Ulfen", "Herrn Horst Gliem", "Am Graben 3", "36205 Sontra")
    assert letter.greeting == "Sehr geehrter Herr Gliem"
    assert [(number, reason) for number, _, reason in plan.refused] == [(bare, NO_ADDRESS)]
