"""The call note: name, number, concern; known callers show while somebody types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import EhrenamtError, FieldError, InvalidDraft
from ehrenamt_desktop.model.calls import CallRow, as_initiative, as_person
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.findings import Hit
from ehrenamt_desktop.model.text import digits
from ehrenamt_desktop.ui.intake.known_callers import KnownCallers, Target
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.telling import tell

SPECS = (
    FieldSpec("caller", "Name"),
    FieldSpec("caller_phone", "Nummer"),
    FieldSpec("note", "Anliegen", FieldKind.BLOCK, wide=True),
    FieldSpec("on", "Tag", FieldKind.DATE),
    FieldSpec("at", "Uhrzeit", FieldKind.TIME),
    FieldSpec("waits", "Noch zu erledigen", FieldKind.CHECK),
)
COLUMNS = {Kind.PERSON: "person_id", Kind.INITIATIVE: "initiative_id"}
TURNED = {Kind.PERSON: as_person, Kind.INITIATIVE: as_initiative}
WHOLE = 7
"""Digits from which a number is one somebody can be known by."""


class CallDialog(Dialog):
    """Stays beside the work: it is no question, other tabs can be looked at meanwhile."""

    def __init__(self, desk: Desk, call: CallRow | None, parent: QWidget) -> None:
        super().__init__("Anrufnotiz", parent, name="call", width_em=40)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._call = call
        self._kept = False
        self.form = RecordForm("call", SPECS, Vocabulary(), name="call")
        self.form.load(_values(call))
        self.known = KnownCallers()
        self.known.opened.connect(self._open_known)
        self.person = button("Als Person aufnehmen", name="call.person", icon="person")
        self.body_button = button("Als Initiative anlegen", name="call.initiative",
                                  icon="initiatives")  # fmt: skip
        for made, keys, kind in ((self.person, "Alt+P", Kind.PERSON),
                                 (self.body_button, "Alt+I", Kind.INITIATIVE)):  # fmt: skip
            deed = partial(self._turn_into, kind)
            QShortcut(QKeySequence(keys), self).activated.connect(deed)
            made.setToolTip(keys)
            made.clicked.connect(deed)
        self.body.addWidget(self.form)
        self.body.addWidget(self.known)
        turned = FlowLayout()
        turned.addWidget(self.person)
        turned.addWidget(self.body_button)
        self.body.addLayout(turned)
        self.body.addStretch(1)
        self.accept_button.setToolTip("Strg+S")
        for keys in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.confirm)
        self.form.changed.connect(self._look)
        self.known.show_hits((), call.target if call is not None else None)
        self._look()
        self.form.focus_first()

    def confirm(self) -> None:
        """Keep the note and close."""
        self._keep(lambda _: tell(self._desk, "Der Anruf ist notiert."))

    def _keep(self, then: Callable[[CallRow], None], target: Target | None = None) -> None:
        values = self.form.submit()
        if values is None or self._kept:
            return
        given = {**values, **_owner(target or self.known.target())}
        number, version = (self._call.id, self._call.version) if self._call else (None, None)
        calls = self._desk.office

        def keep() -> CallRow:
            return calls.calls.one(calls.calls.keep(given, number, version))

        self._desk.tasks.run(Lane.WRITE, keep, lambda row: self._close(row, then), self._refused)

    def _close(self, row: CallRow, then: Callable[[CallRow], None]) -> None:
        self._kept = True
        self.accept()
        then(row)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, EhrenamtError) and not isinstance(error, InvalidDraft):
            self.form.show_errors([FieldError("", error.sentence)])
        else:
            self.form.refuse(error, self._desk.notices)

    def _turn_into(self, kind: Kind) -> None:
        """Keep the note, then show the form of a new record with all that is known."""
        self._keep(lambda row: self._desk.navigator.begin(kind, TURNED[kind](row)))

    def _open_known(self, target: Target) -> None:
        """Show a known caller's record; what was noted is kept for it."""
        if self.form.editor("note").value():
            self._keep(lambda _: self._desk.navigator.open(*target), target)
        else:
            self._desk.navigator.open(*target)

    def _look(self) -> None:
        name, phone = (
            str(self.form.editor(key).value() or "") for key in ("caller", "caller_phone")
        )
        calls = self._desk.office
        self._desk.tasks.run(
            Lane.READ, lambda: calls.calls.known(name, phone),
            lambda hits: self._show_known(hits, phone), key="call.known",
        )  # fmt: skip

    def _show_known(self, hits: tuple[Hit, ...], phone: str) -> None:
        """A whole number that one record has settles whose call it is, unless that was chosen."""
        target = self.known.target()
        if target is not None and target not in {hit.target for hit in hits} and not self._call:
            target = None
        if target is None and len(hits) == 1 and len(digits(phone)) >= WHOLE:
            target = hits[0].target
        shown = [hit for hit in hits if hit.target[0] in COLUMNS]
        self.known.show_hits(shown, target)


def note_call(desk: Desk, parent: QWidget) -> CallDialog:
    """A new call note; one that is open comes to the front with what it holds."""
    for one in parent.findChildren(CallDialog):
        if one.isVisible():
            one.activateWindow()
            one.raise_()
            return one
    made = CallDialog(desk, None, parent)
    made.show()
    return made


def open_call(desk: Desk, number: int, parent: QWidget) -> None:
    """Show a kept call note."""
    office = desk.office
    desk.tasks.run(
        Lane.WRITE, lambda: office.calls.one(number),
        lambda row: CallDialog(desk, row, parent).show(),
    )  # fmt: skip


def _values(call: CallRow | None) -> Mapping[str, Any]:
    if call is None:
        now = clock.local(clock.now())
        return {"on": clock.today(), "at": now.time().replace(second=0, microsecond=0),
                "waits": True}  # fmt: skip
    return {
        "caller": call.name, "caller_phone": call.phone, "note": call.concern, "on": call.on,
        "at": call.at, "waits": call.waiting_since is not None,
    }  # fmt: skip


def _owner(target: Target | None) -> dict[str, int | None]:
    owner: dict[str, int | None] = dict.fromkeys(COLUMNS.values())
    if target is not None:
        owner[COLUMNS[target[0]]] = target[1]
    return owner
