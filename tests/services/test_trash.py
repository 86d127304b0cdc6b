"""The trash: away from every list, paper and match, back as it was; undo and redo."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.make_office import adult, make_office, offer

from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.enums import EndReason, Kind, PlacementState
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.office import Office
from ehrenamt_desktop.store.reads import facts, papers

TRASH = ListQuery(filters={"trash": ("yes",)})
SOURCES = {Kind.PERSON: "people", Kind.INITIATIVE: "initiatives", Kind.OFFER: "offers"}
REMINDER = {"kind": "other", "due_on": "2026-11-23", "title": "Anrufen"}
TABLES = ("person", "initiative", "offer")


def test_put_person_leaves_list_search_and_matching(office: Office) -> None:
    person, wanted = adult(office), offer(office)
    office.trash.put(Kind.PERSON, [person])
    assert office.lists.people.ids(ListQuery()) == []
    assert office.lists.people.ids(ListQuery(text="Dietzel")) == []
    assert office.lists.people.ids(TRASH) == [person]
    assert office.matching.people_for(wanted).matches == ()
    (row,) = office.trash.contents()
    assert (row.kind, row.id, row.name) == (Kind.PERSON, person, "Dietzel, Marion")
    assert office.history.next_undo().action == "Person in den Papierkorb gelegt"
    assert office.lists.person(person).trashed_on == office.lists.overview().day


def test_initiative_takes_offers_along_and_brings_only_those_back(office: Office) -> None:
    first = offer(office)
    body = office.lists.offer(first).row.initiative_id
    second = offer(office, initiative_id=body, title="Bücher einbinden")
    office.trash.put(Kind.OFFER, [second])
    office.trash.put(Kind.INITIATIVE, [body])
    assert [one.id for one in office.lists.initiative(body).offers] == [second, first]
    with pytest.raises(DomainError, match="liegt selbst im Papierkorb"):
        office.trash.restore(Kind.OFFER, [first])
    office.trash.restore(Kind.INITIATIVE, [body])
    assert office.lists.offers.ids(ListQuery()) == [first]
    assert office.lists.offers.ids(TRASH) == [second]


def test_offer_and_initiative_come_back_together(office: Office) -> None:
    first = offer(office)
    body = office.lists.offer(first).row.initiative_id
    office.trash.put(Kind.OFFER, [first])
    office.trash.put(Kind.INITIATIVE, [body])
    office.trash.restore_all([(Kind.OFFER, first), (Kind.INITIATIVE, body)])
    assert office.trash.contents() == ()
    assert office.history.next_undo().action == "2 Datensätze aus dem Papierkorb geholt"


@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.OFFER, Kind.INITIATIVE])
def test_placement_under_way_is_refused(office: Office, kind: Kind) -> None:
    person, wanted = adult(office), offer(office)
    (placement,) = office.placements.propose(person, [wanted])
    number = {
        Kind.PERSON: person,
        Kind.OFFER: wanted,
        Kind.INITIATIVE: office.lists.offer(wanted).row.initiative_id,
    }[kind]
    with pytest.raises(DomainError, match=f"Vermittlung Nr. {placement} .*beenden Sie sie"):
        office.trash.put(kind, [number])
    office.placements.move(placement, PlacementState.ENDED, reason=next(iter(EndReason)))
    office.trash.put(kind, [number])
    assert [row.id for row in office.lists.placements.rows([placement])] == [placement]
    assert office.lists.placements.ids(ListQuery()) == [placement]


def test_one_refused_record_leaves_all_in_place(office: Office) -> None:
    free, busy, wanted = adult(office), adult(office, last_name="Krug"), offer(office)
    office.placements.propose(busy, [wanted])
    with pytest.raises(DomainError):
        office.trash.put(Kind.PERSON, [free, busy])
    assert office.trash.contents() == ()


def test_writing_services_refuse_trashed_records(office: Office, tmp_path: Path) -> None:
    person, wanted = adult(office), offer(office)
    body = office.lists.offer(wanted).row.initiative_id
    proof = office.lists.terms()[0].id
    office.trash.put(Kind.PERSON, [person])
    office.trash.put(Kind.INITIATIVE, [body])
    talk = {"kind": "call", "state": "held", "on": "2026-11-02"}
    refused = [
        lambda: office.people.save({"phone": "05653 1"}, person),
        lambda: office.people.archive(person),
        lambda: office.people.reopen(person),
        lambda: office.people.add_consent(person, {"scope": "storage", "given_on": "2026-11-01"}),
        lambda: office.people.withdraw_consent(office.lists.person(person).consents[0].id),
        lambda: office.people.save_credential(person, {"term_id": proof}),
        lambda: office.initiatives.save({"phone": "05653 1"}, body),
        lambda: office.initiatives.archive(body),
        lambda: office.initiatives.save_contact(body, {"last_name": "Rehbein"}),
        lambda: office.offers.save({"title": "Neu"}, wanted),
        lambda: office.offers.publish(wanted),
        lambda: office.offers.confirm(wanted),
        lambda: office.placements.propose(person, [wanted]),
        lambda: office.matching.offers_for(person),
        lambda: office.matching.people_for(wanted),
        lambda: office.interactions.add({**talk, "person_id": person}),
        lambda: office.interactions.add({**talk, "initiative_id": body}),
        lambda: office.follow_ups.add({**REMINDER, "person_id": person}),
    ]
    before = office.history.next_undo()
    for deed in refused:
        with pytest.raises(DomainError, match="liegt im Papierkorb"):
            deed()
    with pytest.raises(InvalidDraft) as refusal:
        office.offers.save({"title": "Neu", "initiative_id": body})
    assert "liegt im Papierkorb" in refusal.value.fields[0].sentence
    assert office.history.next_undo() == before


def test_reminders_wait_until_the_record_is_back(office: Office) -> None:
    person = adult(office)
    today = office.lists.overview().day
    office.follow_ups.add({**REMINDER, "due_on": today, "person_id": person})
    office.interactions.add({"kind": "call", "state": "planned", "on": today, "person_id": person})
    before = office.lists.overview()
    assert (len(before.follow_ups), len(before.appointments), before.due_this_month) == (1, 1, 1)
    office.trash.put(Kind.PERSON, [person])
    away = office.lists.overview()
    assert (len(away.follow_ups), len(away.appointments), away.due_this_month) == (0, 0, 0)
    assert away.people_without_proposal == 0
    assert office.lists.follow_ups() == ()
    office.trash.restore(Kind.PERSON, [person])
    assert office.lists.overview() == before


def test_import_refuses_rows_that_mean_a_trashed_record(office: Office, tmp_path: Path) -> None:
    person, wanted = adult(office), offer(office)
    body = office.lists.offer(wanted).row.initiative_id
    office.trash.put(Kind.PERSON, [person])
    office.trash.put(Kind.INITIATIVE, [body])
    people, offers = tmp_path / "p.csv", tmp_path / "o.csv"
    people.write_text(f"Nr.;Nachname;Vorname;Telefon\n{person};Dietzel;Marion;05653 77\n", "utf-8")
    offers.write_text("Titel;Initiative\nBasteln;Förderverein Stadtbücherei\n", "utf-8")
    for noun, path in (("people", people), ("offers", offers)):
        (row,) = office.imports.plan(noun, path).rows
        assert row.verdict.value == "refused"
        assert "iegt im Papierkorb" in row.reason


def test_whole_export_leaves_trashed_records_out(office: Office, tmp_path: Path) -> None:
    adult(office)
    office.trash.put(Kind.PERSON, [adult(office, last_name="Krug")])
    path = tmp_path / "alle.csv"
    assert office.exports.whole("people", path) == 1
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [row["Nachname"] for row in rows] == ["Dietzel"]


def test_letter_refuses_trashed_offer(office: Office, tmp_path: Path) -> None:
    address = {"street": "Marktplatz 1", "postcode": "36205", "city": "Sontra"}
    person, wanted = adult(office, **address), offer(office)
    office.trash.put(Kind.OFFER, [wanted])
    with pytest.raises(DomainError, match="Das Angebot ist im Papierkorb"):
        office.papers.proposal_letter(tmp_path / "b.pdf", person, [wanted])


def _state(office: Office) -> dict[str, object]:
    """Who lies in the trash, and all that readers hand out."""
    with office.store.read() as connection:
        return {
            table: {
                number
                for (number,) in connection.execute(
                    f"SELECT id FROM {table} WHERE trashed_at IS NOT NULL"
                )
            }
            for table in TABLES
        }


def _expect_no_reader_shows(office: Office, gone: dict[str, set[int]]) -> None:
    """No list, search, match, paper or count names a trashed record."""
    for kind, name in SOURCES.items():
        source = getattr(office.lists, name)
        away = gone[kind.value]
        for text in ("", "a", "e"):
            assert not away & set(source.ids(ListQuery(text=text)))
            assert not away & set(source.ids(ListQuery(text, filters={"archived": ("yes",)})))
        assert set(source.ids(TRASH)) == away
        assert source.total() == len(source.ids(ListQuery()))
    assert {row.id for row in office.trash.contents() if row.kind is Kind.OFFER} == gone["offer"]
    day = office.lists.overview().day
    with office.store.read() as connection:
        assert not gone["person"] & {one.number for one in facts.people(connection)}
        assert not gone["offer"] & {one.number for one in facts.offers(connection)}
        assert not gone["offer"] & {one.number for one in papers.board_offers(connection, day)}
        council = papers.council_rows(connection, day, day)
    assert sum(row.offers for row in council) == len(office.lists.offers.ids(ListQuery()))
    assert sum(office.lists.overview().confirmed.values()) == sum(row.offers for row in council)
    assert office.lists.overview().people_without_proposal == len(
        office.lists.people.ids(ListQuery())
    )
    assert not gone["person"] & {one.person_id for one in office.lists.follow_ups()}


STEPS = st.lists(
    st.tuples(st.sampled_from(("put", "restore", "undo", "redo")), st.integers(0, 7)),
    min_size=1,
    max_size=12,
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_any_sequence_can_be_undone_and_shows_no_trashed_record(
    steps: list[tuple[str, int]], tmp_path_factory: pytest.TempPathFactory, frozen: object
) -> None:
    office = make_office(tmp_path_factory.mktemp("korb"), tmp_path_factory.getbasetemp())
    try:
        records = [(Kind.PERSON, adult(office, last_name=name)) for name in ("Ahl", "Eck", "Amend")]
        for _ in range(2):
            one = offer(office)
            body = office.lists.offer(one).row.initiative_id
            two = offer(office, initiative_id=body, title="Basteln")
            records += [(Kind.INITIATIVE, body), (Kind.OFFER, one), (Kind.OFFER, two)]
        office.follow_ups.add({**REMINDER, "person_id": records[0][1]})
        start = _state(office)
        past, future = [start], []
        for deed, which in steps:
            kind, number = records[which % len(records)]
            before = _state(office)
            if deed == "undo" and len(past) > 1:
                future.append(past.pop())
                office.history.undo()
            elif deed == "redo" and future:
                past.append(future.pop())
                office.history.redo()
            elif deed in ("put", "restore"):
                try:
                    getattr(office.trash, deed)(kind, [number])
                except DomainError:
                    assert _state(office) == before
                if _state(office) != before:
                    past.append(_state(office))
                    future = []
            assert _state(office) == past[-1]
            _expect_no_reader_shows(office, _state(office))
        while len(past) > 1:
            past.pop()
            office.history.undo()
            assert _state(office) == past[-1]
        assert _state(office) == start
    finally:
        office.close()
