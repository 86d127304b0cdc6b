"""Slots of the key file: several people, several roles, computers that may open it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from ehrenamt_desktop.errors import DomainError, StoreUnavailable, WrongPassphrase
from ehrenamt_desktop.model.enums import Role
from ehrenamt_desktop.store import key_changes, keyfile, wrapping

CHEAP = keyfile.Cost(64, 1, 1)
OWN, STAND_IN, READER = "Wort der Koordination", "Wort der Vertretung", "Wort zum Lesen"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch):
    monkeypatch.setattr(keyfile, "usual_cost", lambda: CHEAP)


@pytest.fixture
def made(tmp_path):
    path = tmp_path / "buero.schluessel"
    key, code = keyfile.create(path, OWN)
    return path, key, code


@pytest.fixture
def shared(made):
    path, key, _code = made
    key_changes.add_slot(path, OWN, "Vertretung", Role.STAND_IN, STAND_IN)
    key_changes.add_slot(path, OWN, "Prüfung", Role.READER, READER)
    return path, key


def number_of(path, user):
    return next(one.number for one in keyfile.slots(path) if one.user == user)


def test_each_passphrase_opens_the_same_key_as_somebody_else(shared):
    path, key = shared
    opened = [keyfile.open_slot(path, secret) for secret in (OWN, STAND_IN, READER)]
    assert {one.key for one in opened} == {key}
    assert [one.slot.role for one in opened] == [Role.COORDINATOR, Role.STAND_IN, Role.READER]
    assert [one.user for one in keyfile.slots(path)] == ["Koordination", "Vertretung", "Prüfung"]


def test_all_slots_are_tried_with_one_derivation(shared, monkeypatch):
    """Four slots of 0.4 seconds each would be too slow for the one who comes last."""
    path, _key = shared
    derived = []
    real = wrapping.derive
    monkeypatch.setattr(wrapping, "derive", lambda *given: derived.append(1) or real(*given))
    keyfile.open_slot(path, READER)
    assert len(derived) == 1
    derived.clear()
    with pytest.raises(WrongPassphrase):
        keyfile.open_slot(path, "falsch")
    assert len(derived) == 1


def test_one_changes_her_own_passphrase_and_the_others_stay(shared):
    path, key = shared
    key_changes.change_passphrase(path, STAND_IN, "ein neues Wort")
    assert keyfile.open_slot(path, "ein neues Wort").slot.role is Role.STAND_IN
    assert keyfile.unlock(path, OWN) == keyfile.unlock(path, READER) == key
    with pytest.raises(WrongPassphrase):
        keyfile.unlock(path, STAND_IN)
    assert len(keyfile.slots(path)) == 3


def test_the_code_sets_the_passphrase_of_the_coordination(shared, made):
    path, _key = shared
    key_changes.change_passphrase(path, made[2], "nach dem Vergessen")
    assert keyfile.open_slot(path, "nach dem Vergessen").slot.role is Role.COORDINATOR
    assert keyfile.open_slot(path, STAND_IN).slot.role is Role.STAND_IN


def test_a_reader_changes_no_keys_but_her_own(shared):
    path, _key = shared
    before = path.read_bytes()
    for deed in (
        lambda: key_changes.add_slot(path, READER, "Neu", Role.COORDINATOR, "noch ein Wort"),
        lambda: key_changes.remove_slot(path, READER, number_of(path, "Vertretung")),
        lambda: key_changes.renew_code(path, READER),
    ):
        with pytest.raises(DomainError, match="keine Schlüssel ändern"):
            deed()
    assert path.read_bytes() == before
    key_changes.change_passphrase(path, READER, "mein neues Wort")
    assert keyfile.open_slot(path, "mein neues Wort").slot.role is Role.READER


def test_a_role_cannot_be_edited_in_the_file(shared):
    path, _key = shared
    content = json.loads(path.read_text(encoding="utf-8"))
    for one in content["wraps"]:
        one["role"] = Role.COORDINATOR.value
    keyfile.write(path, {name: value for name, value in content.items() if name != "digest"})
    with pytest.raises(WrongPassphrase):
        keyfile.open_slot(path, READER)


def test_slots_have_bounds_and_names_and_passphrases_of_their_own(shared):
    path, _key = shared
    with pytest.raises(DomainError, match="hat schon ein Kennwort"):
        key_changes.add_slot(path, OWN, "prüfung", Role.READER, "noch ein Wort")
    for taken in (OWN, READER):
        with pytest.raises(DomainError, match="schon vergeben"):
            key_changes.add_slot(path, OWN, "Neu", Role.READER, taken)
    with pytest.raises(DomainError, match="schon vergeben"):
        key_changes.change_passphrase(path, READER, OWN)
    key_changes.add_slot(path, OWN, "Vierte", Role.READER, "viertes Wort")
    with pytest.raises(DomainError, match="schon 4 Kennwörter"):
        key_changes.add_slot(path, OWN, "Fünfte", Role.READER, "fünftes Wort")


def test_a_slot_is_taken_away_but_never_the_own_or_the_last_of_the_coordination(shared, made):
    path, _key = shared
    with pytest.raises(DomainError, match="eigene Kennwort"):
        key_changes.remove_slot(path, OWN, number_of(path, "Koordination"))
    for other in (STAND_IN, made[2]):
        with pytest.raises(DomainError, match="Koordination muss bleiben"):
            key_changes.remove_slot(path, other, number_of(path, "Koordination"))
    key_changes.remove_slot(path, STAND_IN, number_of(path, "Prüfung"))
    with pytest.raises(WrongPassphrase):
        keyfile.unlock(path, READER)
    assert keyfile.unlock(path, OWN)


def test_a_new_code_takes_the_place_of_the_old_one(made):
    path, key, old = made
    code = key_changes.renew_code(path, OWN)
    assert code != old
    assert keyfile.unlock(path, code) == key
    with pytest.raises(WrongPassphrase, match="Wiederherstellungscode"):
        keyfile.unlock(path, old)
    assert keyfile.unlock(path, OWN) == key


def test_a_computer_opens_with_what_it_kept_until_it_may_no_more(shared):
    path, key = shared
    secret = key_changes.add_device(path, STAND_IN)
    opened = keyfile.open_device(path, secret)
    assert (opened.key, opened.slot.role) == (key, Role.STAND_IN)
    assert key_changes.has_device(path)
    with pytest.raises(WrongPassphrase):
        keyfile.open_slot(path, secret)
    with pytest.raises(WrongPassphrase):
        keyfile.open_device(path, STAND_IN)
    key_changes.change_passphrase(path, STAND_IN, "ein neues Wort")
    assert keyfile.open_device(path, secret).slot.user == "Vertretung"
    key_changes.drop_devices(path)
    assert not key_changes.has_device(path)
    with pytest.raises(WrongPassphrase):
        keyfile.open_device(path, secret)


def test_what_computers_kept_goes_with_the_slot(shared):
    path, _key = shared
    secret = key_changes.add_device(path, READER)
    key_changes.remove_slot(path, OWN, number_of(path, "Prüfung"))
    with pytest.raises(WrongPassphrase):
        keyfile.open_device(path, secret)


def test_a_damaged_file_is_never_written_anew(shared):
    path, _key = shared
    path.write_text(path.read_text(encoding="utf-8").replace("Vertretung", "Wer anders"), "utf-8")
    before = path.read_bytes()
    for deed in (
        lambda: key_changes.change_passphrase(path, OWN, "neu"),
        lambda: key_changes.renew_code(path, OWN),
        lambda: key_changes.drop_devices(path),
    ):
        with pytest.raises(StoreUnavailable, match="beschädigt"):
            deed()
    assert path.read_bytes() == before


def test_a_file_of_the_first_format_opens_and_grows(tmp_path):
    """Its one passphrase was bound without a slot."""
    path = tmp_path / "alt.schluessel"
    key, store = bytes(range(32)), "ab" * 16
    old = {"kind": "passphrase", "user": "Koordination", "role": "coordinator"}
    keyfile.write(
        path, {"format": 1, "store": store, "wraps": [wrapping.wrap(key, OWN, old, store, CHEAP)]}
    )
    assert keyfile.open_slot(path, OWN) == (
        key,
        ("", "Koordination", Role.COORDINATOR),
        "passphrase",
    )
    key_changes.add_slot(path, OWN, "Vertretung", Role.STAND_IN, STAND_IN)
    assert keyfile.unlock(path, OWN) == keyfile.unlock(path, STAND_IN) == key
    key_changes.change_passphrase(path, OWN, "neu und lang")
    assert keyfile.unlock(path, "neu und lang") == key
    assert json.loads(path.read_text(encoding="utf-8"))["format"] == keyfile.FORMAT


DEVICES = """
import pathlib, sys
from ehrenamt_desktop.store import key_changes
sys.stdin.readline()
for _ in range(12):
    key_changes.add_device(pathlib.Path(sys.argv[1]), "geheim")
"""


def test_two_windows_that_change_the_keys_at_once_lose_nothing_of_each_other(tmp_path):
    path = tmp_path / "x.schluessel"
    keyfile.create(path, "geheim", cost=CHEAP)
    call = [sys.executable, "-c", DEVICES, str(path)]
    children = [subprocess.Popen(call, stdin=subprocess.PIPE, text=True) for _ in range(2)]
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.close()
    assert [child.wait() for child in children] == [0, 0]
    assert sum(one["kind"] == keyfile.DEVICE for one in keyfile.read(path)["wraps"]) == 24
