"""Papers beside the safety copies: copied once, sealed, back with every restore."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import closing

import pytest

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.records.document import Document, DocumentEdition
from ehrenamt_desktop.services import backups
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import backup, document_copies, keyfile
from ehrenamt_desktop.store.check import check
from ehrenamt_desktop.store.document_file import DocumentFile, named, path_of
from ehrenamt_desktop.store.wrapping import Cost

SECRET = "geheim"
CLEAR = b"Klartext des Merkblatts " * 50


@pytest.fixture
def office(tmp_path, monkeypatch, frozen):
    """An encrypted office with one paper."""
    monkeypatch.setattr(keyfile, "usual_cost", lambda: Cost(64, 1, 1))
    path = tmp_path / "rathaus" / "buero.ehrenamt"
    path.parent.mkdir()
    create_office(path, passphrase=SECRET)
    office = open_office(path, passphrase=SECRET)
    add(office, CLEAR, "Merkblatt Versicherung")
    yield office
    office.close()


def add(office, data, said=""):
    """A document with one edition; returns its number."""
    digest = DocumentFile(office.store).keep(data, said)
    with office.store.write("Unterlage hinzugefügt") as unit:
        document = Document(title="Merkblatt")
        unit.add(document)
        unit.flush()
        edition = DocumentEdition(
            document_id=document.id, file_name="merkblatt.pdf", digest=digest, format="pdf",
            size=len(data), added_on=dt.date(2026, 11, 23),
        )  # fmt: skip
        unit.add(edition)
        unit.flush()
        return edition.id


def remove(office, edition):
    with office.store.write("Ausgabe entfernt") as unit:
        unit.delete(unit.get(DocumentEdition, edition))


def papers_of(folder):
    """The copied papers for a safety copy, by name."""
    manifest = backup.read_manifest(folder)
    place = document_copies.of_copy(folder, manifest.store, manifest.store_id)
    return sorted(place.iterdir())


def restored(folder, target):
    assert backups.restore(folder, target, SECRET) == 0
    return open_office(target, passphrase=SECRET)


def test_a_copy_brings_papers_and_their_words_back(office, tmp_path):
    folder = office.backups.make()
    again = restored(folder, tmp_path / "neu.ehrenamt")
    papers = DocumentFile(again.store)
    (digest,) = papers.held()
    assert papers.read(digest) == CLEAR
    assert papers.search("versicherungen") == [digest]
    assert again.backups.check().sound
    again.close()


def test_an_hourly_copy_takes_no_paper_along_twice(office, tmp_path, monkeypatch):
    first = office.backups.make()
    before = {one: one.stat().st_mtime_ns for one in papers_of(first)}
    add(office, b"Zweites", "Antrag")
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + dt.timedelta(hours=1))
    second = office.backups.make()
    after = {one: one.stat().st_mtime_ns for one in papers_of(second)}
    assert len(after) == 2
    assert before.items() <= after.items()
    assert sum(one.stat().st_size for one in second.iterdir()) < 5_000_000
    assert len(document_copies.listed(first)) == 1
    assert len(document_copies.listed(second)) == 2


def test_copied_papers_lie_sealed(office, tmp_path):
    for one in papers_of(office.backups.make(tmp_path / "usb")):
        assert CLEAR[:20] not in one.read_bytes()


def test_two_offices_may_share_a_place(office, tmp_path):
    other_path = tmp_path / "anderswo" / "buero.ehrenamt"
    other_path.parent.mkdir()
    create_office(other_path, passphrase=SECRET)
    other = open_office(other_path, passphrase=SECRET)
    add(other, CLEAR, "Merkblatt")
    mine, theirs = office.backups.make(tmp_path / "usb"), other.backups.make(tmp_path / "usb")
    other.close()
    for number, folder in enumerate((mine, theirs)):
        restored(folder, tmp_path / f"neu{number}.ehrenamt").close()


@pytest.mark.parametrize("harm", ["gone", "flipped", "cut", "swapped"])
def test_a_paper_whose_copy_is_gone_hinders_no_restore(office, tmp_path, harm):
    add(office, b"Zweites", "Antrag")
    folder = office.backups.make()
    one, other = papers_of(folder)
    content = one.read_bytes()
    if harm == "gone":
        one.unlink()
    elif harm == "flipped":
        one.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    elif harm == "cut":
        one.write_bytes(content[: len(content) // 2])
    else:
        one.write_bytes(other.read_bytes())
    target = tmp_path / "neu.ehrenamt"
    assert backups.restore(folder, target, SECRET) == 1
    again = open_office(target, passphrase=SECRET)
    assert len(DocumentFile(again.store).held()) == 1
    (fault,) = again.backups.check().faults
    assert "1 Ausgaben" in fault
    again.close()
    assert "1 Unterlagen fehlen" in office.backups.rehearse().problem


def test_a_rehearsal_tries_the_papers_too(office):
    office.backups.make()
    assert office.backups.rehearse().problem == ""
    assert not list(office.backups.folder.glob(".probe-*"))


def test_a_lost_file_of_papers_comes_back_with_the_store(office):
    folder = office.backups.make()
    path, key = office.path, office.store.key
    office.close()
    path_of(path).unlink()
    assert not check(path, key).sound
    backups.replace(folder, path, key)
    assert check(path, key).sound


def test_what_a_step_can_bring_back_is_still_needed(office):
    edition = add(office, b"Zweites", "Antrag")
    remove(office, edition)
    papers = DocumentFile(office.store)
    with office.store.read() as connection:
        assert len(named(connection)) == 2
        assert papers.tidy(named(connection)) == 0
    office.history.undo()
    with office.store.read() as connection:
        (digest,) = connection.execute(
            "SELECT digest FROM document_edition WHERE id = ?", (edition,)
        ).fetchone()
    assert papers.read(digest) == b"Zweites"


def test_papers_that_no_copy_names_go_with_the_copies(office):
    edition = add(office, b"Zweites", "Antrag")
    first = office.backups.make()
    assert len(papers_of(first)) == 2
    remove(office, edition)
    with office.store.write("Verlauf gelöscht") as unit:
        unit.connection().exec_driver_sql("DELETE FROM journal_entry")
    second = office.backups.make()
    assert len(papers_of(second)) == 2
    shutil.rmtree(first)
    assert len(papers_of(office.backups.make())) == 1


def test_what_is_handed_over_carries_its_papers(office, tmp_path):
    folder = office.handing.hand_over(tmp_path / "stick", "Laptop")
    assert papers_of(folder)[0].parent.parent == folder
    away = tmp_path / "laptop"
    shutil.copytree(folder, away / folder.name)
    laptop = restored(away / folder.name, tmp_path / "laptop.ehrenamt")
    assert laptop.backups.check().sound
    laptop.close()


def test_a_copy_of_a_store_without_papers_is_as_before(tmp_path, frozen):
    path = tmp_path / "leer.ehrenamt"
    create_office(path)
    office = open_office(path)
    folder = office.backups.make()
    assert sorted(one.name for one in folder.iterdir()) == ["leer.ehrenamt", "manifest.json"]
    assert not path_of(path).exists()
    office.close()


def test_a_full_place_leaves_no_half_paper(office, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "full")

    monkeypatch.setattr(document_copies.os, "fsync", full)
    with pytest.raises(Exception, match="voll"):
        office.backups.make()
    place = document_copies.folder_of(
        office.backups.folder, office.path, keyfile.store_id(office.path.with_suffix(".schluessel"))
    )
    assert not list(place.glob("*"))
    with closing(office), pytest.raises(DomainError):
        DocumentFile(office.store).read("0" * 64)
