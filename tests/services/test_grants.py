"""Programmes and applications: kept, reminded of, counted; undone as one step."""

from __future__ import annotations

import datetime as dt

import pytest

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import ConflictError, DomainError, InvalidDraft
from ehrenamt_desktop.model.enums import FollowUpKind, FollowUpResult, GrantFit, GrantState

TODAY = dt.date(2026, 11, 23)


@pytest.fixture(autouse=True)
def today():
    with clock.frozen(TODAY):
        yield


@pytest.fixture
def village(office):
    return next(one for one in office.lists.places() if one.name == "Ulfen")


@pytest.fixture
def club(office, village):
    return office.initiatives.save(
        {"name": "Heimatverein", "type": "association", "place_id": village.id, "status": "active"}
    )


@pytest.fixture
def programme(office):
    return office.grants.save({"name": "Dorfgeld", "for_nonprofits": True, "rolling": True})


def open_reminders(office):
    found = office.lists.follow_ups(TODAY, days=2000)
    return [(one.kind, one.due_on, one.title) for one in found]


def test_an_office_starts_with_the_known_programmes(office):
    rows = {row.name: row for row in office.grants.programmes()}
    assert rows["STARKES DORF+"].sums == "1.000 € bis 7.500 €, 10 % Eigenanteil"
    assert rows["Ehrenamt digitalisiert!"].doubt == "Frist abgelaufen"
    assert rows["LEADER"].doubt == "noch nie geprüft"
    assert rows["Mikroförderung"].doubt == "Angaben nicht belegt"
    assert len(rows) == 11


def test_a_deadline_is_reminded_of_backwards_and_moves_with_it(office, programme):
    values = office.grants.programme(programme)
    office.grants.save({**values, "closes_on": dt.date(2027, 3, 1)}, programme)
    due = (FollowUpKind.GRANT_DEADLINE, dt.date(2027, 1, 18), "Förderfrist: Dorfgeld")
    assert open_reminders(office) == [due]
    office.grants.save({**values, "closes_on": dt.date(2027, 3, 2), "lead_days": 1}, programme)
    assert [one[1] for one in open_reminders(office)] == [dt.date(2027, 3, 1)]
    (row,) = office.lists.follow_ups(TODAY, days=2000)
    assert row.programme_id == programme
    office.grants.remove(programme)
    assert open_reminders(office) == []
    assert "Dorfgeld" not in [one.name for one in office.grants.programmes()]


def test_who_may_apply_is_said_with_the_reason(office, programme, club):
    other = office.initiatives.save({"name": "Ortsbeirat", "type": "municipality"})
    found = {one.id: one for one in office.grants.candidates(programme)}
    assert found[club].fit is GrantFit.FITS
    assert found[other].fit is GrantFit.NOT
    assert found[other].reason == "Kommune oder Ortsbeirat: nicht antragsberechtigt"


def test_a_proof_of_use_is_reminded_of_until_it_is_handed_in(office, programme, club):
    number = office.grants.save_application(
        {
            "programme_id": programme, "initiative_id": club, "title": "Backhaus",
            "state": "granted", "applied_on": "2026-05-02", "applied": "7.500",
            "decided_on": "2026-09-01", "granted": "5.000,50", "evidence_due": "2027-06-30",
        }
    )  # fmt: skip
    (row,) = office.grants.applications(initiative=club)
    assert (row.applied_cents, row.granted_cents) == (750_000, 500_050)
    due = (FollowUpKind.GRANT_EVIDENCE, dt.date(2027, 6, 9), "Verwendungsnachweis: Backhaus")
    assert open_reminders(office) == [due]
    (reminder,) = office.lists.follow_ups(TODAY, days=2000)
    office.follow_ups.finish(reminder.id, FollowUpResult.DONE)
    (row,) = office.grants.applications(programme=programme)
    assert (row.state, row.evidence_on) == (GrantState.SETTLED, TODAY)
    office.history.undo()
    assert open_reminders(office) == [due]
    office.grants.remove_application(number)
    assert open_reminders(office) == []
    office.history.undo()
    assert open_reminders(office) == [due]


def test_a_programme_with_running_applications_stays(office, programme):
    office.grants.save_application({"programme_id": programme, "title": "Eigenes Vorhaben"})
    with pytest.raises(DomainError, match="die noch laufen"):
        office.grants.remove(programme)
    (row,) = office.grants.applications()
    assert row.who == "Ehrenamtsagentur"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "X", "most": "zwölf"}, "most"),
        ({"name": "X", "least": "-5"}, "least"),
        ({"name": "X", "least": "900", "most": "100"}, "most"),
        ({"name": "X", "opens_on": "2026-02-01", "closes_on": "2026-01-01"}, "closes_on"),
        ({"name": "X", "portal": "file:///etc/passwd"}, "portal"),
        ({"name": "X", "portal": "javascript:alert(1)"}, "portal"),
        ({"name": "X", "own_share": 101}, "own_share"),
    ],
)
def test_a_wrong_field_of_a_programme_is_named_and_nothing_kept(office, values, field):
    before = office.grants.programmes()
    with pytest.raises(InvalidDraft) as caught:
        office.grants.save(values)
    assert field in [one.key for one in caught.value.fields]
    assert office.grants.programmes() == before


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": ""}, "title"),
        ({"state": "applied"}, "applied_on"),
        ({"state": "granted", "applied_on": "2026-01-01"}, "decided_on"),
        ({"state": "granted", "applied_on": "2026-01-01", "decided_on": "2026-02-01"}, "granted"),
        ({"state": "refused", "applied_on": "2026-03-01", "decided_on": "2026-02-01"},
         "decided_on"),
        ({"granted": "1,2,3"}, "granted"),
    ],
)  # fmt: skip
def test_a_wrong_field_of_an_application_is_named(office, programme, values, field):
    with pytest.raises(InvalidDraft) as caught:
        office.grants.save_application({"programme_id": programme, "title": "X", **values})
    assert field in [one.key for one in caught.value.fields]
    assert office.grants.applications() == ()


def test_a_stale_form_does_not_win(office, programme):
    values = office.grants.programme(programme)
    office.grants.save({**values, "note": "Anruf"}, programme, values["version"])
    with pytest.raises(ConflictError):
        office.grants.save({**values, "note": "Brief"}, programme, values["version"])


def test_looking_it_up_settles_the_doubt(office):
    (leader,) = [row for row in office.grants.programmes() if row.name == "LEADER"]
    office.grants.checked(leader.id)
    (leader,) = [row for row in office.grants.programmes() if row.name == "LEADER"]
    assert (leader.doubt, leader.checked_on) == ("", TODAY)
