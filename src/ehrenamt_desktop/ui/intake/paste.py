"""A pasted address block fills the empty fields of a form; filled ones are never overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ehrenamt_desktop.model.addresses.block import AddressBlock, take_apart
from ehrenamt_desktop.model.enums import Labelled
from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.model.rules.places import place_of
from ehrenamt_desktop.model.text import digits, fold
from ehrenamt_desktop.ui.intake.taken_panel import EMPTY, TakenPanel
from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.kit.fields import InputError
from ehrenamt_desktop.ui.kit.panels import button, hbox
from ehrenamt_desktop.ui.kit.record_form import RecordForm

FIELDS = {
    "salutation": "Anrede", "title": "Titel", "first_name": "Vorname", "last_name": "Nachname",
    "street": "Straße", "postcode": "Postleitzahl", "city": "Ort", "place_id": "Ortsteil",
    "phone": "Telefon", "mobile": "Mobil", "email": "E-Mail",
}  # fmt: skip
"""Fields a block fills, and what they are called."""

PASTED_INTO = ("last_name", "first_name", "street", "phone", "email")
"""Fields that take a block of several lines."""

NOTE = "adviser_note"


class _Taken(NamedTuple):
    """What one block did to the form."""

    before: Mapping[str, object]
    words: tuple[str, ...]
    left: tuple[str, ...]


class BlockPaste(QObject):
    """Watches the fields of one form for pasted blocks; owns the panel above it."""

    def __init__(self, form: RecordForm, vocabulary: Vocabulary, name: str) -> None:
        super().__init__(form)
        self._form = form
        self._places = vocabulary.places
        self._villages = frozenset(fold(place.name) for place in vocabulary.places)
        self._taken = _Taken({}, (), ())
        self.panel = TakenPanel(name)
        self._button = button("Aus Zwischenablage", name=f"{name}.paste", flat=True)
        self._button.setToolTip("Briefkopf, Signatur oder Adresse einfügen")
        self._button.clicked.connect(self.take_clipboard)
        row = QWidget()
        row.setLayout(hbox(1, self._button))
        form.put_on_top(row, self.panel)
        self.panel.note_wanted.connect(self._note_rest)
        self.panel.undo_wanted.connect(self._put_back)
        for key in PASTED_INTO:
            form.editor(key).input.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Several lines pasted into one are a block."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            pasted = event.matches(QKeySequence.StandardKey.Paste)
            return pasted and self._take_lines()
        if isinstance(event, QContextMenuEvent) and isinstance(watched, QLineEdit):
            self._show_menu(watched, event)
            return True
        return super().eventFilter(watched, event)

    def take_clipboard(self) -> None:
        """Take what lies in the clipboard, one line or many."""
        text = _clipboard()
        if text.strip():
            self.take(text)
        else:
            self.panel.say(EMPTY)

    def take(self, text: str) -> None:
        """Fill the empty fields with what a text says; show the rest."""
        block = take_apart(text, self._villages)
        before: dict[str, object] = {}
        words: list[str] = []
        left: list[str] = []
        for key, value, shown in _entries(block, self._places):
            editor, known = self._form.editor(key), self._value(key)
            line = f"{FIELDS[key]} {shown}"
            longest = editor.limit.max_length
            if known not in (None, ""):
                if not _same(key, known, value):
                    left.append(f"{line} (im Feld steht schon etwas anderes)")
            elif longest and isinstance(value, str) and len(value) > longest:
                left.append(f"{line} (zu lang für das Feld)")
            else:
                before[key] = None
                editor.set_value(value)
                words.append(line)
        left += _village_left(block, self._value("place_id"))
        self._taken = _Taken(before, tuple(words), (*left, *block.left))
        self.panel.tell(words, self._taken.left)
        if words:
            self._form.clear_errors()
            self._form.changed.emit()

    def close(self) -> None:
        """Take the panel away, as another record is shown."""
        self._taken = _Taken({}, (), ())
        self.panel.hide()

    def _take_lines(self) -> bool:
        text = _clipboard()
        if "\n" not in text.strip().replace("\r", "\n"):
            return False
        self.take(text)
        return True

    def _paste_into(self, line: QLineEdit) -> None:
        if not self._take_lines():
            line.paste()

    def _show_menu(self, line: QLineEdit, event: QContextMenuEvent) -> None:
        menu = line.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(lambda: self._paste_into(line))
        menu.popup(event.globalPos())

    def _note_rest(self) -> None:
        editor = self._form.editor(NOTE)
        known = str(editor.value() or "")
        editor.set_value("\n".join(part for part in (known, *self._taken.left) if part))
        self._form.changed.emit()
        self.panel.tell(self._taken.words, self._taken.left, noted=True)

    def _put_back(self) -> None:
        for key, value in self._taken.before.items():
            self._form.editor(key).set_value(value)
        self.close()
        self._form.changed.emit()

    def _value(self, key: str) -> object:
        try:
            return self._form.editor(key).value()
        except InputError:
            return "?"


def _entries(block: AddressBlock, places: tuple[PlaceRow, ...]) -> list[tuple[str, object, str]]:
    """Field, value and shown words of all that a block says."""
    place = place_of(places, block.postcode, block.city, block.district)
    values: dict[str, object] = {**block._asdict(), "place_id": place.id if place else None}
    found: list[tuple[str, object, str]] = []
    for key in FIELDS:
        value = values[key]
        if value not in (None, ""):
            shown = value.label if isinstance(value, Labelled) else str(value)
            found.append((key, value, place.label if place and key == "place_id" else shown))
    return found


def _village_left(block: AddressBlock, chosen: object) -> list[str]:
    return [f"Ortsteil {block.district}"] if block.district and chosen in (None, "") else []


def _same(key: str, known: object, value: object) -> bool:
    if key in ("phone", "mobile"):
        return digits(str(known)) == digits(str(value))
    return known == value or (isinstance(known, str) and fold(known) == fold(str(value)))


def _clipboard() -> str:
    return QApplication.clipboard().text()
