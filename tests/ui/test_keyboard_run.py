"""The whole program by keys alone (EN 301 549, 11.2.1; WCAG 2.1.1, 2.1.2, 2.4.3, 2.4.7, 3.2.1)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QScrollArea,
    QWidget,
)
from tests.walk_desk import DIALOGS, SCENES, clear_away, make_window, settle

from ehrenamt_desktop.ui.frame.keys_dialog import KeysDialog
from ehrenamt_desktop.ui.frame.tab_specs import TABS
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk

TAB, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Backtab
MOST = 250
"""Stops of one view; more means that the walk does not come back."""

VISIBLE = 3.0
"""Contrast of the same pixel with and without the focus."""


@pytest.fixture
def window(collaborators, tmp_path, qtbot):
    made = make_window(Desk(*collaborators), tmp_path)
    qtbot.addWidget(made)
    yield made
    clear_away()


def known_as(widget: QWidget | None) -> str:
    return "nothing" if widget is None else widget.objectName() or type(widget).__name__


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    here = QApplication.focusWidget()
    assert here is not None, "the focus is lost"
    QTest.keyClick(here, key, modifier)
    QApplication.processEvents()


def walk(key: Qt.Key) -> list[QWidget]:
    """From where the focus is, once round."""
    seen: list[QWidget] = []
    back = Qt.KeyboardModifier.ShiftModifier if key == BACK else Qt.KeyboardModifier.NoModifier
    while len(seen) < MOST:
        here = QApplication.focusWidget()
        assert here is not None, f"the focus is lost after {known_as(seen[-1] if seen else None)}"
        if here in seen:
            assert here is seen[0], f"{known_as(here)} comes twice"
            return seen
        seen.append(here)
        press(key, back)
    pytest.fail("the walk does not come back")


def wanted(view: QWidget) -> set[QWidget]:
    """What takes the focus by Tab, found without the order under test."""
    return {
        one
        for one in view.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and one.focusProxy() is None
        and one.window() is view
    }


def corner(view: QWidget, widget: QWidget) -> tuple[int, int]:
    at = widget.mapTo(view, QPoint(0, 0))
    return at.y(), at.x()


def out_of_order(view: QWidget, seen: list[QWidget]) -> list[str]:
    """Neighbours of one row or column that are met against the reading direction."""
    found = []
    first = min(range(len(seen)), key=lambda place: corner(view, seen[place]))
    for one, other in itertools.pairwise(seen[first:] + seen[:first]):
        if one.parentWidget() is not other.parentWidget():
            continue
        here, there = one.geometry(), other.geometry()
        above = there.bottom() < here.top()
        left = there.right() < here.left() and there.top() < here.bottom()
        if above or left:
            found.append(f"{known_as(other)} comes after {known_as(one)} in {known_as(view)}")
    return found


def faults(view: QWidget) -> list[str]:
    view.activateWindow()
    settle()
    seen = walk(TAB)
    missed = wanted(view) - set(seen)
    found = [f"Tab does not reach {known_as(one)}" for one in missed]
    found += [f"{known_as(one)} is hidden" for one in seen if not one.isVisible()]
    back = walk(BACK)
    if back[1:] != seen[:0:-1]:
        found.append("Shift+Tab goes another way")
    return found + out_of_order(view, seen)


@pytest.mark.parametrize("key", SCENES)
def test_tab_reaches_everything_and_comes_back(window, key, tmp_path):
    found = dict.fromkeys(
        f"{name}: {fault}" for name, view in SCENES[key](window, tmp_path) for fault in faults(view)
    )
    assert not found, "\n".join(found)


def test_every_tab_by_its_key_keeps_the_focus_inside(window):
    for number, spec in enumerate(TABS, start=1):
        for modifier in (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier):
            window.show_tab("start" if number > 1 else "documents")
            settle()
            press(Qt.Key(Qt.Key.Key_0.value + number), modifier)
            settle()
            assert window.current_name() == spec.name
            here = QApplication.focusWidget()
            assert window.isAncestorOf(here)
            assert here.isVisible()


def test_arrows_go_from_tab_to_tab(window):
    window.findChild(QWidget, "main.tab.start").setFocus()
    for spec in TABS[1:]:
        press(Qt.Key.Key_Right)
        settle()
        assert window.current_name() == spec.name
        assert known_as(QApplication.focusWidget()) == f"main.tab.{spec.name}"


def test_coming_by_a_list_chooses_nothing(window):
    """WCAG 3.2.1: an empty form is not dropped because Tab passes the list."""
    window.show_tab("people")
    window.current().new()
    settle()
    form = window.current().page.pane.form_part.form
    window.current().page.list.table.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert window.current().page.pane.form_part.form is form
    assert form.isVisible()
    assert window.current().page.shown() == 0


def focus_is_kept(window: QWidget) -> None:
    settle()
    here = QApplication.focusWidget()
    assert here is not None
    assert here is window or window.isAncestorOf(here)
    assert here.isVisible()


def test_saving_undoing_and_archiving_keep_the_focus(window, type_text):
    window.show_tab("people")
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle()
    form = window.current().page.pane.form_part.form
    for key, words in (("last_name", "Anders"), ("phone", "05653 1234")):
        form.editor(key).setFocus()
        type_text(QApplication.focusWidget(), words)
    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    focus_is_kept(window)
    assert window.current().page.shown() > 0
    window.current().page.archive()
    focus_is_kept(window)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    focus_is_kept(window)


def test_closing_a_notice_keeps_the_focus(window):
    bar = window.findChild(QWidget, "notice.bar")
    for close in (Qt.Key.Key_Escape, Qt.Key.Key_Space):
        bar.show_notice("info", "Gespeichert.", [("Rückgängig", lambda: None)])
        settle()
        bar.findChild(QWidget, "notice.close").setFocus()
        press(close)
        assert not bar.isVisible()
        focus_is_kept(window)


TWICE = {"new_office", "sheet"}
"""Dialogs that a second Escape closes: it has two pages; it warns before the code is gone."""


def opened(window: QWidget, tmp_path) -> Iterator[QDialog]:
    for name, opener in DIALOGS.items():
        if name == "frame":
            continue
        for _, view in opener(window, tmp_path):
            if isinstance(view, QDialog):
                yield view


def test_escape_closes_every_dialog(window, tmp_path, notices):
    notices.answers = True
    for dialog in opened(window, tmp_path):
        dialog.activateWindow()
        settle()
        name = known_as(dialog)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        if name in TWICE and dialog.isVisible():
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert not dialog.isVisible(), name


def test_a_closed_dialog_gives_the_focus_back(window):
    window.show_tab("people")
    settle()
    window.current().focus_search()
    settle()
    before = QApplication.focusWidget()
    dialog = KeysDialog(window.equipment.commands.commands(), window.desk, window)
    dialog.open()
    settle()
    assert dialog.isAncestorOf(QApplication.focusWidget())
    press(Qt.Key.Key_Escape)
    window.activateWindow()
    settle()
    assert QApplication.focusWidget() is before


def test_a_dialog_starts_at_its_first_entry(window, tmp_path):
    for dialog in opened(window, tmp_path):
        dialog.activateWindow()
        settle()
        here = QApplication.focusWidget()
        entries = [one for one in wanted(dialog) if not isinstance(one, QAbstractButton)]
        if entries and not isinstance(here, QAbstractItemView):
            assert here in entries or dialog.objectName() == "import", known_as(dialog)


def test_words_alone_are_scrolled_by_keys(desk, window):
    """An area without anything to choose is a stop of its own when it does not fit."""
    theme.apply(desk, theme.Look.LIGHT, 2.0)
    dialog = KeysDialog(window.equipment.commands.commands(), window.desk, window)
    dialog.open()
    settle()
    area = dialog.findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    assert QApplication.focusWidget() is dialog.search
    press(TAB)
    assert QApplication.focusWidget() is area
    press(Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    dialog.reject()
    theme.apply(desk, theme.Look.LIGHT)


def test_a_stop_out_of_sight_is_scrolled_into_view(window):
    window.show_tab("people")
    window.current().pane.turn("form")
    settle()
    for one in walk(TAB):
        one.setFocus()
        press(TAB)
        here = QApplication.focusWidget()
        assert not here.visibleRegion().isEmpty(), known_as(here)


def test_the_wheel_changes_no_closed_choice(window):
    window.show_tab("people")
    window.current().pane.turn("form")
    settle()
    window.current().focus_search()
    boxes = [one for one in window.findChildren(QComboBox) if one.isVisible()]
    assert boxes
    for box in boxes:
        before = box.currentIndex()
        for turn in (-120, 120):
            event = QWheelEvent(
                QPointF(5, 5), QPointF(box.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, turn),
                Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            QApplication.sendEvent(box, event)
        assert box.currentIndex() == before, known_as(box)


def luminance(image: QImage) -> np.ndarray:
    """Relative luminance of each pixel, rows × columns."""
    flat = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(flat.constBits(), np.uint8).reshape(flat.height(), -1, 4)[..., 2::-1]
    parts = pixels / 255
    light = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return light @ np.array([0.2126, 0.7152, 0.0722])


def changed(before: QImage, after: QImage) -> int:
    """Pixels that differ by the contrast that can be seen."""
    one, other = luminance(before), luminance(after)
    ratio = (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)
    return int((ratio >= VISIBLE).sum())


def kind_of(widget: QWidget) -> tuple[object, ...]:
    """Widgets that the style sheet dresses alike."""
    marks = ("primary", "flat", "chip", "tile", "tab", "segment", "cell", "choice", "cards", "due")
    checked = isinstance(widget, QAbstractButton) and widget.isChecked()
    return (type(widget), checked, *(str(widget.property(mark)) for mark in marks))


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("look", [theme.Look.LIGHT, theme.Look.DARK, theme.Look.CONTRAST])
def test_the_focus_can_be_seen_on_every_kind_of_widget(desk, window, tmp_path, look):
    window.dress(look)
    settle()
    seen: set[tuple[object, ...]] = set()
    faint = {}
    for views in SCENES.values():
        for scene, view in views(window, tmp_path):
            for widget in sorted(wanted(view), key=known_as):
                if kind_of(widget) not in seen and widget.isVisible():
                    seen.add(kind_of(widget))
                    faint |= faintness(scene, view, widget)
    window.dress(theme.Look.LIGHT)
    assert faint == {}
    assert len(seen) >= 20


def faintness(scene: str, view: QWidget, widget: QWidget) -> dict[str, str]:
    """Empty when at least two sides of the widget change with the focus."""
    view.activateWindow()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    after = picture(widget)
    widget.clearFocus()
    QApplication.processEvents()
    before = picture(widget)
    if before.size() != after.size():
        return {}
    found, least = changed(before, after), min(widget.width(), 60)
    return {} if found >= least else {f"{scene}: {known_as(widget)}": f"{found} px of {least}"}


def test_the_wide_search_is_reached_from_anywhere(window):
    for spec in TABS:
        window.show_tab(spec.name)
        settle()
        press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        settle()
        assert QApplication.focusWidget() is not None
        press(Qt.Key.Key_Escape)
        focus_is_kept(window)
    assert window.current().kinds == TABS[-1].kinds
