"""Lines of the overview; a value that can be changed is a button: click, Enter or space."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import GAP, clear_layout, label, vbox
from ehrenamt_desktop.ui.people.facts import Fact

UNKNOWN = "noch nicht bekannt"
TOP = Qt.AlignmentFlag.AlignTop


class FactRows(QWidget):
    """Soft keys on the left, values on the right; one of them can be open for change."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._values: dict[str, FactButton] = {}
        self._rows: dict[str, int] = {}

    def show_facts(
        self, found: Sequence[Fact], draw: Callable[[Fact], QWidget | None] | None = None
    ) -> None:
        """Show these; `draw` may give a picture below the words. The focus stays on its line."""
        focused = next((key for key, one in self._values.items() if one.hasFocus()), "")
        clear_layout(self._grid)
        self._values = {}
        for fact in found:
            if fact.text or fact.asked:
                self._add(fact, draw(fact) if draw is not None else None)
        self._go_to(focused)

    def open(self, fact: Fact, panel: QWidget) -> None:
        """Put a panel in place of a value."""
        self._values[fact.key].hide()
        self._grid.addWidget(panel, self._rows[fact.key], 1)
        panel.show()

    def close_panel(self, fact: Fact, panel: QWidget) -> None:
        """Show the value again."""
        self._grid.removeWidget(panel)
        if fact.key in self._values:
            self._values[fact.key].show()

    def focus(self, fact: Fact) -> None:
        """Go to a value, if there is one."""
        self._go_to(fact.key)

    def shows(self, fact: Fact) -> bool:
        """Whether a fact stands here."""
        return fact.key in self._values

    def key_width(self) -> int:
        """Pixels the widest key takes."""
        words = (self._grid.itemAtPosition(row, 0) for row in range(self._grid.rowCount()))
        return max((one.sizeHint().width() for one in words if one is not None), default=0)

    def set_key_width(self, width: int) -> None:
        """Keep at least so many pixels for the keys."""
        self._grid.setColumnMinimumWidth(0, width)

    def _go_to(self, key: str) -> None:
        if key in self._values:
            self._values[key].show()  # a new one is shown later, and takes no focus until then
            self._values[key].setFocus()

    def _add(self, fact: Fact, drawn: QWidget | None) -> None:
        row = self._grid.rowCount()
        word = label(fact.key, "soft")
        word.setContentsMargins(0, theme.GRID // 2 + 1, 0, 0)
        self._grid.addWidget(word, row, 0, TOP)
        shown = label(
            fact.text or UNKNOWN, "body" if fact.text else "soft", wrap=True, private=fact.private
        )
        if not fact.fields:  # kept elsewhere, told here
            self._grid.addWidget(shown, row, 1)
            return
        value = FactButton(shown, fact)
        value.clicked.connect(lambda _=False, one=fact: self.wanted.emit(one))
        self._values[fact.key] = value
        self._rows[fact.key] = row
        self._grid.addWidget(value, row, 1)
        if drawn is not None:
            below = vbox(drawn, gap=0)
            below.setContentsMargins(theme.GRID // 2 + 1, 0, 0, 0)
            self._grid.addLayout(below, row + 1, 1)


class FactButton(QPushButton):
    """As high as what it shows."""

    def __init__(self, shown: QWidget, fact: Fact) -> None:
        super().__init__()
        self.setObjectName(f"person.fact.{fact.fields[0]}.change")
        self.setProperty("fact", "true")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{fact.key}: {fact.text or UNKNOWN}")
        self.setAccessibleDescription("Mit Eingabe ändern")
        self.setToolTip("Ändern")
        shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = self._column = vbox(shown, gap=0)
        column.setContentsMargins(*(theme.GRID // 2 + 1,) * 4)
        self.setLayout(column)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As wide as a few words, as high as the text is at the present width."""
        wide = self._column.sizeHint().width()
        return QSize(wide, self.heightForWidth(max(wide, self.width())))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a word, as high as the text is at the present width."""
        narrow = self._column.minimumSize().width()
        return QSize(narrow, self.heightForWidth(max(narrow, self.width())))

    def hasHeightForWidth(self) -> bool:
        """Text breaks into lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for the broken text."""
        high = self._column.heightForWidth(width)
        return high if high >= 0 else self._column.sizeHint().height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens as a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)
