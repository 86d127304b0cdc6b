"""The figures of the day equal the lists they lead to, whatever was proposed or thrown away."""

from __future__ import annotations

import datetime as dt

from tests.make_office import adult, offer, place_id, term_id

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import (
    EndReason,
    Freshness,
    Kind,
    OfferStage,
    PlacementState,
    TermKind,
)
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.lists import CONSENTS_ENDING, POSTINGS_DUE, PROOFS_ENDING

DAY = dt.date(2026, 11, 23)
SHOWN = (OfferStage.OPEN.value, OfferStage.UPCOMING.value, OfferStage.FULL.value)
STALE_DAYS = 200


def test_the_figures_equal_lists_and_hand_counts(office):
    fates = ("alone", "proposed", "ended", "trashed", "proposed")
    stale, due = (True, False, True), (-40, -1, 0, 14, 15)
    with clock.frozen(DAY):
        people = [adult(office) for _ in fates]
        for old in stale:
            offer(office, confirmed_on=DAY - dt.timedelta(days=STALE_DAYS if old else 1))
        for person, fate in zip(people, fates, strict=True):
            _befall(office, person, fate)
        for days in due:
            day = DAY + dt.timedelta(days=days)
            office.follow_ups.add({"kind": "other", "due_on": day, "title": "Anrufen"})
        _agree(office, fates, stale, due)


def _befall(office, person, fate):
    if fate == "trashed":
        office.trash.put(Kind.PERSON, [person])
    elif fate != "alone":
        (number,) = office.placements.propose(person, [offer(office, confirmed_on=DAY)])
        if fate == "ended":
            office.placements.move(number, PlacementState.ENDED, reason=EndReason.DECLINED)


def _agree(office, fates, stale, due):
    day, lists = office.lists.overview(DAY), office.lists
    stage, state = {"stage": ("seeking",)}, PlacementState
    old = {"freshness": (Freshness.STALE.value,), "stage": SHOWN}
    assert day.people_without_proposal == len(lists.people.ids(ListQuery(filters=stage)))
    assert day.offers_to_confirm == len(lists.offers.ids(ListQuery(filters=old))) == sum(stale)
    for figure, wanted in (
        (day.open_proposals, state.PROPOSED), (day.running_placements, state.RUNNING),
    ):  # fmt: skip
        filters = {"state": (wanted.value,)}
        assert figure == len(lists.placements.ids(ListQuery(filters=filters)))
    assert day.open_proposals == fates.count("proposed")
    own = [(one.due_on - DAY).days for one in day.follow_ups if one.title == "Anrufen"]
    assert own == sorted(days for days in due if days <= 14)


def test_proofs_that_end_and_sheets_that_hang_too_long_agree_with_their_lists(office, tmp_path):
    helper = term_id(office, TermKind.PROOF, "FIRST_AID")
    for days, seen in ((-10, True), (20, True), (400, True)):
        person = adult(office, last_name=f"Nachweis{days}")
        proof = {"term_id": helper, "valid_until": DAY + dt.timedelta(days=days)}
        office.people.save_credential(person, proof | ({"verified_on": DAY} if seen else {}))
    for born in ("2008-12-24", "2009-12-24", "2007-01-01"):
        young = office.people.save({"last_name": "Jung", "birth_date": born, "phone": "1"})
        for scope in ("storage", "handover", "activity"):
            given = {"scope": scope, "given_on": "2025-01-01", "by_guardian": True,
                     "guardian_name": "Eltern"}  # fmt: skip
            office.people.add_consent(young, given)
    office.people.add_consent(young, {"scope": "handover", "given_on": "2026-01-02"})
    offer(office, place_id=place_id(office, "Ulfen"))
    office.papers.offer_list(tmp_path / "a.pdf", place_id(office, "Ulfen"))
    later = DAY + dt.timedelta(days=365)
    for day in (DAY, later):
        with clock.frozen(day):
            found = office.lists.overview(day)
            assert found.proofs_ending == len(
                office.lists.people.ids(ListQuery(filters=PROOFS_ENDING))
            )
            assert found.postings_due == len(
                office.lists.postings.ids(ListQuery(filters=POSTINGS_DUE))
            )
    assert office.lists.overview(DAY).proofs_ending >= 2
    assert office.lists.overview(DAY).postings_due == 0
    assert office.lists.overview(DAY).consents_ending == 1
    assert len(office.lists.people.ids(ListQuery(filters=CONSENTS_ENDING))) == 1
    with clock.frozen(later):
        assert office.lists.overview(later).postings_due == 1
