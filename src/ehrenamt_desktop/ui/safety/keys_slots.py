"""Kennwörter und Schlüssel: who may open the store, the recovery code, what this computer keeps."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ehrenamt_desktop.model.enums import Role
from ehrenamt_desktop.services import device_key
from ehrenamt_desktop.services.key_slots import KeyRow
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, clear_layout, label, label_of, vbox
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.text_inputs import ChoiceInput, LineInput
from ehrenamt_desktop.ui.safety.keys_own import OwnDialog
from ehrenamt_desktop.ui.safety.keys_sheet import SheetDialog
from ehrenamt_desktop.ui.safety.new_passphrase import NewPassphrase

ABOUT = (
    "Bis zu vier Menschen haben ein eigenes Kennwort. „Nur lesen“ schützt vor Versehen, nicht vor "
    "Absicht."
)
NEW_CODE = (
    "Das Programm macht einen neuen Wiederherstellungscode und zeigt das Blatt dazu. Die alten "
    "Blätter öffnen danach nichts mehr; bitte vernichten Sie sie."
)
REMEMBER = (
    "Danach öffnet sich der Bestand an diesem Computer ohne Kennwort für jeden, der unter Ihrem "
    "Namen angemeldet ist. Das ist bequem und schwächer. Das Kennwort gilt weiter; vergessen Sie "
    "es nicht."
)
KEPT = "Dieser Computer öffnet den Bestand ohne Kennwort."
NOT_KEPT = "Dieser Computer fragt jedes Mal nach dem Kennwort."


class Found(NamedTuple):
    """Who has a passphrase, whether this computer opens without one, and whether it could."""

    slots: tuple[KeyRow, ...]
    kept: bool
    can_keep: bool


class SlotsDialog(Dialog):
    """Shows the passphrases there are; each change asks for the own one again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            "Kennwörter und Schlüssel", parent, name="slots", cancel="Schließen", width_em=44
        )  # fmt: skip
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.accept_button.hide()
        self.rows = QWidget()
        self.rows.setLayout(vbox())
        self.add_button = button("Weiteres Kennwort …", name="slots.add")
        self.code_button = button("Neuer Wiederherstellungscode …", name="slots.code")
        self.keep_button = button("An diesem Computer merken …", name="slots.keep")
        self.kept = label("", "small", wrap=True, name="slots.kept")
        ways = QWidget()
        flow = FlowLayout(ways)
        for one in (self.add_button, self.code_button, self.keep_button):
            flow.addWidget(one)
        for part in (label(ABOUT, wrap=True), self.rows, ways, self.kept):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.add_button.clicked.connect(self._add)
        self.code_button.clicked.connect(self._renew)
        self.keep_button.clicked.connect(self._keep)

    def load(self) -> None:
        """Read who has a passphrase, then open."""
        self._desk.tasks.run(Lane.READ, self._read, self.show_slots, key="slots")

    def show_slots(self, found: Found) -> None:
        """Show what was read."""
        slots, kept, can_keep = found
        reads = self._desk.office.read_only
        column = self.rows.layout()
        if column is not None:
            clear_layout(column)
            for one in slots:
                column.addWidget(self._line(one, removable=not one.own and not reads))
        self.add_button.setEnabled(not reads)
        self.code_button.setEnabled(not reads)
        self.kept.setText(KEPT if kept else NOT_KEPT)
        self.keep_button.setText("Nicht mehr merken" if kept else "An diesem Computer merken …")
        self.keep_button.setVisible(kept or can_keep)
        self.show()

    def _read(self) -> Found:
        office = self._desk.office
        return Found(office.keys.all(), device_key.remembers(office.path), device_key.available())

    def _line(self, slot: KeyRow, *, removable: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        own = " (Sie)" if slot.own else ""
        row.addWidget(label(f"{slot.user}{own}", "strong", wrap=True), 1)
        row.addWidget(label(slot.role.label, "soft"))
        if removable:
            remove = button("Entfernen …", name=f"slots.remove.{slot.number}")
            remove.setAccessibleName(f"Kennwort von {slot.user} entfernen")
            remove.clicked.connect(partial(self._remove, slot))
            row.addWidget(remove)
        return line

    def _add(self) -> None:
        dialog = AddSlotDialog(self._desk, self)
        dialog.accepted.connect(self.load)
        dialog.open()

    def _remove(self, slot: KeyRow) -> None:
        keys = self._desk.office.keys
        about = (
            f"Mit dem Kennwort von {slot.user} öffnet sich der Bestand dann nicht mehr. Frühere "
            "Sicherungen öffnet es weiter; bewahren Sie sie so auf, dass nur Befugte sie bekommen."
        )
        OwnDialog(
            self._desk, "Kennwort entfernen", about, "Entfernen",
            lambda own: keys.remove(own, slot.number), lambda _: self.load(), self,
        ).open()  # fmt: skip

    def _renew(self) -> None:
        renew_code(self._desk, self)

    def _keep(self) -> None:
        path = self._desk.office.path
        if device_key.remembers(path):
            self._desk.tasks.run(Lane.WRITE, lambda: device_key.forget(path), lambda _: self.load())
            return
        OwnDialog(
            self._desk, "An diesem Computer merken", REMEMBER, "Merken",
            lambda own: device_key.remember(path, own), lambda _: self.load(), self,
        ).open()  # fmt: skip


class AddSlotDialog(OwnDialog):
    """Gives somebody a passphrase; whose it is types it herself."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        about = (
            "Erst Ihr eigenes Kennwort, dann wem das neue gehört. Am besten tippt sie oder er es "
            "selbst."
        )
        super().__init__(
            desk, "Weiteres Kennwort", about, "Anlegen", parent=parent, name="add_slot"
        )  # fmt: skip
        self.user = LineInput()
        self.user.setObjectName("add_slot.user")
        self.role = ChoiceInput()
        self.role.setObjectName("add_slot.role")
        for one in (Role.STAND_IN, Role.READER, Role.COORDINATOR):
            self.role.addItem(one.label, one)
        self.new = NewPassphrase("add_slot")
        self.add(
            label_of(self.user, "Wem es gehört"), self.user, label_of(self.role, "Was es darf"),
            self.role, self.new,
        )  # fmt: skip

    def confirm(self) -> None:
        """Add it, or say what is wrong."""
        problem = self.new.problem()
        if problem:
            self.tell(problem)
            return
        own, user, new = self.old.text(), self.user.text(), self.new.typed()
        role = Role(self.role.currentData())
        self.attempt(
            lambda: self._desk.office.keys.add(own, user, role, new),
            lambda _: self._desk.notices.success("Das Kennwort ist angelegt."),
        )


def renew_code(desk: Desk, parent: QWidget) -> None:
    """Ask for the passphrase, make a new code, show its sheet until it is typed back."""
    keys = desk.office.keys

    def made(own: str) -> tuple[str, bytes]:
        code = keys.new_code(own)
        return code, keys.sheet(code)

    def shown(found: tuple[str, bytes]) -> None:
        def checked() -> None:
            desk.tasks.run(Lane.WRITE, keys.mark_sheet, lambda _: None)

        SheetDialog(*found, desk.files, checked, parent).open()

    OwnDialog(
        desk, "Neuer Wiederherstellungscode", NEW_CODE, "Neuen Code machen", made, shown, parent
    ).open()  # fmt: skip


def remind_of_sheet(desk: Desk, parent: QWidget) -> None:
    """Say that nobody has typed the recovery code back yet, and make a new sheet if wanted."""
    from ehrenamt_desktop.ui.kit.notices import Action

    office = desk.office
    if not office.encrypted or office.read_only:
        return

    def tell(checked: bool) -> None:
        if not checked:
            desk.notices.warning(
                "Das Wiederherstellungsblatt wurde noch nie abgetippt. Ist das Kennwort einmal "
                "vergessen, hilft nur dieses Blatt.",
                Action("Neues Blatt …", lambda: renew_code(desk, parent)),
            )

    desk.tasks.run(Lane.READ, office.keys.sheet_checked, tell)
