"""The binder: values in, values out, errors under their fields."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget

from ehrenamt_desktop.errors import DomainError, FieldError, InvalidDraft
from ehrenamt_desktop.model.enums import Channel, Level, TermKind, TermRelation
from ehrenamt_desktop.model.rows import TermRow, TermValue
from ehrenamt_desktop.ui.kit.field_specs import FieldGroup, FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.record_form import RecordForm

TERMS = (
    TermRow(1, TermKind.AREA, "a", "Soziales", (), None),
    TermRow(2, TermKind.AREA, "b", "Sport", (), None),
    TermRow(3, TermKind.LANGUAGE, "c", "Russisch", (), None),
    TermRow(9, TermKind.MOTIVE, "d", "Wissen weitergeben", (), None),
)
SPECS = (
    FieldSpec("last_name", "Nachname"),
    FieldSpec("birth_date", "Geburtsdatum", FieldKind.DATE),
    FieldSpec("preferred_channel", "Am liebsten", FieldKind.CHOICE),
    FieldSpec("max_km", "Weg", FieldKind.NUMBER, unit="km"),
    FieldSpec("terms", "Interessen", FieldKind.TERMS, term_kinds=(TermKind.AREA,), relation="wish",
              group="Profil"),
    FieldSpec("terms", "Möchte nicht", FieldKind.TERMS, term_kinds=(TermKind.AREA,), relation="no",
              group="Profil"),
    FieldSpec("time_grid", "Zeiten", FieldKind.TIME_GRID, group="Profil"),
    FieldSpec("adviser_note", "Notiz", FieldKind.BLOCK, group="Notizen", wide=True),
)  # fmt: skip
GROUPS = (FieldGroup("Profil"), FieldGroup("Notizen", more=True))
KEPT = {
    "last_name": "Dietzel", "birth_date": "1980-02-01", "preferred_channel": "phone",
    "max_km": 15, "time_grid": 3, "adviser_note": "",
}  # fmt: skip


@pytest.fixture
def form(desk, qtbot):
    made = RecordForm("person", SPECS, Vocabulary(terms=TERMS), name="person", groups=GROUPS)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    return made


def test_what_is_loaded_comes_back(form):
    terms = [
        TermValue(1, TermKind.AREA, "Soziales", "wish"),
        TermValue(2, TermKind.AREA, "Sport", "no"),
    ]
    form.load(KEPT, terms)
    assert form.submit() == {
        "last_name": "Dietzel",
        "birth_date": dt.date(1980, 2, 1),
        "preferred_channel": Channel.PHONE,
        "max_km": 15.0,
        "terms": [
            {"term_id": 1, "relation": "wish", "level": None},
            {"term_id": 2, "relation": "no", "level": None},
        ],
        "time_grid": 3,
        "adviser_note": "",
    }
    assert not form.is_dirty()


def test_terms_no_field_shows_are_kept(form):
    rest = TermValue(9, TermKind.MOTIVE, "Wissen weitergeben", TermRelation.WISH.value)
    skill = TermValue(3, TermKind.LANGUAGE, "Russisch", "has", Level.GOOD)
    form.load(KEPT, [rest, skill])
    assert form.values()["terms"] == [
        {"term_id": 9, "relation": "wish", "level": None},
        {"term_id": 3, "relation": "has", "level": Level.GOOD},
    ]


def test_typing_makes_it_dirty_and_typing_back_clean(form, type_text):
    form.load(KEPT)
    line = form.findChild(QWidget, "person.last_name")
    type_text(line, "ß")
    assert form.is_dirty()
    line.backspace()
    assert not form.is_dirty()


def test_a_wrong_date_is_dirty_not_lost(form):
    form.load(KEPT)
    form.findChild(QWidget, "person.birth_date").setText("31.2.")
    assert form.is_dirty()
    assert form.submit() is None
    assert "TT.MM.JJJJ" in form.errors()["birth_date"]


def test_the_first_wrong_field_gets_the_focus(form):
    form.load({})
    assert form.submit() is None
    assert form.errors() == {"last_name": "Bitte füllen Sie dieses Feld aus."}
    assert form.findChild(QWidget, "person.last_name").hasFocus()
    assert (
        form.findChild(QWidget, "person.last_name").accessibleDescription()
        == "Bitte füllen Sie dieses Feld aus."
    )


def test_typing_takes_the_error_away(form, type_text):
    form.load({})
    form.submit()
    type_text(form.findChild(QWidget, "person.last_name"), "Ä")
    assert form.errors() == {}


def test_errors_of_the_service_find_their_fields(form, notices):
    form.load(KEPT)
    form.refuse(
        InvalidDraft((FieldError("adviser_note", "Zu lang."), FieldError("", "Insgesamt falsch."))),
        notices,
    )
    assert form.errors() == {"adviser_note": "Zu lang."}
    assert form.findChild(QWidget, "person.adviser_note").isVisible()
    assert form.findChild(QWidget, "person.error").text() == "Insgesamt falsch."
    form.refuse(DomainError("Das geht nicht."), notices)
    assert [error.sentence for error in notices.errors] == ["Das geht nicht."]


def test_more_lies_folded_until_it_holds_something(form):
    note = form.findChild(QWidget, "person.adviser_note")
    form.load(KEPT)
    assert not note.isVisible()
    form.findChild(QPushButton, "person.more").click()
    assert note.isVisible()
    form.load(KEPT | {"adviser_note": "ruft gern an"})
    assert note.isVisible()
    form.load(KEPT)
    assert not note.isVisible()


def test_limits_come_from_the_draft(form):
    assert form.findChild(QWidget, "person.last_name").maxLength() == 80
    assert form.editor("last_name").limit.required


def test_a_wrong_key_is_found_when_the_form_is_built(desk):
    with pytest.raises(KeyError):
        RecordForm("person", (FieldSpec("lastname", "Nachname"),), Vocabulary(), name="person")


def test_every_field_says_its_name(form):
    form.findChild(QPushButton, "person.more").click()
    for widget in form.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            spoken = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert spoken, widget.objectName() or type(widget)


def test_a_narrow_form_has_one_column(form, qtbot):
    boxes = list(form._boxes.values())
    form.resize(260, 900)
    qtbot.waitUntil(lambda: boxes[0].x() == boxes[1].x())
    form.resize(900, 900)
    qtbot.waitUntil(lambda: boxes[0].x() < boxes[1].x())


def test_after_a_save_it_is_clean(form, type_text):
    form.load(KEPT)
    type_text(form.findChild(QWidget, "person.last_name"), "x")
    form.settle()
    assert not form.is_dirty()


def test_a_group_without_fields_shows_neither_heading_nor_button(form):
    more = form.findChild(QPushButton, "person.more")
    form.show_field("adviser_note", shown=False)
    assert more.isHidden()
    form.show_field("adviser_note", shown=True)
    assert not more.isHidden()
    more.click()
    assert form.findChild(QWidget, "person.adviser_note").isVisible()
