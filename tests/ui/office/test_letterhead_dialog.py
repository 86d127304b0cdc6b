"""Briefkopf: a living sample, a colour that can be read, a logo from a foreign file."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.model.letterhead import PLAIN
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.office.letterhead_dialog import LOGO, NO_LOGO, LetterheadDialog


@pytest.fixture
def dialog(collaborators, qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    made = LetterheadDialog(Desk(*collaborators), host)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.load()
    yield made
    host.close()


def dots(dialog):
    """How many dots of the sample are of that colour, by colour."""
    picture = dialog.sheet.grab().toImage()
    found = {}
    for x in range(0, picture.width(), 2):
        for y in range(0, picture.height(), 2):
            name = picture.pixelColor(x, y).name()
            found[name] = found.get(name, 0) + 1
    return found


def test_the_sample_lies_on_white_and_wears_the_colour(dialog, office):
    assert dialog.isVisible()
    assert not dialog.is_dirty()
    assert dots(dialog)["#ffffff"] > 1000
    before = dots(dialog)
    dialog.take_colour(QColor("#a01010"))
    assert dialog.is_dirty()
    assert dots(dialog).get("#a01010", 0) > before.get("#a01010", 0)
    assert office.letterheads.current() == PLAIN
    dialog.accept_button.click()
    assert office.letterheads.current().accent == "#a01010"
    assert not dialog.isVisible()


def test_typing_draws_the_sample_after_a_moment(dialog, qtbot):
    before = dialog.sheet.grab().toImage()
    dialog.form.editor("controller").block.setPlainText("Zweckverband, Marktplatz 6, 36205 Sontra")
    qtbot.waitUntil(lambda: dialog.sheet.grab().toImage() != before)


def test_a_pale_colour_is_said_and_not_kept(dialog, office):
    dialog.take_colour(QColor("#ffee00"))
    assert "zu blass" in dialog.form.errors()["accent"]
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert dialog.accept_button.isEnabled()
    assert office.letterheads.current() == PLAIN
    dialog.take_colour(QColor("#000000"))
    assert dialog.form.errors() == {}


def test_a_logo_comes_and_goes(dialog, office, files, tmp_path):
    files.next_path = tmp_path / "logo.png"
    Image.new("RGB", (200, 100), "#0000c0").save(files.next_path)
    assert not dialog.bare_button.isEnabled()
    dialog.logo_button.click()
    assert dialog.logo_words.text() == LOGO
    assert dots(dialog)["#0000c0"] > 10
    dialog.accept_button.click()
    assert office.letterheads.current().logo
    dialog.bare_button.click()
    assert dialog.logo_words.text() == NO_LOGO


def test_a_file_that_is_no_picture_is_said(dialog, files, notices, tmp_path):
    files.next_path = tmp_path / "logo.png"
    files.next_path.write_text("kein Bild")
    dialog.logo_button.click()
    assert isinstance(notices.errors[0], BadFile)
    assert not dialog.is_dirty()


@pytest.mark.parametrize(("answer", "open_still"), [(True, False), (False, True)])
def test_leaving_asks_when_something_was_changed(dialog, notices, answer, open_still):
    dialog.take_colour(QColor("#000000"))
    notices.answers = answer
    dialog.cancel_button.click()
    assert dialog.isVisible() is open_still
    assert len(notices.questions) == 1
