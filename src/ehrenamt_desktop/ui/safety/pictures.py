"""The dialogs about keys, locks and safety copies, opened for a picture."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.columns.backups import COMPARED
from ehrenamt_desktop.model.enums import LegalBasis, Purpose, Role
from ehrenamt_desktop.model.handing import Comeback, Handed
from ehrenamt_desktop.services.key_slots import KeyRow
from ehrenamt_desktop.ui.main_window import MainWindow
from ehrenamt_desktop.ui.safety.backup_dialog import BackupDialog
from ehrenamt_desktop.ui.safety.handing_back import TakeBackDialog
from ehrenamt_desktop.ui.safety.handing_over import HandOverDialog
from ehrenamt_desktop.ui.safety.keys_first_start import StartDialog
from ehrenamt_desktop.ui.safety.keys_new_office import NewOfficeDialog
from ehrenamt_desktop.ui.safety.keys_own import OwnDialog
from ehrenamt_desktop.ui.safety.keys_passphrase import PassphraseDialog
from ehrenamt_desktop.ui.safety.keys_sheet import SheetDialog
from ehrenamt_desktop.ui.safety.keys_slots import NEW_CODE, AddSlotDialog, Found, SlotsDialog
from ehrenamt_desktop.ui.safety.keys_unlock import RecoverDialog, UnlockDialog
from ehrenamt_desktop.ui.safety.lock_dialog import LockDialog

NEW = {
    "name": "Ehrenamtsagentur Sontra", "phone": "05653 9777-0", "street": "Marktplatz 6",
    "postcode": "36205", "city": "Sontra",
    "controller": "Zweckverband Sontra – Herleshausen – Nentershausen, Marktplatz 6, 36205 Sontra",
    **{one.value: LegalBasis.OPEN for one in Purpose},
}  # fmt: skip
SLOTS = (
    KeyRow("1", "Koordination", Role.COORDINATOR, own=True),
    KeyRow("2", "Vertretung im Bürgerbüro", Role.STAND_IN, own=False),
    KeyRow("3", "Rechnungsprüfung", Role.READER, own=False),
)
GIVEN = Handed("Laptop der Vertretung", dt.datetime(2026, 11, 20, 16, 5, tzinfo=dt.UTC), "")
THEN = {
    one.value: amount for (one, _), amount in zip(COMPARED, (212, 64, 118, 97, 340), strict=True)
}
COMEBACK = Comeback(14, THEN, THEN | {"person": 215, "interaction": 351})
CODE = "7K4M-Q2XH-9BTD-W5RA-3NVE-8JYC-6GPF-2SLU-4ZKM"


def safety_pictures(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Each of them; nothing is written."""
    desk = window.desk
    yield "bestand-oeffnen", UnlockDialog(Path("Ehrenamtsagentur.ehrenamt"), _nothing, window)
    yield "kennwort-vergessen", RecoverDialog(Path("Ehrenamtsagentur.ehrenamt"), window)
    yield "erster-start", StartDialog(desk.files, "", window)
    founding = NewOfficeDialog(desk.files, window)
    founding.form.load(NEW)
    yield "neues-buero", founding
    yield "wiederherstellungsblatt", SheetDialog(CODE, b"", desk.files, _nothing, window)
    slots = SlotsDialog(desk, window)
    slots.show_slots(Found(SLOTS, kept=False, can_keep=True))
    yield "kennwoerter", slots
    yield "weiteres-kennwort", AddSlotDialog(desk, window)
    yield (
        "neuer-code",
        OwnDialog(desk, "Neuer Wiederherstellungscode", NEW_CODE, "Neuen Code machen"),
    )
    yield "von-selbst-sperren", LockDialog(window)
    over = HandOverDialog(window)
    over.whom.setText("Laptop der Vertretung")
    yield "arbeitsplatz-uebergeben", over
    back = TakeBackDialog(window, GIVEN)
    back.tell(COMEBACK)
    yield "arbeitsplatz-zuruecknehmen", back
    yield "sicherungen", BackupDialog(window)
    passphrase = PassphraseDialog(desk, window)
    passphrase.new.first.setText("Sontra2026! am Rathaus")
    passphrase.new.say()
    yield "kennwort-aendern", passphrase


def _nothing(*_: object) -> None:
    """Nothing is opened or made for a picture."""
