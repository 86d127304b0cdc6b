"""A store goes to another desk and comes back: nothing is lost, and only one side writes."""

from __future__ import annotations

import datetime as dt
import errno
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from tests.clear_text import traces

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, StoreUnavailable
from ehrenamt_desktop.model.handing import Handed
from ehrenamt_desktop.services import backups
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import FOLDER, open_office
from ehrenamt_desktop.store import backup, durable, erased_list, handing, keyfile
from ehrenamt_desktop.store.connection import connect

OWN = "Kirsche Amboss leise Dachrinne"


@pytest.fixture
def cheap(monkeypatch):
    monkeypatch.setattr(keyfile, "usual_cost", lambda: keyfile.Cost(64, 1, 1))


@pytest.fixture
def opened(frozen):
    """Opens offices and closes them in the end."""
    made = []

    def run(path):
        made.append(open_office(path, passphrase=OWN))
        return made[-1]

    yield run
    for one in made:
        one.close()


@pytest.fixture
def desk_office(tmp_path, cheap, opened):
    """The office at the town hall with three people."""
    path = tmp_path / "rathaus" / "buero.ehrenamt"
    path.parent.mkdir()
    create_office(path, passphrase=OWN)
    office = opened(path)
    for name in ("Dietzel", "Gliem", "Ohnsorge"):
        office.people.save({"last_name": name, "first_name": "Marion"})
    return office


@pytest.fixture
def stick(tmp_path):
    return tmp_path / "stick"


@pytest.fixture
def away(desk_office, stick, tmp_path, opened):
    """The same office on the laptop, after it was handed over."""
    folder = desk_office.handing.hand_over(stick, "  Laptop   der Vertretung ")
    target = tmp_path / "laptop" / "unterwegs.ehrenamt"
    target.parent.mkdir()
    backups.restore(folder, target, OWN)
    return opened(target)


def replaced(office, folder, opened):
    """What the window does: close, put the return in place, open again."""
    path, key = office.path, office.store.key
    office.close()
    backups.replace(folder, path, key)
    return opened(path)


def people(office):
    with office.store.read() as connection:
        found = connection.execute("SELECT last_name FROM person ORDER BY id").fetchall()
    return [name for (name,) in found]


def test_after_handing_over_only_the_other_side_writes(desk_office, away, opened, stick):
    (folder,) = stick.iterdir()
    assert folder.name.startswith(handing.PREFIX)
    assert backup.verify(folder).counts["person"] == 3
    for office in (desk_office, opened(desk_office.path)):
        assert office.read_only
        assert office.handing.state().whom == "Laptop der Vertretung"
        with pytest.raises(DomainError, match="übergeben: Laptop der Vertretung"):
            office.people.save({"last_name": "Rimbach"})
        with pytest.raises(DomainError):
            office.history.undo()
    assert away.handing.state() is None
    away.people.save({"last_name": "Rimbach"})


def test_what_comes_back_holds_everything(desk_office, away, opened, tmp_path):
    away.people.save({"last_name": "Rimbach"})
    away.people.save({"last_name": "Dietzel-Gliem"}, 1)
    away.merging.merge(2, 3)
    back = away.handing.hand_over(tmp_path / "zurueck", "Rathaus")
    found = desk_office.handing.examine(back)
    assert found.steps == 3
    assert (found.then["person"], found.now["person"]) == (3, 3)
    office = replaced(desk_office, back, opened)
    assert not office.read_only
    assert people(office) == ["Dietzel-Gliem", "Gliem", "Rimbach"]
    assert away.read_only
    office.people.save({"last_name": "Weiter"})
    again = office.handing.hand_over(tmp_path / "zweites", "Laptop")
    assert away.handing.examine(again).steps == 1  # and the other way round
    assert people(replaced(away, again, opened))[-1] == "Weiter"
    assert list(traces(tmp_path, [OWN, office.store.key, "Rimbach", "Ohnsorge"])) == []


def test_a_return_is_known_though_its_journal_grew_old(desk_office, tmp_path, stick, opened):
    with clock.frozen(dt.date(2030, 1, 7)):
        folder = desk_office.handing.hand_over(stick, "Laptop")
        target = tmp_path / "laptop.ehrenamt"
        backups.restore(folder, target, OWN)
        away = opened(target)
        away.people.save({"last_name": "Rimbach"})
        with closing(connect(target, away.store.key)) as connection:
            old = "(SELECT id FROM journal_step WHERE at < '2029-12-31')"
            connection.execute(f"DELETE FROM journal_entry WHERE step_id IN {old}")
            connection.execute(f"DELETE FROM journal_step WHERE id IN {old}")
        back = away.handing.hand_over(tmp_path / "zurueck", "Rathaus")
        found = desk_office.handing.examine(back)
    assert (found.steps, found.now["person"]) == (1, 4)


def test_whom_either_side_erased_stays_erased_on_both(desk_office, stick, tmp_path, opened):
    before = desk_office.path.parent / FOLDER
    erased_list.add(before, {"erased here"})
    folder = desk_office.handing.hand_over(stick, "Laptop")
    target = tmp_path / "laptop" / "buero.ehrenamt"
    target.parent.mkdir()
    backups.restore(folder, target, OWN)
    there = target.parent / FOLDER
    assert erased_list.marks(there) == {"erased here"}
    erased_list.add(there, {"erased there"})
    back = opened(target).handing.hand_over(tmp_path / "zurueck", "Rathaus")
    replaced(desk_office, back, opened)
    assert erased_list.marks(before) == {"erased here", "erased there"}


def test_an_empty_office_goes_and_comes(cheap, opened, tmp_path, frozen):
    create_office(tmp_path / "leer.ehrenamt", passphrase=OWN)
    office = opened(tmp_path / "leer.ehrenamt")
    folder = office.handing.hand_over(tmp_path / "stick", "Laptop")
    assert office.handing.examine(folder).steps == 0


def test_a_return_that_lost_something_is_refused(desk_office, away, tmp_path):
    back = away.backups.make(tmp_path / "zurueck")
    _spoil(back, away.store.key, "DELETE FROM person WHERE id = 2")
    with pytest.raises(DomainError, match=r"Person \(1\)"):
        desk_office.handing.examine(back)
    back = away.backups.make(tmp_path / "noch eins")
    _spoil(back, away.store.key, "UPDATE person SET version = 0 WHERE id < 3")
    with pytest.raises(DomainError, match=r"Person \(2\)"):
        desk_office.handing.examine(back)


def test_an_erased_person_is_not_missed_but_others_are(desk_office, away, tmp_path):
    done = (
        "INSERT INTO erasure (version, created_at, changed_at, source, kind, record_id, reason, "
        "rule, file_number, done_on, note) VALUES (1, '2026-11-24', '2026-11-24', '', 'person', "
        "2, 'request', '', '', '2026-11-24', '')"
    )
    back = away.backups.make(tmp_path / "zurueck")
    _spoil(back, away.store.key, "DELETE FROM person WHERE id = 2", done)
    assert desk_office.handing.examine(back).now["person"] == 2
    _spoil(back, away.store.key, "DELETE FROM person WHERE id = 3")
    with pytest.raises(DomainError, match=r"Person \(1\)"):
        desk_office.handing.examine(back)


def test_a_foreign_an_older_and_a_broken_return_are_refused(
    desk_office, tmp_path, stick, opened, cheap
):
    before = desk_office.backups.make(tmp_path / "frueher")
    desk_office.people.save({"last_name": "Rimbach"})
    folder = desk_office.handing.hand_over(stick, "Laptop")
    with pytest.raises(DomainError, match="stammt nicht von der Übergabe"):
        desk_office.handing.examine(before)
    other = tmp_path / "fremd.ehrenamt"
    create_office(other, passphrase=OWN)
    foreign = opened(other).backups.make(tmp_path / "fremde")
    with pytest.raises(StoreUnavailable, match="anderen Bestand"):
        desk_office.handing.examine(foreign)
    file = folder / "buero.ehrenamt"
    file.write_bytes(file.read_bytes()[:-4096])
    with pytest.raises(StoreUnavailable, match="unvollständig"):
        desk_office.handing.examine(folder)


def test_a_store_that_went_on_is_not_overwritten(desk_office, away, tmp_path):
    back = away.backups.make(tmp_path / "zurueck")
    desk_office.store.refuse_writing("")  # somebody found a way
    desk_office.people.save({"last_name": "Rimbach"})
    with pytest.raises(DomainError, match="weitergearbeitet"):
        desk_office.handing.examine(back)


def test_going_on_without_a_return(desk_office, away, opened, tmp_path):
    back = away.backups.make(tmp_path / "zurueck")
    desk_office.handing.go_on_here()
    assert not desk_office.read_only
    desk_office.people.save({"last_name": "Rimbach"})
    office = opened(desk_office.path)
    assert office.handing.state() is None
    assert not office.read_only
    for deed in (office.handing.go_on_here, lambda: office.handing.examine(back)):
        with pytest.raises(DomainError, match="nicht übergeben"):
            deed()


def test_what_breaks_off_leaves_the_store_here(desk_office, stick, monkeypatch):
    def full(_):
        raise StoreUnavailable("Der Datenträger ist voll.")

    monkeypatch.setattr(handing, "publish", full)
    with pytest.raises(StoreUnavailable):
        desk_office.handing.hand_over(stick, "Laptop")
    assert list(stick.iterdir()) == []
    assert desk_office.handing.state() is None
    desk_office.people.save({"last_name": "Rimbach"})


@pytest.mark.parametrize("returns", [True, False])
def test_a_disk_that_fails_behind_the_name_leaves_one_desk_to_write(
    desk_office, stick, monkeypatch, returns
):
    """Either the name is taken back, or it stays and this desk only reads."""
    named = []

    def fails(folder: Path) -> None:
        if any(one.name.startswith(handing.PREFIX) for one in folder.iterdir()):
            named.append(folder)
            raise OSError(errno.EIO, "gone")

    monkeypatch.setattr(durable, "sync_folder", fails)
    if returns:
        with pytest.raises(StoreUnavailable, match="Fehler"):
            desk_office.handing.hand_over(stick, "Laptop")
        assert list(stick.iterdir()) == []
        desk_office.people.save({"last_name": "Rimbach"})
    else:
        monkeypatch.setattr(handing, "_take_back", lambda *_names: False)
        assert backup.verify(desk_office.handing.hand_over(stick, "Laptop"))
        with pytest.raises(DomainError, match="übergeben"):
            desk_office.people.save({"last_name": "Rimbach"})
    assert named == [stick]


def test_a_change_amid_the_hand_over_stops_it(desk_office, stick, monkeypatch):
    sealing = handing.seal

    def seal(*given):
        made = sealing(*given)
        desk_office.people.save({"last_name": "Rimbach"})
        return made

    monkeypatch.setattr(handing, "seal", seal)
    with pytest.raises(DomainError, match="Während der Übergabe"):
        desk_office.handing.hand_over(stick, "Laptop")
    assert list(stick.iterdir()) == []
    assert not desk_office.read_only


def test_what_cannot_be_handed_over_says_so(desk_office, office, stick):
    with pytest.raises(DomainError, match="wer den Arbeitsplatz bekommt"):
        desk_office.handing.hand_over(stick, "   ")
    with pytest.raises(DomainError, match="kein Kennwort"):
        office.handing.hand_over(stick, "Laptop")
    assert not stick.exists()


def test_two_in_one_minute_do_not_meet(desk_office, stick):
    first = desk_office.handing.hand_over(stick, "Laptop")
    desk_office.handing.go_on_here()
    second = desk_office.handing.hand_over(stick, "Laptop")
    assert sorted(stick.iterdir()) == sorted((first, second))


def test_nothing_handed():
    assert Handed.of(None) is None


def _spoil(folder, key, *statements):
    """Change a sealed copy behind its manifest's back, and seal it again."""
    store = next(folder.glob("*.ehrenamt"))
    connection = connect(store, key)
    connection.execute("PRAGMA foreign_keys=OFF")
    for one in statements:
        connection.execute(one)
    connection.execute("DELETE FROM person_search WHERE rowid NOT IN (SELECT id FROM person)")
    connection.execute("DELETE FROM person_trace_search WHERE rowid NOT IN (SELECT id FROM person)")
    connection.execute("DELETE FROM person_line WHERE id NOT IN (SELECT id FROM person)")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.execute("PRAGMA journal_mode=DELETE").fetchall()
    connection.close()
    key_file = store.with_suffix(keyfile.SUFFIX)
    kept = folder.parent / "beiseite"
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir()
    shutil.copy2(store, kept)
    shutil.copy2(key_file, kept)
    shutil.rmtree(folder)
    backup.make(kept / store.name, key, folder.parent / "neu").rename(folder)
