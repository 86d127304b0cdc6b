"""Rows of buttons of which one is chosen: parts of a record, kinds of a view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout


class StripButton(QPushButton):
    """A button of a strip; left and right are the strip's, not Qt's walk among buttons."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave left and right to the strip."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
            return
        super().keyPressEvent(event)


class _Strip(QWidget):
    """One stop in the tab order; arrow keys choose."""

    changed = Signal(str)

    look = ""
    gap = 0
    spoken = ""

    def __init__(
        self, names: Sequence[tuple[str, str]], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.spoken)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = FlowLayout(self, self.gap)
        for key, title in names:
            self._buttons[key] = self._make(key, title)
            row.addWidget(self._buttons[key])
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_current(names[0][0])

    def current(self) -> str:
        """The key of the chosen button."""
        return next(key for key, one in self._buttons.items() if one.isChecked())

    def set_current(self, key: str) -> None:
        """Choose without telling; the focus stays on what is chosen."""
        here = any(one.hasFocus() for one in self._buttons.values())
        self._buttons[key].setChecked(True)
        for other, one in self._buttons.items():
            one.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus
            )
        if here:
            self._buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_title(self, key: str, title: str) -> None:
        """Show another title, as `Vermittlungen 2`."""
        self._buttons[key].setText(title)
        reserve(self._buttons[key])

    def set_shown(self, key: str, shown: bool) -> None:
        """Show or hide a button; a hidden one is passed over."""
        self._buttons[key].setVisible(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = [key for key, one in self._buttons.items() if not one.isHidden()]
        self._choose(keys[(keys.index(self.current()) + step) % len(keys)])
        self._buttons[self.current()].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, key: str, title: str) -> QPushButton:
        made = StripButton(title)
        reserve(made)
        made.setObjectName(f"{self.objectName()}.{key}")
        made.setProperty(self.look, "true")
        made.setCheckable(True)
        made.setAutoExclusive(True)  # announced as one of several, not as a mark to set
        made.setAutoDefault(False)
        made.clicked.connect(lambda: self._choose(key))
        self._group.addButton(made)
        return made

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.changed.emit(key)


class TabStrip(_Strip):
    """Parts of a record: `Überblick · Profil · Vermittlungen 2`; the chosen one is underlined."""

    look = "tab"
    spoken = "Teile"


class SegmentStrip(_Strip):
    """Kinds of a view side by side: `Angebote für eine Person | Personen für ein Angebot`."""

    look = "segment"
    gap = -1
    spoken = "Ansicht"


def reserve(made: QPushButton, more: int = 0) -> None:
    """Room for the bold text of the chosen state and `more` px, so that nothing is cut."""
    bold = QFont(made.font())
    bold.setPixelSize(theme.em())
    bold.setWeight(QFont.Weight.DemiBold)
    made.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(made.text()) + 2 * theme.em() + more)
