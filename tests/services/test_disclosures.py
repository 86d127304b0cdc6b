"""Art. 15 GDPR: every column of every table that speaks of a person reaches the disclosure."""

from __future__ import annotations

import datetime as dt
import json
import re

import pypdf
import pytest
from tests.make_office import adult, offer, place_id

from ehrenamt_desktop.errors import DomainError, StoreUnavailable
from ehrenamt_desktop.model.columns.disclosure import BOOKED, LABELS, NOT_THEIRS, TITLES, UNSAID
from ehrenamt_desktop.model.enums import (
    ErasureReason,
    HandOutWay,
    InteractionKind,
    Kind,
    PaperKind,
    PlacementState,
    StatementAnswer,
    TermRelation,
)
from ehrenamt_desktop.model.records.document import Document, HandOut, HandOutItem
from ehrenamt_desktop.model.records.erasure import Erasure
from ehrenamt_desktop.model.records.hours import HourEntry
from ehrenamt_desktop.model.records.initiative import Interest
from ehrenamt_desktop.model.records.network import Actor, Lending, Referral, Resource
from ehrenamt_desktop.model.records.person import (
    Credential,
    Household,
    MergedPerson,
    NotADouble,
    Person,
    PersonTerm,
)
from ehrenamt_desktop.model.records.placement import Interaction
from ehrenamt_desktop.model.records.plan import Competence, Plan, PlanStep, StatementReply
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.model.records.report import Edition, EditionCase
from ehrenamt_desktop.model.records.training import Attendance, Training
from ehrenamt_desktop.store.reads.holdings import APART, BY_HAND, NAMED_BY_KIND, holdings
from ehrenamt_desktop.store.records import METADATA

DAY = dt.date(2026, 11, 23)
MONTH = dt.date(2026, 10, 1)
SAID = {"content", "before", "after", "subjects", "kind", "parts"}
"""Text columns that hold something with a form of its own."""


def by_schema():
    """The tables from which a foreign key leads to a person."""
    found = {"person"}
    for table in METADATA.sorted_tables:
        if any(key.column.table.name in found for key in table.foreign_keys):
            found.add(table.name)
    return found


def test_each_table_is_told_or_said_to_hold_nothing_of_people():
    assert set(TITLES) == set(METADATA.tables) - set(APART)
    assert by_schema() <= set(TITLES)
    assert set(TITLES) == by_schema() | BY_HAND | set(NAMED_BY_KIND)


@pytest.mark.parametrize("table", TITLES)
def test_each_column_has_a_name(table):
    columns = {column.name for column in METADATA.tables[table].columns}
    assert columns - UNSAID - BOOKED <= set(LABELS[table])


@pytest.fixture
def ida(office):
    """Somebody about whom every table holds a row."""
    person = adult(office, place_id=place_id(office, "Ulfen"), first_name="Ida")
    other = adult(office, first_name="Geheim", last_name="Nachbarin")
    work = offer(office)
    [placement] = office.placements.propose(person, [work])
    office.placements.move(placement, PlacementState.PASSED_ON)
    body = office.lists.offer(work).values["initiative_id"]
    office.autosaves.keep("k", Kind.PERSON, person, {}, {"note": "Merkwort-autosave"})
    with office.store.write("Probe") as unit:
        household = Household(name="x")
        edition = Edition(number=1, kind=PaperKind.COUNCIL_LIST, title="x", start_on=MONTH,
                          end_on=DAY, on=DAY, hash="x", definitions="{}", figures="{}",
                          words="{}")  # fmt: skip
        paper = Document(title="Merkblatt")
        course, tent = Training(title="Erste Hilfe"), Resource(name="Zelt")
        office_of_jobs = Actor(name="Jobcenter")
        plan = Plan(person_id=person, aim="x", started_on=DAY)
        given = HandOut(on=DAY, way=HandOutWay.BY_HAND, person_id=person)
        unit.add_all([household, edition, paper, course, tent, office_of_jobs, plan, given])
        unit.flush()
        unit.get(Person, person).household_id = household.id
        for row in (
            PersonTerm(person_id=person, term_id=1, relation=TermRelation.WISH),
            Credential(person_id=person, term_id=1, held=True),
            Interest(initiative_id=body, person_id=person, on=DAY, note="x"),
            MergedPerson(person_id=person, number=900),
            NotADouble(person_id=person, other_id=other),
            Posting(kind=PaperKind.LETTER, title="x", person_id=person, printed_on=DAY, path="x"),
            Attendance(training_id=course.id, person_id=person),
            PlanStep(plan_id=plan.id, person_id=person, title="x"),
            Competence(person_id=person, title="x"),
            StatementReply(person_id=person, statement="x", answer=StatementAnswer.AGREE, on=DAY),
            Referral(actor_id=office_of_jobs.id, person_id=person, on=DAY),
            Lending(resource_id=tent.id, person_id=person, lent_on=DAY, due_on=DAY),
            HandOutItem(hand_out_id=given.id, document_id=paper.id),
            HourEntry(placement_id=placement, month=MONTH, hours=3.0),
            Interaction(kind=InteractionKind.CALL, on=DAY, person_id=person, subject="x"),
            Erasure(kind=Kind.PERSON, record_id=person, reason=ErasureReason.REQUEST),
            EditionCase(edition_id=edition.id, figure="x", kind=Kind.PERSON, record=person,
                        municipality="x", age_group="x", area="x", quarter="x"),
        ):  # fmt: skip
            unit.add(row)
    return person


def mark(office, person):
    """Put a word of its own into every text column of every row; returns the words."""
    marked = {}
    with office.store.write("Merkworte") as unit:
        connection = unit.connection().connection.driver_connection
        for table, rows in holdings(connection, person).items():
            columns = METADATA.tables[table].columns
            for row in rows[:1] if table != "journal_entry" else ():
                for column in columns:
                    plain = getattr(column.type, "vocabulary", None) is None
                    theirs = column.name in NOT_THEIRS.get(table, ())
                    if (
                        plain
                        and not theirs
                        and "CHAR" in str(column.type)
                        and column.name not in SAID
                    ):
                        word = f"Merkwort-{table}-{column.name}".replace("_", "-")
                        marked[table, column.name] = word
                        connection.execute(
                            f'UPDATE "{table}" SET "{column.name}" = ? WHERE id = ?',
                            (word, row["id"]),
                        )
    return marked


def text_of(path):
    """All words of a PDF without blanks and line breaks."""
    said = "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    return re.sub(r"\s", "", said)


def test_every_word_kept_of_a_person_reaches_the_files(office, ida, tmp_path):
    marked = mark(office, ida)
    assert {table for table, _ in marked} == set(TITLES) - {"journal_entry"}
    folder = office.disclosures.write(ida, tmp_path)
    assert sorted(one.name for one in folder.iterdir()) == [
        f"auskunft-{ida}.json", f"auskunft-{ida}.pdf", f"auskunft-{ida}.vcf",
    ]  # fmt: skip
    told = (folder / f"auskunft-{ida}.json").read_text(encoding="utf-8")
    assert [word for word in marked.values() if word not in told] == []
    printed = text_of(folder / f"auskunft-{ida}.pdf")
    on_paper = {
        key: word for key, word in marked.items()
        if key[1] not in UNSAID and (key[1] not in BOOKED or key[0] == "person")
    }  # fmt: skip
    assert [word for word in on_paper.values() if word not in printed] == []


def test_all_columns_stand_in_the_file_for_programs(office, ida, tmp_path):
    folder = office.disclosures.write(ida, tmp_path)
    data = json.loads((folder / f"auskunft-{ida}.json").read_text(encoding="utf-8"))["daten"]
    assert set(data) == set(TITLES)
    for table, rows in data.items():
        columns = {column.name for column in METADATA.tables[table].columns}
        assert all(set(row) == columns - NOT_THEIRS.get(table, set()) for row in rows), table
    assert data["person"][0]["first_name"] == "Ida"
    assert len(data["person"]) == 1


def test_recipients_are_named_and_other_people_are_not(office, ida, tmp_path):
    found = office.disclosures.of(ida)
    [recipient] = found.recipients
    assert recipient.on == DAY
    assert "Stadtbücherei" in recipient.name
    folder = office.disclosures.write(ida, tmp_path)
    for one in folder.iterdir():
        said = text_of(one) if one.suffix == ".pdf" else one.read_text(encoding="utf-8")
        assert "Nachbarin" not in said
        assert "Geheim" not in said


def test_a_change_that_speaks_of_somebody_else_stays_out(office, ida, tmp_path):
    other = adult(office, first_name="Bert", last_name="Zwei")
    talk = office.interactions.add(
        {"kind": "call", "on": DAY, "person_id": ida, "note": "Über Bert"}
    )
    with office.store.write("Gespräch umgehängt") as unit:
        unit.get(Interaction, talk).person_id = other
    folder = office.disclosures.write(ida, tmp_path)
    for one in folder.iterdir():
        said = text_of(one) if one.suffix == ".pdf" else one.read_text(encoding="utf-8")
        assert "ÜberBert" not in said.replace(" ", "")


def test_a_call_note_of_the_same_number_belongs_to_it(office, ida):
    office.people.save({"phone": "05653 977717"}, ida)
    said = {"caller": "unbekannt", "caller_phone": "+49 5653 97-77-17", "note": "Ruft", "on": DAY}
    office.calls.keep(said)
    calls = [row for row in office.disclosures.of(ida).rows["interaction"] if row["caller"]]
    assert [row["note"] for row in calls] == ["Ruft"]


def test_it_stands_in_the_course_and_its_copy_is_to_be_deleted(office, ida, tmp_path):
    folder = office.disclosures.write(ida, tmp_path)
    assert folder == tmp_path / f"auskunft-{ida}"
    subjects = [one.title for one in office.lists.person(ida).history]
    assert any("Auskunft nach Art. 15 DSGVO" in one for one in subjects)
    due = [one for one in office.lists.follow_ups(days=30) if "Auskunft" in one.title]
    assert [one.due_on for one in due] == [dt.date(2026, 12, 7)]
    again = office.disclosures.write(ida, tmp_path)
    assert again.name == f"auskunft-{ida} (2)"


def test_nobody_and_nowhere(office, tmp_path):
    with pytest.raises(DomainError):
        office.disclosures.write(99, tmp_path)
    with pytest.raises(StoreUnavailable):
        office.disclosures.write(adult(office), tmp_path / "weg")
    assert list(tmp_path.glob("ausk*")) == []
