"""The open office: one object that holds every use case, made once and passed down.

Opening is cheap: lists read through plain SQL. The writing services are imported when they are
first asked for, behind the painted window.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ehrenamt_desktop.errors import StoreUnavailable, WrongPassphrase
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.store import shape
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.trouble import guarded

if TYPE_CHECKING:
    from ehrenamt_desktop.services.autosaves import Autosaves
    from ehrenamt_desktop.services.backups import Backups
    from ehrenamt_desktop.services.calendars import Calendars
    from ehrenamt_desktop.services.calls import Calls
    from ehrenamt_desktop.services.doubles import Doubles
    from ehrenamt_desktop.services.edits import Edits
    from ehrenamt_desktop.services.exports import Exports
    from ehrenamt_desktop.services.finding import Finding
    from ehrenamt_desktop.services.founding import Founding
    from ehrenamt_desktop.services.history import History
    from ehrenamt_desktop.services.households import Households
    from ehrenamt_desktop.services.imports import Imports
    from ehrenamt_desktop.services.initiatives import Initiatives
    from ehrenamt_desktop.services.letter_lists import LetterLists
    from ehrenamt_desktop.services.mass_edit import MassEdit
    from ehrenamt_desktop.services.matching import Matching
    from ehrenamt_desktop.services.merging import Merging
    from ehrenamt_desktop.services.offers import Offers
    from ehrenamt_desktop.services.papers import Papers
    from ehrenamt_desktop.services.people import People
    from ehrenamt_desktop.services.placements import Placements
    from ehrenamt_desktop.services.rounds import Rounds
    from ehrenamt_desktop.services.settings import Settings
    from ehrenamt_desktop.services.talks import Interactions
    from ehrenamt_desktop.services.trash import Trash
    from ehrenamt_desktop.services.views import Views
    from ehrenamt_desktop.services.work import FollowUps

FOLDER = "sicherungen"
"""Where copies go unless another folder is chosen: beside the store."""


class Office:
    """An office whose store is open."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.lists = Lists(store)

    @property
    def path(self) -> Path:
        """The store's file."""
        return self.store.path

    @property
    def encrypted(self) -> bool:
        """Whether the store is encrypted."""
        return self.store.encrypted

    @cached_property
    def people(self) -> People:
        """Use cases on people."""
        from ehrenamt_desktop.services.people import People

        return People(self.store)

    @cached_property
    def initiatives(self) -> Initiatives:
        """Use cases on initiatives and their contacts."""
        from ehrenamt_desktop.services.initiatives import Initiatives

        return Initiatives(self.store)

    @cached_property
    def founding(self) -> Founding:
        """Use cases on initiatives that are being founded."""
        from ehrenamt_desktop.services.founding import Founding

        return Founding(self.store)

    @cached_property
    def offers(self) -> Offers:
        """Use cases on offers."""
        from ehrenamt_desktop.services.offers import Offers

        return Offers(self.store)

    @cached_property
    def placements(self) -> Placements:
        """Use cases on placements."""
        from ehrenamt_desktop.services.placements import Placements

        return Placements(self.store)

    @cached_property
    def follow_ups(self) -> FollowUps:
        """Use cases on reminders."""
        from ehrenamt_desktop.services.work import FollowUps

        return FollowUps(self.store)

    @cached_property
    def interactions(self) -> Interactions:
        """Use cases on talks and appointments."""
        from ehrenamt_desktop.services.talks import Interactions

        return Interactions(self.store)

    @cached_property
    def calls(self) -> Calls:
        """Call notes."""
        from ehrenamt_desktop.services.calls import Calls

        return Calls(self.store, self.finding)

    @cached_property
    def matching(self) -> Matching:
        """Ranked offers for a person, ranked people for an offer."""
        from ehrenamt_desktop.services.matching import Matching

        return Matching(self.store)

    @cached_property
    def papers(self) -> Papers:
        """Printed and exported papers."""
        from ehrenamt_desktop.services.papers import Papers

        return Papers(self.store)

    @cached_property
    def rounds(self) -> Rounds:
        """Rounds in which bodies are asked for their offers."""
        from ehrenamt_desktop.services.rounds import Rounds

        return Rounds(self.store)

    @cached_property
    def imports(self) -> Imports:
        """Foreign lists."""
        from ehrenamt_desktop.services.imports import Imports

        return Imports(self.store)

    @cached_property
    def exports(self) -> Exports:
        """Lists that leave the program."""
        from ehrenamt_desktop.services.exports import Exports

        return Exports(self.store)

    @cached_property
    def finding(self) -> Finding:
        """The search over everything."""
        from ehrenamt_desktop.services.finding import Finding

        return Finding(self.store, self.lists)

    @cached_property
    def doubles(self) -> Doubles:
        """People who may have been entered twice."""
        from ehrenamt_desktop.services.doubles import Doubles

        return Doubles(self.store)

    @cached_property
    def merging(self) -> Merging:
        """Two records of one person become one."""
        from ehrenamt_desktop.services.merging import Merging

        return Merging(self.store)

    @cached_property
    def history(self) -> History:
        """Undo and redo."""
        from ehrenamt_desktop.services.history import History

        return History(self.store)

    @cached_property
    def edits(self) -> Edits:
        """What was changed on a record."""
        from ehrenamt_desktop.services.edits import Edits

        return Edits(self.store)

    @cached_property
    def autosaves(self) -> Autosaves:
        """Forms that are not kept yet."""
        from ehrenamt_desktop.services.autosaves import Autosaves

        return Autosaves(self.store)

    @cached_property
    def calendars(self) -> Calendars:
        """Appointments for the calendar of another program."""
        from ehrenamt_desktop.services.calendars import Calendars

        return Calendars(self.store)

    @cached_property
    def settings(self) -> Settings:
        """Settings of the office."""
        from ehrenamt_desktop.services.settings import Settings

        return Settings(self.store)

    @cached_property
    def trash(self) -> Trash:
        """What was put away, and how it comes back."""
        from ehrenamt_desktop.services.trash import Trash

        return Trash(self.store)

    @cached_property
    def views(self) -> Views:
        """Named views of lists."""
        from ehrenamt_desktop.services.views import Views

        return Views(self.store)

    @cached_property
    def households(self) -> Households:
        """People who get one letter together."""
        from ehrenamt_desktop.services.households import Households

        return Households(self.store)

    @cached_property
    def letter_lists(self) -> LetterLists:
        """Lists for letters to many people."""
        from ehrenamt_desktop.services.letter_lists import LetterLists

        return LetterLists(self.store)

    @cached_property
    def mass_edit(self) -> MassEdit:
        """One change on many records."""
        from ehrenamt_desktop.services.mass_edit import MassEdit

        return MassEdit(self.store)

    @cached_property
    def backups(self) -> Backups:
        """Safety copies and the check of the store."""
        from ehrenamt_desktop.services.backups import Backups

        return Backups(self.store)

    def close(self) -> None:
        """Close the store and end the child that reads foreign files."""
        if "imports" in self.__dict__:
            self.imports.close()
        self.store.close()


def key_path(path: Path) -> Path:
    """Where the key file of a store lies."""
    return path.with_suffix(".schluessel")


def needs_passphrase(path: Path) -> bool:
    """Whether a store has a key file."""
    return key_path(path).exists()


def create_office(path: Path, *, passphrase: str | None = None) -> str | None:
    """Make an empty office with its places, vocabularies and figures of law.

    Args:
        path: the new store's file (`….ehrenamt`).
        passphrase: encrypts the store; without it there is no key file.

    Returns:
        The recovery code to print and lock away, or None without a passphrase.

    Raises:
        StoreUnavailable: the file exists already or the folder cannot be written.
    """
    from ehrenamt_desktop.services.seeding import seed
    from ehrenamt_desktop.store.schema import create_store

    key, code = None, None
    with guarded():
        _refuse_name(path)
        if passphrase is not None:
            from ehrenamt_desktop.store import keyfile

            key, code = keyfile.create(key_path(path), passphrase)
        try:
            create_store(path, key)
        except BaseException:
            if key is not None:
                key_path(path).unlink(missing_ok=True)
            raise
    store = Store(path, key)
    try:
        seed(store)
    finally:
        store.close()
    return code


def _refuse_name(path: Path) -> None:
    """Make sure that a new store and its key file meet nothing that is there already."""
    if path.suffix == key_path(path).suffix or any(sign in path.name for sign in '<>:"|?*'):
        raise StoreUnavailable(
            f"„{path.name}“ kann kein Bestand heißen. Bitte wählen Sie einen anderen Namen."
        )
    for wanted in (path, key_path(path)):
        if wanted.exists():
            raise StoreUnavailable(
                f"„{wanted.name}“ gibt es an diesem Ort schon und wurde nicht angerührt. Bitte "
                "wählen Sie einen anderen Namen."
            )


def open_office(
    path: Path,
    *,
    passphrase: str | None = None,
    on_changed: Callable[[tuple[Change, ...]], None] | None = None,
) -> Office:
    """Open an office; an older store is brought up to date after a verified copy.

    Raises:
        WrongPassphrase: the store is encrypted and the passphrase does not open it.
        StoreUnavailable: the file is missing, damaged, newer or cannot be reached.
    """
    key = unlock(path, passphrase)
    store = Store(path, key, on_changed=on_changed)
    try:
        with store.read() as connection:
            outdated = shape.outdated(connection)
        if outdated:
            store.close()
            _migrate(path, key)
            store = Store(path, key, on_changed=on_changed)
    except BaseException:
        store.close()
        raise
    return Office(store)


def unlock(path: Path, passphrase: str | None) -> bytes | None:
    """The raw key of a store; None for one without a key file.

    Raises:
        WrongPassphrase: the passphrase is missing or does not open the key file.
        StoreUnavailable: the key file is damaged.
    """
    if not needs_passphrase(path):
        return None
    if not passphrase:
        raise WrongPassphrase("Dieser Bestand ist verschlüsselt. Bitte geben Sie Ihr Kennwort ein.")
    from ehrenamt_desktop.store import keyfile

    with guarded():
        return keyfile.unlock(key_path(path), passphrase)


def _migrate(path: Path, key: bytes | None) -> None:
    from ehrenamt_desktop.services.first_views import offer_first_views
    from ehrenamt_desktop.store import backup
    from ehrenamt_desktop.store.schema import bring_up_to_date

    bring_up_to_date(path, key, lambda: backup.make(path, key, path.parent / FOLDER))
    store = Store(path, key)
    try:
        offer_first_views(store)
    finally:
        store.close()
