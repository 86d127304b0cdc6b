"""With doubled text at 1366 × 768 nothing is cut, hidden or laid over something else.

EN 301 549, 11.1.4.4 (WCAG 1.4.4). What does not fit may scroll. Cells of lists and the words of a
card may end in "…" when the whole text stands in the tooltip, in the words for a screen reader and
in the record beside the list.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QSplitter,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTableView,
    QWidget,
)
from tests.walk_desk import SCENES, SIZE, clear_away, make_window

from ehrenamt_desktop.ui.frame.quick_search import QuickSearch
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.main_window import MainWindow

SCALES = (1.0, 2.0)


class SmallScreen:
    """The smallest screen that is promised."""

    def availableSize(self) -> QSize:
        return QSize(*SIZE)


@pytest.fixture(params=SCALES, ids=["100", "200"])
def window(request, desk, collaborators, tmp_path, qtbot, monkeypatch):
    for kind in (MainWindow, Dialog):
        monkeypatch.setattr(kind, "screen", lambda _: SmallScreen())
    theme.apply(desk, theme.Look.LIGHT, request.param)
    made = make_window(Desk(*collaborators), tmp_path)
    qtbot.addWidget(made)
    yield made
    clear_away()
    theme.apply(desk, theme.Look.LIGHT)


def cut(widget: QWidget) -> str:
    """What of a widget's words does not fit; empty when all do."""
    if isinstance(widget, QLabel):
        return cut_label(widget)
    if isinstance(widget, QAbstractButton):
        return too_small(widget, widget.sizeHint())
    if isinstance(widget, QLineEdit):
        return cut_line(widget)
    if isinstance(widget, QComboBox):
        return cut_choice(widget)
    if isinstance(widget, QHeaderView) and widget.orientation() == Qt.Orientation.Horizontal:
        return cut_heading(widget)
    return ""


def too_small(widget: QWidget, needed: QSize) -> str:
    """One px may be lost by rounding."""
    if needed.width() <= widget.width() + 1 and needed.height() <= widget.height() + 1:
        return ""
    return f"needs {needed.toTuple()}, has {widget.size().toTuple()}"


def cut_label(shown: QLabel) -> str:
    if not shown.text():
        return ""
    if not shown.wordWrap():
        return too_small(shown, shown.sizeHint())
    metrics, width = shown.fontMetrics(), shown.contentsRect().width()
    longest = max((metrics.horizontalAdvance(word) for word in shown.text().split()), default=0)
    if longest > width:
        return f"its longest word needs {longest} px, has {width}"
    return too_small(shown, QSize(0, shown.heightForWidth(shown.width())))


def cut_line(line: QLineEdit) -> str:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    metrics = line.fontMetrics()
    # two px on each side are Qt's own margin inside the contents
    wide = metrics.horizontalAdvance(line.placeholderText()) + 4
    if metrics.height() > room.height() or wide > room.width():
        return f"{line.placeholderText()!r} needs {wide} × {metrics.height()}, has {room.size()}"
    return ""


def cut_choice(box: QComboBox) -> str:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    metrics = box.fontMetrics()
    words = [box.itemText(place) for place in range(box.count())]
    wide = max((metrics.horizontalAdvance(one) for one in words), default=0)
    if metrics.height() > room.height() or wide > room.width():
        return f"its longest entry needs {wide} × {metrics.height()}, has {room.size()}"
    return ""


def cut_heading(heads: QHeaderView) -> str:
    short = [
        str(heads.model().headerData(place, heads.orientation()))
        for place in range(heads.count())
        if not heads.isSectionHidden(place)
        and heads.sectionSizeHint(place) > heads.sectionSize(place)
    ]
    return f"headings {short} do not fit" if short else ""


def cut_cells(table: QTableView) -> str:
    """Shortened cells give their whole text elsewhere."""
    if table.textElideMode() == Qt.TextElideMode.ElideNone:
        return "cells are cut without a sign"
    model = table.model()
    for column in range(min(model.columnCount(), 12)):
        index = model.index(0, column)
        text = index.data()
        if text and index.data(Qt.ItemDataRole.ToolTipRole) != text:
            return f"no tooltip in column {column}"
    return ""


def misplaced(parent: QWidget) -> list[str]:
    """Parts outside their parent and parts over parts; scroll areas place theirs themselves."""
    if isinstance(parent, QAbstractScrollArea | QSplitter | QMenu):
        return []
    if isinstance(parent.parentWidget(), QAbstractScrollArea):
        return overlaps(parts(parent))
    room = parent.rect().adjusted(-1, -1, 1, 1)
    outside = [
        f"{known_as(one)} at {one.geometry().getRect()} lies outside {known_as(parent)}"
        for one in parts(parent)
        if not room.contains(one.geometry())
    ]
    return outside + overlaps(parts(parent))


def parts(parent: QWidget) -> list[QWidget]:
    """The visible children; hits of the search lie over the page on purpose."""
    return [
        one
        for one in parent.children()
        if isinstance(one, QWidget)
        and one.isVisible()
        and not one.isWindow()
        and not isinstance(one, QuickSearch)
    ]


def overlaps(widgets: list[QWidget]) -> list[str]:
    found = []
    for place, one in enumerate(widgets):
        for other in widgets[place + 1 :]:
            common = one.geometry().intersected(other.geometry())
            if common.width() > 1 and common.height() > 1:
                found.append(f"{known_as(one)} and {known_as(other)} overlap by {common.getRect()}")
    return found


def known_as(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.objectName()} {words}".rstrip()


def sideways(area: QScrollArea) -> str:
    """An area that does not scroll sideways must not be wider than it shows."""
    inside, room = area.widget(), area.viewport().width()
    never = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if never and inside is not None and inside.width() > room:
        return f"shows {room} of {inside.width()} px and cannot scroll"
    return ""


def short(view: QWidget) -> list[str]:
    """A dialog that scrolls although the screen has room, or that leaves the screen."""
    found = []
    if view.width() > SIZE[0] or view.height() > SIZE[1]:
        found.append(f"{known_as(view)} is {view.width()} × {view.height()}")
    if isinstance(view, Dialog) and view.height() < SIZE[1] - 8 * theme.GRID:
        hidden = view.area.verticalScrollBar().maximum()
        if hidden:
            found.append(f"{known_as(view)} hides {hidden} px although the screen has room")
    return found


def faults(view: QWidget) -> list[str]:
    found = short(view)
    for widget in [view, *view.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        if said := cut(widget):
            found.append(f"{known_as(widget)} {said}")
        if isinstance(widget, QTableView) and (said := cut_cells(widget)):
            found.append(f"{known_as(widget)}: {said}")
        if isinstance(widget, QScrollArea) and (said := sideways(widget)):
            found.append(f"{known_as(widget)} {said}")
        found += misplaced(widget)
    return found


@pytest.mark.parametrize("key", SCENES)
def test_nothing_is_cut_or_covered(window, key, tmp_path):
    found = dict.fromkeys(
        f"{name}: {fault}" for name, view in SCENES[key](window, tmp_path) for fault in faults(view)
    )
    assert not found, "\n".join(found)
    least = window.minimumSizeHint()
    assert least.width() <= SIZE[0]
    assert least.height() <= SIZE[1]
