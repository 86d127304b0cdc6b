"""F1 leads to the page and heading of what is shown: every tab, every part, every dialog."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.walk_desk import DIALOGS, clear_away, make_window, settle

from ehrenamt_desktop import paths
from ehrenamt_desktop.services.handbook import CONTENTS, Handbook
from ehrenamt_desktop.ui.frame.tab_specs import TABS
from ehrenamt_desktop.ui.help import calls
from ehrenamt_desktop.ui.help.places import PLACES, place_of
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog

BOOK = Handbook(paths.handbook())
LINK = re.compile(r"(?<!!)\]\(([\w-]*)(?:\.md)?(?:#([^)]+))?\)")
FOR_ALL = {"about"}
"""Dialogs that the first page is about."""


@pytest.fixture
def window(collaborators, tmp_path):
    made = make_window(Desk(*collaborators), tmp_path)
    yield made
    calls._open.clear()
    clear_away()


def anchors(name):
    page = BOOK.page(name)
    return {one.heading.anchor for one in page.sections} if page else set()


@pytest.mark.parametrize("key", PLACES)
def test_every_place_is_in_the_handbook(key):
    page, anchor = PLACES[key]
    assert BOOK.page(page) is not None
    assert not anchor or anchor in anchors(page)


@pytest.mark.parametrize("page", BOOK.pages, ids=lambda page: page.name)
def test_every_link_between_pages_arrives(page):
    for name, anchor in LINK.findall(page.text):
        assert not anchor or anchor in anchors(name or page.name), (name, anchor)
    if page.name != CONTENTS:
        assert page.text.rstrip().splitlines()[-1].startswith("Siehe auch: [")


def test_every_tab_has_its_page(window):
    found = {}
    for spec in TABS:
        window.show_tab(spec.name)
        settle()
        found[spec.name] = place_of(window)[0]
    assert len(set(found.values())) == len(TABS)
    assert CONTENTS not in found.values()


def test_parts_of_a_tab_have_their_heading(window):
    window.show_tab("initiatives")
    window.current().turn("offers")
    settle()
    assert place_of(window) == ("angebote", "")
    window.show_tab("matching")
    window.current()._show("placements")
    settle()
    assert place_of(window)[0] == "vermittlungen"
    window.show_tab("people")
    settle()
    window.current().new()
    settle()
    assert place_of(window) == ("personen", "aufnehmen")


def test_every_dialog_has_its_page(window, tmp_path):
    lost, seen = set(), 0
    for opener in DIALOGS.values():
        for name, shown in opener(window, tmp_path):
            if isinstance(shown, Dialog):
                seen += 1
                if place_of(shown) == (CONTENTS, "") and shown.objectName() not in FOR_ALL:
                    lost.add(name)
    assert seen > 15
    assert not lost


def test_f1_in_the_window_and_in_a_dialog(window, qtbot):
    window.equipment.complete()
    window.show_tab("documents")
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: bool(calls._open) and calls._open[0].isVisible())
    help_window = calls._open[0]
    assert help_window.windowTitle() == "Unterlagen – Handbuch"
    dialog = next(iter(DIALOGS["reminder"](window, None)))[1]
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    assert calls._open == [help_window]
    assert help_window.windowTitle() == "Start – Handbuch"
    help_window.close()
