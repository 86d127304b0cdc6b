"""What a screen reader is told: names, roles, states and texts of every view (EN 301 549, 11.5).

Read through `QAccessible`, the same tree Windows and Linux hand to a screen reader. Python sees no
`tableInterface`, so cells are read as children of their table.
"""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from tests.walk_desk import DIALOGS, SCENES, clear_away, dialog_classes, make_window, settle

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.frame.tab_specs import TABS
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_box import FieldBox
from ehrenamt_desktop.ui.kit.panels import Badge, MeterBar
from ehrenamt_desktop.ui.kit.strips import StripButton
from ehrenamt_desktop.ui.kit.time_grid import TimeGridView
from ehrenamt_desktop.ui.start.due_row import DueRow

LEAST = 24
"""px on each side of what is clicked; WCAG 2.2, 2.5.8."""

TEXT = QAccessible.Text
ROLE = QAccessible.Role
ROLES = (
    (StripButton, {ROLE.RadioButton}),
    (QCheckBox, {ROLE.CheckBox}),
    (QAbstractButton, {ROLE.Button, ROLE.CheckBox, ROLE.RadioButton, ROLE.ButtonMenu}),
    (QComboBox, {ROLE.ComboBox}),
    (QLineEdit, {ROLE.EditableText}),
    (QPlainTextEdit, {ROLE.EditableText}),
    (QAbstractItemView, {ROLE.Table, ROLE.List}),
    (QLabel, {ROLE.StaticText}),
)
"""The first class that fits decides."""

WITHOUT_ROLE = {
    "AppointmentRow", "AskingLine", "DueRow", "FinishPanel", "PostponePanel",
    "QPdfView",  # its description says the words of the page
}  # fmt: skip
"""Containers that take the focus: Qt gives Python no way to name their role, so their name and
description say all."""


def spoken(widget: QWidget) -> str:
    """The name a screen reader says; Linux takes a combo box's name from its label."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    return reader(widget).text(TEXT.Name)


def reader(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def shown(view: QWidget) -> list[QWidget]:
    widgets = (view, *view.findChildren(QWidget))
    return [one for one in widgets if one.isVisible() and not isinstance(one, QScrollBar)]


def stops(view: QWidget) -> list[QWidget]:
    """What keys can reach."""
    return [one for one in shown(view) if one.focusPolicy() != Qt.FocusPolicy.NoFocus]


def known_as(widget: QWidget) -> str:
    return widget.objectName() or type(widget).__name__


def group_of(widget: QWidget) -> QWidget | None:
    """The nearest container that is announced with a name of its own."""
    parent = widget.parentWidget()
    while parent is not None and not (parent.accessibleName() or parent.isWindow()):
        parent = parent.parentWidget()
    return parent


def faults(view: QWidget) -> list[str]:
    found = []
    for widget in stops(view):
        name = spoken(widget).strip()
        if not any(sign.isalnum() for sign in name):
            found.append(f"{known_as(widget)} ({type(widget).__name__}) has no name: {name!r}")
        if "&" in name or name == widget.objectName():
            found.append(f"{known_as(widget)} has the name {name!r}")
        found += wrong_role(widget) + wrong_state(widget)
        found += unlabelled(widget)
    return found + twins(view) + mute(view) + rich(view)


def wrong_role(widget: QWidget) -> list[str]:
    if type(widget).__name__ in WITHOUT_ROLE:
        return []
    role = reader(widget).role()
    wanted = next((roles for kind, roles in ROLES if isinstance(widget, kind)), set())
    return [] if role in wanted else [f"{known_as(widget)} is announced as {role.name}"]


def wrong_state(widget: QWidget) -> list[str]:
    state = reader(widget).state()
    found = []
    if bool(state.disabled) == widget.isEnabled():
        found.append("disabled")
    if isinstance(widget, QAbstractButton) and bool(state.checked) != widget.isChecked():
        found.append("checked")
    if isinstance(widget, QLineEdit | QPlainTextEdit) and state.readOnly != widget.isReadOnly():
        found.append("read only")
    if not state.focusable and widget.isEnabled():
        found.append("focusable")
    return [f"{known_as(widget)}: state {', '.join(found)} is wrong"] if found else []


def unlabelled(widget: QWidget) -> list[str]:
    """Fields whose words stand beside them are tied to these words."""
    if not isinstance(widget, QComboBox | QLineEdit | QPlainTextEdit):
        return []
    if isinstance(widget, QLineEdit) and said_by_placeholder(widget):
        return []
    labels = reader(widget).relations(QAccessible.RelationFlag.Label)
    return [] if labels else [f"{known_as(widget)} is not tied to its label"]


def said_by_placeholder(field: QLineEdit) -> bool:
    words = field.placeholderText().removesuffix(" …")
    return bool(words) and field.accessibleName().startswith(words)


def twins(view: QWidget) -> list[str]:
    """Two stops of one group that sound alike."""
    said = Counter(
        (id(group_of(one)), spoken(one), reader(one).role())
        for one in stops(view)
        if one.isEnabled() and not isinstance(one, QLabel)
    )
    return [f"{amount} × {name!r} as {role.name}" for (_, name, role), amount in said.items()
            if amount > 1]  # fmt: skip


def mute(view: QWidget) -> list[str]:
    """Painted things that say nothing."""
    painted = (Badge, MeterBar, TimeGridView)
    return [
        f"a {type(one).__name__} says nothing"
        for one in shown(view)
        if isinstance(one, painted) and not one.accessibleName()
    ]


def rich(view: QWidget) -> list[str]:
    return [
        f"{known_as(one)} shows rich text"
        for one in shown(view)
        if isinstance(one, QLabel) and one.text() and one.textFormat() != Qt.TextFormat.PlainText
    ]


def small(view: QWidget) -> list[str]:
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, DueRow)
    return [
        f"{known_as(one)} {one.text() if isinstance(one, QAbstractButton) else ''} "
        f"is {one.width()} × {one.height()}"
        for one in shown(view)
        if isinstance(one, kinds)
        and not one.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        and min(one.width(), one.height()) < LEAST
    ]


@pytest.fixture
def window(collaborators, tmp_path, qtbot):
    made = make_window(Desk(*collaborators), tmp_path)
    qtbot.addWidget(made)
    yield made
    clear_away()


@pytest.mark.parametrize("key", SCENES)
def test_everything_says_what_it_is_and_can_be_hit(window, key, tmp_path):
    found = dict.fromkeys(
        f"{name}: {fault}"
        for name, view in SCENES[key](window, tmp_path)
        for fault in faults(view) + small(view)
    )
    assert not found, "\n".join(found)


def test_every_kind_of_dialog_is_walked_through(window, tmp_path):
    seen = {type(view) for key in DIALOGS for _, view in DIALOGS[key](window, tmp_path)}
    assert dialog_classes() - seen == set(), "add an opener to tests/walk_desk.py"


def test_an_error_is_read_out_with_its_field(window, tmp_path):
    for name, view in DIALOGS["frame"](window, tmp_path):
        if name != "errors":
            continue
        wrong = [box for box in view.findChildren(FieldBox) if box.error() and not box.isHidden()]
        assert wrong
        for box in wrong:
            assert reader(box.editor.input).text(TEXT.Description) == box.error()


def test_a_table_tells_its_headings_and_cells(window):
    window.show_tab("people")
    settle()
    table = window.current().page.list.table
    parts = [reader(table).child(place) for place in range(reader(table).childCount())]
    heads = [part.text(TEXT.Name) for part in parts if part.role() == ROLE.ColumnHeader]
    cells = [part.text(TEXT.Name) for part in parts if part.role() == ROLE.Cell]
    assert "Name" in heads
    assert "Status" in heads
    assert any(cell.startswith("Name: ") for cell in cells)


def test_the_painted_list_of_matches_reads_out_every_card(window):
    lists = window.desk.office.lists
    row = lists.placements.rows(lists.placements.ids(ListQuery())[:1])[0]
    window.show_match(Kind.PERSON, row.person_id)
    settle()
    cards = window.findChild(QWidget, "matching.offers.list")
    told = [reader(cards).child(place) for place in range(reader(cards).childCount())]
    assert told
    for part, line in zip(told, cards.lines(), strict=True):
        assert part.text(TEXT.Name).startswith(line.text)
        if line.match is not None:
            assert line.match.word.label in part.text(TEXT.Name)
            assert "ausgewählt" in part.text(TEXT.Name)


def test_every_entry_of_every_menu_has_words(window):
    for spec in TABS:
        window.show_tab(spec.name)
        settle()
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
        assert all(one.text().strip() for one in menu.actions() if not one.isSeparator())
