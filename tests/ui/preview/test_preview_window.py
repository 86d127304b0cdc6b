"""Vorschau: pages on white, zoom, the way to paper, all by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdfWidgets import QPdfView
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.ui.help.places import place_of
from ehrenamt_desktop.ui.kit import privacy, theme
from ehrenamt_desktop.ui.preview import preview_window
from ehrenamt_desktop.ui.preview.preview_window import WHOLE, WIDE, PreviewWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def paper(tmp_path, count):
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path))
    for number in range(count):
        canvas.drawString(72, 700, f"Blatt {number + 1}")
        canvas.showPage()
    canvas.save()
    return path


@pytest.fixture
def window(desk, tmp_path, files, qtbot):
    made = PreviewWindow(paper(tmp_path, 3), files)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


@pytest.mark.parametrize("look", [theme.Look.LIGHT, theme.Look.DARK])
def test_pages_lie_on_white(window, desk, look, qtbot):
    theme.apply(desk, look)
    picture = window.view.viewport().grab().toImage()
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert middle.name() == "#ffffff"


def test_pages_by_keyboard(window, qtbot):
    assert window.where.text() == "Seite 1 von 3"
    assert not window.back.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_PageDown, CTRL)
    assert window.where.text() == "Seite 2 von 3"
    qtbot.keyClick(window, Qt.Key.Key_End, CTRL)
    assert window.page() == 2
    assert not window.forth.isEnabled()
    assert "Blatt 3" in window.view.accessibleDescription()
    qtbot.keyClick(window, Qt.Key.Key_PageDown, CTRL)
    assert window.page() == 2
    qtbot.keyClick(window, Qt.Key.Key_Home, CTRL)
    assert window.page() == 0


def test_one_page_needs_no_buttons(desk, tmp_path, files, qtbot):
    made = PreviewWindow(paper(tmp_path, 1), files)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    assert not made.forth.isVisible()
    assert made.where.text() == "Seite 1 von 1"


def test_zoom_by_keyboard_and_list(window, qtbot):
    assert window.zoom.currentText() == WHOLE
    qtbot.keyClick(window, Qt.Key.Key_Plus, CTRL)
    first = window.view.zoomFactor()
    assert window.view.zoomMode() is QPdfView.ZoomMode.Custom
    qtbot.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert window.view.zoomFactor() > first
    qtbot.keyClick(window, Qt.Key.Key_Minus, CTRL)
    assert window.view.zoomFactor() == first
    qtbot.keyClick(window, Qt.Key.Key_0, CTRL)
    assert window.view.zoomMode() is QPdfView.ZoomMode.FitInView
    window.zoom.setCurrentText(WIDE)
    assert window.view.zoomMode() is QPdfView.ZoomMode.FitToWidth
    for _ in range(20):
        window.zoom_in()
    assert window.view.zoomFactor() == 4


def test_to_paper_outside_and_folder(window, files, qtbot, monkeypatch):
    printed = []
    monkeypatch.setattr(preview_window, "print_pages", lambda pages, parent: printed.append(pages))
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    window.paper.click()
    assert printed == [window.pages, window.pages]
    window.outside.click()
    window.folder.click()
    assert files.launched == files.revealed == [window._path]


def test_what_goes_wrong_is_said_in_the_window(window, files, monkeypatch):
    def gone(path):
        raise BadFile("Die Datei ist nicht mehr vorhanden.")

    monkeypatch.setattr(files, "launch", gone)
    window.outside.click()
    assert window.problem.isVisible()
    assert "nicht mehr vorhanden" in window.problem.text()


def test_a_visitor_sees_no_names(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: not window.view.isVisible())
    assert "Blatt" not in window.view.accessibleDescription()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: window.view.isVisible())
    assert not privacy.masked()


def test_escape_closes_and_help_knows_the_place(window, qtbot):
    assert place_of(window) == ("drucken", "vorschau")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_broken_paper_is_refused(desk, tmp_path, files):
    (tmp_path / "a.pdf").write_text("kein PDF")
    with pytest.raises(BadFile):
        PreviewWindow(tmp_path / "a.pdf", files)
