"""What a talk brings up: a free Wednesday, who reads to whom, and every question to its field."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest
from tests.make_office import adult, offer, place_id, term_id

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.matching.unknowns import of_offer, of_person
from ehrenamt_desktop.matching.vocabulary import Vocabulary
from ehrenamt_desktop.model.enums import EndReason, PlacementState, TermKind
from ehrenamt_desktop.model.matches import Criterion, Gate, Question, ReasonKind, Side
from ehrenamt_desktop.model.records.offer import OfferDraft
from ehrenamt_desktop.model.records.person import PersonDraft
from ehrenamt_desktop.model.rules.time_text import grid_of
from ehrenamt_desktop.store.reads import catalogue, facts
from ehrenamt_desktop.ui.matching.questions_view import save_answer

TODAY = dt.date(2026, 11, 23)
FILLED = "Mo, Di, Do und Fr vormittags und nachmittags"


def test_an_offer_on_wednesdays_only_is_a_near_miss_and_no_question(office):
    person = adult(office, time_grid=grid_of(FILLED))
    wednesday = offer(office, title="Mittwochscafé", time_grid=grid_of("Mi nachmittags"))
    offer(office, title="Montagscafé", time_grid=grid_of("Mo nachmittags"))
    found = office.matching.offers_for(person)
    assert [one.title for one in found.matches] == ["Montagscafé"]
    (near,) = found.near
    assert (near.number, near.gate, near.sentence) == (
        wednesday, Gate.TIME, "an einem Mittwochnachmittag",
    )  # fmt: skip
    assert near.reason[0].text == "an einem Mittwochnachmittag"
    assert found.openings == (("an einem Mittwochnachmittag", 1),)
    asked = [(one.subject, one.field) for one in found.questions]
    assert (Side.PERSON, "time_grid") not in asked


def test_without_any_times_it_is_a_question_and_no_near_miss(office):
    person = adult(office)
    offer(office, title="Mittwochscafé", time_grid=grid_of("Mi nachmittags"), hours_per_week=2)
    offer(office, title="Montagscafé", time_grid=grid_of("Mo nachmittags"), hours_per_week=2)
    found = office.matching.offers_for(person)
    assert (found.total, found.near) == (2, ())
    assert "time_grid" in [one.field for one in found.questions]


@pytest.mark.parametrize(
    ("wish", "served", "other"),
    [("VORLESEN", "Kindern vorlesen", "Kindern beim Lesen zuhören"),
     ("LESEN_UEBEN", "Kindern beim Lesen zuhören", "Kindern vorlesen")],
)  # fmt: skip
def test_who_reads_to_whom_is_told_apart(office, wish, served, other):
    for title, code in (
        ("Kindern vorlesen", "VORLESEN"), ("Kindern beim Lesen zuhören", "LESEN_UEBEN"),
    ):  # fmt: skip
        term = term_id(office, TermKind.ACTIVITY, code)
        offer(office, title=title, terms=[{"term_id": term, "role": "about"}])
    chosen = term_id(office, TermKind.ACTIVITY, wish)
    person = adult(office, terms=[{"term_id": chosen, "relation": "wish"}])
    rows = {one.title: one for one in office.matching.offers_for(person).matches}
    value = {
        title: next(c.value for c in row.criteria if c.name is Criterion.ACTIVITY)
        for title, row in rows.items()
    }
    assert value == {served: 1.0, other: 0.0}
    against = [part.text for part in rows[other].reason if part.kind is ReasonKind.HINDERS]
    assert against == ["andere Tätigkeit als gewünscht"]
    assert ReasonKind.FITS not in [part.kind for part in rows[other].reason]


@pytest.fixture
def blank(office):
    """Somebody and an offer of whom nothing is known, and others that speak of everything."""
    kinds = (TermKind.AREA, TermKind.ACTIVITY, TermKind.TARGET_GROUP, TermKind.MOTIVE)
    first = {kind: office.lists.terms(kind)[0].id for kind in TermKind}
    about = [{"term_id": first[kind], "role": "about"} for kind in kinds]
    asked = (TermKind.SKILL, TermKind.MOBILITY, TermKind.LANGUAGE, TermKind.PROOF)
    needs = [{"term_id": first[kind], "role": "required"} for kind in asked]
    here = place_id(office, "Ulfen")
    offer(office, title="Reich", place_id=here, min_age=18, time_grid=grid_of("Mo"),
          hours_per_week=3, rhythm="weekly", terms=[*about, *needs])  # fmt: skip
    wishes = [{"term_id": first[kind], "relation": "wish"} for kind in kinds]
    adult(office, first_name="Ida", last_name="Voll", place_id=here, terms=wishes)
    person = office.people.save({"last_name": "Leer", "first_name": "Ole"})
    placed = office.people.save({"last_name": "Wohnt", "first_name": "Ute", "place_id": here})
    bare = offer(office, title="Leer")
    timed = offer(office, title="Ohne Stunden", time_grid=grid_of("Di"))
    return SimpleNamespace(people=(person, placed), offers=(bare, timed))


def asked(office, side, number):
    """All that the engine can ask of a record now."""
    with office.store.read() as connection:
        words = Vocabulary(catalogue.terms(connection, None))
        if side is Side.PERSON:
            (one,) = facts.people(connection, number)
            return list(of_person(one, facts.offers(connection), words, TODAY))
        (one,) = facts.offers(connection, number)
        return list(of_offer(one, facts.people(connection), words))


def now(office, side, number):
    with office.store.read() as connection:
        read = facts.people if side is Side.PERSON else facts.offers
        return read(connection, number)[0]


def every(office, blank):
    for side, numbers in ((Side.PERSON, blank.people), (Side.OFFER, blank.offers)):
        for number in numbers:
            for unknown in asked(office, side, number):
                yield side, number, unknown


def test_every_question_has_a_field_and_every_answer_is_kept(office, blank):
    fields = {Side.PERSON: PersonDraft.model_fields, Side.OFFER: OfferDraft.model_fields}
    seen, saved = set(), 0
    for side, number, unknown in every(office, blank):
        seen.add((side, unknown.key.split(":")[0]))
        assert unknown.field == "credential" or unknown.field in fields[side], unknown.key
        for reply in unknown.replies:
            if not reply.label:
                assert not reply.values
                continue
            question = Question("", side, number, unknown.field, unknown.sentence, ())
            save_answer(office, question, dict(reply.values))
            assert now(office, side, number) == reply.facts, (unknown.key, reply.label)
            assert unknown.key not in [one.key for one in asked(office, side, number)]
            saved += 1
            office.history.undo()
    assert saved > 40
    assert seen == {
        *((Side.PERSON, key) for key in (
            "time_grid", "rhythm", "max_km", "available_from", "place_id", "birth_year", "terms",
            "credential",
        )),
        *((Side.OFFER, key) for key in (
            "time_grid", "hours_per_week", "rhythm", "place_id", "terms",
        )),
    }  # fmt: skip


def test_at_most_three_are_asked_and_all_of_them_can_be_answered(office, blank):
    lists = [office.matching.offers_for(number) for number in blank.people]
    lists += [office.matching.people_for(number) for number in blank.offers]
    for found in lists:
        assert len(found.questions) <= 3
        for question in found.questions:
            assert question.options or question.field in ("place_id", "birth_year")


def test_somebody_with_unanswered_proposals_rests_and_an_answer_ends_it(office):
    person = adult(office, salutation="ms")
    numbers = [offer(office, title=f"Angebot {at}") for at in range(5)]
    proposed = office.placements.propose(person, numbers[:3], TODAY - dt.timedelta(3))
    found = office.matching.offers_for(person)
    assert found.away == (
        "Frau Dietzel hat noch 3 Vorschläge ohne Antwort und bekommt bis zum 04.12.2026 keine "
        "neuen."
    )
    assert (found.total, found.near_total) == (0, 5)
    assert {one.sentence for one in found.near} == {"ab dem 05.12.2026"}
    (near,) = office.matching.people_for(numbers[4]).near
    assert (near.number, near.gate) == (person, Gate.PERSON)
    with pytest.raises(DomainError, match=r"ab dem 05\.12\.2026"):
        office.placements.propose(person, [numbers[3]])
    office.placements.propose(person, [numbers[3]], override_reason="sie hat danach gefragt")
    office.placements.move(proposed[0], PlacementState.ENDED, reason=EndReason.DECLINED)
    assert office.matching.offers_for(person).away == ""


def test_the_proposals_of_a_talk_do_not_end_the_talk(office):
    person = adult(office)
    numbers = [offer(office, title=f"Angebot {at}") for at in range(5)]
    office.placements.propose(person, numbers[:4])
    assert office.matching.offers_for(person).away == ""
    office.placements.propose(person, [numbers[4]])
