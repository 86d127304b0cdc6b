"""The office that is tortured, and the deeds of the program that are broken off in it.

A deed calls `told` after each step that the program has told its user as kept. `folder` is the
same scene for all: a store with its key file, one safety copy, and a list to import.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from tests.make_office import adult, offer

from ehrenamt_desktop.errors import WrongPassphrase
from ehrenamt_desktop.model.enums import ArchiveAnswer
from ehrenamt_desktop.model.records.document import Document, DocumentEdition
from ehrenamt_desktop.services import backups
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import Office, open_office
from ehrenamt_desktop.store import backup, key_changes, keyfile
from ehrenamt_desktop.store.document_file import DocumentFile
from ehrenamt_desktop.store.wrapping import Cost

STORE = "buero.ehrenamt"
KEY_FILE = "buero.schluessel"
RESTORED = "wieder.ehrenamt"
NEW = "neu.ehrenamt"
SECRET, OTHER = "geheim im Rathaus", "anders im Rathaus"
CHEAP = Cost(64, 1, 1)
COPIES = "sicherungen"
HANDED = "uebergaben"
LIST = "liste.csv"
PEOPLE, ROWS = 6, 30
ONLY_NOW = "Rimbach"
"""Who came in after the safety copy was made."""
ERASED = 3
"""Who goes; the safety copy still has her."""
OLD = Path(__file__).parents[1] / "databases" / "0007.ehrenamt"

FIRST_PAPER, NEW_PAPERS = b"Satzung " * 9_000, (b"Antrag", b"Merkblatt " * 120_000)
HELPED = "Hilfreich"
"""Whom somebody helped, until long ago on `MUCH_LATER`."""
MUCH_LATER = dt.date(2150, 1, 1)

Told = Callable[[], None]


@dataclass(frozen=True)
class Deed:
    """Something the program does to what lies on the disk."""

    name: str
    act: Callable[[Path, Told], None]
    old: bool = False


def make_scene(folder: Path) -> None:
    """An office with people, a safety copy that lacks the last of them, and a list to import."""
    store = folder / STORE
    folder.mkdir(parents=True, exist_ok=True)
    create_office(store, passphrase=SECRET)
    key_changes.change_passphrase(folder / KEY_FILE, SECRET, SECRET, cost=CHEAP)
    office = open_office(store, passphrase=SECRET)
    for number in range(PEOPLE):
        adult(office, last_name=f"Dietzel{number}", adviser_note="vorgelesen " * 20)
    helped = {"helped_name": HELPED, "helped_consent_on": dt.date(2026, 1, 2)}
    office.offers.archive(offer(office, kind="help_request", **helped))
    put_in(office, FIRST_PAPER)
    office.backups.make(folder / COPIES)
    adult(office, last_name=ONLY_NOW)
    office.close()
    lines = ["Nachname;Vorname;Telefon"]
    lines += [f"Neuer{number};Karl;05653 {number}00{number}" for number in range(ROWS)]
    (folder / LIST).write_text("\n".join(lines), encoding="utf-8")


def put_in(office: Office, paper: bytes) -> None:
    """A paper of the library with its only edition."""
    digest = DocumentFile(office.store).keep(paper, "Merkblatt")
    with office.store.write("Unterlage hinzugefügt") as unit:
        document = Document(title="Merkblatt")
        unit.add(document)
        unit.flush()
        unit.add(
            DocumentEdition(
                document_id=document.id, file_name="merkblatt.txt", digest=digest, format="txt",
                size=len(paper), added_on=dt.date(2026, 11, 23),
            )
        )  # fmt: skip


def set_up(deed: Deed, scene: Path, folder: Path) -> None:
    """A fresh copy of the scene for one deed."""
    shutil.rmtree(folder, ignore_errors=True)
    if deed.old:
        folder.mkdir()
        shutil.copyfile(OLD, folder / STORE)
    else:
        shutil.copytree(scene, folder)


def key_of(folder: Path) -> bytes | None:
    """The raw key of a scene, by the passphrase it started with or the one it was given."""
    file = folder / KEY_FILE
    if not file.exists():
        return None
    try:
        return keyfile.unlock(file, SECRET)
    except WrongPassphrase:
        return keyfile.unlock(file, OTHER)


def _opened(folder: Path) -> closing[Office]:
    """The office of a scene, closed at the end of the block."""
    secret = SECRET if (folder / KEY_FILE).exists() else None
    return closing(open_office(folder / STORE, passphrase=secret))


def first_copy(folder: Path) -> Path:
    """The safety copy that was there before."""
    return backup.all_in(folder / COPIES)[0]


def fingerprint(connection: Any) -> str:
    """What a store holds, table by table; the same for the same records."""
    print_of = hashlib.sha256()
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE '%\\_search%' ESCAPE '\\' ORDER BY name"
    ).fetchall()
    for (name,) in tables:
        rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()
        print_of.update(repr((name, sorted(map(repr, rows)))).encode())
    return print_of.hexdigest()


def found(folder: Path, told: Told) -> None:
    """A new office."""
    with mock.patch.object(keyfile, "usual_cost", return_value=CHEAP):
        create_office(folder / NEW, passphrase=SECRET)
    told()


def save(folder: Path, told: Told) -> None:
    """Three people, one after the other, and a change of the first."""
    with _opened(folder) as office:
        for number in range(3):
            office.people.save({"last_name": f"Gespeichert{number}", "birth_year": 1950 + number})
            told()
        office.people.save({"last_name": "Umbenannt", "birth_year": 1961}, 1)
        told()


def import_list(folder: Path, told: Told) -> None:
    """A list of people as one step."""
    with _opened(folder) as office:
        office.imports.run(office.imports.plan("people", folder / LIST))
        told()


def merge(folder: Path, told: Told) -> None:
    """Two records of one person."""
    with _opened(folder) as office:
        office.merging.merge(1, 2)
        told()


def undo(folder: Path, told: Told) -> None:
    """The last step back, and done again."""
    with _opened(folder) as office:
        office.history.undo()
        told()
        office.history.redo()
        told()


def migrate(folder: Path, told: Told) -> None:
    """A store of an older program."""
    with _opened(folder):
        told()


def rewrap(folder: Path, told: Told) -> None:
    """Another passphrase for the same key."""
    key_changes.change_passphrase(folder / KEY_FILE, SECRET, OTHER, cost=CHEAP)
    told()


def add_papers(folder: Path, told: Told) -> None:
    """Two papers, one after the other; the second lies in several rows."""
    with _opened(folder) as office:
        for paper in NEW_PAPERS:
            put_in(office, paper)
            told()


def back_up(folder: Path, told: Told) -> None:
    """A second copy beside the first, and one in a folder that is not there yet."""
    with _opened(folder) as office:
        office.backups.make(folder / COPIES)
        told()
        office.backups.make(folder / "stick" / COPIES)
        told()


def restore(folder: Path, told: Told) -> None:
    """The first copy as a new store."""
    backups.restore(first_copy(folder), folder / RESTORED, SECRET)
    told()


def replace(folder: Path, told: Told) -> None:
    """The first copy in place of the store in use."""
    backups.replace(first_copy(folder), folder / STORE, key_of(folder))
    told()


def hand_over(folder: Path, told: Told) -> None:
    """The store to another desk."""
    with _opened(folder) as office:
        office.handing.hand_over(folder / "stick" / HANDED, "Laptop")
        told()


def erase(folder: Path, told: Told) -> None:
    """Somebody who asked for it, and whom the archive does not want."""
    with _opened(folder) as office:
        office.erasures.request(ERASED)
        office.erasures.answer([ERASED], ArchiveAnswer.WAIVER, file_number="KA 12/2026")
        told()
        office.erasures.erase([ERASED])
        told()


def age_out(folder: Path, told: Told) -> None:
    """What is over, and the journal that tells of it."""
    with _opened(folder) as office:
        office.ageing.run(MUCH_LATER, sure=True)
        told()


DEEDS = (
    Deed("new office", found), Deed("save", save), Deed("import", import_list),
    Deed("merge", merge), Deed("undo", undo), Deed("migration", migrate, old=True),
    Deed("re-wrap", rewrap), Deed("backup", back_up), Deed("restore", restore),
    Deed("replace", replace), Deed("hand over", hand_over),
    Deed("erase", erase), Deed("age out", age_out), Deed("papers", add_papers),
)  # fmt: skip
