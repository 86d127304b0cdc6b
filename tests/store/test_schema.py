"""The store's shape: equal to the records, refused when foreign or newer, moved with a copy."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.model.enums import PaperKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import backup, schema, shape
from ehrenamt_desktop.store.check import check
from ehrenamt_desktop.store.connection import connect
from ehrenamt_desktop.store.engine import writing_engine
from ehrenamt_desktop.store.records import METADATA


def test_the_migrated_shape_is_that_of_the_records(office):
    engine = writing_engine(office.path, None)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_name": lambda name, kind, _parents: (
                    kind != "table" or ("_search" not in name and name != "person_line")
                ),
            },
        )
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_a_newer_store_is_refused_and_left_alone(office):
    _set_version(office, shape.CURRENT + 1)
    before = office.path.read_bytes()
    with pytest.raises(StoreUnavailable, match="neueren Fassung"):
        open_office(office.path)
    assert office.path.read_bytes() == before


def test_a_foreign_database_is_refused(office):
    _set_version(office, 0)
    with pytest.raises(StoreUnavailable, match="kein Bestand"):
        open_office(office.path)


def test_an_existing_file_is_never_overwritten(tmp_path: Path):
    path = tmp_path / "da.ehrenamt"
    path.write_text("wichtig")
    with pytest.raises(StoreUnavailable, match="gibt es an diesem Ort schon"):
        create_office(path)
    assert path.read_text() == "wichtig"


def test_an_older_store_is_copied_before_it_is_moved(office, monkeypatch):
    office.people.save({"last_name": "Müller"})
    office.close()
    monkeypatch.setattr(shape, "CURRENT", shape.CURRENT + 1)
    again = open_office(office.path)
    try:
        (copy,) = backup.all_in(office.path.parent / "sicherungen")
        assert backup.verify(copy).counts["person"] == 1
        with again.store.read() as connection:
            assert shape.version(connection) == shape.CURRENT
        assert again.lists.people.total() == 1
    finally:
        again.close()


def test_a_failing_migration_leaves_the_store_as_it_was(office, tmp_path, monkeypatch):
    office.people.save({"last_name": "Müller"})
    office.close()
    migrations = tmp_path / "migrations"
    shutil.copytree(Path(schema.__file__).parent / "migrations", migrations)
    (migrations / "versions" / "0008_breaks.py").write_text(
        "from alembic import op\n"
        "revision, down_revision, branch_labels, depends_on = '0009', '0008', None, None\n"
        "def upgrade():\n"
        "    op.execute('CREATE TABLE half (id INTEGER)')\n"
        "    op.execute('INSERT INTO missing VALUES (1)')\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(schema, "MIGRATIONS", migrations)
    monkeypatch.setattr(shape, "CURRENT", 9)
    with pytest.raises(Exception, match="missing"):
        open_office(office.path)
    connection = connect(office.path, None)
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert shape.version(connection) == 8
    assert "half" not in names
    assert connection.execute("SELECT count(*) FROM person").fetchone()[0] == 1
    connection.close()


def test_a_table_rebuilt_by_a_migration_keeps_what_refers_to_it(office, tmp_path, monkeypatch):
    """Without foreign keys switched off, the rebuild would delete all children."""
    number = office.people.save(
        {"last_name": "Müller", "terms": [{"term_id": 1, "relation": "wish"}]}
    )
    office.close()
    migrations = tmp_path / "migrations"
    shutil.copytree(Path(schema.__file__).parent / "migrations", migrations)
    (migrations / "versions" / "0009_rebuilds.py").write_text(
        "import sqlalchemy as sa\n"
        "from alembic import op\n"
        "revision, down_revision, branch_labels, depends_on = '0009', '0008', None, None\n"
        "def upgrade():\n"
        "    with op.batch_alter_table('person', recreate='always') as batch:\n"
        "        batch.add_column(sa.Column('extra', sa.String(5)))\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(schema, "MIGRATIONS", migrations)
    monkeypatch.setattr(shape, "CURRENT", 9)
    again = open_office(office.path)
    try:
        assert len(again.lists.person(number).terms) == 1
    finally:
        again.close()


def test_a_store_of_the_first_version_is_brought_up_to_date(tmp_path: Path):
    old = Path(__file__).parents[1] / "databases" / "0001.ehrenamt"
    path = tmp_path / "alt.ehrenamt"
    shutil.copyfile(old, path)
    office = open_office(path)
    try:
        people = office.lists.people
        (marion,) = people.ids(ListQuery(text="ulfen"))
        assert people.rows([marion])[0].last_name == "Dietzel"
        (gone,) = people.ids(ListQuery(text="muessig", filters={"archived": ("yes",)}))
        assert people.rows([gone])[0].first_name == "Jörg"
        assert people.ids(ListQuery(filters={"stage": ("proposed",)})) == [marion]
        assert office.history.next_undo() is not None
        (copy,) = backup.all_in(tmp_path / "sicherungen")
        assert backup.verify(copy).counts["person"] == 2
    finally:
        office.close()
    assert check(path, None).sound


def test_a_store_of_the_second_version_is_brought_up_to_date(tmp_path: Path):
    path = tmp_path / "alt.ehrenamt"
    shutil.copyfile(Path(__file__).parents[1] / "databases" / "0002.ehrenamt", path)
    office = open_office(path)
    try:
        (marion,) = office.lists.people.ids(ListQuery(text="ulfen"))
        office.people.save({"guardian2_name": "", "outcome": "Bleibt dran"}, marion)
        assert office.lists.person(marion).values["outcome"] == "Bleibt dran"
        assert "Jugendliche auf der Suche" in [row.name for row in office.views.all("people")]
        assert len(office.views.all("people")) == 4
        assert office.lists.people.ids(ListQuery(filters={"trash": ("yes",)})) == [marion + 1]
    finally:
        office.close()
    assert check(path, None).sound


def test_a_store_of_the_third_version_is_brought_up_to_date(tmp_path: Path):
    path = tmp_path / "alt.ehrenamt"
    shutil.copyfile(Path(__file__).parents[1] / "databases" / "0003.ehrenamt", path)
    office = open_office(path)
    try:
        (marion,) = office.lists.people.ids(ListQuery(text="dietzel"))
        (placement,) = office.lists.placements.ids(ListQuery(filters={}))
        office.placements.set_dates(placement, {"note": "Kommt am Freitag vorbei"})
        assert office.lists.placements.rows([placement])[0].person_id == marion
        assert office.history.next_undo() is not None
        with office.store.read() as connection:
            kinds = connection.execute("SELECT kind, code FROM follow_up").fetchall()
        assert kinds == [("answer_due", "")]
    finally:
        office.close()
    assert check(path, None).sound


def test_a_store_of_the_fourth_version_is_brought_up_to_date(tmp_path: Path):
    path = tmp_path / "alt.ehrenamt"
    shutil.copyfile(Path(__file__).parents[1] / "databases" / "0004.ehrenamt", path)
    office = open_office(path)
    try:
        assert office.weights.current().name == "Gleich"
        with office.store.read() as connection:
            law = {row[0] for row in connection.execute("SELECT key FROM legal_parameter")}
        assert {"ehrenamtspauschale", "ecard_jahre_werra_meissner"} <= law
        (paper,) = office.lists.postings.ids(ListQuery(filters={}))
        assert office.lists.postings.rows([paper])[0].kind is PaperKind.COUNCIL_LIST
        with office.store.read() as connection:
            added = connection.execute(
                "SELECT words, part, purpose, delete_on, board_id FROM posting"
            ).fetchall()
        assert added == [("", "", "", None, None)]
    finally:
        office.close()
    assert check(path, None).sound


def test_a_store_of_the_fifth_version_is_brought_up_to_date(tmp_path: Path):
    path = tmp_path / "alt.ehrenamt"
    shutil.copyfile(Path(__file__).parents[1] / "databases" / "0005.ehrenamt", path)
    office = open_office(path)
    try:
        (cost,) = office.money.costs(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
        assert cost.cents == 12_050
        with office.store.read() as connection:
            added = connection.execute(
                "SELECT restricted_on, restriction, notice_on, first_engagement FROM person"
            ).fetchall()
        assert set(added) == {(None, "", None, None)}
    finally:
        office.close()
    assert check(path, None).sound


def test_a_store_of_the_sixth_version_is_brought_up_to_date(tmp_path: Path):
    path = tmp_path / "alt.ehrenamt"
    shutil.copyfile(Path(__file__).parents[1] / "databases" / "0006.ehrenamt", path)
    office = open_office(path)
    try:
        names = [row.name for row in office.grants.programmes(dt.date(2026, 11, 23))]
        assert "STARKES DORF+" in names
        with office.store.read() as connection:
            kept = connection.execute("SELECT programme_id, application_id FROM follow_up")
            assert set(kept.fetchall()) == {(None, None)}
    finally:
        office.close()
    assert check(path, None).sound


def test_a_store_of_the_seventh_version_is_brought_up_to_date(tmp_path: Path):
    path = tmp_path / "alt.ehrenamt"
    shutil.copyfile(Path(__file__).parents[1] / "databases" / "0007.ehrenamt", path)
    office = open_office(path)
    try:
        (asked,) = office.grants.applications()
        assert asked.title == "Dorfladen"
        with office.store.read() as connection:
            added = connection.execute("SELECT lending_id, training_id FROM follow_up").fetchall()
            assert set(added) <= {(None, None)}
            assert connection.execute("SELECT count(*) FROM hand_out").fetchone() == (0,)
    finally:
        office.close()
    assert check(path, None).sound


def _set_version(office, number: int) -> None:
    office.close()
    connection = connect(office.path, None)
    connection.execute(f"PRAGMA user_version={number}")
    connection.close()


def test_the_words_of_a_new_version_come_with_its_tables_or_not_at_all(tmp_path: Path, monkeypatch):
    """A break-off between the two would leave an office without them for good."""
    path = tmp_path / "alt.ehrenamt"
    shutil.copyfile(Path(__file__).parents[1] / "databases" / "0006.ehrenamt", path)

    def full(_unit: object) -> None:
        raise StoreUnavailable("voll")

    def state() -> tuple[int, int]:
        connection = connect(path, None, readonly=True)
        question = "SELECT count(*) FROM journal_step WHERE action = 'Grundbestand ergänzt'"
        found = shape.version(connection), connection.execute(question).fetchone()[0]
        connection.close()
        return found

    before = state()
    monkeypatch.setattr("ehrenamt_desktop.services.seeding.renew", full)
    with pytest.raises(StoreUnavailable, match="voll"):
        open_office(path)
    assert state() == before
    monkeypatch.undo()
    open_office(path).close()
    assert state() == (shape.CURRENT, before[1] + 1)
