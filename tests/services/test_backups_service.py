"""Copies that are made unasked: when something changed, in both places; and their rehearsal."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import backup, keyfile, rehearsal, restoring
from ehrenamt_desktop.store.wrapping import Cost

NOON = dt.datetime(2026, 11, 23, 11, 0, tzinfo=dt.UTC)


@pytest.fixture
def sealed(tmp_path, monkeypatch):
    """An encrypted office with one person."""
    monkeypatch.setattr(keyfile, "usual_cost", lambda: Cost(8 * 16, 1, 1))
    path = tmp_path / "buero.ehrenamt"
    create_office(path, passphrase="geheim")
    office = open_office(path, passphrase="geheim")
    office.people.save({"last_name": "Beck", "first_name": "Lea"})
    yield office
    office.close()


def test_a_copy_is_made_only_when_something_changed(sealed):
    first = sealed.backups.keep().made
    assert first is not None
    assert sealed.backups.keep().made is None
    sealed.people.save({"last_name": "Beck", "first_name": "Tim"})
    assert sealed.backups.keep().made is not None
    assert len(sealed.backups.listed()) == 2


def test_after_a_restore_the_same_numbers_are_told_apart(sealed):
    folder = sealed.backups.keep().made
    with clock.frozen(dt.date(2026, 11, 24)):
        sealed.people.save({"last_name": "Beck", "first_name": "Tim"})
        sealed.backups.keep()
    path, key = sealed.path, sealed.store.key
    sealed.close()
    restoring.replace(folder, path, key)
    office = open_office(path, passphrase="geheim")
    try:
        with clock.frozen(dt.date(2026, 11, 25)):
            office.people.save({"last_name": "Beck", "first_name": "Uwe"})
            assert office.backups.keep().made is not None
    finally:
        office.close()


def test_the_second_place_gets_what_it_lacks(sealed, tmp_path):
    stick = tmp_path / "stift"
    stick.mkdir()
    kept = sealed.backups.keep(stick)
    assert kept.second is not None
    assert kept.second.parent == stick
    assert sealed.backups.keep(stick) == (None, None, "")
    shutil.rmtree(stick)
    sealed.people.save({"last_name": "Beck", "first_name": "Tim"})
    kept = sealed.backups.keep(stick)
    assert kept.made is not None
    assert "„stift“ ist nicht zu erreichen" in kept.problem
    state = sealed.backups.state(stick)
    assert (state.second, state.second_there, state.second_last) == (stick, False, None)
    stick.mkdir()
    assert sealed.backups.keep(stick).second is not None
    assert {one.second for one in sealed.backups.listed(stick)} == {True, False}


def test_a_second_place_that_fails_does_not_hinder_the_first(sealed, tmp_path, monkeypatch):
    stick = tmp_path / "stift"
    stick.mkdir()
    real = backup.make

    def full(store, key, to, progress):
        if to == stick:
            raise StoreUnavailable("Am Ort der Sicherung ist nicht genug Platz.")
        return real(store, key, to, progress)

    monkeypatch.setattr(backup, "make", full)
    kept = sealed.backups.keep(stick)
    assert kept.made is not None
    assert kept.problem == "Am Ort der Sicherung ist nicht genug Platz."


def test_a_clock_set_back_hides_no_change(sealed):
    with clock.frozen(dt.date(2027, 1, 1)):
        sealed.backups.keep()
    sealed.people.save({"last_name": "Beck", "first_name": "Tim"})
    with clock.frozen(dt.date(2026, 1, 1)):
        made = sealed.backups.keep().made
        assert made is not None
        assert made.is_dir()
        assert backup.verify(made).counts["person"] == 2


def test_copies_of_others_are_not_shown(sealed, tmp_path):
    other = tmp_path / "andere"
    other.mkdir()
    create_office(other / "buero.ehrenamt", passphrase="anders")
    office = open_office(other / "buero.ehrenamt", passphrase="anders")
    office.backups.make(sealed.backups.folder)
    office.close()
    assert sealed.backups.listed() == ()
    assert sealed.backups.last() is None
    sealed.backups.keep()
    (row,) = sealed.backups.listed()
    found = {one.table: (one.then, one.now) for one in sealed.backups.difference(row.folder)}
    assert found["person"] == (1, 1)


def test_a_restore_is_rehearsed_every_month(sealed):
    assert not sealed.backups.rehearsal_due()
    with pytest.raises(StoreUnavailable, match="noch keine Sicherung"):
        sealed.backups.rehearse()
    sealed.backups.keep()
    assert sealed.backups.rehearsal_due()
    today = clock.today()
    assert sealed.backups.rehearse().problem == ""
    assert not sealed.backups.rehearsal_due()
    with clock.frozen(today + dt.timedelta(days=29)):
        assert not sealed.backups.rehearsal_due()
    with clock.frozen(today + dt.timedelta(days=31)):
        assert sealed.backups.rehearsal_due()
    with clock.frozen(today - dt.timedelta(days=1)):  # the clock was wrong then, or is it now
        assert sealed.backups.rehearsal_due()
    left = {one.name for one in sealed.backups.folder.iterdir()}
    assert {one for one in left if not one.startswith("sicherung-")} == {rehearsal.NOTE}
    assert sealed.backups.state().rehearsal is not None


def test_a_rehearsal_that_fails_is_kept_and_said(sealed):
    made = sealed.backups.keep().made
    copied = made / "buero.ehrenamt"
    content = bytearray(copied.read_bytes())
    content[9000] ^= 1
    copied.write_bytes(content)
    done = sealed.backups.rehearse()
    assert "unvollständig oder verändert" in done.problem
    assert sealed.backups.state().rehearsal.problem == done.problem
    (sealed.backups.folder / rehearsal.NOTE).write_text("{", encoding="utf-8")
    assert sealed.backups.state().rehearsal is None


def test_a_room_left_by_a_crash_is_swept(sealed):
    sealed.backups.keep()
    left = sealed.backups.folder / f"{rehearsal.PREFIX}alt"
    left.mkdir()
    (left / "probe.ehrenamt").write_bytes(b"x")
    sealed.backups.rehearse()
    assert not left.exists()


@pytest.mark.parametrize(("rows", "copies"), [(100, 0), (101, 1)])
def test_a_large_list_is_preceded_by_a_copy(sealed, tmp_path, rows, copies):
    lines = ["Nachname;Vorname", *(f"Muster{number};Eva" for number in range(rows))]
    path = tmp_path / "liste.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    sealed.imports.run(sealed.imports.plan("people", path))
    assert len(sealed.backups.listed()) == copies
    assert all(one.counts["person"] == 1 for one in sealed.backups.listed())
    assert len(sealed.lists.people.ids(ListQuery())) == rows + 1


def test_a_sentence_says_what_a_check_found(sealed):
    verdict = sealed.backups.verdict()
    assert verdict.sound
    assert verdict.sentence.startswith("Der Bestand ist in Ordnung (")
