"""The check: silent on a sound store, one German sentence for each kind of fault."""

from __future__ import annotations

import json
import random
import threading

import pytest
from tests.make_office import adult

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.store import check as checking
from ehrenamt_desktop.store import keyfile, shape, wrapping
from ehrenamt_desktop.store.check import check, check_copy
from ehrenamt_desktop.store.connection import connect, create
from ehrenamt_desktop.store.schema import create_store

KEY = bytes(range(32))
PAGE = 4096


def run(path, key, *statements) -> None:
    """Change a store behind the program's back."""
    connection = connect(path, key)
    connection.execute("PRAGMA foreign_keys=OFF").fetchall()
    for statement in statements:
        connection.execute(statement).fetchall()
    connection.close()


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "x.ehrenamt"
    create_store(path, KEY)
    return path


def test_a_sound_store_has_no_faults(office):
    adult(office)
    report = check(office.path, None)
    assert report.sound
    assert report.faults == ()
    assert report.revision == shape.CURRENT
    assert report.counts["person"] == 1
    assert not [name for name in report.counts if "_search" in name]
    told = json.loads(json.dumps(report.as_json()))
    assert set(told) == {"sound", "revision", "counts", "faults"}
    assert told["counts"]["place"] == report.counts["place"]


def test_a_check_changes_nothing(store):
    before = store.read_bytes()
    check(store, KEY)
    assert store.read_bytes() == before
    assert [one.name for one in store.parent.iterdir()] == [store.name]


def test_a_check_of_a_copy_puts_nothing_beside_it_and_reads_no_log(store):
    before = store.read_bytes()
    store.with_name(store.name + "-wal").write_bytes(b"rubbish" * 1000)
    assert check_copy(store, KEY).sound
    assert store.read_bytes() == before
    assert len(list(store.parent.iterdir())) == 2


def test_a_foreign_database_is_none_of_ours(tmp_path):
    path = tmp_path / "fremd.ehrenamt"
    create(path, KEY)
    run(path, KEY, "CREATE TABLE t (x)")
    with pytest.raises(StoreUnavailable, match="kein Bestand von Ehrenamt Desktop"):
        check(path, KEY)


def test_a_broken_search_index_is_told_from_broken_records(office):
    for number in range(30):
        adult(office, last_name=f"Name{number}")
    office.close()
    run(office.path, None, "DELETE FROM person_search_data WHERE id > 10")
    report = check(office.path, None)
    assert not report.sound
    assert report.faults == (checking.SEARCH_DAMAGED,)


def test_a_lost_search_table_is_a_fault(store):
    run(store, KEY, "DROP TABLE person_search")
    assert not check(store, KEY).sound


def test_dangling_references_are_found(office):
    adult(office)
    office.close()
    run(office.path, None, "UPDATE person SET place_id = 99999")
    report = check(office.path, None)
    assert report.faults == (checking.DANGLING,)


def test_zeroed_pages_of_an_encrypted_store_are_all_found(store):
    whole = store.read_bytes()
    pages = len(whole) // PAGE
    assert pages > 50
    missed = []
    for page in range(pages):
        changed = bytearray(whole)
        changed[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
        store.write_bytes(bytes(changed))
        if _sound(store):
            missed.append(page)
    store.write_bytes(whole)
    assert missed == []
    assert _sound(store)


def test_pages_that_changed_places_are_found(store):
    """Each page is sealed with its number: whole pages in the wrong place do not pass."""
    whole = store.read_bytes()
    dice = random.Random(7)
    for _turn in range(20):
        one, other = dice.sample(range(1, len(whole) // PAGE), 2)
        changed = bytearray(whole)
        changed[one * PAGE : (one + 1) * PAGE] = whole[other * PAGE : (other + 1) * PAGE]
        store.write_bytes(bytes(changed))
        assert not _sound(store)


def test_damage_of_a_plain_store_is_reported_not_raised(office):
    for number in range(200):
        adult(office, last_name=f"Name{number}")
    office.close()
    whole = bytearray(office.path.read_bytes())
    middle = len(whole) // PAGE * 3 // 4 * PAGE
    whole[middle : middle + 20 * PAGE] = bytes(20 * PAGE)
    office.path.write_bytes(bytes(whole))
    report = check(office.path, None)
    assert not report.sound
    assert all("Bitte stellen Sie" in fault for fault in report.faults)


def test_a_damaged_key_file_is_a_fault(tmp_path):
    path = tmp_path / "x.ehrenamt"
    key_file = path.with_suffix(keyfile.SUFFIX)
    key, _code = keyfile.create(key_file, "geheim", cost=keyfile.Cost(64, 1, 1))
    create_store(path, key)
    assert check(path, key).sound
    key_file.write_text(key_file.read_text().replace('"nonce": "', '"nonce": "00'))
    report = check(path, key)
    assert report.faults == (wrapping.DAMAGED,)


def test_a_check_beside_a_busy_writer_raises_no_false_alarm(store):
    stop = threading.Event()

    def write() -> None:
        connection = connect(store, KEY)
        connection.execute("PRAGMA wal_autocheckpoint=5").fetchall()
        number = 0
        while not stop.is_set():
            connection.execute(
                "INSERT INTO setting(version, created_at, changed_at, source, key, value) "
                "VALUES (1, '2026-01-01', '2026-01-01', '', ?, ?)",
                (f"k{number}", "wert" * 500),
            ).fetchall()
            number += 1
        connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        reports = [check(store, KEY) for _ in range(30)]
    finally:
        stop.set()
        writer.join()
    assert [report.faults for report in reports if not report.sound] == []
    assert reports[-1].counts["setting"] > reports[0].counts["setting"]


class _Answers:
    """A connection that answers as if each reading met another page half written."""

    def __init__(self, *readings: list[str]) -> None:
        self._readings = iter(readings)

    def execute(self, _: str) -> _Answers:
        return self

    def fetchall(self) -> list[tuple[str]]:
        return [(words,) for words in next(self._readings)]


@pytest.mark.parametrize(
    ("readings", "broken"),
    [
        ([[]], set()),
        ([["page 3"], []], set()),
        ([["page 3"], ["page 9"]], set()),
        ([["page 3", "page 8"]] * 2 + [["page 3"]] * 2, {"page 3"}),
    ],
)
def test_a_page_is_broken_if_every_reading_says_so(readings, broken):
    assert checking.broken_seals(_Answers(*readings), {"page 3", "page 7"}) == broken


def _sound(path) -> bool:
    try:
        return check(path, KEY).sound
    except StoreUnavailable:
        return False
