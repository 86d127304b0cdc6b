"""Safety copies: sound, beside a writer, never half, thinned by rule, restored by drill."""

from __future__ import annotations

import datetime as dt
import json
import os
import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.make_office import adult, make_office

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import Cancelled, StoreUnavailable
from ehrenamt_desktop.services import backups
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import backup, keyfile, places, restoring, thinning
from ehrenamt_desktop.store.check import check
from ehrenamt_desktop.store.schema import create_store
from ehrenamt_desktop.store.sealed import seal


@pytest.fixture
def secret_office(tmp_path, monkeypatch):
    """An encrypted office with a cheap key."""
    monkeypatch.setattr(keyfile, "usual_cost", lambda: keyfile.Cost(64, 1, 1))
    from ehrenamt_desktop.services.new_office import create_office

    path = tmp_path / "geheim.ehrenamt"
    create_office(path, passphrase="geheim")
    office = open_office(path, passphrase="geheim")
    yield office
    office.close()


def test_a_copy_is_whole_and_can_be_restored(secret_office, tmp_path):
    adult(secret_office, last_name="Müller")
    folder = secret_office.backups.make(tmp_path / "usb")
    manifest = backup.verify(folder)
    assert manifest.counts["person"] == 1
    assert set(manifest.files) == {"geheim.ehrenamt", "geheim.schluessel"}
    target = tmp_path / "neu" / "wieder.ehrenamt"
    target.parent.mkdir()
    backups.restore(folder, target, "geheim")
    again = open_office(target, passphrase="geheim")
    assert again.lists.person(1).values["last_name"] == "Müller"
    again.close()
    assert all(b"M\xc3\xbcller" not in file.read_bytes() for file in folder.iterdir())


def test_the_last_copy_is_known(office):
    assert office.backups.last() is None
    office.backups.make()
    assert office.backups.last().date() == dt.date(2026, 11, 23)


def test_a_restore_never_overwrites(office, tmp_path):
    folder = office.backups.make(tmp_path / "usb")
    before = office.path.read_bytes()
    with pytest.raises(StoreUnavailable, match="gibt es an diesem Ort schon"):
        backups.restore(folder, office.path)
    assert office.path.read_bytes() == before


@pytest.mark.parametrize("what", ["flip", "cut", "gone", "count", "manifest", "path"])
def test_a_changed_backup_is_refused_and_nothing_is_made(office, tmp_path, what):
    adult(office)
    folder = office.backups.make(tmp_path / "usb")
    copy, manifest = folder / office.path.name, folder / backup.MANIFEST
    content = json.loads(manifest.read_text())
    if what == "flip":
        data = bytearray(copy.read_bytes())
        data[len(data) // 2] ^= 1
        copy.write_bytes(bytes(data))
    elif what == "cut":
        copy.write_bytes(copy.read_bytes()[:-1])
    elif what == "gone":
        copy.unlink()
    elif what == "count":
        content["counts"]["person"] = 7
        manifest.write_text(json.dumps(seal(content)))
    elif what == "manifest":
        manifest.write_text("{")
    else:
        content["store"] = "../buero.ehrenamt"
        manifest.write_text(json.dumps(seal(content)))
    target = tmp_path / "wieder.ehrenamt"
    with pytest.raises(StoreUnavailable):
        backups.restore(folder, target)
    assert not target.exists()
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_a_copy_beside_a_writer_ends_and_is_consistent(office, tmp_path):
    adult(office)
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            office.people.save({"last_name": f"Name{number}"})
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        folders = [office.backups.make(tmp_path / f"usb{turn}") for turn in range(3)]
    finally:
        stop.set()
        writer.join()
    for folder in folders:
        assert check(folder / office.path.name, None).sound
        backup.verify(folder)


def test_a_cancelled_copy_leaves_nothing(office, tmp_path):
    class Stops:
        def step(self, done: int, total: int, text: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        office.backups.make(tmp_path / "usb", Stops())
    assert list((tmp_path / "usb").iterdir()) == []


def test_a_full_disk_is_said_before(office, tmp_path, monkeypatch):
    usage = type("Usage", (), {"free": 1000})()
    monkeypatch.setattr(backup.shutil, "disk_usage", lambda _path: usage)
    with pytest.raises(StoreUnavailable, match="nicht genug Platz"):
        office.backups.make(tmp_path / "usb")


MOMENTS = st.lists(
    st.datetimes(dt.datetime(2023, 1, 1), dt.datetime(2026, 12, 31)),  # noqa: DTZ001
    max_size=200,
    unique=True,
)


@given(moments=MOMENTS)
@settings(deadline=None)
def test_thinning_keeps_the_newest_and_enough(moments):
    gone = thinning.to_thin(moments)
    kept = set(moments) - gone
    assert gone <= set(moments)
    if moments:
        assert max(moments) in kept
        assert len({one.date() for one in kept}) >= min(12, len({m.date() for m in moments}))
        months = {(one.year, one.month) for one in moments}
        assert len({(one.year, one.month) for one in kept}) >= min(9, len(months))
        fresh = {one for one in moments if max(moments) - one < thinning.FRESH}
        assert fresh <= kept
        assert len(kept - fresh) <= thinning.DAYS + thinning.WEEKS + thinning.MONTHS
    assert thinning.to_thin(kept) == set()


def test_old_copies_are_thinned_and_strangers_left_alone(secret_office, tmp_path):
    office = secret_office
    to = tmp_path / "usb"
    stranger = to / "sicherung-von-hand"
    stranger.mkdir(parents=True)
    for day in range(40):
        with clock.frozen(dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC) + dt.timedelta(days=day)):
            backup.make(office.path, office.store.key, to)
    assert stranger.exists()
    assert 12 <= len(backup.all_in(to)) <= 31


def test_copies_that_nothing_tells_apart_are_never_thinned(office, tmp_path, tmp_path_factory):
    other_folder = tmp_path / "andere"
    other_folder.mkdir()
    other = make_office(other_folder, tmp_path_factory.getbasetemp())
    to = tmp_path / "usb"
    first = backup.make(office.path, None, to)
    second = backup.make(other.path, None, to)
    other.close()
    assert backup.all_in(to) == [first, second]


def test_a_check_finds_lost_search_words(office):
    adult(office)
    with office.store.write("Probe") as unit:
        unit.connection().exec_driver_sql("DELETE FROM person_search")
    report = office.backups.check()
    assert not report.sound
    assert "Suchverzeichnis" in report.faults[0]


def test_a_plain_store_has_no_key_file(tmp_path):
    create_store(tmp_path / "x.ehrenamt", None)
    assert sorted(one.suffix for one in tmp_path.iterdir()) == [".ehrenamt"]


def encrypted(folder, name="x.ehrenamt"):
    """An encrypted store with its key file, and its key."""
    path = folder / name
    key_file = path.with_suffix(keyfile.SUFFIX)
    key, _code = keyfile.create(key_file, "geheim", cost=keyfile.Cost(64, 1, 1))
    create_store(path, key)
    return path, key


def test_no_key_and_no_passphrase_stands_in_clear_in_any_file(secret_office, tmp_path):
    adult(secret_office, last_name="Dietzel", notes="Kennwort: geheim-nicht")
    folder = secret_office.backups.make()
    key = secret_office.store.key
    assert key is not None
    files = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert len(files) >= 6
    assert folder.parent.parent == tmp_path
    for file in files:
        content = file.read_bytes()
        for secret in (key, key.hex().encode(), b"geheim-", b"Dietzel", b"SQLite format 3"):
            assert secret not in content, file.name


def test_a_copy_without_a_sound_key_file_is_not_made(tmp_path):
    path, key = encrypted(tmp_path)
    key_file = path.with_suffix(keyfile.SUFFIX)
    content = key_file.read_text()
    key_file.write_text(content.replace('"salt": "', '"salt": "0'))
    with pytest.raises(StoreUnavailable, match="Schlüsseldatei"):
        backup.make(path, key, tmp_path / "usb")
    key_file.unlink()
    with pytest.raises(StoreUnavailable, match="fehlt oder ist beschädigt"):
        backup.make(path, key, tmp_path / "usb")
    assert not (tmp_path / "usb").exists()


@pytest.mark.usefixtures("frozen")
def test_copies_of_the_same_minute_have_names_of_their_own(tmp_path):
    path, key = encrypted(tmp_path)
    names = [backup.make(path, key, tmp_path / "usb").name for _ in range(3)]
    first = "sicherung-2026-11-23-1200"
    assert names == [first, f"{first}-2", f"{first}-3"]


def test_records_that_got_lost_on_the_way_are_noticed(office, tmp_path, monkeypatch):
    adult(office)
    real = backup.copy_store

    def loses(*args):
        found, mark = real(*args)
        return {**found, "person": 2}, mark

    monkeypatch.setattr(backup, "copy_store", loses)
    with pytest.raises(StoreUnavailable, match="unvollständig"):
        office.backups.make(tmp_path / "usb")
    assert list((tmp_path / "usb").iterdir()) == []


def test_a_damaged_store_gives_no_copy_and_pushes_no_sound_one_out(tmp_path):
    path, key = encrypted(tmp_path)
    good = backup.make(path, key, tmp_path / "usb")
    whole = bytearray(path.read_bytes())
    whole[-2000] ^= 1
    path.write_bytes(bytes(whole))
    with pytest.raises(StoreUnavailable):
        backup.make(path, key, tmp_path / "usb")
    assert [one.name for one in (tmp_path / "usb").iterdir()] == [good.name]
    assert backup.verify(good)


def test_stores_that_share_a_folder_do_not_push_each_other_out(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    mine, my_key = encrypted(tmp_path / "a")
    theirs, their_key = encrypted(tmp_path / "b")
    to = tmp_path / "usb"
    first = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)
    with clock.frozen(first):
        kept = backup.make(mine, my_key, to)
    for day in range(1, 45):
        with clock.frozen(first + dt.timedelta(days=day)):
            backup.make(theirs, their_key, to)
    assert kept in backup.all_in(to)
    assert len(backup.all_in(to)) < 40


def test_a_clock_that_went_back_does_not_cost_the_copy_just_made(office, tmp_path):
    to = tmp_path / "usb"
    for day in range(80):
        with clock.frozen(dt.datetime(2031, 1, 1, tzinfo=dt.UTC) + dt.timedelta(days=11 * day)):
            backup.make(office.path, None, to)
    folder = office.backups.make(to)
    assert folder in backup.all_in(to)


def test_what_a_crash_left_is_cleared_after_a_day(office, tmp_path):
    to = tmp_path / "usb"
    old, young, doomed = (to / f".sicherung-{name}" for name in ("a.neu", "b.neu", "c.alt"))
    for left in (old, young, doomed):
        left.mkdir(parents=True)
        (left / "buero.ehrenamt").write_bytes(b"half")
    yesterday = time.time() - backup.STALE_SECONDS - 60
    os.utime(old, (yesterday, yesterday))
    office.backups.make(to)
    assert (old.exists(), young.exists(), doomed.exists()) == (False, True, False)


def test_copies_may_lie_on_a_network_drive_and_stores_may_not(office, tmp_path, monkeypatch):
    share = tmp_path / "share"
    share.mkdir()
    monkeypatch.setattr(places, "on_network", lambda path: path.is_relative_to(share))
    folder = office.backups.make(share)
    assert backup.verify(folder)
    with pytest.raises(StoreUnavailable, match="Netzlaufwerk"):
        restoring.restore(folder, share / "neu.ehrenamt", None)
    with pytest.raises(StoreUnavailable, match="Netzlaufwerk"):
        open_office(folder / office.path.name)
    restoring.restore(folder, tmp_path / "neu.ehrenamt", None)
    assert check(tmp_path / "neu.ehrenamt", None).sound


def test_a_log_left_at_the_target_is_not_played_into_what_is_restored(office, tmp_path):
    folder = office.backups.make(tmp_path / "usb")
    target = tmp_path / "wieder.ehrenamt"
    log = target.with_name(target.name + "-wal")
    log.write_bytes(b"log of another store")
    with pytest.raises(StoreUnavailable, match="-wal"):
        restoring.restore(folder, target, None)
    assert log.read_bytes() == b"log of another store"
    assert not target.exists()


def test_a_foreign_key_file_at_the_target_is_not_replaced(tmp_path):
    path, key = encrypted(tmp_path)
    folder = backup.make(path, key, tmp_path / "usb")
    target = tmp_path / "wieder.ehrenamt"
    other = target.with_suffix(keyfile.SUFFIX)
    other.write_text("wichtig")
    with pytest.raises(StoreUnavailable, match=r"wieder\.schluessel"):
        restoring.restore(folder, target, key)
    assert other.read_text() == "wichtig"


def test_a_restore_with_the_wrong_key_makes_nothing(tmp_path):
    path, key = encrypted(tmp_path)
    folder = backup.make(path, key, tmp_path / "usb")
    target = tmp_path / "wieder.ehrenamt"
    with pytest.raises(StoreUnavailable):
        restoring.restore(folder, target, bytes(32))
    with pytest.raises(StoreUnavailable):
        backups.restore(folder, target, "falsch")
    assert not list(tmp_path.glob("*wieder*"))
    assert oct(folder.stat().st_mode & 0o777) == "0o700"


@pytest.mark.parametrize("turn", range(4))
def test_every_changed_byte_of_a_backup_is_noticed(tmp_path, turn):
    path, key = encrypted(tmp_path)
    folder = backup.make(path, key, tmp_path / "usb")
    for file in (folder / path.name, (folder / path.name).with_suffix(keyfile.SUFFIX)):
        whole = file.read_bytes()
        for place in range(turn, len(whole), len(whole) // 15):
            changed = bytearray(whole)
            changed[place] ^= 1 << turn
            file.write_bytes(bytes(changed))
            with pytest.raises(StoreUnavailable, match="unvollständig oder verändert"):
                backup.verify(folder)
        file.write_bytes(whole)
    assert backup.verify(folder)


HOSTILE = {
    "format": 99,
    "made_at": "gestern",
    "store": "..\\..\\x",
    "files": {"/etc/passwd": ""},
    "counts": {"person": "viele"},
    "revision": None,
}


@pytest.mark.parametrize("field", HOSTILE)
def test_a_hostile_manifest_is_no_backup(office, tmp_path, field):
    folder = office.backups.make(tmp_path / "usb")
    manifest = folder / backup.MANIFEST
    content = json.loads(manifest.read_text())
    manifest.write_text(json.dumps(seal(content | {field: HOSTILE[field]})))
    with pytest.raises(StoreUnavailable):
        backup.verify(folder)
    assert backup.all_in(tmp_path / "usb") == []
    assert folder.exists()


OTHER = {"made_at": "2031-01-01T00:00:00+00:00", "mark": "9", "revision": 6, "program": "9"}


@pytest.mark.parametrize("field", OTHER)
def test_a_manifest_that_was_changed_is_not_believed(office, tmp_path, field):
    folder = office.backups.make(tmp_path / "usb")
    manifest = folder / backup.MANIFEST
    content = json.loads(manifest.read_text())
    manifest.write_text(json.dumps(content | {field: OTHER[field]}))
    with pytest.raises(StoreUnavailable, match="verändert"):
        backup.verify(folder)
    del content["digest"]
    manifest.write_text(json.dumps(content))
    with pytest.raises(StoreUnavailable, match="verändert"):
        backup.verify(folder)


def test_a_backup_of_the_first_format_can_still_be_restored(office, tmp_path):
    """Its manifest had no digest."""
    folder = office.backups.make(tmp_path / "usb")
    manifest = folder / backup.MANIFEST
    content = json.loads(manifest.read_text()) | {"format": 1}
    del content["digest"]
    manifest.write_text(json.dumps(content))
    backups.restore(folder, tmp_path / "wieder.ehrenamt")
    assert (tmp_path / "wieder.ehrenamt").exists()
