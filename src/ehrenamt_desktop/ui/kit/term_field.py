"""Terms as chips: typed or picked from the catalogue, with a level where it matters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ehrenamt_desktop.model.enums import Level, TermKind
from ehrenamt_desktop.model.limits import Limit
from ehrenamt_desktop.model.rows import TermRow
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.fields import Editor
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.pick_field import PickInput


@dataclass(frozen=True, slots=True)
class ChosenTerm:
    """A chosen term with its level."""

    term_id: int
    level: Level | None = None


class TermsEditor(Editor):
    """Chips above a line that finds terms by label or synonym."""

    def __init__(
        self, limit: Limit, terms: Sequence[TermRow], kinds: tuple[TermKind, ...], *, levels: bool
    ) -> None:
        super().__init__(limit)
        self._terms = {term.id: term for term in terms if term.kind in kinds}
        self._levels = levels
        self._chosen: list[ChosenTerm] = []
        self._chips: list[_TermChip] = []
        self._flow = FlowLayout(gap=theme.GRID // 2)
        self.line = PickInput(self._find)
        self.line.setPlaceholderText("Hinzufügen …")
        self.line.picked.connect(self._add)
        column = QVBoxLayout()
        column.setSpacing(theme.GRID // 2)
        column.addLayout(self._flow)
        column.addWidget(self.line)
        self.row.addLayout(column, 1)
        self.input = self.line
        self.setFocusProxy(self.line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> object:
        """The chosen terms, in the order they were chosen."""
        return list(self._chosen)

    def set_value(self, value: object) -> None:
        """Show chosen terms."""
        chosen = value if isinstance(value, Iterable) else ()
        self._chosen = [one for one in chosen if isinstance(one, ChosenTerm)]
        self.line.clear()
        self._show()

    def knows(self, term_id: int) -> bool:
        """Whether a term belongs to the vocabularies of this field."""
        return term_id in self._terms

    def labels(self) -> list[str]:
        """The words on the chips."""
        return [chip.text() for chip in self._chips]

    def _find(self, typed: str) -> list[tuple[int, str]]:
        wanted = fold(typed)
        taken = {one.term_id for one in self._chosen}
        found = []
        for term in self._terms.values():
            if term.id in taken or not term.active:
                continue
            label = fold(term.label)
            if label.startswith(wanted):
                found.append((0, term.id, term.label))
            elif wanted in label or any(fold(word).startswith(wanted) for word in term.synonyms):
                found.append((1, term.id, term.label))
        return [(number, words) for _, number, words in sorted(found, key=lambda one: one[0])]

    def _add(self, number: int, _: str) -> None:
        self.line.clear()
        self._chosen.append(ChosenTerm(number))
        self._show()
        self.changed.emit()

    def _remove(self, place: int) -> None:
        del self._chosen[place]
        self._show()
        self.line.setFocus()
        self.changed.emit()

    def _set_level(self, place: int, level: Level | None) -> None:
        self._chosen[place] = ChosenTerm(self._chosen[place].term_id, level)
        self._show()
        self._chips[place].setFocus()
        self.changed.emit()

    def _show(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(place, one) for place, one in enumerate(self._chosen)]
        for chip in self._chips:
            self._flow.addWidget(chip)
        self.updateGeometry()

    def _chip(self, place: int, chosen: ChosenTerm) -> _TermChip:
        term = self._terms.get(chosen.term_id)
        words = term.label if term else f"Nr. {chosen.term_id}"
        chip = _TermChip(words, chosen.level, levels=self._levels, parent=self)
        chip.removed.connect(lambda: self._remove(place), Qt.ConnectionType.QueuedConnection)
        chip.levelled.connect(
            lambda level: self._set_level(place, level), Qt.ConnectionType.QueuedConnection
        )
        return chip


class _TermChip(QPushButton):
    """A chosen term; a click or Entf takes it away, with levels a menu opens."""

    removed = Signal()
    levelled = Signal(object)

    def __init__(self, words: str, level: Level | None, *, levels: bool, parent: QWidget) -> None:
        shown = f"{words} ({level.label})" if level else words
        super().__init__(shown, parent)
        self.setProperty("chip", "true")
        self.setAutoDefault(False)
        self.setIcon(icons.icon("chevron" if levels else "close", "green"))
        self.setIconSize(QSize(theme.em(), theme.em()))
        self.setToolTip("Stufe wählen oder entfernen" if levels else "Entfernen")
        self.setAccessibleName(f"{shown}, {self.toolTip()}")
        if levels:
            self.setMenu(self._menu())
        else:
            self.clicked.connect(self.removed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Entf and Rücktaste take the term away."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for level in Level:
            menu.addAction(level.label).triggered.connect(
                lambda _=False, chosen=level: self.levelled.emit(chosen)
            )
        menu.addAction("ohne Stufe").triggered.connect(lambda: self.levelled.emit(None))
        menu.addSeparator()
        menu.addAction("Entfernen").triggered.connect(self.removed)
        return menu
