"""A line that offers entries while somebody types: places, records, terms."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from ehrenamt_desktop.model.limits import Limit
from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.ui.kit.field_specs import Lookup
from ehrenamt_desktop.ui.kit.fields import Editor, InputError
from ehrenamt_desktop.ui.kit.text_inputs import LineInput

Search = Callable[[str], list[tuple[int, str]]]


class PickInput(LineInput):
    """Offers what `search` answers; `picked` tells the number of the entry taken.

    ↓ in an empty line shows all entries; Enter takes the first that is offered.
    """

    picked = Signal(int, str)

    def __init__(self, search: Search, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._offered: list[tuple[int, str]] = []
        self._lines = QStringListModel(self)
        self._completer = QCompleter(self._lines, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(12)
        self._completer.setWidget(self)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._popup.setAccessibleName("Vorschläge")
        self._completer.activated.connect(self._take_label)
        self.textEdited.connect(self.offer)

    def offer(self, typed: str) -> None:
        """Show what answers `typed`."""
        self._offered = self._search(typed)
        self._lines.setStringList([words for _, words in self._offered])
        if self._offered:
            self._completer.complete()
        else:
            self._popup.hide()

    def offered(self) -> list[str]:
        """The labels offered now."""
        return [words for _, words in self._offered]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↓ opens the list, Enter takes the first entry."""
        popup = self._popup
        if event.key() == Qt.Key.Key_Down and not popup.isVisible():
            self.offer(self.text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._take_first():
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going on with a text that has one answer takes it."""
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.isModified():
            found = self._search(self.text()) if self.text().strip() else []
            if len(found) == 1:
                self._take(*found[0])
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """A hidden line hides its offers."""
        if event.type() == QEvent.Type.Hide:
            self._popup.hide()
        return super().event(event)

    def _take_first(self) -> bool:
        typed = self.text().strip()
        if not typed or not self.isModified():
            return False
        popup = self._popup
        place = popup.currentIndex().row() if popup.isVisible() else -1
        found = self._offered or self._search(typed)
        if not found:
            return False
        self._take(*found[max(place, 0)])
        return True

    def _take_label(self, words: str) -> None:
        number = next((one for one, known in self._offered if known == words), None)
        if number is not None:
            self._take(number, words)

    def _take(self, number: int, words: str) -> None:
        self._popup.hide()
        self.setText(words)
        self.setModified(False)
        self.picked.emit(number, words)


class PickEditor(Editor):
    """A number chosen by its label."""

    def __init__(self, limit: Limit, search: Search, label_of: Callable[[int], str],
                 wanted: str) -> None:  # fmt: skip
        super().__init__(limit)
        self._label_of = label_of
        self._wanted = wanted
        self._number: int | None = None
        self._words = ""
        self.line = PickInput(search)
        self.take_input(self.line)
        self.line.picked.connect(self._pick)
        self.line.textEdited.connect(self.tell)

    def value(self) -> object:
        """The number or None.

        Raises:
            InputError: the text is none of the entries.
        """
        if not self.line.text().strip():
            return None
        if self.line.text() != self._words:
            raise InputError(self._wanted)
        return self._number

    def set_value(self, value: object) -> None:
        """Show a number's label."""
        self._number = int(str(value)) if value not in (None, "") else None
        self._words = self._label_of(self._number) if self._number is not None else ""
        self.line.setText(self._words)
        self.line.setCursorPosition(0)

    def _pick(self, number: int, words: str) -> None:
        self._number, self._words = number, words
        self.changed.emit()


class PlaceEditor(PickEditor):
    """A place, found by letters or postcode; those of the postcode `near` come first."""

    def __init__(self, limit: Limit, places: Sequence[PlaceRow]) -> None:
        labels = {place.id: place.label for place in places}
        codes = {place.id: place.postal_code for place in places}
        self.near = ""
        super().__init__(
            limit,
            lambda typed: sorted(
                find_labels(labels, typed, codes), key=lambda one: codes[one[0]] != self.near
            ),
            lambda number: labels.get(number, ""),
            "Bitte wählen Sie einen Ort aus der Liste.",
        )
        self.line.setPlaceholderText("Ort, erste Buchstaben genügen")


class RecordEditor(PickEditor):
    """Another record, found by name or number."""

    def __init__(self, limit: Limit, lookup: Lookup) -> None:
        super().__init__(
            limit, lookup.search, lookup.label, "Bitte wählen Sie einen Eintrag aus der Liste."
        )
        self.line.setPlaceholderText("Suchen …")


def find_labels(
    labels: dict[int, str], typed: str, also: dict[int, str] | None = None
) -> list[tuple[int, str]]:
    """Entries whose label holds the typed letters; those that begin with them first."""
    wanted = fold(typed)
    found = []
    for number, words in labels.items():
        folded = fold(words)
        if folded.startswith(wanted):
            found.append((0, number, words))
        elif f" {wanted}" in folded:
            found.append((1, number, words))
        elif wanted in folded or (also and wanted and also[number].startswith(wanted)):
            found.append((2, number, words))
    return [(number, words) for _, number, words in sorted(found, key=lambda one: one[0])]
