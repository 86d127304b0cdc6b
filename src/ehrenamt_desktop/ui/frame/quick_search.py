"""Strg+K: one box that finds any record and any command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QWidget

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.findings import Found, Hit
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.frame import hit_lines
from ehrenamt_desktop.ui.frame.command_search import SIGN, Meant, meant
from ehrenamt_desktop.ui.frame.hit_delegate import LINE, HitDelegate
from ehrenamt_desktop.ui.frame.hit_lines import Line
from ehrenamt_desktop.ui.kit import privacy, theme
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.search_box import SearchBox
from ehrenamt_desktop.ui.kit.tasks import Lane

if TYPE_CHECKING:
    from ehrenamt_desktop.services.office import Office

KEY = "main.search"
RECENT = 6
"""Records remembered, in memory only."""

USEFUL = ("main.new_person", "initiatives.new_offer", "documents.board", "main.export",
          "main.undo", "main.keys")  # fmt: skip
"""Commands shown before anything is typed."""


class QuickSearch(QListWidget):
    """What is found, under the box; ↓ ↑ choose, Enter does it, Escape closes and goes back."""

    def __init__(
        self,
        box: SearchBox,
        desk: Desk,
        commands: Callable[[], Sequence[Command]],
        kept: Callable[[], Sequence[Command]],
        parent: QWidget,
    ) -> None:
        """`commands` is asked on the window's thread, `kept` on the read lane."""
        super().__init__(parent)
        self.setObjectName("main.hits")
        self.setAccessibleName("Treffer")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(HitDelegate(self))
        self._box = box
        self._desk = desk
        self._commands = commands
        self._kept = kept
        self._wanted = False
        self._asked = False
        self._before: QWidget | None = None
        self._recent: list[tuple[Kind, int]] = []
        box.searched.connect(self._search)
        box.textEdited.connect(lambda _: self._begin())
        box.installEventFilter(self)
        self.itemClicked.connect(self._do)
        self.currentRowChanged.connect(self._tell_row)
        desk.navigator.visited.connect(self._remember)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_focus)
        self.hide()

    def call(self) -> None:
        """Go to the box and show what can be done without typing."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()
        self._begin()
        self._search(self._box.text())
        self._desk.tasks.run(Lane.READ, lambda: _warm(self._desk.office), _nothing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys typed into the box steer the list; leaving the box closes it."""
        if event.type() == QEvent.Type.FocusOut:
            self._leave()
        if event.type() == QEvent.Type.MouseButtonPress and not self.isVisible():
            self.call()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._steer(Qt.Key(event.key())) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def hits(self) -> list[str]:
        """The shown lines, as they are read aloud."""
        return [self.item(place).text() for place in range(self.count())]

    def _steer(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if self.isVisible():
                self._step(1 if key == Qt.Key.Key_Down else -1)
            else:
                self.call()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
            return True
        if key == Qt.Key.Key_Escape and (self.isVisible() or self._asked):
            self._go_back()
            return True
        return False

    def _step(self, step: int) -> None:
        """The next line that can be chosen; after the last comes the first."""
        choices = [place for place in range(self.count()) if self._line(place).deed]
        if choices:
            here = choices.index(self.currentRow()) if self.currentRow() in choices else -step
            self.setCurrentRow(choices[(here + step) % len(choices)])

    def _enter(self) -> None:
        if self.isVisible() and self.currentItem() is not None and not self._box.waits():
            self._do(self.currentItem())
        else:
            self._wanted = True
            self._search(self._box.text())

    def _begin(self) -> None:
        self._asked = True

    def _leave(self) -> None:
        self._asked = False
        self.hide()

    def _go_back(self) -> None:
        """Close, and give the focus back to where it was."""
        self._leave()
        self._box.clear()
        before = self._before
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is self._box and before is not None:
            self._before = before

    def _remember(self, kind: Kind, number: int) -> None:
        others = [one for one in self._recent if one != (kind, number)]
        self._recent = [(kind, number), *others][:RECENT]

    def _search(self, text: str) -> None:
        if not text.strip() and not self._asked:
            self.hide()
            return
        office, commands, recent = self._desk.office, list(self._commands()), list(self._recent)
        typed = text.strip()
        if not typed:
            self._desk.tasks.run(
                Lane.READ, lambda: office.finding.records(recent),
                lambda hits: self._show_start(commands, hits), key=KEY,
            )  # fmt: skip
        elif typed.startswith(SIGN):
            self._desk.tasks.run(
                Lane.READ, lambda: meant([*commands, *self._kept()], typed),
                self._show_commands, key=KEY,
            )  # fmt: skip
        else:
            self._desk.tasks.run(
                Lane.READ,
                lambda: (office.finding.find(typed), meant([*commands, *self._kept()], typed)),
                self._show_answer, key=KEY,
            )  # fmt: skip

    def _show_start(self, commands: Sequence[Command], hits: Sequence[Hit]) -> None:
        useful = {one.name: one for one in commands}
        first = [useful[name] for name in USEFUL if name in useful]
        recent = hit_lines.of_recent(hits, self._open, privacy.DOTS)
        self._show([*recent, *hit_lines.of_commands(first)])

    def _show_commands(self, found: Meant) -> None:
        self._show(hit_lines.of_commands(found.commands) or [Line(hit_lines.NOTHING)])

    def _show_answer(self, answer: tuple[Found, Meant]) -> None:
        self._show(hit_lines.of_answer(*answer, self._open, privacy.DOTS))

    def _show(self, lines: Sequence[Line]) -> None:
        self.clear()
        for line in lines:
            words = line.masked if line.masked and privacy.masked() else line.words
            parts = (words, line.more, line.keys)
            item = QListWidgetItem("   ".join(part for part in parts if part))
            item.setData(LINE, line)
            if line.deed is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        first = next((place for place, line in enumerate(lines) if line.deed), None)
        wanted, self._wanted = self._wanted, False
        if wanted and first is not None and self._box.text().strip():
            self._do(self.item(first))
            return
        self._place()
        self._tell(sum(line.deed is not None for line in lines))
        if first is not None:
            self.setCurrentRow(first)
            self.scrollToTop()

    def _place(self) -> None:
        window = self._box.window()
        corner = self._box.mapTo(window, QPoint(0, self._box.height() + 2))
        width = min(max(self._box.width(), theme.em() * 40), window.width() - 2 * theme.GRID)
        left = min(corner.x(), window.width() - width - theme.GRID)
        wanted = sum(self.sizeHintForRow(place) for place in range(self.count()))
        height = wanted + 2 * self.frameWidth() + 2
        height = min(height, window.height() - corner.y() - theme.GRID)
        self.setGeometry(max(left, theme.GRID), corner.y(), width, height)
        self.show()
        self.raise_()

    def _tell(self, amount: int) -> None:
        """Say aloud how much was found."""
        self.setAccessibleName(count(amount, "Treffer", "Treffer"))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _tell_row(self, row: int) -> None:
        """Say aloud which line is chosen; the focus stays in the box."""
        if row >= 0 and self.isVisible():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(row)
            QAccessible.updateAccessibility(event)

    def _line(self, place: int) -> Line:
        line: Line = self.item(place).data(LINE)
        return line

    def _do(self, item: QListWidgetItem) -> None:
        line: Line = item.data(LINE)
        if line.deed is not None:
            self._go_back()
            line.deed()

    def _open(self, kind: Kind, number: int) -> None:
        self._desk.navigator.open(kind, number)


def _warm(office: Office) -> None:
    office.finding.warm()


def _nothing(_: object) -> None:
    """The kept words need no answer."""
