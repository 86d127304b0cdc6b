"""Quiet building blocks: labels, cards, badges, bars, rows of keys and values, empty states.

Every label made here shows plain text, whatever it holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.ui.kit import icons, privacy, theme
from ehrenamt_desktop.ui.kit.meter import draw_meter
from ehrenamt_desktop.ui.kit.tips import tip

GAP = theme.GRID
L = TypeVar("L", QHBoxLayout, QVBoxLayout)

_TOKENS = {
    Tone.PLAIN: "ink", Tone.SOFT: "soft", Tone.GOOD: "green", Tone.SOON: "amber",
    Tone.LATE: "red", Tone.UNDER_WAY: "blue",
}  # fmt: skip


def token_of(tone: Tone) -> str:
    """The colour token of a meaning's text."""
    return _TOKENS[tone]


def label(
    text: str, role: str = "body", *, wrap: bool = False, private: bool = False, name: str = ""
) -> QLabel:
    """A label of plain text.

    Args:
        text: what it shows.
        role: `body`, `title`, `number`, `heading`, `strong`, `soft`, `small`, `error`.
        wrap: whether long text breaks into lines.
        private: blanked by Sichtschutz.
        name: object name.
    """
    made = PrivateLabel() if private else QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if wrap:
        made.setMinimumWidth(theme.em() * 4)
    if name:
        made.setObjectName(name)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return made


def label_of(field: QWidget, words: str) -> QLabel:
    """The words of a field, tied to it: a screen reader says them with the field."""
    made = label(words, "soft")
    made.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(words)  # a combo box does not take it from its label everywhere
    return made


class PrivateLabel(QLabel):
    """A label whose words vanish while Sichtschutz is on."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw dots in place of the words."""
        if not privacy.masked():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.drawText(self.rect(), self.alignment(), privacy.DOTS)


def button(
    text: str, *, name: str, primary: bool = False, icon: str = "", flat: bool = False
) -> QPushButton:
    """A button; `primary` marks the one main action of a view."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setProperty("primary", primary)
    made.setProperty("flat", flat)
    made.setAutoDefault(False)
    size = theme.em() + 2
    made.setIconSize(QSize(size, size))
    if icon and text:
        made.setIcon(icons.spaced(icon, "on_green" if primary else "ink", size))
        made.setIconSize(icons.space_of(size))
    elif icon:
        made.setIcon(icons.icon(icon, "on_green" if primary else "ink"))
    return made


class Card(QFrame):
    """A white panel with an optional heading; `body` takes the content."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        outer.setSpacing(GAP)
        self.header = QHBoxLayout()
        self.header.setSpacing(GAP)
        if title:
            self.header.addWidget(label(title, "heading"))
            self.header.addStretch(1)
            self.setAccessibleName(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        outer.addLayout(self.header)
        outer.addLayout(self.body, 1)


class Badge(QFrame):
    """A word on a coloured ground; the word carries the meaning."""

    def __init__(
        self, text: str, tone: Tone = Tone.PLAIN, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._text = label("")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP + 2, 2, GAP + 2, 2)
        row.setSpacing(GAP - 2)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.show_word(text, tone, icon)

    def show_word(self, text: str, tone: Tone = Tone.PLAIN, icon: str = "") -> None:
        """Show another word."""
        self.setProperty("badge", tone.value)
        self._text.setText(text)
        self._text.setProperty("role", "small")
        self._text.setProperty("tone", tone.value)
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.setPixmap(icons.pixmap(icon, token_of(tone), theme.em()))
        self.setAccessibleName(text)
        restyle(self)
        restyle(self._text)

    def text(self) -> str:
        """The word."""
        return self._text.text()


class MeterBar(QWidget):
    """A bar filled to `low`; what is unknown, up to `high`, is hatched. Values 0…1."""

    def __init__(
        self,
        low: float,
        high: float | None = None,
        tone: Tone = Tone.GOOD,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._low = min(max(low, 0.0), 1.0)
        self._high = min(max(high if high is not None else low, self._low), 1.0)
        self._tone = tone
        self.setAccessibleName(name)
        self.setToolTip(tip(name))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Eight characters wide, half a line high."""
        return QSize(theme.em() * 8, max(GAP, theme.em() // 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, filled part and hatched part."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        draw_meter(painter, self.rect().toRectF(), self._low, self._high, self._tone)


class KeyValues(QWidget):
    """Soft keys on the left, values on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GAP)
        self._grid.setVerticalSpacing(GAP)
        self._grid.setColumnStretch(1, 1)

    def add(self, key: str, value: str | QWidget, *, private: bool = False) -> None:
        """Add a row; an empty text is left out."""
        if value == "":
            return
        row = self._grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        word = label(key, "soft")
        self._grid.addWidget(word, row, 0, top)
        if isinstance(value, str):
            shown = label(value, wrap=True, private=private)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setAccessibleName(f"{key}: {value}")
            self._grid.addWidget(shown, row, 1, top)
        else:
            self._grid.addWidget(value, row, 1)

    def clear(self) -> None:
        """Take all rows away."""
        clear_layout(self._grid)


class EmptyState(QWidget):
    """What a view says when there is nothing to show, and the way on."""

    clicked = Signal()

    def __init__(
        self, text: str, button_text: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.addStretch(1)
        if icon:
            picture = QLabel()
            picture.setPixmap(icons.pixmap(icon, "edge", theme.em() * 3))
            column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        words = label(text, "soft", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(words)
        if button_text:
            way = button(button_text, name="empty.action")
            way.clicked.connect(self.clicked)
            column.addWidget(way, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)


class Tile(QPushButton):
    """A figure with its words that leads to the list behind it."""

    def __init__(
        self,
        figure: str,
        caption: str,
        tone: Tone = Tone.PLAIN,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("tile", "true")
        self._tone = tone
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP + 4, 2 * GAP, GAP + 4)
        column.setSpacing(2)
        self._figure = label(figure, "number")
        self._figure.setProperty("tone", tone.value)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self._caption = label(caption, "soft")
        self._caption.setMinimumWidth(0)
        arrow = QLabel()
        arrow.setPixmap(icons.pixmap("forward", "soft", theme.em()))
        row.addWidget(self._caption)
        row.addWidget(arrow)
        row.addStretch(1)
        column.addWidget(self._figure)
        column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def set_figure(self, figure: str) -> None:
        """Show another figure."""
        self._figure.setText(figure)
        self._name()

    def figure(self) -> str:
        """The shown figure."""
        return self._figure.text()

    def sizeHint(self) -> QSize:
        """As large as its words."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self._column.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter works like space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _name(self) -> None:
        self.setAccessibleName(f"{self._figure.text()} {self._caption.text()}")


def scroll(content: QWidget, *, name: str = "", sideways: bool = False) -> QScrollArea:
    """A frameless area that scrolls downwards, if need be `sideways`, and fills its place."""
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    if not sideways:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName("Inhalt, Pfeiltasten blättern")
    content.setProperty("plain", "true")
    area.setWidget(content)
    return area


def hbox(*parts: QWidget | QLayout | int, gap: int = GAP, margin: int = 0) -> QHBoxLayout:
    """A row; a number is a stretch."""
    return _box(QHBoxLayout(), parts, gap, margin)


def vbox(*parts: QWidget | QLayout | int, gap: int = GAP, margin: int = 0) -> QVBoxLayout:
    """A column; a number is a stretch."""
    return _box(QVBoxLayout(), parts, gap, margin)


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    style = QApplication.style() if widget.style() is None else widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _box(layout: L, parts: Iterable[QWidget | QLayout | int], gap: int, margin: int) -> L:
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(gap)
    for part in parts:
        if isinstance(part, int):
            layout.addStretch(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    return layout
