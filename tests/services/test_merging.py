"""Merging: everything is carried, nothing is lost, undo brings the store back as it was."""

from __future__ import annotations

import pytest
from tests.make_office import adult, offer, place_id, term_id

from ehrenamt_desktop.errors import ConflictError, DomainError, InvalidDraft
from ehrenamt_desktop.model.doubles import BOTH, KEEP, LOSE
from ehrenamt_desktop.model.enums import Kind, PlacementState, TermKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.merging import references
from ehrenamt_desktop.store.records import METADATA

DERIVED = ("journal_", "sqlite_", "alembic_")


def snapshot(office):
    """Every row of every record table, without stamps of writing."""
    found = {}
    with office.store.read() as connection:
        for table in METADATA.sorted_tables:
            if table.name.startswith(DERIVED):
                continue
            names = [one.name for one in table.columns if one.name not in ("version", "changed_at")]
            cells = ", ".join(f'"{name}"' for name in names)
            found[table.name] = connection.execute(
                f'SELECT {cells} FROM "{table.name}" ORDER BY id'
            ).fetchall()
    return found


@pytest.fixture
def pair(office):
    """Two records of one person with everything that can belong to one."""
    read = term_id(office, TermKind.ACTIVITY, "VORLESEN")
    first, second = (
        {"term_id": read, "relation": "wish"}, {"term_id": read, "relation": "has"},
    )  # fmt: skip
    one = adult(
        office, last_name="Müller", first_name="Hans", phone="05653 1234", adviser_note="Ruhig.",
        terms=[first, second], place_id=place_id(office, "Ulfen"), city="Sontra", postcode="36205",
    )  # fmt: skip
    other = adult(
        office, last_name="Mueller", first_name="Hannes", phone="05653 999", mobile="0170 1234567",
        birth_date="1961-05-04", adviser_note="Ruft gern an.", street="Hauptstr. 5", city="Sontra",
        terms=[{**second, "level": "good"}],
    )  # fmt: skip
    proof = term_id(office, TermKind.PROOF, "JULEICA")
    for number in (one, other):
        office.people.save_credential(number, {"term_id": proof, "verified_on": "2026-01-05"})
        office.interactions.add({"person_id": number, "kind": "call", "state": "held",
                                 "on": "2026-11-02", "subject": "Anruf"})  # fmt: skip
        office.follow_ups.add({"person_id": number, "due_on": "2026-12-01", "kind": "call",
                               "title": "Nachfragen"})  # fmt: skip
    (placement,) = office.placements.propose(other, [offer(office)])
    office.placements.move(placement, PlacementState.PASSED_ON)
    return one, other


def test_everything_is_carried_and_nothing_points_to_the_gone(office, pair):
    keep, lose = pair
    before = snapshot(office)
    office.merging.merge(keep, lose)
    after = snapshot(office)
    for table, column in references():
        place = [one.name for one in table.columns
                 if one.name not in ("version", "changed_at")].index(column.name)  # fmt: skip
        assert lose not in [row[place] for row in after[table.name]], table.name
        if table.name not in ("person_term", "merged_person"):
            assert len(after[table.name]) == len(before[table.name]), table.name
    person = office.lists.person(keep)
    assert len(person.credentials) == 2
    assert len([one for one in person.follow_ups if one.title == "Nachfragen"]) == 2
    assert [one.id for one in person.placements] == [1]
    assert {(one.relation, one.level and one.level.value) for one in person.terms} == {
        ("wish", None), ("has", "good"),
    }  # fmt: skip
    values = person.values
    assert (values["last_name"], values["first_name"]) == ("Müller", "Hans")
    assert (values["phone"], values["mobile"]) == ("05653 1234", "0170 1234567")
    assert (str(values["birth_date"]), values["birth_year"]) == ("1961-05-04", 1961)
    note = values["adviser_note"]
    assert note.startswith("Ruhig.\nRuft gern an.\nZusammengeführt mit Nr. ")
    assert "05653 999" in note
    assert "Mueller" in note
    assert values["street"] == "Hauptstr. 5"
    with pytest.raises(DomainError):
        office.lists.person(lose)


def test_one_step_back_and_forth(office, pair):
    keep, lose = pair
    before = snapshot(office)
    office.merging.merge(keep, lose)
    merged = snapshot(office)
    assert office.history.next_undo().action == "Personen zusammengeführt"
    office.history.undo()
    assert snapshot(office) == before
    assert office.doubles.like({"last_name": "Mueller", "mobile": "0170 1234567"})
    office.history.redo()
    assert snapshot(office) == merged


def test_the_preview_shows_both_sides_and_proposes(office, pair):
    keep, lose = pair
    before = snapshot(office)
    preview = office.merging.preview(keep, lose)
    assert snapshot(office) == before
    assert preview.keep.name == "Müller, Hans"
    fields = {one.key: one for one in preview.fields}
    assert fields["last_name"].chosen == KEEP
    assert fields["mobile"].chosen == LOSE
    assert fields["adviser_note"].chosen == BOTH
    assert fields["phone"].choices == (KEEP, LOSE)
    assert "postcode" in fields
    assert "salutation" not in fields
    parts = dict(preview.parts)
    assert parts[Kind.PLACEMENT.label] == 1
    assert parts[Kind.CREDENTIAL.label] == 1


def test_one_offer_proposed_to_both_is_told(office, pair):
    keep, lose = pair
    assert office.merging.preview(keep, lose).twice == ()
    office.placements.propose(keep, [1])
    assert office.merging.preview(keep, lose).twice == ("Kindern vorlesen",)
    office.merging.merge(keep, lose)
    assert len(office.lists.person(keep).placements) == 2


def test_what_is_chosen_stays(office, pair):
    keep, lose = pair
    choices = {"last_name": LOSE, "phone": LOSE, "adviser_note": KEEP, "birth_date": KEEP}
    office.merging.merge(keep, lose, choices)
    values = office.lists.person(keep).values
    assert (values["last_name"], values["phone"]) == ("Mueller", "05653 999")
    assert "Ruft gern an" not in values["adviser_note"]
    assert "05653 1234" in values["adviser_note"]
    with pytest.raises(DomainError):
        office.merging.merge(keep, lose)


def test_stale_trashed_and_same_are_refused(office, pair):
    keep, lose = pair
    preview = office.merging.preview(keep, lose)
    office.people.save({"city": "Sontra-Ulfen"}, lose)
    with pytest.raises(ConflictError):
        office.merging.merge(keep, lose, versions=preview.versions)
    with pytest.raises(DomainError):
        office.merging.merge(keep, keep)
    with pytest.raises(DomainError):
        office.merging.merge(keep, lose, {"last_name": BOTH})
    third = office.people.save({"last_name": "Weg"})
    office.trash.put(Kind.PERSON, [third])
    before = snapshot(office)
    with pytest.raises(DomainError):
        office.merging.merge(keep, third)
    assert snapshot(office) == before


def test_a_minor_without_consent_is_not_merged_into_more(office):
    grown = office.people.save({"last_name": "Jung", "first_name": "Mia", "city": "Ulfen",
                                "birth_year": 1990})  # fmt: skip
    minor = office.people.save({"last_name": "Jung", "first_name": "Mia", "birth_year": 2012,
                                "phone": "05653 1"})  # fmt: skip
    before = snapshot(office)
    with pytest.raises(InvalidDraft):
        office.merging.merge(grown, minor, {"birth_year": LOSE})
    assert snapshot(office) == before
    office.people.add_consent(
        minor, {"scope": "storage", "given_on": "2026-11-01", "by_guardian": True}
    )
    office.merging.merge(grown, minor, {"birth_year": LOSE})
    assert office.lists.person(grown).values["birth_year"] == 2012


def test_told_apart_goes_along(office, pair):
    keep, lose = pair
    third = office.people.save({"last_name": "Müller", "first_name": "Hans"})
    office.doubles.tell_apart(lose, third)
    office.doubles.tell_apart(keep, lose)
    office.merging.merge(keep, lose)
    assert {row[-2:] for row in snapshot(office)["not_a_double"]} == {(keep, third)}
    office.history.undo()
    assert len(snapshot(office)["not_a_double"]) == 2


def test_merged_twice_all_numbers_lead_to_the_last(office, pair):
    keep, lose = pair
    third = office.people.save({"last_name": "Müller", "first_name": "Hans"})
    office.merging.merge(keep, lose)
    office.merging.merge(third, keep)
    with office.store.read() as connection:
        rows = connection.execute("SELECT number, person_id FROM merged_person ORDER BY number")
        assert rows.fetchall() == sorted([(keep, third), (lose, third)])


def test_a_list_that_knows_the_old_key_finds_the_one_that_stays(office, pair, tmp_path):
    path = tmp_path / "liste.csv"
    path.write_text(
        "Nachname;Vorname;Telefon;Kennung;Quelle\nAltmann;Ute;05653 77;K7;Alt\n", encoding="utf-8"
    )
    office.imports.run(office.imports.plan("people", path))
    first = office.people.save({"last_name": "Altmann", "first_name": "Ute"})
    (other,) = office.lists.people.ids(ListQuery(text="0565377"))
    office.merging.merge(first, other)
    path.write_text(
        "Nachname;Vorname;Telefon;Kennung;Quelle\nAltmann;Ute;05653 78;K7;Alt\n", encoding="utf-8"
    )
    report = office.imports.run(office.imports.plan("people", path))
    assert report.as_json()["counts"]["updated"] == 1
    assert office.lists.person(first).values["phone"] == "05653 78"


def test_the_wish_of_the_one_that_stays_wins(office):
    term = term_id(office, TermKind.ACTIVITY, "VORLESEN")
    keep = adult(office, terms=[{"term_id": term, "relation": "no"}])
    lose = adult(office, terms=[{"term_id": term, "relation": "wish"}])
    office.merging.merge(keep, lose)
    assert [one.relation for one in office.lists.person(keep).terms] == ["no"]
    office.history.undo()
    assert [one.relation for one in office.lists.person(lose).terms] == ["wish"]
