"""Line icons of `resources/icons`, tinted by a colour of the theme, drawn once per size."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ehrenamt_desktop import paths
from ehrenamt_desktop.ui.kit import theme


def icon(name: str, colour: str = "soft", checked: str = "") -> QIcon:
    """The icon `name` in the colour of a theme token; `checked` names the colour when checked."""
    made = QIcon()
    size = round(theme.em() * 1.3)
    made.addPixmap(pixmap(name, colour, size))
    if checked:
        made.addPixmap(pixmap(name, checked, size), QIcon.Mode.Normal, QIcon.State.On)
    return made


def spaced(name: str, colour: str, size: int, checked: str = "") -> QIcon:
    """The icon with room behind it, for a button that also has words; `space_of` is its size."""
    made = QIcon()
    made.addPixmap(_with_room(pixmap(name, colour, size)))
    if checked:
        sign = _with_room(pixmap(name, checked, size))
        made.addPixmap(sign, QIcon.Mode.Normal, QIcon.State.On)
    return made


def space_of(size: int) -> QSize:
    """The size of a spaced icon: a third of its height wider."""
    return QSize(size + size // 3, size)


def _with_room(sign: QPixmap) -> QPixmap:
    whole = QPixmap(sign.width() + sign.width() // 3, sign.height())
    whole.setDevicePixelRatio(sign.devicePixelRatio())
    whole.fill(Qt.GlobalColor.transparent)
    painter = QPainter(whole)
    painter.drawPixmap(0, 0, sign)
    painter.end()
    return whole


def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """The icon `name` as a picture of `size` px in the colour of a theme token."""
    ratio = QApplication.primaryScreen().devicePixelRatio()
    return _draw(name, getattr(theme.tokens(), colour), size, ratio)


def app_icon() -> QIcon:
    """The icon of the program."""
    made = QIcon()
    for size in (16, 32, 64, 256):
        made.addPixmap(_draw("app", "", size, 1.0))
    return made


@cache
def _draw(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    source = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    if colour:
        source = source.replace("#000", colour)
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer = QSvgRenderer(QByteArray(source.encode()))
    renderer.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
