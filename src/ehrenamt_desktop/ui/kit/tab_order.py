"""Tab goes as the eye does: through the layouts of the window, whatever was built first.

Qt's own chain follows the order in which widgets were made, and here chips, lines and whole forms
are made later than what stands below them. Areas that scroll words alone are stops as well, so
that keys can scroll them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QGridLayout,
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

MARGIN = 8
"""Room in px around a part that is brought into sight."""


def go(window: QWidget, *, forward: bool) -> bool:
    """Give the focus to the next or the former stop of a window; False if there is none."""
    here = QApplication.focusWidget()
    walked = list(_walk(window))
    places = [place for place, one in enumerate(walked) if one is not here and is_stop(one)]
    if not places:
        return False
    at = _place(here, walked)
    behind = [place for place in places if place > at]
    before = [place for place in places if place < at]
    there = (behind or places)[0] if forward else (before or places)[-1]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    walked[there].setFocus(reason)
    reveal(walked[there])
    return True


def _place(here: QWidget | None, walked: list[QWidget]) -> int:
    """Where one is; a part that was just hidden counts as the place that held it."""
    while here is not None and here not in walked:
        here = here.parentWidget()
    return -1 if here is None else walked.index(here)


def stops(top: QWidget) -> list[QWidget]:
    """What Tab reaches inside `top`, in its order."""
    return [one for one in _walk(top) if is_stop(one)]


def is_stop(widget: QWidget) -> bool:
    """Whether Tab stops at a widget."""
    if not widget.isVisible() or not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    if isinstance(widget, QScrollArea):
        return _scrolls(widget) and not any(is_stop(one) for one in _inside(widget))
    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)


def _scrolls(area: QScrollArea) -> bool:
    return area.verticalScrollBar().maximum() > 0


def _walk(widget: QWidget) -> Iterator[QWidget]:
    """A widget and all inside it, in the order of their layouts."""
    if not widget.isVisible():
        return
    yield widget
    if not isinstance(widget, QAbstractButton):
        yield from _inside(widget)


def _inside(widget: QWidget) -> Iterator[QWidget]:
    for part in _parts(widget):
        yield from _walk(part)


def _parts(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QScrollArea):
        return _there(widget.widget())
    if isinstance(widget, QMainWindow):
        return _there(widget.centralWidget())
    if isinstance(widget, QStackedWidget):
        return _there(widget.currentWidget())
    if isinstance(widget, QSplitter):
        return _there(*(widget.widget(place) for place in range(widget.count())))
    layout = widget.layout()
    return list(_laid_out(layout)) if layout is not None else []


def _there(*widgets: QWidget | None) -> list[QWidget]:
    return [one for one in widgets if one is not None]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    places: Iterable[int] = range(layout.count())
    if isinstance(layout, QGridLayout):
        grid = layout
        places = sorted(places, key=lambda place: _cell(grid, place))
    for place in places:
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _laid_out(inner)


def _cell(grid: QGridLayout, place: int) -> tuple[int, ...]:
    """Row and column of an item."""
    found = grid.getItemPosition(place)
    return tuple(found) if isinstance(found, tuple) else (0, 0)


def reveal(widget: QWidget) -> None:
    """Scroll every area around a widget so that it can be seen."""
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget)
        area = area.parentWidget()


def reveal_current(view: QAbstractItemView) -> None:
    """Scroll what is around a list so that its current row is seen, once it has found its place.

    With large text a list is higher than its page; the list scrolls inside itself alone.
    """

    def show() -> None:
        if view.hasFocus():
            reveal_part(view.viewport(), view.visualRect(view.currentIndex()))

    QTimer.singleShot(0, view, show)


def reveal_part(widget: QWidget, part: QRect) -> None:
    """Scroll every area around a widget downwards or up, so that a part of it can be seen."""
    area = widget.parentWidget()
    while area is not None:
        inside = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and inside is not None and inside.isAncestorOf(widget):
            across = area.horizontalScrollBar().value() + area.viewport().width() // 2
            middle = widget.mapTo(inside, part.center()).y()
            area.ensureVisible(across, middle, 0, part.height() // 2 + MARGIN)
        area = area.parentWidget()
