"""No passphrase, code or key stands in clear anywhere: everything that was written is searched."""

from __future__ import annotations

import logging
import sys
import tempfile

import pytest
from tests.clear_text import finds, traces
from tests.services.test_device_key import FakeKeyring

from ehrenamt_desktop.cli import run
from ehrenamt_desktop.errors import EhrenamtError, WrongPassphrase
from ehrenamt_desktop.model.enums import Role
from ehrenamt_desktop.model.privacy import PrivacyDetails
from ehrenamt_desktop.services import device_key
from ehrenamt_desktop.services.backups import restore
from ehrenamt_desktop.services.first_start import found_office
from ehrenamt_desktop.services.keys import recover
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import keyfile

FIRST = "Kirsche Amboss leise Dachrinne"
SECOND = "Zaunkönig-Weltraum-Gurke-Tuba"
READER = "Quitte Hammer wolkig Fagott"
WRONG = "Falscher Versuch mit Absicht"


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder that also is the place of temporary files and of what this computer keeps."""
    monkeypatch.setattr(keyfile, "usual_cost", lambda: keyfile.Cost(64, 1, 1))
    for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
        (tmp_path / name.lower()).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmpdir"))
    return tmp_path


def said_of(deed):
    """The sentence of an error that is meant to come."""
    with pytest.raises(EhrenamtError) as caught:
        deed()
    return f"{caught.value!r} {caught.value.__cause__!r}"


def test_nothing_secret_is_written_anywhere(place, monkeypatch, capsys, caplog):
    caplog.set_level(logging.DEBUG)
    keyring = FakeKeyring()
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    path = place / "buero.ehrenamt"
    founded = found_office(path, FIRST, {"name": "Agentur"}, PrivacyDetails("Zweckverband"))
    office = open_office(path, passphrase=FIRST)
    key = office.store.key
    office.people.save({"last_name": "Gliem", "first_name": "Ida"})
    office.keys.add(FIRST, "Prüfung", Role.READER, READER)
    office.keys.change_passphrase(FIRST, SECOND)
    code = office.keys.new_code(SECOND)
    office.keys.sheet(code)
    office.keys.mark_sheet()
    device_key.remember(path, SECOND)
    copy = office.backups.make(place / "stick")
    said = [
        said_of(lambda: open_office(path, passphrase=WRONG)),
        said_of(lambda: office.keys.new_code(READER)),
        said_of(lambda: office.keys.add(SECOND, "Neu", Role.READER, READER)),
        said_of(lambda: recover(path, founded.code, FIRST)),
    ]
    restore(copy, place / "wieder.ehrenamt", SECOND)
    monkeypatch.setenv("EHRENAMT_PASSPHRASE", READER)
    for words in (["check"], ["keys", "list"], ["keys", "new-code"], ["match", "--person", "1"]):
        run([*words, "--store", str(path)])
    printed = capsys.readouterr()
    said += [printed.out, printed.err, caplog.text, repr(office.slot), repr(office.store)]
    secrets = [FIRST, SECOND, READER, WRONG, founded.code, founded.code.replace("-", ""), code,
               code.replace("-", ""), key, *keyring.kept.values()]  # fmt: skip
    assert list(traces(place, secrets)) == []  # while the store is open, with its log
    office.close()
    assert list(traces(place, secrets)) == []
    assert not finds("\n".join(said).encode(), secrets)


def test_the_search_bites(place):
    """What would be wrong is found, however it is spelt."""
    for number, (secret, written) in enumerate([
        (FIRST, FIRST.encode()), (SECOND, SECOND.encode("utf-16-le")),
        (bytes(range(32)), bytes(range(32)).hex().upper().encode()),
        (SECOND, b'"Zaunk\\u00f6nig-Weltraum-Gurke-Tuba"'),
    ]):  # fmt: skip
        file = place / f"{number}.bin"
        file.write_bytes(b"x" * 100 + written)
        assert list(traces(place, [secret])) == [file]
        file.unlink()


def test_a_key_file_tells_no_passphrase_to_one_who_has_it(place):
    path = place / "buero.ehrenamt"
    found_office(path, FIRST, {}, PrivacyDetails())
    with pytest.raises(WrongPassphrase):
        keyfile.open_slot(path.with_suffix(".schluessel"), WRONG)
