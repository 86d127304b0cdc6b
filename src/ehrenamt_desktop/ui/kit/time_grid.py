"""The week as a grid: seven days by three dayparts, for reading and for typing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from ehrenamt_desktop.model.limits import Limit
from ehrenamt_desktop.model.rules import time_grid
from ehrenamt_desktop.model.rules.time_text import Times
from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.fields import Editor, InputError
from ehrenamt_desktop.ui.kit.panels import button, hbox, label, vbox
from ehrenamt_desktop.ui.kit.said_times import WAITING, SaidTimes
from ehrenamt_desktop.ui.kit.text_inputs import CheckInput

_LONG_DAYS = (
    "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
)  # fmt: skip
_STEPS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class _Cell(QToolButton):
    """A cell; arrow keys are the grid's, not Qt's walk among buttons."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave arrows to the grid."""
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
            return
        super().keyPressEvent(event)


class TimeGridView(QWidget):
    """The grid of cells; read-only unless `editable`. One stop in the tab order."""

    changed = Signal()
    typed = Signal(str)

    def __init__(
        self, grid: int = 0, *, editable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editable = editable
        self._cells: dict[tuple[int, int], QToolButton] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID // 4 + 1)
        for day, word in enumerate(time_grid.DAYS):
            head = label(word, "small")
            layout.addWidget(head, 0, day + 1, Qt.AlignmentFlag.AlignHCenter)
        for part, word in enumerate(time_grid.PARTS):
            layout.addWidget(label(word, "small"), part + 1, 0)
            for day in range(7):
                cell = self._make(day, part)
                self._cells[day, part] = cell
                layout.addWidget(cell, part + 1, day + 1)
        layout.setColumnMinimumWidth(
            0, label("nachmittags ", "small").sizeHint().width() + theme.em()
        )
        layout.setColumnStretch(8, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_grid(grid)
        self._move_stop(0, 0)

    def grid(self) -> int:
        """The set dayparts, without flags."""
        return time_grid.from_parts(key for key, one in self._cells.items() if one.isChecked())

    def set_grid(self, grid: int) -> None:
        """Show a grid."""
        for (day, part), cell in self._cells.items():
            cell.setChecked(bool(grid & time_grid.bit(day, part)))
        self.setAccessibleName(time_grid.text(grid) or "Zeiten unbekannt")

    def stop(self) -> QToolButton:
        """The cell that gets the focus."""
        return next(
            cell
            for cell in self._cells.values()
            if cell.focusPolicy() == Qt.FocusPolicy.StrongFocus or not self._editable
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from cell to cell; words that are typed are told."""
        words = event.text().strip()
        commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if self._editable and words.isprintable() and words and not event.modifiers() & commands:
            self.typed.emit(words)
            return
        step = _STEPS.get(Qt.Key(event.key())) if self._editable else None
        here = next((key for key, cell in self._cells.items() if cell.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        day, part = (here[0] + step[0]) % 7, (here[1] + step[1]) % 3
        self._move_stop(day, part)
        self._cells[day, part].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, day: int, part: int) -> QToolButton:
        cell = _Cell()
        cell.setProperty("cell", "true")
        cell.setCheckable(True)
        cell.setIcon(_sign())
        cell.setIconSize(QSize(theme.em(), theme.em()))
        cell.setAccessibleName(f"{_LONG_DAYS[day]} {time_grid.PARTS[part]}")
        if self._editable:
            cell.clicked.connect(lambda: self._clicked(day, part))
        else:
            cell.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            cell.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return cell

    def _clicked(self, day: int, part: int) -> None:
        self._move_stop(day, part)
        self.changed.emit()

    def _move_stop(self, day: int, part: int) -> None:
        if self._editable:
            for key, cell in self._cells.items():
                stop = key == (day, part)
                cell.setFocusPolicy(
                    Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
                )


class TimeGridEditor(Editor):
    """The grid with the two flags under it; nothing set means unknown.

    Cells are clicked, set by Space, or said in words: whoever types on the grid gets a line.
    """

    def __init__(self, limit: Limit) -> None:
        super().__init__(limit)
        self.view = TimeGridView(editable=True)
        self.holidays = CheckInput("in den Ferien")
        self.public = CheckInput("an Feiertagen")
        self.said = SaidTimes()
        in_words = button("In Worten …", name="", flat=True)
        in_words.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by key: type on the grid
        in_words.setToolTip("Oder im Raster lostippen: di + do nachmittags, 2 Std.")
        in_words.clicked.connect(lambda: self.said.begin(""))
        flags = hbox(self.holidays, self.public, in_words, 1)
        self.row.addLayout(vbox(self.view, flags, self.said), 1)
        self.view.typed.connect(self.said.begin)
        self.said.taken.connect(self._take)
        self.said.edited.connect(self.changed)
        self.said.left.connect(lambda: self.view.stop().setFocus())
        self._in_words = in_words
        self.input = self.view
        self.setFocusProxy(self.view.stop())
        self.view.changed.connect(self.changed)
        for box in (self.holidays, self.public):
            box.clicked.connect(self.tell)

    def set_names(self, name: str, spoken: str) -> None:
        """Name the grid and its flags."""
        super().set_names(name, spoken)
        self.holidays.setObjectName(f"{name}.holidays")
        self.public.setObjectName(f"{name}.public_holidays")
        self.said.line.setObjectName(f"{name}.words")
        self.said.line.setAccessibleName(f"{spoken} in Worten")
        self._in_words.setObjectName(f"{name}.in_words")
        self._in_words.setAccessibleName(f"{spoken} in Worten eingeben")

    def value(self) -> object:
        """The grid as one integer, see `rules/time_grid`.

        Raises:
            InputError: words stand there that were not taken yet.
        """
        if self.said.waits():
            raise InputError(WAITING)
        flags = time_grid.HOLIDAYS if self.holidays.isChecked() else 0
        flags |= time_grid.PUBLIC_HOLIDAYS if self.public.isChecked() else 0
        return self.view.grid() | flags

    def set_value(self, value: object) -> None:
        """Show a grid."""
        grid = int(str(value or 0))
        self.said.close_line()
        self.view.set_grid(grid)
        self.holidays.setChecked(bool(grid & time_grid.HOLIDAYS))
        self.public.setChecked(bool(grid & time_grid.PUBLIC_HOLIDAYS))

    def _take(self, times: Times) -> None:
        if times.grid:
            self.set_value(times.grid)
        if times.hours is not None:
            self.implies.emit({"hours_per_week": times.hours})
        self.changed.emit()


def _sign() -> QIcon:
    """Empty unless checked, then a tick."""
    size = theme.em()
    made = QIcon()
    made.addPixmap(icons.pixmap("check", "on_green", size), QIcon.Mode.Normal, QIcon.State.On)
    empty = QPixmap(size, size)
    empty.fill(Qt.GlobalColor.transparent)
    made.addPixmap(empty, QIcon.Mode.Normal, QIcon.State.Off)
    return made
