"""A form comes in, a year later its new edition: by the window, with work in the background."""

from __future__ import annotations

import datetime as dt

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.make_office import make_office

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import DocumentState, Kind
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.ui.documents.adding_dialog import AddingDialog


@pytest.fixture
def office(tmp_path, tmp_path_factory, bus):
    opened = open_office(
        make_office(tmp_path, tmp_path_factory.getbasetemp()).path, on_changed=bus.publish
    )
    yield opened
    opened.close()


def pdf(path, words):
    canvas = Canvas(str(path))
    canvas.drawString(60, 780, words)
    canvas.save()
    return path


def confirm(page, qtbot):
    dialog = page.findChildren(AddingDialog)[-1]
    qtbot.waitUntil(lambda: dialog.accept_button.isEnabled())
    dialog.accept_button.click()


def test_a_form_is_added_and_replaced(window, office, files, tmp_path, qtbot):
    window.show_tab("documents")
    tab = window.current()
    tab.turn("library")
    page = tab.library
    qtbot.waitUntil(lambda: page._opened is not None)
    files.next_path = pdf(tmp_path / "Antrag Juleica.pdf", "Antrag auf die Juleica 2026")
    page.add_files()
    dialog = page.findChildren(AddingDialog)[-1]
    qtbot.waitUntil(lambda: bool(dialog._files))
    assert dialog.fate.current() == "edition"
    confirm(page, qtbot)
    qtbot.waitUntil(lambda: page._opened.row.title == "Antrag Juleica")
    qtbot.waitUntil(lambda: not page.preview.page.pixmap().isNull())
    number = page._opened.row.id

    with clock.frozen(clock.today() + dt.timedelta(days=400)):
        rows = {row.id: row.state for row in office.library.rows()}
        assert rows[number] is DocumentState.REVIEW
        files.next_path = pdf(tmp_path / "neu.pdf", "Antrag auf die Juleica 2027")
        page.card.edition_wanted.emit()
        confirm(page, qtbot)
        qtbot.waitUntil(lambda: page._opened.row.editions == 2)
        assert page._opened.row.state is DocumentState.CURRENT
        assert [one.current for one in page._opened.editions] == [True, False]
        assert office.library.said(page._opened.editions[1].id).strip().endswith("2026")
    window.desk.navigator.open(Kind.DOCUMENT, number)
    page.list.search_box.set_text("juleica 2027")
    qtbot.waitUntil(lambda: page.list.table.model().rowCount() == 1)
