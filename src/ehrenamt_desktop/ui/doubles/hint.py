"""A quiet line under the form of a person or an initiative: is this one here already?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.doubles import LikelyPerson
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.ui.doubles.words import hint_of
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.fields import InputError
from ehrenamt_desktop.ui.kit.panels import button, hbox, label
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.tasks import Lane

PAUSE = 250
"""Milliseconds without a key before the store is asked."""

KEYS = {
    Kind.PERSON: (
        "salutation", "title", "first_name", "last_name", "birth_year", "birth_date", "street",
        "postcode", "city", "place_id", "phone", "mobile", "email",
    ),
    Kind.INITIATIVE: ("name",),
}  # fmt: skip
"""The fields that are looked at."""


class DoublesHint(QWidget):
    """Looks for what is typed while a form is edited; hidden while there is nothing to say."""

    def __init__(self, desk: Desk, kind: Kind = Kind.PERSON) -> None:
        super().__init__()
        name = self._name = f"{kind.value}.doubles"
        self.setObjectName(name)
        self._desk = desk
        self._kind = kind
        self._number: int | None = None
        self._form: RecordForm | None = None
        self._asked: dict[str, Any] = {}
        self._found: tuple[LikelyPerson, ...] = ()
        self.words = label("", "soft", wrap=True, private=kind is Kind.PERSON, name=f"{name}.words")
        self.open_button = button("Öffnen", name=f"{name}.open", flat=True)
        self.open_button.setAccessibleName(f"Schon da: {kind.label} öffnen")
        self.open_button.clicked.connect(self._open)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.look)
        line = hbox(self.words, self.open_button, gap=theme.GRID)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()

    def watch(self, form: RecordForm) -> None:
        """Look whenever this form is edited."""
        form.changed.connect(lambda: self._wait(form))

    def begin(self, number: int | None) -> None:
        """Forget what was found; from now on the form shows this record, None for a new one."""
        self._number = number
        self._asked = {}
        self._timer.stop()
        self._show(())

    def look(self) -> None:
        """Ask the store now for what stands in the form."""
        if self._form is None or not self._form.is_dirty():
            return
        typed = _values(self._form, KEYS[self._kind])
        if typed == self._asked:
            return
        self._asked, number = typed, self._number
        self._desk.tasks.run(
            Lane.READ,
            lambda: self._ask(typed, number),
            lambda found: self._show(found) if typed is self._asked else None,
            key=self._name,
        )

    def _ask(self, typed: dict[str, Any], number: int | None) -> tuple[LikelyPerson, ...]:
        doubles = self._desk.office.doubles
        if self._kind is Kind.INITIATIVE:
            return doubles.like_initiative(typed, number)
        return doubles.like(typed, number)

    def _wait(self, form: RecordForm) -> None:
        self._form = form
        self._timer.start()

    def _show(self, found: tuple[LikelyPerson, ...]) -> None:
        self._found = found
        self.words.setText(hint_of(found) if found else "")
        self.setVisible(bool(found))

    def _open(self) -> None:
        if self._found:
            self._desk.navigator.open(self._kind, self._found[0].person.number)


def _values(form: RecordForm, keys: Iterable[str]) -> dict[str, Any]:
    """What is typed so far; an entry that is no value yet counts as empty."""
    found: dict[str, Any] = {}
    for key in keys:
        try:
            found[key] = form.editor(key).value()
        except (InputError, KeyError):
            found[key] = None
    return found
