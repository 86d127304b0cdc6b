"""Strg+K: one box that finds people, initiatives and offers by words or number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.rules.salutation import list_name
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.ui.kit import icons, privacy, theme
from ehrenamt_desktop.ui.kit.navigator import Navigator
from ehrenamt_desktop.ui.kit.record_model import Source
from ehrenamt_desktop.ui.kit.search_box import SearchBox
from ehrenamt_desktop.ui.kit.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from ehrenamt_desktop.services.lists import Lists

EACH = 5
"""Hits shown of each kind."""

LOOKED_AT = 200
"""Answers of the list among which those named so come first."""

TOO_LONG = 10
"""Digits from which a text is a phone number, not the number of a record."""

IN_TRASH = ListQuery(filters={"trash": ("yes",)})
"""What lies in the trash is found there only, by its number as well."""

_ICONS = {Kind.PERSON: "people", Kind.INITIATIVE: "initiatives", Kind.OFFER: "documents"}


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found; `words` name it, `more` places it."""

    kind: Kind
    number: int
    words: str
    more: str


class QuickSearch(QListWidget):
    """The hits under the box; ↓ ↑ choose, Enter opens, Escape closes."""

    def __init__(
        self,
        box: SearchBox,
        lists: Lists,
        tasks: TaskRunner,
        navigator: Navigator,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("main.hits")
        self.setAccessibleName("Treffer")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._box = box
        self._lists = lists
        self._tasks = tasks
        self._navigator = navigator
        self._wanted = False
        box.searched.connect(self._search)
        box.installEventFilter(self)
        self.itemClicked.connect(self._open)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys typed into the box steer the list; leaving the box closes it."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.isVisible():
            step = 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentRow((self.currentRow() + step) % self.count())
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
        return super().eventFilter(watched, event)

    def hits(self) -> list[str]:
        """The shown lines."""
        return [self.item(place).text() for place in range(self.count())]

    def _enter(self) -> None:
        if self.isVisible() and self.currentItem() is not None:
            self._open(self.currentItem())
        else:
            self._wanted = True
            self._search(self._box.text())

    def _search(self, text: str) -> None:
        if not text.strip():
            self.hide()
            return
        self._tasks.run(Lane.READ, lambda: find(self._lists, text), self._show, key="main.search")

    def _show(self, hits: list[Hit]) -> None:
        self.clear()
        for hit in hits:
            words = privacy.DOTS if hit.kind is Kind.PERSON and privacy.masked() else hit.words
            item = QListWidgetItem(icons.icon(_ICONS[hit.kind]), f"{words}   {hit.more}")
            item.setData(Qt.ItemDataRole.UserRole, (hit.kind, hit.number))
            self.addItem(item)
        if not hits:
            item = QListWidgetItem("Nichts gefunden.")
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        self.setCurrentRow(0)
        if self._wanted and hits:
            self._wanted = False
            self._open(self.item(0))
            return
        self._wanted = False
        self._place()

    def _place(self) -> None:
        window = self._box.window()
        corner = self._box.mapTo(window, QPoint(0, self._box.height() + 2))
        width = max(self._box.width(), theme.em() * 36)
        left = min(corner.x(), window.width() - width - theme.GRID)
        row = self.sizeHintForRow(0)
        wanted = row * self.count() + 2 * self.frameWidth() + 2
        height = min(wanted, window.height() - corner.y() - theme.GRID)
        self.setGeometry(max(left, theme.GRID), corner.y(), width, height)
        self.show()
        self.raise_()

    def _open(self, item: QListWidgetItem) -> None:
        found = item.data(Qt.ItemDataRole.UserRole)
        if found is None:
            return
        self.hide()
        self._box.clear()
        self._navigator.open(*found)


def find(lists: Lists, text: str) -> list[Hit]:
    """The first hits of each kind: those of that number, then those named so, then the rest."""
    typed = text.strip()
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < TOO_LONG else 0
    words = fold(typed).split()
    hits: list[Hit] = []
    for kind, source, name in _sources(lists):
        ids = source.ids(ListQuery(text=text))[:LOOKED_AT]
        numbered = number and number not in source.ids(IN_TRASH)
        found = source.rows([number, *ids] if numbered else ids)
        named = {row.id: _hit(kind, row, name(row)) for row in found}
        hits += sorted(named.values(), key=lambda hit: _rank(hit, number, words))[:EACH]
    return sorted(hits, key=lambda hit: hit.number != number) if number else hits


def _rank(hit: Hit, number: int, words: list[str]) -> int:
    if hit.number == number:
        return 0
    parts = fold(hit.words).split()
    return 1 if all(any(part.startswith(word) for part in parts) for word in words) else 2


def _sources(lists: Lists) -> list[tuple[Kind, Source[Any], Callable[[Any], str]]]:
    return [
        (Kind.PERSON, lists.people, lambda row: list_name(row.first_name, row.last_name)),
        (Kind.INITIATIVE, lists.initiatives, lambda row: row.name),
        (Kind.OFFER, lists.offers, lambda row: row.title),
    ]


def _hit(kind: Kind, row: Any, words: str) -> Hit:
    place = f" · {row.place}" if row.place else ""
    return Hit(kind, row.id, words, f"{kind.label} Nr. {row.id}{place}")
