"""The head of a record: sign, name, where it belongs, its main action, its badges."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import Badge, button, clear_layout, hbox, label, vbox

BESIDE_EM = 34
"""Width, in heights of the base text, from which the main action stands beside the name."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A badge as data."""

    text: str
    tone: Tone = Tone.PLAIN
    icon: str = ""


class RecordHead(QWidget):
    """Shows what record it is; names are blanked by Sichtschutz."""

    def __init__(self, name: str, sign: str, *, private: bool) -> None:
        super().__init__()
        self._name = name
        self._main: QPushButton | None = None
        self._beside = True
        picture = QLabel()
        picture.setPixmap(icons.pixmap(sign, "green", round(theme.em() * 2.2)))
        self.title = label("", "title", wrap=True, private=private, name=f"{name}.title")
        self.second = label("", "soft", wrap=True, name=f"{name}.subtitle")
        self.menu = QMenu(self)
        self.more = button("", name=f"{name}.more", icon="menu", flat=True)
        self.more.setAccessibleName("Weitere Befehle")
        self.more.setToolTip("Weitere Befehle")
        self.more.setMenu(self.menu)
        words = vbox(self.title, self.second, gap=0)
        self._line = hbox(picture, words, self.more, gap=theme.GRID + 4)
        self._line.setStretch(1, 1)
        for part in (picture, self.more):
            self._line.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self._actions = FlowLayout()
        self._badges = FlowLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addLayout(self._line)
        column.addLayout(self._badges)
        column.addLayout(self._actions)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, title: str, second: str, marks: Sequence[Mark]) -> None:
        """Show a record."""
        self.title.setText(title)
        self.second.setText(second)
        self.second.setVisible(bool(second))
        clear_layout(self._badges)
        for mark in marks:
            self._badges.addWidget(Badge(mark.text, mark.tone, mark.icon))

    def add_main(self, key: str, words: str, icon: str, deed: Callable[[], None]) -> QPushButton:
        """Add the main action, beside the name."""
        made = button(words, name=f"{self._name}.{key}", icon=icon, primary=True)
        made.clicked.connect(deed)
        self._line.insertWidget(2, made, 0, Qt.AlignmentFlag.AlignTop)
        self._main = made
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The main action stands beside the name, or among the others where that is too narrow."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_EM * theme.em()
        if self._main is None or beside is self._beside:
            return
        self._beside = beside
        self._line.removeWidget(self._main)
        self._actions.removeWidget(self._main)
        if beside:
            self._line.insertWidget(2, self._main, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self._actions.insert(0, self._main)

    def add_action(self, key: str, words: str, icon: str, deed: Callable[[], None]) -> QPushButton:
        """Add an action under the name."""
        made = button(words, name=f"{self._name}.{key}", icon=icon)
        made.clicked.connect(deed)
        self._actions.addWidget(made)
        return made

    def add_command(self, key: str, words: str, deed: Callable[[], None]) -> None:
        """Add a command to the small menu."""
        made = self.menu.addAction(words)
        made.setObjectName(f"{self._name}.{key}")
        made.triggered.connect(lambda _=False: deed())

    def show_command(self, key: str, *, shown: bool) -> None:
        """Offer a command of the menu, or not."""
        for action in self.menu.actions():
            if action.objectName() == f"{self._name}.{key}":
                action.setVisible(shown)
