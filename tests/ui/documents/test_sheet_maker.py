"""Blätter: asked for, made, in the list; what is missing is said in the dialog."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtGui import QAction
from tests.make_office import adult, offer

from ehrenamt_desktop.model.views import View
from ehrenamt_desktop.ui.documents.sheet_dialogs import SheetDialog
from ehrenamt_desktop.ui.documents.tab import DocumentsTab


@pytest.fixture
def tab(collaborators, qtbot):
    made = DocumentsTab(*collaborators)
    qtbot.addWidget(made)
    made.show()
    return made


def ask(tab, name):
    tab.findChild(QAction, f"documents.{name}").trigger()
    return next(one for one in tab.findChildren(SheetDialog) if one.objectName() == name)


def choose(dialog, words):
    dialog.names.setCurrentIndex(dialog.names.findText(words))


def test_an_offer_to_take_along(tab, office, files, notices, tmp_path):
    number = offer(office, title="Bürgerbus fahren")
    files.next_path = tmp_path / "a.pdf"
    dialog = ask(tab, "offer_sheet")
    dialog.confirm()
    assert dialog.form.errors()
    dialog.form.editor("offer").set_value(number)
    dialog.confirm()
    assert not dialog.isVisible()
    assert files.next_path.read_bytes().startswith(b"%PDF")
    assert notices.shown[-1][2] == ("Ansehen", "Drucken", "Ordner")


def test_a_draft_is_refused_in_the_dialog(tab, office, files, notices, tmp_path):
    number = offer(office, status="draft")
    files.next_path = tmp_path / "a.pdf"
    dialog = ask(tab, "offer_sheet")
    dialog.form.editor("offer").set_value(number)
    dialog.confirm()
    assert dialog.isVisible()
    assert not files.next_path.exists()


def test_rows_to_sign_empty_or_with_the_names_of_a_view(tab, office, files, tmp_path):
    adult(office, last_name="Gliem")
    office.views.save("people", "Chor", View(text="gliem"))
    files.next_path = tmp_path / "t.pdf"
    dialog = ask(tab, "attendance")
    assert dialog.source() is None
    dialog.form.editor("title").set_value("Dankeabend")
    dialog.form.editor("on").set_value(dt.date(2026, 12, 4))
    choose(dialog, "Personen: Chor")
    dialog.confirm()
    assert not dialog.isVisible()
    (number,) = [tab.list.table.selected_id()]
    assert office.lists.postings.rows([number])[0].title == "Teilnahmeliste: Dankeabend"
    assert office.lists.postings.rows([number])[0].rows == 1


def test_whom_to_phone(tab, office, files, tmp_path):
    offer(office)
    office.views.save("initiatives", "Büchereien", View())
    files.next_path = tmp_path / "c.pdf"
    dialog = ask(tab, "call_sheet")
    dialog.form.editor("reason").set_value("Einladung")
    choose(dialog, "Initiativen: Büchereien")
    dialog.confirm()
    assert not dialog.isVisible()
    assert files.next_path.exists()
