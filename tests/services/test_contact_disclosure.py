"""Art. 15 GDPR for contact persons: everything of theirs, nothing of the volunteers they met."""

from __future__ import annotations

import datetime as dt
import json
import re

import pypdf
import pytest
from tests.make_office import adult, offer

from ehrenamt_desktop.errors import DomainError, StoreUnavailable
from ehrenamt_desktop.model.columns.disclosure import (
    BOOKED,
    CONTACT_LABELS,
    CONTACT_TITLES,
    UNSAID,
)
from ehrenamt_desktop.model.enums import Kind, PaperKind, PlacementState
from ehrenamt_desktop.model.records.training import Attendance, Training
from ehrenamt_desktop.store.reads.contact_holdings import NAMING, contact_holdings
from ehrenamt_desktop.store.records import METADATA

DAY = dt.date(2026, 11, 20)
FORM = {"publish_consent_on": DAY, "publish_consent_form": "written"}


@pytest.fixture
def rosa(office):
    """A contact person named by an offer, who was told of a volunteer."""
    body = office.initiatives.save({"name": "Förderverein Stadtbücherei"})
    values = {"last_name": "Köhler", "first_name": "Rosa", "function": "Vorsitz",
              "phone": "05653 11", "email": "rosa@example.org", **FORM}  # fmt: skip
    contact = office.initiatives.save_contact(body, values)
    work = offer(office, initiative_id=body, contact_id=contact)
    volunteer = adult(office, first_name="Geheim", last_name="Nachtigall", phone="05653 99")
    [placement] = office.placements.propose(volunteer, [work])
    office.placements.move(placement, PlacementState.PASSED_ON)
    office.initiatives.save_contact(body, {**values, "phone": "05653 12"}, contact)
    office.privacy_papers.handed(Kind.CONTACT, contact, DAY)
    with office.store.write("Probe") as unit:
        course = Training(title="Erste Hilfe")
        unit.add(course)
        unit.flush()
        unit.add(Attendance(training_id=course.id, contact_id=contact))
    return contact


def printed(folder):
    (path,) = folder.glob("*.pdf")
    return re.sub(r"\s", "", "".join(p.extract_text() for p in pypdf.PdfReader(path).pages))


def test_no_table_that_names_a_contact_is_forgotten():
    naming = {
        table.name
        for table in METADATA.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == "contact_person"
    }
    assert set(NAMING) == naming
    assert set(CONTACT_TITLES) == {"contact_person", "journal_entry", *naming}
    columns = {one.name for one in METADATA.tables["contact_person"].columns}
    assert columns - UNSAID - BOOKED <= set(CONTACT_LABELS["contact_person"])


def test_everything_of_hers_is_told(office, rosa, tmp_path):
    with office.store.write("Merkworte") as unit:
        connection = unit.connection().connection.driver_connection
        marked = {}
        for table in ("contact_person", "attendance", "consent", "passed_contact"):
            [row, *_] = contact_holdings(connection, rosa)[table]
            for column in METADATA.tables[table].columns:
                plain = getattr(column.type, "vocabulary", None) is None
                if column.name in row and plain and "CHAR" in str(column.type):
                    marked[table, column.name] = word = f"Merk-{table}-{column.name}"
                    connection.execute(
                        f'UPDATE "{table}" SET "{column.name}" = ? WHERE id = ?', (word, row["id"])
                    )
    assert len(marked) > 10
    folder = office.disclosures.write_contact(rosa, tmp_path)
    told = json.loads((folder / f"{folder.name}.json").read_text("utf-8"))
    assert set(told["daten"]) == set(CONTACT_TITLES)
    said = json.dumps(told)
    assert [word for word in marked.values() if word not in said] == []
    paper = printed(folder)
    on_paper = [
        word for (table, column), word in marked.items()
        if column not in UNSAID and (column not in BOOKED or table == "contact_person")
    ]  # fmt: skip
    assert [word for word in on_paper if word not in paper] == []
    assert "05653 11" in said  # the former number stands in the changes
    assert "Telefon:0565311→" in paper.replace("->", "→")


def test_the_volunteers_are_not_in_it(office, rosa, tmp_path):
    folder = office.disclosures.write_contact(rosa, tmp_path)
    assert folder.name == f"auskunft-ansprechperson-{rosa}"
    for one in folder.iterdir():
        said = printed(folder) if one.suffix == ".pdf" else one.read_text(encoding="utf-8")
        assert "Nachtigall" not in said
        assert "Geheim" not in said
        assert "05653 99" not in said
        assert "0565399" not in said
    paper = printed(folder)
    assert "niemandemweitergegeben" not in paper
    assert "WerimEinzelnen,hältdasProgrammnichtfest" in paper


def test_it_stands_in_the_course_of_the_initiative(office, rosa, tmp_path):
    office.disclosures.write_contact(rosa, tmp_path)
    [row] = office.disclosures.of_contact(rosa).rows["contact_person"]
    course = office.lists.initiative(row["initiative_id"]).history
    assert any(PaperKind.DISCLOSURE.label in one.title for one in course)
    due = [one for one in office.lists.follow_ups(days=30) if "Ansprechperson" in one.title]
    assert [one.due_on for one in due] == [dt.date(2026, 12, 7)]


def test_nobody_and_nowhere(office, rosa, tmp_path):
    with pytest.raises(DomainError):
        office.disclosures.write_contact(99, tmp_path)
    with pytest.raises(StoreUnavailable):
        office.disclosures.write_contact(rosa, tmp_path / "weg")
