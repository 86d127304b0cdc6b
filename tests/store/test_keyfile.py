"""The key file: opened by passphrase or code, refused when changed, nothing in clear."""

from __future__ import annotations

import errno
import json
import stat

import pytest

from ehrenamt_desktop.errors import DomainError, StoreUnavailable, WrongPassphrase
from ehrenamt_desktop.store import key_changes, keyfile
from ehrenamt_desktop.store.sealed import seal

CHEAP = keyfile.Cost(64, 1, 1)


@pytest.fixture
def made(tmp_path):
    path = tmp_path / "buero.schluessel"
    key, code = keyfile.create(path, "Grüße, „Welt“ ß", cost=CHEAP)
    return path, key, code


def test_passphrase_and_code_open_the_same_key(made):
    path, key, code = made
    assert len(key) == 32
    assert keyfile.unlock(path, "Grüße, „Welt“ ß") == key
    assert keyfile.unlock(path, code) == key
    assert keyfile.unlock(path, code.lower().replace("-", " ")) == key


@pytest.mark.parametrize("wrong", ["", "grüße, „welt“ ß", "x" * 500, "AAAA-BBBB"])
def test_a_wrong_passphrase_says_so(made, wrong):
    with pytest.raises(WrongPassphrase, match="Kennwort stimmt nicht"):
        keyfile.unlock(made[0], wrong)


def test_a_slip_in_the_code_is_always_noticed(made):
    path, _key, code = made
    for place, sign in enumerate(code):
        if sign == "-":
            continue
        slipped = code[:place] + ("A" if sign != "A" else "B") + code[place + 1 :]
        with pytest.raises(WrongPassphrase):
            keyfile.unlock(path, slipped)


def test_another_code_says_that_the_code_is_wrong(made, tmp_path):
    _key, other = keyfile.create(tmp_path / "andere.schluessel", "x", cost=CHEAP)
    with pytest.raises(WrongPassphrase, match="Wiederherstellungscode"):
        keyfile.unlock(made[0], other)


def test_a_new_passphrase_keeps_the_key_and_the_code(made):
    path, key, code = made
    key_changes.change_passphrase(path, "Grüße, „Welt“ ß", "neu", cost=CHEAP)
    assert keyfile.unlock(path, "neu") == key
    assert keyfile.unlock(path, code) == key
    with pytest.raises(WrongPassphrase):
        keyfile.unlock(path, "Grüße, „Welt“ ß")


def test_the_code_lets_one_set_a_new_passphrase(made):
    path, key, code = made
    key_changes.change_passphrase(path, code, "neu", cost=CHEAP)
    assert keyfile.unlock(path, "neu") == key


def test_no_key_stands_in_clear_and_others_cannot_read(made):
    path, key, _code = made
    content = path.read_bytes()
    assert key not in content
    assert key.hex().encode() not in content.lower()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_every_changed_byte_opens_the_same_key_or_is_called_damage(made):
    """No flipped bit makes her doubt a passphrase that is right, and none opens another key."""
    path, key, _code = made
    whole = path.read_bytes()
    told = 0
    for place in range(0, len(whole), 2):
        changed = bytearray(whole)
        changed[place] ^= 1 << (place % 7)
        path.write_bytes(bytes(changed))
        try:
            assert keyfile.unlock(path, "Grüße, „Welt“ ß") == key
        except WrongPassphrase:
            pytest.fail(f"byte {place} passes for a wrong passphrase")
        except StoreUnavailable:
            told += 1
    assert told > 100


@pytest.mark.parametrize("length", [0, 1, 50, 300, -50, -1])
def test_a_cut_key_file_is_damaged(made, length):
    path, _key, _code = made
    whole = path.read_bytes()
    path.write_bytes(whole[: length if length >= 0 else len(whole) + length])
    with pytest.raises(StoreUnavailable, match="beschädigt"):
        keyfile.unlock(path, "Grüße, „Welt“ ß")
    assert not keyfile.is_intact(path)


def test_a_whole_file_is_intact_and_a_changed_one_not(made):
    path, _key, _code = made
    assert keyfile.is_intact(path)
    path.write_text(path.read_text().replace("Koordination", "Koordinatorin"))
    assert not keyfile.is_intact(path)
    assert not keyfile.is_intact(path.with_name("fehlt"))


@pytest.mark.parametrize(
    "cost",
    [{"memory_kib": 2**22}, {"memory_kib": 2**40}, {"memory_kib": 1}, {"passes": 10**9},
     {"lanes": 10**6}, {"lanes": 0}, {"passes": "3"}, {"memory_kib": 64.5}, {"more": 1}],
)  # fmt: skip
def test_a_cost_made_to_stop_the_computer_is_refused(made, cost):
    path, _key, _code = made
    content = json.loads(path.read_text())
    for wrap in content["wraps"]:
        wrap["cost"] |= cost
    path.write_text(json.dumps(content))
    with pytest.raises(StoreUnavailable, match="beschädigt"):
        keyfile.unlock(path, "Grüße, „Welt“ ß")


def test_umlauts_count_the_same_however_they_were_typed(tmp_path):
    path = tmp_path / "x.schluessel"
    key, _code = keyfile.create(path, "M\u00fcller", cost=CHEAP)
    assert keyfile.unlock(path, "Mu\u0308ller") == key


def test_misread_signs_of_the_code_are_forgiven(made):
    path, key, code = made
    assert keyfile.unlock(path, code.replace("O", "0").replace("I", "1").replace("B", "8")) == key


@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_passphrase_is_refused(made, empty, tmp_path):
    with pytest.raises(DomainError, match="leer"):
        keyfile.create(tmp_path / "neu.schluessel", empty, cost=CHEAP)
    with pytest.raises(DomainError, match="leer"):
        key_changes.change_passphrase(made[0], "Grüße, „Welt“ ß", empty, cost=CHEAP)
    assert not (tmp_path / "neu.schluessel").exists()


def test_a_failing_disk_keeps_the_old_key_file(made, monkeypatch):
    path, key, _code = made
    before = path.read_bytes()

    def fails(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", fails)
    with pytest.raises(StoreUnavailable, match="voll"):
        key_changes.change_passphrase(path, "Grüße, „Welt“ ß", "neu", cost=CHEAP)
    assert path.read_bytes() == before
    left = [one.name for one in path.parent.iterdir() if one.suffix != ".lock"]
    assert left == [path.name]
    assert keyfile.unlock(path, "Grüße, „Welt“ ß") == key


def test_the_cost_follows_the_memory_of_the_computer(monkeypatch):
    sizes = {"SC_PAGE_SIZE": 4096}
    monkeypatch.setattr("os.sysconf", lambda name: sizes.get(name, 2 * 1024**2), raising=False)
    assert keyfile.usual_cost() == keyfile.Cost(256 * 1024, 3, 4)
    monkeypatch.setattr("os.sysconf", lambda name: sizes.get(name, 1024**2), raising=False)
    assert keyfile.usual_cost() == keyfile.Cost(64 * 1024, 3, 4)
    monkeypatch.delattr("os.sysconf", raising=False)
    assert keyfile.usual_cost() == keyfile.Cost(64 * 1024, 3, 4)


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"null", b"\xff\xfe", b'{"format": 1}', b'{"format":"1","wraps":[]}',
     b'{"format": 1, "store": "x", "wraps": [{"kind": "other"}]}',
     b'{"format": 1, "store": "x", "wraps": [{"kind": "passphrase"}]}'],
)  # fmt: skip
def test_a_damaged_file_is_told_from_a_wrong_passphrase(made, content):
    made[0].write_bytes(content)
    with pytest.raises(StoreUnavailable, match="beschädigt") as caught:
        keyfile.unlock(made[0], "x")
    assert not isinstance(caught.value, WrongPassphrase)


def test_a_newer_file_is_refused(made):
    content = json.loads(made[0].read_text())
    made[0].write_text(json.dumps(content | {"format": 3}))
    with pytest.raises(StoreUnavailable, match="neueren Fassung"):
        keyfile.unlock(made[0], "x")


def test_a_key_file_is_never_overwritten(made):
    before = made[0].read_bytes()
    with pytest.raises(StoreUnavailable, match="gibt es die Datei schon"):
        keyfile.create(made[0], "x", cost=CHEAP)
    assert made[0].read_bytes() == before


def test_the_wraps_of_another_store_do_not_fit(made, tmp_path):
    other = tmp_path / "andere.schluessel"
    keyfile.create(other, "Grüße, „Welt“ ß", cost=CHEAP)
    mine, theirs = (json.loads(path.read_text()) for path in (made[0], other))
    mixed = mine | {"wraps": theirs["wraps"]}
    made[0].write_text(json.dumps(mixed))
    with pytest.raises(StoreUnavailable, match="gehört nicht zu diesem Bestand"):
        keyfile.unlock(made[0], "Grüße, „Welt“ ß")
    made[0].write_text(json.dumps(seal(mixed)))
    with pytest.raises(WrongPassphrase):
        keyfile.unlock(made[0], "Grüße, „Welt“ ß")
