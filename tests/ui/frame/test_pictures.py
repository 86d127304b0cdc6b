"""Every tab and dialog in every look: a picture of the agreed size, and no stray window."""

from __future__ import annotations

import re
import shutil

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QDialog, QLabel, QMainWindow, QWidget
from tests.walk_desk import dialog_classes

from ehrenamt_desktop import clock
from ehrenamt_desktop.app import take_screenshots
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.ui.frame.pictures import LOOKS, SIZE
from ehrenamt_desktop.ui.frame.tab_specs import TABS
from ehrenamt_desktop.ui.help.help_window import HelpWindow
from ehrenamt_desktop.ui.kit import theme

WORDS = re.compile(r"\W+")
TITLED = (QEvent.Type.Show, QEvent.Type.WindowTitleChange)


class Watch(QObject):
    """Remembers windows that are shown and are neither main window nor dialog."""

    def __init__(self):
        super().__init__()
        self.stray = []
        self.shown = set()
        self.titles = set()

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show:
            self.shown.add(type(watched))
        if event.type() in TITLED and isinstance(watched, QWidget) and watched.isWindow():
            self.titles.add(watched.windowTitle())
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, QMainWindow | QDialog | HelpWindow)
        ):
            words = watched.text() if isinstance(watched, QLabel) else ""
            self.stray.append((type(watched).__name__, watched.objectName(), words))
        return False


@pytest.fixture
def pictures(demo_store, tmp_path, desk):
    path = tmp_path / "office.ehrenamt"
    shutil.copyfile(demo_store, path)
    watch = Watch()
    font = QFont(desk.font())
    desk.installEventFilter(watch)
    with clock.frozen(clock.dt.date(2026, 11, 23)):
        made = take_screenshots(path, tmp_path / "bilder")
    desk.removeEventFilter(watch)
    desk.setFont(font)
    theme.apply(desk, theme.Look.LIGHT)
    return made, watch


def names_in(path):
    """First and last names of everybody in a store."""
    office = open_office(path)
    with office.store.read() as connection:
        rows = [
            row
            for table in ("person", "contact_person")
            for row in connection.execute(f"SELECT first_name, last_name FROM {table}").fetchall()
        ]
    office.close()
    found = {part for row in rows for words in row for part in WORDS.split(words) if len(part) > 2}
    assert len(found) > 100
    return found


def test_every_tab_in_every_look(pictures, demo_store):
    made, watch = pictures
    assert watch.stray == []
    assert dialog_classes() <= watch.shown, "a dialog has no picture: dialog_pictures.py"
    assert HelpWindow in watch.shown
    names = {path.name for path in made}
    for ending, _, _ in LOOKS:
        for spec in TABS:
            assert f"{spec.name}{ending}.png" in names
    for path in made:
        image = QImage(str(path))
        assert not image.isNull(), path.name
        if path.stem in {spec.name for spec in TABS}:
            assert (image.width(), image.height()) == SIZE, path.name
        assert (image.width(), image.height()) <= SIZE, path.name
    said = {word for title in watch.titles for word in WORDS.split(title)}
    assert len(watch.titles) > 20
    assert not said & names_in(demo_store), "a name stands in a title: task bars show it"
