"""Who may open the store: through the open office."""

from __future__ import annotations

import pytest

from ehrenamt_desktop.errors import DomainError, StoreUnavailable, WrongPassphrase
from ehrenamt_desktop.model.enums import Role
from ehrenamt_desktop.services.key_slots import same_code
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import key_fit, keyfile, shape

OLD = "Kirsche Amboss leise Dachrinne"
NEW = "Zaunkönig-Weltraum-Gurke-Tuba"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch):
    monkeypatch.setattr(keyfile, "usual_cost", lambda: keyfile.Cost(64, 1, 1))


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "buero.ehrenamt"
    create_office(made, passphrase=OLD)
    return made


def test_a_changed_passphrase_opens_and_the_old_one_does_not(path):
    office = open_office(path, passphrase=OLD)
    office.keys.change_passphrase(OLD, NEW)
    office.close()
    with pytest.raises(WrongPassphrase):
        open_office(path, passphrase=OLD)
    open_office(path, passphrase=NEW).close()


def test_a_weak_one_and_a_wrong_old_one_change_nothing(path):
    office = open_office(path, passphrase=OLD)
    before = path.with_suffix(".schluessel").read_bytes()
    with pytest.raises(DomainError, match="schützt den Bestand nicht"):
        office.keys.change_passphrase(OLD, "Sontra2026!")
    with pytest.raises(WrongPassphrase):
        office.keys.change_passphrase(NEW, NEW)
    assert path.with_suffix(".schluessel").read_bytes() == before
    office.close()


def test_an_open_store_has_no_passphrase_to_change(empty_office):
    with pytest.raises(DomainError, match="nicht verschlüsselt"):
        empty_office.keys.change_passphrase(OLD, NEW)


def test_several_people_have_passphrases_and_roles(path):
    office = open_office(path, passphrase=OLD)
    office.keys.add(OLD, "  Frau   Vertretung ", Role.STAND_IN, NEW)
    assert [(one.user, one.role, one.own) for one in office.keys.all()] == [
        ("Koordination", Role.COORDINATOR, True), ("Frau Vertretung", Role.STAND_IN, False),
    ]  # fmt: skip
    with pytest.raises(DomainError, match="wem das Kennwort gehört"):
        office.keys.add(OLD, "  ", Role.READER, "Quitte Hammer Wolkig Fagott")
    with pytest.raises(DomainError, match="schützt den Bestand nicht"):
        office.keys.add(OLD, "Neu", Role.READER, "Sontra2026!")
    office.close()
    other = open_office(path, passphrase=NEW)
    assert other.slot.role is Role.STAND_IN
    assert not other.read_only
    other.keys.remove(NEW, "gibt es nicht")
    assert len(other.keys.all()) == 2
    other.close()


def test_a_reader_reads_and_every_write_is_refused(path):
    office = open_office(path, passphrase=OLD)
    office.keys.add(OLD, "Prüfung", Role.READER, NEW)
    office.close()
    reading = open_office(path, passphrase=NEW)
    assert reading.read_only
    assert reading.lists.people.total() == 0
    for deed in (
        lambda: reading.settings.set("office", {"name": "X"}),
        lambda: reading.people.save({"last_name": "Gliem", "first_name": "Ida"}),
    ):
        with pytest.raises(DomainError, match="zum Lesen geöffnet"):
            deed()
    writing = open_office(path, passphrase=OLD)  # a reader holds nobody up
    writing.settings.set("office", {"name": "X"})
    writing.close()
    backup = reading.backups.make()
    assert backup.is_dir()
    reading.close()


def test_a_reader_does_not_bring_an_old_store_up_to_date(path, monkeypatch):
    office = open_office(path, passphrase=OLD)
    office.keys.add(OLD, "Prüfung", Role.READER, NEW)
    office.close()
    monkeypatch.setattr(shape, "outdated", lambda _: True)
    with pytest.raises(StoreUnavailable, match="auf den neuen Stand"):
        open_office(path, passphrase=NEW)


def test_a_foreign_key_file_is_told_from_damage(path, tmp_path):
    other = tmp_path / "andere.ehrenamt"
    create_office(other, passphrase=OLD)
    whole = path.with_suffix(".schluessel").read_bytes()
    path.with_suffix(".schluessel").write_bytes(other.with_suffix(".schluessel").read_bytes())
    with pytest.raises(StoreUnavailable, match="gehören nicht zusammen"):
        open_office(path, passphrase=OLD)
    path.with_suffix(".schluessel").write_bytes(whole)
    with path.open("r+b") as file:
        file.seek(16)
        file.write(bytes(4080))
    with pytest.raises(StoreUnavailable) as caught:
        open_office(path, passphrase=OLD)
    assert "gehören nicht zusammen" not in caught.value.sentence


def test_a_cut_or_tiny_store_fits_no_key(tmp_path):
    tiny = tmp_path / "x.ehrenamt"
    tiny.write_bytes(b"x" * 600)
    assert not key_fit.fits(tiny, bytes(32))


@pytest.mark.parametrize("typed", ["7k4m q2xh", "7K4M-Q2XH", "7k4mq2xh "])
def test_a_code_typed_back_may_look_different(typed):
    assert same_code(typed, "7K4M-Q2XH")
    assert not same_code(typed, "7K4M-Q2XI")
