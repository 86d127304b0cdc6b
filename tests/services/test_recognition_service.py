"""Whom to thank, from the records: the card for everybody, round years, Juleica, the list."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.make_office import adult, offer, place_id, term_id

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.enums import PlacementState, RestrictionGround, TermKind
from ehrenamt_desktop.model.exports import ExportReason
from ehrenamt_desktop.model.rules.card import Declared
from ehrenamt_desktop.model.rules.recognition import Honour


@pytest.fixture
def engaged(office):
    def make(started, name="Dietzel", **values):
        fields = {"title": "Bürgerbus fahren", "hours_per_week": 6, "allowance_month": 0}
        person = adult(office, last_name=name, place_id=place_id(office, "Sontra"))
        number = offer(office, **fields | {"place_id": place_id(office, "Sontra")} | values)
        for scope in ("storage", "handover"):
            office.people.add_consent(person, {"scope": scope, "given_on": started})
        (placement,) = office.placements.propose(person, [number], started)
        office.placements.move(placement, PlacementState.PASSED_ON, started)
        office.placements.move(placement, PlacementState.RUNNING, started)
        return person

    return make


def test_the_card_now_soon_and_to_be_asked(office, engaged):
    today = clock.today()
    now = engaged(today - dt.timedelta(days=3 * 366))
    soon = engaged(today - dt.timedelta(days=3 * 365 - 60))
    ask = engaged(today - dt.timedelta(days=3 * 366), allowance_month=None)
    paid = engaged(today - dt.timedelta(days=3 * 366), allowance_month=80)
    gone = engaged(today - dt.timedelta(days=3 * 366))
    office.restrictions.restrict(gone, RestrictionGround.OBJECTION)
    rows = office.recognition.listed((Honour.CARD, Honour.CARD_SOON, Honour.CARD_OPEN))
    assert [(one.person_id, one.honour) for one in rows] == [
        (now, Honour.CARD), (soon, Honour.CARD_SOON), (ask, Honour.CARD_OPEN),
    ]  # fmt: skip
    assert rows[2].more == "Ohne Aufwandsentschädigung"
    assert paid not in {one.person_id for one in rows}
    for one in rows[:1]:
        checked = office.cards.check(one.person_id, Declared())
        assert {each.standing.value for each in checked.conditions} == {"met"}


def test_round_years_and_juleica(office, engaged):
    today = clock.today()
    five = engaged(today.replace(year=today.year - 5) + dt.timedelta(days=10))
    leader = adult(office, last_name="Rehm")
    juleica = term_id(office, TermKind.PROOF, "JULEICA")
    until = today + dt.timedelta(days=90)
    office.people.save_credential(leader, {"term_id": juleica, "valid_until": until})
    rows = office.recognition.listed((Honour.ROUND, Honour.JULEICA))
    assert [(one.person_id, one.honour, one.on) for one in rows] == [
        (five, Honour.ROUND, today + dt.timedelta(days=10)), (leader, Honour.JULEICA, until),
    ]  # fmt: skip
    assert rows[0].what.startswith("5 Jahre Bürgerbus fahren")
    office.people.save_credential(
        leader, {"term_id": juleica, "valid_until": today + dt.timedelta(days=1000)}
    )
    assert not office.recognition.listed((Honour.JULEICA,))


def test_the_list_for_the_reception_is_remembered_and_due_to_be_deleted(office, engaged, tmp_path):
    engaged(clock.today() - dt.timedelta(days=3 * 366))
    rows = office.recognition.listed()
    path, day = tmp_path / "empfang.csv", clock.today() + dt.timedelta(days=30)
    number = office.recognition.write(path, rows, ExportReason("Empfang", day))
    assert "Ehrenamts-Card möglich" in path.read_text(encoding="utf-8-sig")
    (row,) = office.lists.postings.rows([number])
    assert row.title == "Liste Anerkennung"
    assert any(one.title == "Liste Anerkennung löschen" for one in office.lists.follow_ups(days=60))
    with pytest.raises(DomainError, match="mindestens eine"):
        office.recognition.write(path, (), ExportReason("Empfang", day))
    with pytest.raises(InvalidDraft):
        office.recognition.write(path, rows, ExportReason("", day))
