"""The handbook in its window: pages, headings, search, way, keys, looks, paper."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument, QTextTable
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from ehrenamt_desktop.services.handbook import Handbook
from ehrenamt_desktop.ui.help import page_dress
from ehrenamt_desktop.ui.help.contents_list import PLACE
from ehrenamt_desktop.ui.help.help_window import HelpWindow
from ehrenamt_desktop.ui.help.paper import print_page
from ehrenamt_desktop.ui.kit import kept_layouts, theme

INDEX = "# Handbuch\n1. [Eins](eins.md)\n2. [Zwei](zwei.md)\n"
EINS = """# Eins
Siehe [Zwei](zwei.md), [Größe](zwei.md#größe), [Netz](https://example.org), [oben](../x.md).

![Die Liste der Personen](bilder/liste.png)

| Wort | heißt |
|---|---|
| offen | frei |
"""
ZWEI = "# Zwei\n" + "Ein Satz.\n\n" * 60 + "## Größe\n" + "Der Aushang hängt.\n\n" * 60


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "bilder").mkdir()
    image = QImage(2000, 500, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    image.save(str(tmp_path / "bilder" / "liste.png"))
    for name, text in (("index", INDEX), ("eins", EINS), ("zwei", ZWEI)):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def window(desk, folder, qtbot):
    made = HelpWindow(Handbook(folder))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.activateWindow()
    made.go(("eins", ""))
    return made


def top_words(window):
    return window.page.cursorForPosition(QPoint(20, 3 * theme.GRID)).block().text()


def links(window):
    block, found = window.page.document().begin(), {}
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            look = place.fragment().charFormat()
            if look.isAnchor():
                found[place.fragment().text()] = look.anchorHref()
            place += 1
        block = block.next()
    return found


def test_only_pages_of_the_handbook_stay_links(window):
    assert links(window) == {"Zwei": "zwei.md", "Größe": "zwei.md#größe"}
    assert "Netz" in window.page.toPlainText()


def test_links_lead_to_pages_and_headings(window):
    window.page.anchorClicked.emit(QUrl("zwei.md#größe"))
    assert window.windowTitle() == "Zwei – Handbuch"
    assert top_words(window) == "Größe"
    assert window.contents.currentItem().data(PLACE) == ("zwei", "größe")
    window.page.anchorClicked.emit(QUrl("#zwei"))
    assert top_words(window) == "Zwei"


def test_the_way_goes_back_and_forward(window):
    assert not window.back_button.isEnabled()
    window.go(("zwei", "größe"))
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.windowTitle() == "Eins – Handbuch"
    assert window.forward_button.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert top_words(window) == "Größe"
    window.back()
    window.go(("index", ""))
    assert not window.forward_button.isEnabled()


def test_contents_unfold_the_shown_page(window, qtbot):
    def shown():
        return [window.contents.item(row).data(PLACE) for row in range(window.contents.count())]

    assert shown() == [("index", ""), ("eins", ""), ("zwei", "")]
    window.contents.setFocus()
    window.contents.setCurrentRow(2)
    QTest.keyClick(window.contents, Qt.Key.Key_Return)
    assert shown() == [("index", ""), ("eins", ""), ("zwei", ""), ("zwei", "größe")]
    window.contents.itemClicked.emit(window.contents.item(3))
    assert top_words(window) == "Größe"


def test_search_shows_hits_and_opens_them(window, type_text):
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.search_box.hasFocus()
    type_text(window.search_box, "haengt")
    QTest.keyClick(window.search_box, Qt.Key.Key_Down)
    assert window.found.text() == "1 Stelle"
    assert window.hits.hasFocus()
    assert window.hits.item(0).text() == "Zwei: Größe. Der Aushang hängt."
    QTest.keyClick(window.hits, Qt.Key.Key_Return)
    assert top_words(window) == "Größe"
    window.search_box.set_text("xyzzy")
    assert window.found.text().startswith("Nichts gefunden.")
    window.search_box.set_text("")
    assert not window.found.isVisible()
    assert window.contents.isVisible()


def test_hits_have_room_for_their_words(window):
    window.search_box.set_text("satz")
    window.grab()
    row = window.hits.visualItemRect(window.hits.item(0))
    assert row.height() > 2 * theme.line_height()


def test_pictures_fit_the_width_and_keep_their_words(window, qtbot):
    def width():
        picture = window.page.document().resource(
            QTextDocument.ResourceType.ImageResource.value, QUrl("bilder/liste.png")
        )
        return picture.width()

    assert 300 < width() <= window.page.viewport().width()
    before = width()
    window.resize(700, 600)
    qtbot.waitUntil(lambda: width() < before)
    assert width() <= window.page.viewport().width()
    assert "Die Liste der Personen" in window.page.toPlainText()


def test_tables_have_borders_and_headings_sizes(window):
    document = window.page.document()
    tables = [one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable)]
    assert len(tables) == 1
    assert tables[0].format().toTableFormat().border() == 1
    title = document.begin().begin().fragment().charFormat().font().pixelSize()
    assert title == round(theme.em() * page_dress.SIZES[1])


@pytest.mark.parametrize("look", [theme.Look.DARK, theme.Look.CONTRAST])
def test_the_page_follows_the_look(window, desk, qtbot, look):
    def link_colour():
        block = page_dress.heading_of(window.page.document(), "eins").next()
        place = block.begin()
        while not place.fragment().charFormat().isAnchor():
            place += 1
        return place.fragment().charFormat().foreground().color().name()

    theme.apply(desk, look)
    qtbot.waitUntil(lambda: link_colour() == theme.tokens().green)
    assert link_colour() != theme.LIGHT.green


def test_escape_clears_the_search_and_then_closes(window):
    window.search_box.setFocus()
    window.search_box.set_text("satz")
    QTest.keyClick(window.search_box, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert window.search_box.text() == ""
    QTest.keyClick(window.search_box, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_window_keeps_its_size_and_never_the_program(window, folder, qtbot):
    kept = {}

    class Keeper:
        get = staticmethod(lambda key, default="": kept.get(key, default))
        set = staticmethod(kept.__setitem__)

    kept_layouts.keep_in(Keeper())
    window.resize(640, 480)
    window.close()
    again = HelpWindow(Handbook(folder))
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (640, 480)
    assert not again.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_a_page_goes_on_paper_in_light_colours(desk, folder, tmp_path):
    theme.apply(desk, theme.Look.DARK)
    path = tmp_path / "seite.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    book = Handbook(folder)
    print_page(book.page("zwei"), folder, printer)
    assert path.read_bytes().startswith(b"%PDF")
    theme.apply(desk, theme.Look.LIGHT)


def test_an_unknown_page_changes_nothing(window):
    window.go(("nirgends", ""))
    assert window.windowTitle() == "Eins – Handbuch"
