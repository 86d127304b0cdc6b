"""The open office: one object that holds every use case, made once and passed down.

Opening is cheap: lists read through plain SQL. The writing services are imported when they are
first asked for, behind the painted window.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.model.enums import Role
from ehrenamt_desktop.model.handing import KEY as HANDED
from ehrenamt_desktop.model.handing import Handed
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.services.document_parts import DocumentParts
from ehrenamt_desktop.services.keys import open_as, refuse_foreign
from ehrenamt_desktop.services.letter_parts import LetterParts
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.placing_parts import PlacingParts
from ehrenamt_desktop.services.report_parts import ReportParts
from ehrenamt_desktop.services.safety_parts import SafetyParts
from ehrenamt_desktop.store import shape
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.lost_steps import lost_steps, sentence
from ehrenamt_desktop.store.reads.settings import setting

if TYPE_CHECKING:
    from ehrenamt_desktop.services.ageing import Ageing
    from ehrenamt_desktop.services.asking import Asking
    from ehrenamt_desktop.services.autosaves import Autosaves
    from ehrenamt_desktop.services.boards import Boards
    from ehrenamt_desktop.services.calendars import Calendars
    from ehrenamt_desktop.services.calls import Calls
    from ehrenamt_desktop.services.doubles import Doubles
    from ehrenamt_desktop.services.edits import Edits
    from ehrenamt_desktop.services.export_log import ExportLog
    from ehrenamt_desktop.services.exports import Exports
    from ehrenamt_desktop.services.fairness import FairShares
    from ehrenamt_desktop.services.finding import Finding
    from ehrenamt_desktop.services.founding import Founding
    from ehrenamt_desktop.services.history import History
    from ehrenamt_desktop.services.hours import Hours
    from ehrenamt_desktop.services.households import Households
    from ehrenamt_desktop.services.imports import Imports
    from ehrenamt_desktop.services.initiatives import Initiatives
    from ehrenamt_desktop.services.mass_edit import MassEdit
    from ehrenamt_desktop.services.merging import Merging
    from ehrenamt_desktop.services.offers import Offers
    from ehrenamt_desktop.services.papers import Papers
    from ehrenamt_desktop.services.people import People
    from ehrenamt_desktop.services.rounds import Rounds
    from ehrenamt_desktop.services.settings import Settings
    from ehrenamt_desktop.services.talk_sheets import TalkSheets
    from ehrenamt_desktop.services.talks import Interactions
    from ehrenamt_desktop.services.trash import Trash
    from ehrenamt_desktop.services.views import Views
    from ehrenamt_desktop.store.keyfile import Slot

FOLDER = "sicherungen"
"""Where copies go unless another folder is chosen: beside the store."""

READING = (
    "Sie haben den Bestand mit einem Kennwort zum Lesen geöffnet. Ändern kann, wer ihn mit dem "
    "Kennwort der Koordination oder der Vertretung öffnet."
)
OUTDATED = (
    "Der Bestand muss erst auf den neuen Stand gebracht werden. Bitte öffnen Sie ihn einmal mit "
    "dem Kennwort der Koordination oder der Vertretung."
)


class Office(PlacingParts, ReportParts, LetterParts, DocumentParts, SafetyParts):
    """An office whose store is open."""

    def __init__(self, store: Store, slot: Slot | None = None, lost: str = "") -> None:
        """Take an open store, opened with `slot`; `lost` says what a crash before it cost."""
        self.store = store
        self.slot = slot
        self.lost = lost
        self.lists = Lists(store)

    @property
    def path(self) -> Path:
        """The store's file."""
        return self.store.path

    @property
    def encrypted(self) -> bool:
        """Whether the store is encrypted."""
        return self.store.encrypted

    @property
    def read_only(self) -> bool:
        """Whether this window may only read."""
        return bool(self.store.refused)

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
    def hours(self) -> Hours:
        """Hours of engagement by month."""
        from ehrenamt_desktop.services.hours import Hours

        return Hours(self.store)

    @cached_property
    def ageing(self) -> Ageing:
        """What goes by itself when its time is over."""
        from ehrenamt_desktop.services.ageing import Ageing

        return Ageing(self.store)

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
    def fairness(self) -> FairShares:
        """Whether all groups are reached alike."""
        from ehrenamt_desktop.services.fairness import FairShares

        return FairShares(self.store)

    @cached_property
    def papers(self) -> Papers:
        """Printed and exported papers."""
        from ehrenamt_desktop.services.papers import Papers

        return Papers(self.store)

    @cached_property
    def boards(self) -> Boards:
        """Glass cases and notice boards of the villages."""
        from ehrenamt_desktop.services.boards import Boards

        return Boards(self.store)

    @cached_property
    def asking(self) -> Asking:
        """How placements go, asked on both sides."""
        from ehrenamt_desktop.services.asking import Asking

        return Asking(self.store)

    @cached_property
    def talk_sheets(self) -> TalkSheets:
        """Sheets for the talk at the desk."""
        from ehrenamt_desktop.services.talk_sheets import TalkSheets

        return TalkSheets(self.store)

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
    def export_log(self) -> ExportLog:
        """Which lists were written, why, and until when."""
        from ehrenamt_desktop.services.export_log import ExportLog

        return ExportLog(self.store)

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
    def mass_edit(self) -> MassEdit:
        """One change on many records."""
        from ehrenamt_desktop.services.mass_edit import MassEdit

        return MassEdit(self.store)

    def close(self) -> None:
        """Close the store, end the children that read foreign files, let go of opened copies."""
        if "imports" in self.__dict__:
            self.imports.close()
        for part in ("previews", "copies"):
            if part in self.__dict__:
                getattr(self, part).close()
        self.store.close()


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
    opened = open_as(path, passphrase)
    key, slot = (opened.key, opened.slot) if opened else (None, None)
    reads = slot is not None and slot.role is Role.READER
    try:
        store = Store(path, key, on_changed=on_changed)
    except StoreUnavailable:
        refuse_foreign(path, key)
        raise
    try:
        with store.read() as connection:
            outdated = shape.outdated(connection)
            given = Handed.of(setting(connection, HANDED))
            lost = sentence(lost_steps(path, connection))
        if outdated:
            store.close()
            _migrate(path, key, reads=reads)
            store = Store(path, key, on_changed=on_changed)
    except BaseException:
        store.close()
        raise
    if reads or given is not None:
        store.refuse_writing(given.sentence if given is not None and not reads else READING)
    return Office(store, slot, lost)


def _migrate(path: Path, key: bytes | None, *, reads: bool) -> None:
    if reads:
        raise StoreUnavailable(OUTDATED)
    from ehrenamt_desktop.services.seeding import RENEWED, renew
    from ehrenamt_desktop.store import backup
    from ehrenamt_desktop.store.schema import Finish, bring_up_to_date

    def copied() -> Path:
        return backup.make(path, key, path.parent / FOLDER)

    bring_up_to_date(path, key, copied, Finish(RENEWED, renew))
