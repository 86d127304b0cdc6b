"""Art. 18 GDPR: what is restricted is kept, found again, and used for nothing else."""

from __future__ import annotations

import datetime as dt

import pytest
from openpyxl import load_workbook
from tests.make_office import adult, offer, place_id

from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.enums import Kind, RestrictionGround
from ehrenamt_desktop.model.imports import Verdict
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.rules.restriction import LEFT_OUT, RESTRICTED

HOME = {
    "street": "Am Graben 3", "postcode": "36205", "city": "Sontra", "email": "ida@example.org",
    "legal_basis": "public_task",
}  # fmt: skip


@pytest.fixture
def ida(office):
    """Somebody restricted who else would be in everything."""
    number = adult(office, last_name="Gliem", first_name="Ida", **HOME,
                   place_id=place_id(office, "Ulfen"))  # fmt: skip
    for scope in ("letters", "email_info"):
        office.people.add_consent(number, {"scope": scope, "given_on": "2026-11-01"})
    office.restrictions.restrict(number, RestrictionGround.CONTESTED, "Adresse strittig")
    return number


def test_it_stands_in_its_own_part_of_the_list_and_is_found(office, ida):
    assert office.lists.people.ids(ListQuery()) == []
    assert office.lists.people.ids(ListQuery(filters={"restricted": ("yes",)})) == [ida]
    assert [hit.number for hit in office.finding.find("Gliem").hits] == [ida]
    values = office.lists.person(ida).values
    assert values["restricted_on"] == dt.date(2026, 11, 23)
    assert values["restriction"] == (
        "Ob die Angaben stimmen, wird geprüft (Buchst. a): Adresse strittig"
    )


def test_nobody_matches_proposes_or_passes_it_on(office, ida):
    number = offer(office)
    other = adult(office)
    assert [one.number for one in office.matching.people_for(number).matches] == [other]
    for deed in (
        lambda: office.matching.offers_for(ida),
        lambda: office.placements.propose(ida, [number]),
    ):
        with pytest.raises(DomainError, match="eingeschränkt"):
            deed()
    assert office.lists.person(ida).handover_refusal == RESTRICTED


def test_a_placement_under_way_waits(office, ida):
    office.restrictions.lift(ida, dt.date(2026, 11, 23))
    [placement] = office.placements.propose(ida, [offer(office)])
    office.restrictions.restrict(ida, RestrictionGround.OBJECTION)
    assert office.placements.handover_refusal(placement) == RESTRICTED
    assert office.lists.follow_ups(dt.date(2027, 3, 1)) == ()


def test_many_leave_it_out_and_say_why(office, ida):
    plan = office.serial_letters.plan([ida])
    assert [reason for _, _, reason in plan.refused] == [LEFT_OUT]
    mail = office.group_mail.plan([ida])
    assert [reason for _, _, reason in mail.refused] == [LEFT_OUT]
    mass = office.mass_edit.plan("people", [ida], "referral", "Zeitung")
    assert [row.refusal for row in mass.refused] == [LEFT_OUT]


def test_it_is_not_merged(office, ida):
    with pytest.raises(DomainError, match="eingeschränkt"):
        office.merging.merge(adult(office), ida)


def test_no_list_takes_it_along(office, ida, tmp_path):
    adult(office)
    path = tmp_path / "personen.xlsx"
    assert office.exports.whole("people", path) == 1
    said = {cell.value for page in load_workbook(path) for row in page for cell in row}
    assert "Gliem" not in said
    assert any("ohne 1 eingeschränkte" in str(one) for one in said)
    with pytest.raises(DomainError, match="nur aufbewahrt"):
        office.exports.view(
            "people", tmp_path / "x.xlsx", ListQuery(filters={"restricted": ("yes",)})
        )
    assert not (tmp_path / "x.xlsx").exists()


def test_a_list_from_outside_does_not_change_it(office, ida, tmp_path):
    path = tmp_path / "liste.csv"
    path.write_text("Nachname;Vorname;E-Mail;Telefon\nGliem;Ida;ida@example.org;05653 1\n", "utf-8")
    [row] = office.imports.plan("people", path).rows
    assert row.verdict is Verdict.REFUSED
    assert RESTRICTED in row.reason


def test_lifting_asks_when_the_person_was_told(office, ida):
    for day in (None, dt.date(2026, 11, 24)):
        with pytest.raises(InvalidDraft):
            office.restrictions.lift(ida, day)
    office.restrictions.lift(ida, dt.date(2026, 11, 20))
    assert office.lists.people.ids(ListQuery()) == [ida]
    with pytest.raises(DomainError, match="nicht eingeschränkt"):
        office.restrictions.lift(ida, dt.date(2026, 11, 20))
    assert office.history.undo().action == "Einschränkung der Verarbeitung aufgehoben"
    assert office.lists.people.ids(ListQuery()) == []


def test_a_new_ground_keeps_the_day_and_the_note_is_short(office, ida, frozen):
    with pytest.raises(InvalidDraft):
        office.restrictions.restrict(ida, RestrictionGround.CLAIMS, "x" * 201)
    office.restrictions.restrict(ida, RestrictionGround.CLAIMS)
    values = office.lists.person(ida).values
    assert values["restriction"] == RestrictionGround.CLAIMS.label
    assert values["restricted_on"] == dt.date(2026, 11, 23)
    office.trash.put(Kind.PERSON, [ida])
    with pytest.raises(DomainError, match="Papierkorb"):
        office.restrictions.restrict(ida, RestrictionGround.CLAIMS)
