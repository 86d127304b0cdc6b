"""People: what is kept, what is refused, what can be undone."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.make_office import adult, term_id

from ehrenamt_desktop.errors import ConflictError, DomainError, InvalidDraft
from ehrenamt_desktop.model.enums import ConsentScope, LegalBasis, PersonStage, TermKind
from ehrenamt_desktop.model.queries import ListQuery


def refused(call) -> dict[str, str]:
    with pytest.raises(InvalidDraft) as caught:
        call()
    return {field.key: field.sentence for field in caught.value.fields}


def test_a_surname_is_enough(office):
    number = office.people.save({"last_name": "  Gliem  "})
    row = office.lists.person(number).row
    assert (row.last_name, row.stage) == ("Gliem", PersonStage.SEEKING)


@pytest.mark.parametrize("name", ["", "   ", "\u200b\x00"])
def test_a_blank_surname_is_refused_under_its_field(office, name):
    assert refused(lambda: office.people.save({"last_name": name})) == {
        "last_name": "Bitte füllen Sie dieses Feld aus."
    }
    assert office.lists.people.total() == 0


def test_wrong_fields_get_german_sentences(office):
    wrong = refused(
        lambda: office.people.save(
            {
                "last_name": "x" * 81,
                "birth_date": "0",
                "max_km": 9999,
                "status": "irgendwas",
                "hours_per_week": "viel",
            }
        )
    )
    assert wrong == {"birth_date": "Bitte geben Sie ein Datum in der Form TT.MM.JJJJ ein."}
    wrong = refused(
        lambda: office.people.save(
            {"last_name": "x" * 81, "max_km": 9999, "status": "?", "hours_per_week": "viel"}
        )
    )
    assert wrong == {
        "last_name": "Bitte kürzen Sie den Text auf höchstens 80 Zeichen.",
        "max_km": "Bitte geben Sie einen Wert bis 500 ein.",
        "status": "Bitte wählen Sie einen Wert aus der Liste.",
        "hours_per_week": "Bitte geben Sie eine Zahl ein.",
    }


def test_an_end_before_the_beginning_is_refused(office):
    wrong = refused(
        lambda: office.people.save(
            {
                "last_name": "A",
                "available_from": dt.date(2026, 5, 1),
                "available_until": dt.date(2026, 4, 1),
            }
        )
    )
    assert wrong == {"available_until": "Das Ende liegt vor dem Beginn."}


def test_a_change_keeps_fields_that_were_left_out(office):
    number = adult(office, phone="05653 4471")
    office.people.save({"first_name": "Maria"}, number)
    values = office.lists.person(number).values
    assert (values["first_name"], values["phone"]) == ("Maria", "05653 4471")


def test_an_outdated_form_is_refused_and_changes_nothing(office):
    number = adult(office)
    version = office.lists.person(number).version
    office.people.save({"first_name": "Maria"}, number, version)
    with pytest.raises(ConflictError, match="inzwischen"):
        office.people.save({"first_name": "Mariechen"}, number, version)
    assert office.lists.person(number).values["first_name"] == "Maria"


def test_of_a_minor_only_a_call_back_number_is_kept_without_the_guardian(office):
    child = {"last_name": "Nölke", "first_name": "Mia", "birth_date": dt.date(2011, 3, 2)}
    assert office.people.save({**child, "phone": "05653 1234"}) == 1
    wrong = refused(lambda: office.people.save({**child, "email": "mia@example.org"}))
    assert "Sorgeberechtigten" in wrong["guardian_consent_on"]
    assert office.lists.people.total() == 1


def test_the_guardians_consent_comes_with_the_form(office):
    number = office.people.save(
        {
            "last_name": "Nölke",
            "birth_date": dt.date(2011, 3, 2),
            "email": "mia@example.org",
            "guardian_name": "Jana Nölke",
            "guardian_consent_on": dt.date(2026, 11, 20),
        }
    )
    (consent,) = office.lists.person(number).consents
    assert (consent.scope, consent.by_guardian) == (ConsentScope.STORAGE, True)
    office.people.save({"hobbies": "Lesen"}, number)
    assert len(office.lists.person(number).consents) == 1


def test_a_year_that_may_mean_seventeen_protects_as_well(office):
    wrong = refused(
        lambda: office.people.save({"last_name": "A", "birth_year": 2008, "email": "a@example.org"})
    )
    assert "kann minderjährig sein" in wrong["guardian_consent_on"]


def test_a_consent_to_storage_settles_the_legal_basis(office):
    number = office.people.save({"last_name": "Krapf"})
    assert office.lists.person(number).values["legal_basis"] == LegalBasis.OPEN
    office.people.add_consent(number, {"scope": "storage", "given_on": "2026-11-20"})
    assert office.lists.person(number).values["legal_basis"] == LegalBasis.CONSENT


def test_the_hand_over_is_allowed_by_consent_and_refused_after_its_withdrawal(office):
    number = adult(office)
    detail = office.lists.person(number)
    assert detail.handover_refusal is None
    given = next(one for one in detail.consents if one.scope is ConsentScope.HANDOVER)
    office.people.withdraw_consent(given.id)
    assert "noch nicht zugestimmt" in str(office.lists.person(number).handover_refusal)


def test_terms_are_replaced_and_unchanged_ones_stay(office):
    sport = term_id(office, TermKind.AREA, "SPORT")
    german = term_id(office, TermKind.LANGUAGE, "DE")
    number = office.people.save(
        {"last_name": "A", "terms": [{"term_id": sport, "relation": "wish"}]}
    )
    office.people.save(
        {
            "terms": [
                {"term_id": sport, "relation": "wish"},
                {"term_id": german, "relation": "has", "level": "good"},
            ]
        },
        number,
    )
    assert {(one.label, one.relation) for one in office.lists.person(number).terms} == {
        ("Sport und Bewegung", "wish"),
        ("Deutsch", "has"),
    }
    office.people.save({"terms": []}, number)
    assert office.lists.person(number).terms == ()
    office.history.undo()
    assert len(office.lists.person(number).terms) == 2


def test_archived_people_leave_the_list_and_come_back(office):
    number = adult(office)
    office.people.archive(number)
    assert office.lists.people.ids(ListQuery()) == []
    assert office.lists.people.ids(ListQuery(filters={"archived": ("yes",)})) == [number]
    office.people.reopen(number)
    assert office.lists.people.ids(ListQuery()) == [number]
    titles = [line.title for line in office.lists.person(number).history]
    assert titles == ["Status: sucht", "Status: beendet", "Status: sucht"]


def test_a_person_that_is_gone_gets_a_sentence(office):
    with pytest.raises(DomainError, match="nicht mehr vorhanden"):
        office.lists.person(99)
    with pytest.raises(DomainError, match="nicht mehr vorhanden"):
        office.people.archive(99)


def test_everything_about_a_person_can_be_undone_and_redone(office):
    number = adult(office)
    office.people.save_credential(
        number, {"term_id": term_id(office, TermKind.PROOF, "FIRST_AID"), "issued_on": "2025-01-01"}
    )
    office.people.archive(number)
    actions = []
    while (step := office.history.next_undo()) is not None:
        assert office.history.undo() == step
        actions.append(step.action)
    assert actions == [
        "Person archiviert",
        "Nachweis eingetragen",
        "Einwilligung eingetragen",
        "Einwilligung eingetragen",
        "Person angelegt",
    ]
    assert office.lists.people.ids(ListQuery(filters={"archived": ("yes",)})) == []
    while office.history.next_redo() is not None:
        office.history.redo()
    detail = office.lists.person(number)
    assert detail.row.stage is PersonStage.ENDED
    assert len(detail.consents) == 2
    assert len(detail.credentials) == 1


@pytest.mark.parametrize(
    "typed", ["müll", "mueller", "MULLER", "änne mü", "aenne", "0565344", "05653 44", "4471", "1"]
)
def test_a_person_is_found_however_it_is_typed(office, typed):
    number = adult(office, last_name="Müller", first_name="Änne", phone="05653 / 44 71")
    adult(office, last_name="Schulz", first_name="Bernd")
    found = office.lists.people.ids(ListQuery(text=typed))
    assert found == [number]


@pytest.mark.parametrize("typed", ['"', "*", "NEAR(", "a AND", "t:x", "o'r", "%", "   x  y z"])
def test_hostile_questions_find_nothing_and_break_nothing(office, typed):
    adult(office)
    assert office.lists.people.ids(ListQuery(text=typed)) == []


def test_lists_filter_and_sort(office):
    sontra = next(p.id for p in office.lists.places() if p.name == "Sontra")
    dens = next(p.id for p in office.lists.places() if p.name == "Dens")
    first = adult(office, last_name="Äbel", place_id=sontra)
    second = adult(office, last_name="Zink", place_id=dens)
    third = adult(office, last_name="Bock", place_id=sontra)
    lists = office.lists.people
    assert lists.ids(ListQuery()) == [first, third, second]
    assert lists.ids(ListQuery(sort="name", descending=True)) == [second, third, first]
    assert lists.ids(ListQuery(filters={"municipality": ("Sontra",)})) == [first, third]
    assert lists.ids(ListQuery(filters={"place": (str(dens),), "stage": ("seeking",)})) == [second]
    for key in ("place", "stage", "last_contact", "number"):
        assert sorted(lists.ids(ListQuery(sort=key))) == sorted([first, second, third])


def test_a_minors_own_signature_settles_nothing(office):
    number = office.people.save({"last_name": "Nölke", "birth_date": dt.date(2011, 3, 2)})
    office.people.add_consent(number, {"scope": "storage", "given_on": "2026-11-01"})
    assert office.lists.person(number).values["legal_basis"] == LegalBasis.OPEN
    with pytest.raises(DomainError, match="Sorgeberechtigten"):
        office.people.save_credential(number, {"term_id": term_id(office, TermKind.PROOF, "IFSG")})


def test_a_consent_of_the_future_settles_nothing(office):
    number = office.people.save({"last_name": "Krapf"})
    office.people.add_consent(number, {"scope": "storage", "given_on": "2099-01-01"})
    assert office.lists.person(number).values["legal_basis"] == LegalBasis.OPEN


@pytest.mark.parametrize("day", [dt.date(2045, 3, 12), dt.date(1, 1, 1), dt.date(1899, 12, 31)])
def test_nobody_is_born_in_the_future(office, day):
    wrong = refused(lambda: office.people.save({"last_name": "A", "birth_date": day}))
    assert wrong == {"birth_date": "Bitte geben Sie das Jahr mit vier Ziffern ein."}


def test_a_reference_to_nothing_is_a_sentence(office):
    for values in ({"place_id": 9999}, {"terms": [{"term_id": 9999, "relation": "wish"}]}):
        with pytest.raises(DomainError, match="den es nicht gibt"):
            office.people.save({"last_name": "A", **values})
    assert office.lists.people.total() == 0


def test_special_data_need_a_consent_of_their_own(office):
    number = office.people.save({"last_name": "Dietzel", "birth_year": 1961})
    with pytest.raises(InvalidDraft) as refused:
        office.people.save({"access_needs": "Braucht eine Rampe."}, number)
    assert [one.key for one in refused.value.fields] == ["access_needs"]
    given = {"scope": "special", "given_on": "2026-11-01", "text_version": "Blatt 3"}
    consent = office.people.add_consent(number, given)
    office.people.save({"access_needs": "Braucht eine Rampe."}, number)
    assert office.lists.person(number).consents[-1].text_version == "Blatt 3"
    office.people.withdraw_consent(consent)
    assert office.lists.person(number).values["access_needs"] == ""
    office.history.undo()
    assert office.lists.person(number).values["access_needs"] == "Braucht eine Rampe."


def test_who_saw_a_proof_is_kept(office):
    number = adult(office)
    term = term_id(office, TermKind.PROOF, "FIRST_AID")
    office.people.save_credential(
        number, {"term_id": term, "verified_on": "2026-11-01", "verified_by": "Frau Küllmer"}
    )
    assert office.lists.person(number).credentials[0].verified_by == "Frau Küllmer"


def test_two_guardians_of_a_minor_may_be_called_back(office):
    number = office.people.save(
        {
            "last_name": "Jung", "birth_date": "2011-05-01", "guardian_name": "Ute Jung",
            "guardian2_name": "Jens Jung", "guardian2_phone": "05653 1234",
        }
    )  # fmt: skip
    assert office.lists.person(number).values["guardian2_name"] == "Jens Jung"


def test_a_wish_is_not_yes_and_no_at_once(office):
    term = term_id(office, TermKind.ACTIVITY, "VORLESEN")
    both = [{"term_id": term, "relation": relation} for relation in ("wish", "no")]
    with pytest.raises(InvalidDraft) as refused:
        office.people.save({"last_name": "Dietzel", "terms": both})
    assert [one.key for one in refused.value.fields] == ["terms"]
