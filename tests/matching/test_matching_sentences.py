"""What matching says: reason lines, gates, near misses and questions in German."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from ehrenamt_desktop.matching.lists import Setting, offers_for, people_for
from ehrenamt_desktop.matching.questions import TOP, shift
from ehrenamt_desktop.model.enums import (
    Level,
    OfferStatus,
    PersonStatus,
    PlacementState,
    Rhythm,
    TermRelation,
    TermRole,
)
from ehrenamt_desktop.model.facts import (
    OfferFacts,
    OfferTermFact,
    PairFact,
    PersonFacts,
    PersonTermFact,
    ProofFact,
)
from ehrenamt_desktop.model.matches import Answer, Criterion, FitWord, Gate, ReasonKind, Side
from ehrenamt_desktop.model.rules.time_text import grid_of

AS_OF = dt.date(2026, 11, 22)
WISH, HAS, NO = TermRelation.WISH, TermRelation.HAS, TermRelation.NO
ABOUT, REQUIRED, WISHED = TermRole.ABOUT, TermRole.REQUIRED, TermRole.WISHED


@pytest.fixture
def setting(words):
    return Setting(words, AS_OF)


@pytest.fixture
def marion(places):
    return PersonFacts(
        number=7,
        name="Marion Dietzel",
        polite="Frau Dietzel",
        birth_year=1962,
        place=places["Wichmannshausen"],
        max_km=15,
        time_grid=grid_of("Mo vormittags, Di und Do nachmittags"),
        hours_per_week=6,
        engaged_before=True,
        terms=(
            PersonTermFact(12, WISH),
            PersonTermFact(12, HAS),
            PersonTermFact(4, WISH),
            PersonTermFact(20, WISH),
            PersonTermFact(50, WISH),
            PersonTermFact(32, HAS),
            PersonTermFact(40, HAS, Level.NATIVE),
        ),
    )


@pytest.fixture
def reading(places):
    return OfferFacts(
        number=1,
        title="Vorlesenachmittag in der Bücherei",
        initiative="Förderverein Stadtbücherei Sontra",
        place=places["Sontra"],
        time_grid=grid_of("Di und Do nachmittags"),
        hours_per_week=2,
        rhythm=Rhythm.WEEKLY,
        trial_possible=True,
        places_total=3,
        occupied=1,
        starts_on=dt.date(2026, 12, 1),
        terms=(
            OfferTermFact(4, ABOUT),
            OfferTermFact(12, ABOUT),
            OfferTermFact(20, ABOUT),
            OfferTermFact(50, ABOUT),
            OfferTermFact(40, WISHED, Level.GOOD),
        ),
    )


def only(found):
    assert len(found.matches) == 1, found
    return found.matches[0]


def gate(match, name):
    return next(one for one in match.gates if one.name is name)


def said(match, side, name):
    return next(one for one in match.criteria if (one.side, one.name) == (side, name)).sentence


def test_the_row_says_why_as_in_the_picture(marion, reading, setting):
    match = only(offers_for(marion, [reading], setting))
    assert match.title == "Vorlesenachmittag in der Bücherei"
    assert match.subtitle == "Förderverein Stadtbücherei Sontra · 5,1 km"
    assert match.word is FitWord.VERY_GOOD
    assert [(part.kind, part.text) for part in match.reason] == [
        (ReasonKind.FITS, "Vorlesen gewünscht und gekonnt"),
        (ReasonKind.FITS, "Zeit passt: Di + Do"),
        (ReasonKind.ASK, "Wie oft? Noch nachfragen"),
    ]


def test_the_detail_speaks_of_both_sides(marion, reading, setting):
    match = only(offers_for(marion, [reading], setting))
    assert said(match, Side.PERSON, Criterion.FIELD) == "Kultur und Musik"
    assert said(match, Side.PERSON, Criterion.TIME) == "Zeit passt"
    assert said(match, Side.PERSON, Criterion.DISTANCE) == "5,1 km von höchstens 15"
    assert said(match, Side.PERSON, Criterion.RHYTHM) == "noch nachfragen"
    assert said(match, Side.PERSON, Criterion.MOTIVE) == "Wissen weitergeben"
    assert said(match, Side.OFFER, Criterion.SKILLS) == "keine"
    assert said(match, Side.OFFER, Criterion.LANGUAGE) == "Deutsch: Muttersprache"
    assert said(match, Side.OFFER, Criterion.START) == "noch nachfragen"
    ready = replace(marion, available_from=AS_OF)
    match = only(offers_for(ready, [reading], setting))
    assert said(match, Side.OFFER, Criterion.START) == "ab 01.12.2026"


def test_the_same_village_is_named_as_such(marion, reading, places, setting):
    near = replace(reading, place=places["Wichmannshausen"])
    match = only(offers_for(marion, [near], setting))
    assert match.subtitle.endswith("· im Ort")
    assert match.reason[0].text == "Vorlesen gewünscht und gekonnt, im eigenen Ort"


def test_a_person_row_shows_the_place(marion, reading, setting):
    match = only(people_for(reading, [marion], setting))
    assert (match.title, match.subtitle) == ("Marion Dietzel", "Wichmannshausen (Sontra) · 5,1 km")


def test_an_earlier_proposal_is_named(marion, reading, words):
    before = {1: PairFact(PlacementState.PROPOSED, dt.date(2026, 11, 2))}
    match = only(offers_for(marion, [reading], Setting(words, AS_OF, before=before)))
    assert "schon vorgeschlagen am 02.11.2026" in match.reason_text


@pytest.mark.parametrize(
    ("change", "name", "sentence", "opening"),
    [
        (
            {"status": OfferStatus.DRAFT},
            Gate.OPEN,
            "Das Angebot ist noch ein Entwurf.",
            "sobald das Angebot veröffentlicht ist",
        ),
        (
            {"valid_until": dt.date(2026, 10, 31)},
            Gate.OPEN,
            "Das Angebot ist am 31.10.2026 abgelaufen.",
            "wenn die Initiative das Angebot verlängert",
        ),
        (
            {"occupied": 3},
            Gate.FREE_PLACE,
            "Alle Plätze sind besetzt.",
            "sobald ein Platz frei wird",
        ),
        (
            {"min_age": 67},
            Gate.AGE,
            "Das Angebot gilt nur für Personen ab 67 Jahren.",
            "ab 67 Jahren",
        ),
        (
            {"max_age": 27},
            Gate.AGE,
            "Das Angebot gilt nur für Personen bis 27 Jahre.",
            "wenn die Altersgrenze (bis 27 Jahre) nicht streng gilt",
        ),
        (
            {"time_grid": grid_of("Mi nachmittags")},
            Gate.TIME,
            "Gebraucht wird Hilfe zu anderen Zeiten: Mi nachmittags.",
            "an einem Mittwochnachmittag",
        ),
        (
            {"time_grid": grid_of("Mi vormittags, Mi nachmittags")},
            Gate.TIME,
            "Gebraucht wird Hilfe zu anderen Zeiten: Mi vormittags und nachmittags.",
            "an einem Mittwoch",
        ),
        (
            {"time_grid": grid_of("Mi und Fr abends")},
            Gate.TIME,
            "Gebraucht wird Hilfe zu anderen Zeiten: Mi und Fr abends.",
            "zu diesen Zeiten: Mi und Fr abends",
        ),
        (
            {"max_km": 5.0},
            Gate.DISTANCE,
            "5,1 km Luftlinie, höchstens 5 km sind gewünscht.",
            "wenn 5,1 km nicht zu weit sind",
        ),
    ],
)
def test_a_near_miss_says_what_would_open_it(
    marion, reading, words, setting, change, name, sentence, opening
):
    from ehrenamt_desktop.matching import gate_sentences
    from ehrenamt_desktop.matching.pairs import Pair

    closed = replace(reading, **change)
    found = offers_for(marion, [closed], setting)
    assert found.matches == ()
    assert [(one.gate, one.sentence) for one in found.near] == [(name, opening)]
    pair = Pair(marion, closed, words, AS_OF, 5.09)
    assert gate_sentences.sentence(name, Answer.BLOCK, pair) == sentence


@pytest.mark.parametrize(
    ("proofs", "answer", "sentence"),
    [
        ((), Answer.UNKNOWN, "Nachweis „Erste Hilfe“: nicht bekannt, ob vorhanden."),
        (
            (ProofFact(70),),
            Answer.UNKNOWN,
            "Nachweis „Erste Hilfe“: vorhanden, aber noch nicht eingesehen.",
        ),
        (
            (ProofFact(70, verified_on=dt.date(2026, 1, 1)),),
            Answer.OK,
            "Nachweis „Erste Hilfe“ liegt vor.",
        ),
        (
            (ProofFact(70, held=False), ProofFact(70, verified_on=dt.date(2026, 1, 1))),
            Answer.OK,
            "Nachweis „Erste Hilfe“ liegt vor.",
        ),
    ],
)
def test_only_seen_and_unexpired_proofs_open_the_gate(
    marion, reading, setting, proofs, answer, sentence
):
    offer = replace(reading, terms=(*reading.terms, OfferTermFact(70, REQUIRED)))
    match = only(offers_for(replace(marion, proofs=proofs), [offer], setting))
    found = gate(match, Gate.PROOF)
    assert (found.answer, found.sentence) == (answer, sentence)


@pytest.mark.parametrize(
    "proof",
    [
        ProofFact(70, held=False),
        ProofFact(70, valid_until=dt.date(2026, 11, 21), verified_on=dt.date(2024, 1, 1)),
    ],
)
def test_a_missing_or_expired_proof_is_a_near_miss(marion, reading, setting, proof):
    offer = replace(reading, terms=(*reading.terms, OfferTermFact(70, REQUIRED)))
    found = offers_for(replace(marion, proofs=(proof,)), [offer], setting)
    assert [one.sentence for one in found.near] == ["mit Nachweis „Erste Hilfe“"]


def test_who_pauses_or_rests_is_not_proposed(marion, reading, setting):
    paused = replace(marion, status=PersonStatus.PAUSED)
    resting = replace(marion, rests_until=dt.date(2026, 11, 30))
    sentences = [people_for(reading, [one], setting).near[0].sentence for one in (paused, resting)]
    assert sentences == ["sobald Frau Dietzel wieder Zeit hat", "ab dem 01.12.2026"]
    assert (
        people_for(reading, [replace(marion, rests_until=dt.date(2026, 11, 21))], setting).total
        == 1
    )


def test_what_somebody_refuses_blocks_with_its_narrower_terms(marion, reading, setting):
    refusing = replace(marion, terms=(*marion.terms, PersonTermFact(10, NO)))
    repair = replace(reading, terms=(OfferTermFact(11, ABOUT),))
    found = offers_for(refusing, [repair], setting)
    assert [one.sentence for one in found.near] == ["falls doch infrage kommt: Handwerk"]


@pytest.mark.parametrize(
    ("year", "change", "answer"),
    [
        (2012, {"time_grid": grid_of("Di abends"), "fit_youth": True}, None),
        (2012, {"time_grid": grid_of("Di vormittags"), "fit_youth": True}, None),
        (2012, {"time_grid": grid_of("Di nachmittags"), "hours_per_week": 4.0}, None),
        (2012, {"time_grid": grid_of("Di nachmittags"), "fit_youth": True}, Answer.OK),
        (2012, {"time_grid": grid_of("Di vormittags, Ferien"), "fit_youth": True}, Answer.OK),
        (2015, {"time_grid": grid_of("Di nachmittags"), "fit_youth": True}, Answer.UNKNOWN),
        (2009, {"time_grid": grid_of("Di abends"), "fit_youth": True}, Answer.UNKNOWN),
        (2009, {"time_grid": grid_of("Di nachmittags")}, Answer.UNKNOWN),
        (2009, {"time_grid": 0, "hours_per_week": 45.0}, None),
        (2009, {"time_grid": grid_of("Sa vormittags"), "fit_youth": True}, Answer.OK),
    ],
)
def test_youth_rules_block_only_what_cannot_fit(reading, setting, year, change, answer):
    young = PersonFacts(3, "Jonas Beck", "Jonas Beck", birth_date=dt.date(year, 6, 1))
    found = offers_for(young, [replace(reading, **change)], setting)
    if answer is None:
        assert [one.gate for one in found.near] == [Gate.YOUTH]
    else:
        assert gate(only(found), Gate.YOUTH).answer is answer


def test_the_guardian_rails_are_said_plainly(reading, setting):
    child = PersonFacts(3, "Jonas Beck", "Jonas Beck", birth_date=dt.date(2015, 6, 1))
    offer = replace(reading, fit_youth=True)
    sentence = gate(only(offers_for(child, [offer], setting)), Gate.YOUTH).sentence
    assert sentence == "Unter 13 Jahren nur in Begleitung. Bitte mit der Initiative klären."


def test_a_question_is_asked_when_the_answer_moves_the_list(marion, reading, setting):
    rows = [
        replace(reading, number=1, rhythm=Rhythm.ONCE),
        replace(reading, number=2, rhythm=Rhythm.WEEKLY),
        replace(reading, number=3, terms=(*reading.terms, OfferTermFact(71, REQUIRED))),
    ]
    questions = offers_for(marion, rows, setting).questions
    told = {one.sentence: one for one in questions}
    assert set(told) == {"Wie oft möchten Sie helfen?", "Haben Sie einen Führerschein B?"}
    often = told["Wie oft möchten Sie helfen?"]
    assert often.options == (
        ("jede Woche", {"rhythm": Rhythm.WEEKLY}),
        ("einmal im Monat", {"rhythm": Rhythm.MONTHLY}),
        ("ab und zu", {"rhythm": Rhythm.OCCASIONAL}),
    )
    licence = told["Haben Sie einen Führerschein B?"]
    assert (licence.subject, licence.record_id, licence.field) == (Side.PERSON, 7, "credential")
    assert licence.options == (
        ("ja", {"term_id": 71, "held": True}),
        ("nein", {"term_id": 71, "held": False}),
    )


def test_the_answer_to_a_wish_keeps_the_other_terms(marion, reading, setting):
    silent = replace(marion, terms=(PersonTermFact(12, HAS), PersonTermFact(40, HAS, Level.GOOD)))
    rows = [
        replace(reading, number=1, terms=(OfferTermFact(4, ABOUT),)),
        replace(reading, number=2, terms=(OfferTermFact(1, ABOUT),)),
    ]
    (question,) = offers_for(silent, rows, setting).questions
    assert question.sentence == "Welcher Bereich liegt Ihnen am Herzen?"
    labels = [label for label, _ in question.options]
    assert labels == ["Sozialer Bereich", "Kultur und Musik"]
    kept = question.options[0][1]["terms"]
    assert {"term_id": 40, "relation": HAS, "level": Level.GOOD} in kept
    assert kept[-1] == {"term_id": 1, "relation": WISH, "level": None}


def test_at_most_three_questions_and_none_without_effect(marion, reading, setting):
    bare = PersonFacts(9, "Ina Roth", "Frau Roth")
    rows = [
        replace(
            reading,
            number=number,
            rhythm=list(Rhythm)[number % 8],
            time_grid=1 << number,
            terms=(OfferTermFact((1, 4)[number % 2], ABOUT), OfferTermFact(71, REQUIRED)),
        )
        for number in range(1, 20)
    ]
    found = offers_for(bare, rows, setting)
    assert len(found.questions) == 3
    assert offers_for(bare, rows[:1], setting).questions != ()
    assert offers_for(marion, [replace(reading, rhythm=None)], setting).questions == ()


def test_questions_about_others_carry_their_name(marion, reading, setting):
    ready = replace(marion, available_from=AS_OF)
    rows = [replace(ready, number=number, rhythm=Rhythm.WEEKLY) for number in (2, 3)]
    rows.append(replace(ready, number=1, polite="Herr Gliem"))
    questions = people_for(reading, rows, setting).questions
    assert ("Herr Gliem: Wie oft möchten Sie helfen?", 1, Side.PERSON) in [
        (one.sentence, one.record_id, one.subject) for one in questions
    ]


def test_the_shift_of_two_tops_counts_places():
    assert shift([1, 2, 3], [1, 2, 3]) == 0
    assert shift([1, 2], [2, 1]) == 2
    assert shift([1], []) == TOP


def test_what_already_runs_is_not_offered_again(marion, reading, words):
    before = {1: PairFact(PlacementState.RUNNING, dt.date(2026, 9, 1))}
    found = offers_for(marion, [reading], Setting(words, AS_OF, before=before))
    assert (found.total, found.near_total, found.blocked) == (0, 0, 0)


def test_near_misses_that_somebody_can_open_come_first(marion, reading, setting):
    rows = [
        replace(reading, number=1, occupied=3),
        replace(reading, number=2, time_grid=grid_of("Mi abends"), terms=()),
        replace(reading, number=3, status=OfferStatus.PAUSED),
    ]
    near = offers_for(marion, rows, setting).near
    assert [one.number for one in near] == [2, 1, 3]


def test_an_offer_for_everyone_half_serves_a_wished_group(marion, reading, setting):
    offer = replace(reading, terms=(OfferTermFact(22, ABOUT),))
    match = only(offers_for(marion, [offer], setting))
    value = next(one for one in match.criteria if one.name is Criterion.TARGET_GROUP)
    assert (value.value, value.sentence) == (0.5, "Alle im Ort")


def test_free_time_is_no_question(marion, reading, setting):
    rows = [
        replace(reading, number=number, time_grid=0, remote=True, rhythm=Rhythm.WEEKLY)
        for number in (1, 2)
    ]
    found = offers_for(replace(marion, available_from=AS_OF), rows, setting)
    assert "Zeiten?" not in found.matches[0].reason_text
    assert "time_grid" not in [one.field for one in found.questions]


def test_fitting_fragments_read_the_same_in_a_letter(marion, places, setting):
    office = OfferFacts(
        number=3,
        title="Vereinsbüro führen",
        initiative="Heimatverein Ulfen e. V.",
        place=places["Ulfen"],
        time_grid=grid_of("Mo vormittags"),
        hours_per_week=4,
        terms=(OfferTermFact(4, ABOUT), OfferTermFact(32, REQUIRED)),
    )
    match = only(offers_for(marion, [office], setting))
    fits = [part.text for part in match.reason if part.kind is ReasonKind.FITS]
    assert fits == ["Kultur und Musik gewünscht", "Zeit passt: Mo vormittags"]
    away = replace(office, time_grid=0)
    match = only(offers_for(marion, [away], setting))
    fits = [part.text for part in match.reason if part.kind is ReasonKind.FITS]
    assert fits == ["Kultur und Musik gewünscht", "Kenntnisse passen: Büroarbeit"]
