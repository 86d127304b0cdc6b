"""Certificates: only what is recorded, estimates are marked, missing things are asked."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.make_office import adult, offer, term_id

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model import certificates
from ehrenamt_desktop.model.enums import CertificateKind, EndReason, Kind, PlacementState, TermKind
from ehrenamt_desktop.services.certificates import LIMITS, MOST

KINDS = tuple(CertificateKind)


def began(office, person, number, on=dt.date(2026, 3, 1)):
    with clock.frozen(dt.date(2026, 2, 1)):
        for scope in ("storage", "handover"):
            office.people.add_consent(person, {"scope": scope, "given_on": "2026-01-15"})
        (placement,) = office.placements.propose(person, [number])
        office.placements.move(placement, PlacementState.PASSED_ON)
    office.placements.move(placement, PlacementState.RUNNING, on)
    return placement


@pytest.fixture
def placed(office):
    skill = term_id(office, TermKind.SKILL, "AUTOFAHREN")
    terms = [{"term_id": skill, "role": "wished"}]
    number = offer(office, title="Bürgerbus fahren", teaser="Nachbarn fahren.", terms=terms,
                   hours_per_week=4, allowance_month=0)  # fmt: skip
    person = adult(office, birth_date="1961-05-14", street="Weg 1", postcode="36205", city="Sontra",
                   terms=[{"term_id": skill, "relation": "has"}])  # fmt: skip
    return person, began(office, person, number)


def test_nothing_began_yet(office):
    with pytest.raises(DomainError, match="noch kein Engagement"):
        office.certificates.proposal(adult(office), CertificateKind.ENGAGEMENT)


def test_an_estimate_is_marked_and_recorded_hours_take_its_place(office, placed):
    person, placement = placed
    before = office.certificates.proposal(person, CertificateKind.ENGAGEMENT)
    (said,) = before.certificate.activities
    assert said.extent == "etwa 4 Stunden pro Woche (geschätzt, nicht aufgezeichnet)"
    assert any("geschätzte" in one for one in before.questions)
    office.hours.enter(placement, {"2026-03": 10.5, "2026-05": 8.0, "2026-06": 0.0})
    after = office.certificates.proposal(person, CertificateKind.ENGAGEMENT)
    (said,) = after.certificate.activities
    assert said.extent == "18,5 Stunden, aufgezeichnet in 2 Monaten (März 2026 bis Mai 2026)"
    assert (said.title, said.period, said.tasks) == (
        "Bürgerbus fahren", "seit 01.03.2026", "Nachbarn fahren.",
    )  # fmt: skip
    assert not after.questions or after.questions == ("Wer unterschreibt?",)


def test_a_proposal_that_never_began_is_not_certified(office, placed):
    person, placement = placed
    (other,) = office.placements.propose(person, [offer(office, title="Vorlesen")])
    proposal = office.certificates.proposal(person, CertificateKind.ENGAGEMENT)
    assert [one.placement_id for one in proposal.certificate.activities] == [placement]
    with pytest.raises(DomainError, match="noch nicht begonnen"):
        office.certificates.proposal(person, CertificateKind.ENGAGEMENT, [other])


def test_competences_are_those_that_were_asked_for_and_are_had(office, placed):
    person, _ = placed
    proposal = office.certificates.proposal(person, CertificateKind.COMPETENCE)
    assert len(proposal.certificate.competences) == 1
    none = proposal.certificate._replace(competences=("  ",))
    with pytest.raises(InvalidDraft, match="mindestens eine Kompetenz"):
        office.certificates.write(office.path.parent / "x.pdf", person, none)


def test_only_figures_of_law_with_a_source_are_said(office, placed):
    person, _ = placed
    said = office.certificates.proposal(person, CertificateKind.AUTHORITY).certificate
    text = " ".join(said.rules)
    assert "Ab 15 Stunden" in text
    assert "Stand 22.11.2026" in text
    assert "250" not in text, "since 2026 no source proves it"
    assert "zusammen etwa 4 Stunden" in text
    assert said.activities[0].payment == "unentgeltlich"
    assert said.address == "Weg 1, 36205 Sontra"


def test_proofs_that_were_seen_stand_and_clearance_never(office, placed):
    person, _ = placed
    proof = {"term_id": term_id(office, TermKind.PROOF, "FIRST_AID"), "held": True}
    office.people.save_credential(person, {**proof, "issued_on": "2026-02-01"})
    said = office.certificates.proposal(person, CertificateKind.COMPETENCE).certificate
    assert said.proofs == (), "nobody saw it yet"
    office.people.save_credential(
        person, {**proof, "issued_on": "2026-02-01", "verified_on": "2026-02-03"}
    )
    said = office.certificates.proposal(person, CertificateKind.COMPETENCE).certificate
    assert said.proofs == ("Erste Hilfe vom 01.02.2026",)


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_said_is_kept_with_the_paper(office, placed, kind, tmp_path):
    person, _ = placed
    said = office.certificates.proposal(person, kind).certificate
    said = said._replace(words="Von Hand <b>ergänzt</b>.", school="Schule")
    number = office.certificates.write(tmp_path / "x.pdf", person, said)
    (row,) = office.lists.postings.rows([number])
    assert row.title == f"{kind.label}, Person Nr. {person}"
    with office.store.read() as connection:
        kept = connection.execute("SELECT words FROM posting WHERE id = ?", (number,)).fetchone()
        course = connection.execute(
            "SELECT subject, posting_id FROM interaction WHERE person_id = ? AND kind = 'letter'",
            (person,),
        ).fetchall()
    assert certificates.read(kept[0]) == said
    assert course == [(kind.label, number)]
    office.history.undo()
    assert office.lists.postings.rows([number]) == []


def test_what_must_be_said_is_asked_for_field_by_field(office, placed, tmp_path):
    person, placement = placed
    said = office.certificates.proposal(person, CertificateKind.AUTHORITY).certificate
    (one,) = said.activities
    empty = said._replace(name=" ", activities=(one._replace(period="", extent=""),))
    with pytest.raises(InvalidDraft) as refused:
        office.certificates.write(tmp_path / "x.pdf", person, empty)
    names = {field.key for field in refused.value.fields}
    assert names == {"name", f"period.{placement}", f"extent.{placement}"}
    long = said._replace(words="x" * (LIMITS["words"] + 1), activities=(one,) * (MOST + 1))
    with pytest.raises(InvalidDraft, match="kürzen"):
        office.certificates.sample(long)
    assert not list(tmp_path.glob("x.pdf"))


def test_the_longest_words_have_room_in_the_store(office, placed, tmp_path):
    person, _ = placed
    said = office.certificates.proposal(person, CertificateKind.AUTHORITY).certificate
    (one,) = said.activities
    full = {key: "ß" * LIMITS[key] for key in one._fields if key != "placement_id"}
    many = tuple(one._replace(placement_id=number, **full) for number in range(MOST))
    words = {key: "ß" * LIMITS[key] for key in ("name", "born", "address", "school", "signer")}
    long = {key: ("ß" * LIMITS[key],) for key in ("competences", "proofs", "rules")}
    said = said._replace(activities=many, words="ß" * LIMITS["words"], **words, **long)
    assert len(said.kept()) <= 20_000
    assert office.certificates.write(tmp_path / "x.pdf", person, said)
    quoted = said._replace(activities=tuple(one._replace(tasks='"' * 800) for one in many))
    with pytest.raises(InvalidDraft, match="insgesamt"):
        office.certificates.write(tmp_path / "y.pdf", person, quoted)


def test_a_person_in_the_trash_gets_none(office, placed):
    person, _ = placed
    office.placements.move(placed[1], PlacementState.ENDED, reason=EndReason.COMPLETED)
    office.trash.put(Kind.PERSON, [person])
    with pytest.raises(DomainError, match="Papierkorb"):
        office.certificates.proposal(person, CertificateKind.THANKS)
