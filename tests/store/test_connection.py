"""Opening: only what is a store, with the right key, and nothing made in its place."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.store.check import check
from ehrenamt_desktop.store.connection import connect, on_network
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
        for tail in ("-wal", "-shm"):
            path.with_name(path.name + tail).unlink(missing_ok=True)
    assert missed == []


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.9, 0.999])
def test_a_truncated_store_is_found(tmp_path, encrypted, share):
    path = tmp_path / "x.ehrenamt"
    path.write_bytes(encrypted[: int(len(encrypted) * share)])
    assert not _sound(path)


@pytest.mark.parametrize(
    ("mounts", "path", "expected"),
    [
        ("//s/x /mnt/amt cifs rw 0 0\n/dev/sda / ext4 rw 0 0\n", "/mnt/amt/a", True),
        ("//s/x /mnt/amt cifs rw 0 0\n/dev/sda / ext4 rw 0 0\n", "/mnt/amtlich/a", False),
        ("srv:/x /home/eigene\\040dateien nfs4 rw 0 0\n", "/home/eigene dateien/a", True),
        ("/dev/sda / ext4 rw 0 0\n", "/home/a", False),
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
