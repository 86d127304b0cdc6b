"""A computer that opens the store without asking: a comfort that never is the only way in."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from ehrenamt_desktop.errors import DomainError, WrongPassphrase
from ehrenamt_desktop.services import device_key
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import keyfile

OWN = "Kirsche Amboss leise Dachrinne"


class FakeKeyring:
    """A keyring in memory; `fails` stands for one that is locked or gone."""

    def __init__(self, priority=5):
        self.kept, self.fails, self._priority = {}, False, priority

    def get_keyring(self):
        return SimpleNamespace(priority=self._priority)

    def set_password(self, service, user, secret):
        self._look()
        self.kept[service, user] = secret

    def get_password(self, service, user):
        self._look()
        return self.kept.get((service, user))

    def delete_password(self, service, user):
        self._look()
        del self.kept[service, user]

    def _look(self):
        if self.fails:
            raise OSError("the keyring is locked")


@pytest.fixture
def keyring(monkeypatch):
    fake = FakeKeyring()
    monkeypatch.setitem(sys.modules, "keyring", fake)
    return fake


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setattr(keyfile, "usual_cost", lambda: keyfile.Cost(64, 1, 1))
    made = tmp_path / "buero.ehrenamt"
    create_office(made, passphrase=OWN)
    return made


def test_it_opens_without_a_passphrase_until_it_is_told_to_ask(path, keyring):
    assert not device_key.remembers(path)
    with pytest.raises(WrongPassphrase):
        open_office(path)
    device_key.remember(path, OWN)
    assert device_key.remembers(path)
    open_office(path).close()
    open_office(path, passphrase=OWN).close()
    device_key.forget(path)
    assert keyring.kept == {}
    with pytest.raises(WrongPassphrase):
        open_office(path)
    open_office(path, passphrase=OWN).close()


def test_a_wrong_passphrase_is_not_helped_by_the_keyring(path, keyring):
    device_key.remember(path, OWN)
    with pytest.raises(WrongPassphrase):
        open_office(path, passphrase="falsch")


def test_a_lost_or_locked_keyring_only_asks(path, keyring):
    device_key.remember(path, OWN)
    keyring.fails = True
    with pytest.raises(WrongPassphrase):
        open_office(path)
    device_key.forget(path)
    keyring.fails = False
    with pytest.raises(WrongPassphrase):
        open_office(path)
    open_office(path, passphrase=OWN).close()


def test_another_secret_only_asks(path, keyring):
    device_key.remember(path, OWN)
    keyring.kept = dict.fromkeys(keyring.kept, "ein anderes")
    with pytest.raises(WrongPassphrase):
        open_office(path)


def test_the_keyring_holds_no_passphrase_and_no_key(path, keyring):
    device_key.remember(path, OWN)
    key = keyfile.unlock(path.with_suffix(".schluessel"), OWN)
    (secret,) = keyring.kept.values()
    assert OWN not in secret
    assert key.hex() not in secret
    assert secret not in path.with_suffix(".schluessel").read_text(encoding="utf-8")


def test_what_cannot_be_kept_leaves_the_key_file_as_it_was(path, keyring):
    keyring.fails = True
    with pytest.raises(DomainError, match="keinen Schlüsselbund"):
        device_key.remember(path, OWN)
    keyring.fails = False
    assert not device_key.remembers(path)
    with pytest.raises(WrongPassphrase):
        device_key.remember(path, "falsch")
    assert keyring.kept == {}


@pytest.mark.parametrize("missing", [None, FakeKeyring(priority=0)])
def test_without_a_keyring_there_is_no_such_comfort(path, monkeypatch, missing):
    monkeypatch.setitem(sys.modules, "keyring", missing)
    assert not device_key.available()
    with pytest.raises(DomainError, match="keinen Schlüsselbund"):
        device_key.remember(path, OWN)


def test_a_store_without_a_key_file_asks_nobody(empty_office, keyring):
    assert not device_key.remembers(empty_office.path)
