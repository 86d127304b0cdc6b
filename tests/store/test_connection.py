"""Opening: only what is a store, with the right key, and nothing made in its place."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.store.check import check
from ehrenamt_desktop.store.connection import connect, connect_copy, create
from ehrenamt_desktop.store.places import is_unc, on_network
from ehrenamt_desktop.store.schema import create_store
from ehrenamt_desktop.store.trouble import guarded

KEY = bytes(range(32))


@pytest.fixture(scope="module")
def encrypted(tmp_path_factory) -> bytes:
    """The bytes of an encrypted store with records."""
    path = tmp_path_factory.mktemp("enc") / "x.ehrenamt"
    create_store(path, KEY)
    connection = connect(path, KEY)
    for number in range(200):
        connection.execute(
            "INSERT INTO setting(created_at, changed_at, source, key, value) "
            "VALUES ('2026-01-01', '2026-01-01', '', ?, ?)",
            (f"k{number}", "Müller" * 40),
        )
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()
    return path.read_bytes()


def refused(path, key=None) -> str:
    with pytest.raises(StoreUnavailable) as caught, guarded():
        connect(path, key).close()
    return caught.value.sentence


def test_nothing_is_made_in_place_of_a_missing_file(tmp_path):
    path = tmp_path / "fehlt.ehrenamt"
    assert "gibt es an diesem Ort nicht" in refused(path)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_refused_and_stays_empty(tmp_path):
    path = tmp_path / "leer.ehrenamt"
    path.touch()
    assert "ist leer" in refused(path)
    assert path.stat().st_size == 0


def test_a_folder_and_a_text_are_no_store(tmp_path):
    assert "keine Datei" in refused(tmp_path)
    path = tmp_path / "brief.ehrenamt"
    path.write_text("Liebe Oma, " * 1000)
    assert "lässt sich nicht als Bestand öffnen" in refused(path)


def test_a_wrong_key_and_no_key_are_refused(tmp_path, encrypted):
    path = tmp_path / "x.ehrenamt"
    path.write_bytes(encrypted)
    assert "Schlüssel passt nicht" in refused(path, secrets.token_bytes(32))
    assert "Schlüssel passt nicht" in refused(path)
    connect(path, KEY).close()


def test_nothing_of_a_record_stands_in_clear(encrypted):
    assert "Müller".encode() not in encrypted
    assert b"SQLite format 3" not in encrypted


def test_the_settings_that_keep_data_safe_are_on(tmp_path, encrypted):
    path = tmp_path / "x.ehrenamt"
    path.write_bytes(encrypted)
    connection = connect(path, KEY)
    found = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
    }
    connection.close()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_a_reading_connection_cannot_write(tmp_path, encrypted):
    path = tmp_path / "x.ehrenamt"
    path.write_bytes(encrypted)
    connection = connect(path, KEY, readonly=True)
    with pytest.raises(StoreUnavailable, match="schreibgeschützt"), guarded():
        connection.execute("DELETE FROM setting")
    connection.close()


def test_every_flipped_bit_of_an_encrypted_store_is_found(tmp_path, encrypted):
    path = tmp_path / "x.ehrenamt"
    missed = []
    for turn in range(200):
        place = (turn * 7919 + 13) % len(encrypted)
        changed = bytearray(encrypted)
        changed[place] ^= 1 << (turn % 8)
        path.write_bytes(bytes(changed))
        if _sound(path):
            missed.append(place)
        assert path.read_bytes() == bytes(changed), "a damaged store is not touched"
        for tail in ("-wal", "-shm"):
            path.with_name(path.name + tail).unlink(missing_ok=True)
    assert missed == []
    path.write_bytes(encrypted)
    assert _sound(path)


def test_a_store_cut_short_anywhere_is_refused_and_stays_as_it_is(tmp_path, encrypted):
    path = tmp_path / "x.ehrenamt"
    lengths = {int(len(encrypted) * part / 60) for part in range(60)}
    edges = {1, 16, 100, 4095, 4096, 4097, len(encrypted) - 1, len(encrypted) - 4096}
    for length in sorted(lengths | edges):
        path.write_bytes(encrypted[:length])
        with pytest.raises(StoreUnavailable):
            connect(path, KEY)
        with pytest.raises(StoreUnavailable):
            connect_copy(path, KEY)
        assert path.read_bytes() == encrypted[:length]


def test_a_cut_plain_store_is_refused_by_name(tmp_path):
    path = tmp_path / "x.ehrenamt"
    create_store(path, None)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert "beschädigt" in refused(path)


def test_pages_still_in_the_log_are_no_cut(tmp_path):
    """After a crash the file may be shorter than the store: the rest stands in the log."""
    path, crashed = tmp_path / "x.ehrenamt", tmp_path / "nach-dem-absturz.ehrenamt"
    create(path, KEY)
    writer = connect(path, KEY)
    writer.execute("PRAGMA wal_autocheckpoint=0").fetchall()
    writer.execute("CREATE TABLE t (x)").fetchall()
    for _ in range(50):
        writer.execute("INSERT INTO t VALUES (randomblob(4000))").fetchall()
    for tail in ("", "-wal"):
        source = path.with_name(path.name + tail)
        crashed.with_name(crashed.name + tail).write_bytes(source.read_bytes())
    writer.close()
    again = connect(crashed, KEY)
    assert again.execute("SELECT count(*) FROM t").fetchone() == (50,)
    again.close()


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_of_another_length_is_a_bug_not_a_passphrase(tmp_path, encrypted, length):
    path = tmp_path / "x.ehrenamt"
    path.write_bytes(encrypted)
    with pytest.raises(ValueError, match="key length"):
        connect(path, bytes(length))


def test_a_plain_store_does_not_open_with_a_key(tmp_path):
    path = tmp_path / "x.ehrenamt"
    create_store(path, None)
    before = path.read_bytes()
    assert "Schlüssel passt nicht" in refused(path, KEY)
    assert path.read_bytes() == before


def test_a_file_that_vanishes_while_it_is_opened_is_not_made_anew(tmp_path, monkeypatch):
    path = tmp_path / "x.ehrenamt"
    monkeypatch.setattr("ehrenamt_desktop.store.connection.refuse", lambda _path: None)
    assert "nicht geöffnet" in refused(path)
    assert list(tmp_path.iterdir()) == []


def test_an_old_sqlite_is_refused(tmp_path, encrypted, monkeypatch):
    path = tmp_path / "x.ehrenamt"
    path.write_bytes(encrypted)
    monkeypatch.setattr("sqlcipher3.dbapi2.sqlite_version_info", (3, 51, 2))
    assert "zu alt" in refused(path, KEY)


def test_odd_names_are_opened_as_they_are(tmp_path):
    path = tmp_path / "Büro 100% #1?mode=memory&x.ehrenamt"
    create(path, KEY)
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    connect(path, KEY).close()


def test_making_never_replaces_and_leaves_nothing_when_it_fails(tmp_path, monkeypatch):
    path = tmp_path / "x.ehrenamt"
    path.write_text("wichtig")
    with pytest.raises(StoreUnavailable, match="gibt es die Datei schon"):
        create(path, KEY)
    assert path.read_text() == "wichtig"
    with pytest.raises(ValueError, match="key length"):
        create(tmp_path / "neu.ehrenamt", b"short")
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    with pytest.raises(StoreUnavailable, match="gibt es an diesem Ort nicht"):
        create(tmp_path / "fehlt" / "neu.ehrenamt", KEY)


def test_a_link_to_a_network_drive_is_one(tmp_path, monkeypatch):
    share, link = tmp_path / "share", tmp_path / "link"
    share.mkdir()
    link.symlink_to(share)
    monkeypatch.setattr(
        "ehrenamt_desktop.store.places.on_network", lambda path: path.is_relative_to(share)
    )
    with pytest.raises(StoreUnavailable, match="Netzlaufwerk"):
        create(link / "x.ehrenamt", KEY)
    assert list(share.iterdir()) == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (r"\\server\amt\x.ehrenamt", True),
        ("//server/amt/x.ehrenamt", True),
        (r"\\?\UNC\server\amt\x.ehrenamt", True),
        (r"\\?\C:\amt\x.ehrenamt", False),
        (r"C:\amt\x.ehrenamt", False),
    ],
)
def test_shares_of_windows_are_known_by_their_path(path, expected):
    assert is_unc(path) is expected


@pytest.mark.parametrize(
    ("mounts", "path", "expected"),
    [
        ("//s/x /mnt/amt cifs rw 0 0\n/dev/sda / ext4 rw 0 0\n", "/mnt/amt/a", True),
        ("//s/x /mnt/amt cifs rw 0 0\n/dev/sda / ext4 rw 0 0\n", "/mnt/amtlich/a", False),
        ("srv:/x /home/eigene\\040dateien nfs4 rw 0 0\n", "/home/eigene dateien/a", True),
        ("/dev/sda / ext4 rw 0 0\n", "/home/a", False),
        ("x /mnt/s fuse.sshfs rw 0 0\n", "/mnt/s/a", True),
        ("x /mnt/s fuse.ntfs-3g rw 0 0\n", "/mnt/s/a", False),
        ("rubbish\n\nC: /mnt/c 9p rw 0 0\n", "/mnt/c/a", True),
        ("srv:/x / nfs rw 0 0\n/dev/sda /home ext4 rw 0 0\n", "/home/a", False),
    ],
)
def test_network_drives_are_known_by_their_mount(tmp_path, mounts, path, expected):
    file = tmp_path / "mounts"
    file.write_text(mounts)
    assert on_network(Path(path), file) is expected


def _sound(path: Path) -> bool:
    """Whether a check finds no fault; a store that cannot be opened is none."""
    try:
        return check(path, KEY).sound
    except StoreUnavailable:
        return False
