"""Bibliothek in a real window: add, look, replace, check, put away, open elsewhere."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMenu
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from tests.make_office import make_office

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import DocumentState, Kind
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.ui.documents import adding_dialog, paper_preview
from ehrenamt_desktop.ui.documents.adding_dialog import AddingDialog
from ehrenamt_desktop.ui.documents.sources_dialog import SourcesDialog
from ehrenamt_desktop.ui.documents.tab import DocumentsTab
from ehrenamt_desktop.ui.record.form_dialog import FormDialog


def pdf(path: Path, words: str, pages: int = 1) -> Path:
    canvas = Canvas(str(path), pagesize=A4)
    for page in range(1, pages + 1):
        canvas.drawString(60, 780, f"{words}, Seite {page}")
        canvas.showPage()
    canvas.save()
    return path


@pytest.fixture
def office(tmp_path, tmp_path_factory, bus):
    path = make_office(tmp_path, tmp_path_factory.getbasetemp()).path
    opened = open_office(path, on_changed=bus.publish)
    yield opened
    opened.close()


@pytest.fixture
def tab(collaborators) -> Iterator[DocumentsTab]:
    made = DocumentsTab(*collaborators)
    made.resize(1366, 700)
    made.show()
    made.turn("library")
    yield made
    made.close()


@pytest.fixture
def page(tab, qtbot):
    qtbot.waitUntil(lambda: tab.library._opened is not None)
    return tab.library


def latest(page):
    """The dialog opened last; older ones wait to be deleted."""
    return page.findChildren(AddingDialog)[-1]


def added(page, *paths):
    """Add files by the dialog as it proposes."""
    page.add(paths)
    dialog = latest(page)
    dialog.confirm()
    assert not dialog.isVisible()
    return dialog


def shown(page):
    return page._opened.row


def open_titled(page, title):
    page.open(next(row.id for row in page._desk.office.library.rows() if row.title == title))


def test_the_catalogue_stands_there_and_says_what_is_missing(page):
    assert page.list.table.model().rowCount() == 36
    open_titled(page, "Antrag Juleica")
    assert shown(page).state is DocumentState.MISSING
    assert page.preview.said.text() == paper_preview.NO_FILE
    assert page.preview.add_button.isVisible()
    assert not page.open_button.isVisible()


def test_an_own_form_is_seen_printed_and_saved_without_a_file(page, files, tmp_path):
    open_titled(page, "Freiwilligenbogen")
    assert shown(page).state is DocumentState.OWN
    assert not page.preview.page.pixmap().isNull()
    assert page.preview.where.text() == "Seite 1 von 2"
    page.preview.forth.click()
    assert page.preview.where.text() == "Seite 2 von 2"
    page.print_button.click()
    assert [path.name for path in files.printed] == ["Freiwilligenbogen.pdf"]
    files.next_path = tmp_path / "bogen.pdf"
    page.save_button.click()
    assert files.next_path.read_bytes().startswith(b"%PDF")


def test_a_leaflet_is_added_seen_and_found_by_its_contents(page, tmp_path, qtbot):
    added(page, pdf(tmp_path / "Merkblatt Zecken.pdf", "Borreliose und Impfung", pages=3))
    assert shown(page).title == "Merkblatt Zecken"
    assert page.preview.where.text() == "Seite 1 von 3"
    assert not page.preview.page.pixmap().isNull()
    page.preview.forth.click()
    page.preview.forth.click()
    assert page.preview.where.text() == "Seite 3 von 3"
    assert not page.preview.forth.isEnabled()
    page.list.search_box.set_text("borreliose")
    qtbot.waitUntil(lambda: page.list.table.model().rowCount() == 1)
    assert shown(page).title == "Merkblatt Zecken"
    page._desk.office.history.undo()
    assert all(one.title != "Merkblatt Zecken" for one in page._desk.office.library.rows())


def test_a_new_edition_replaces_the_old_one(page, tmp_path, files, qtbot):
    added(page, pdf(tmp_path / "Merkblatt Zecken.pdf", "Borreliose"))
    number = shown(page).id
    files.next_path = pdf(tmp_path / "neu.pdf", "Borreliose und FSME")
    page.card.edition_wanted.emit()
    dialog = latest(page)
    assert dialog.fate.current() == adding_dialog.EDITION
    dialog.form.editor("label").set_value("Stand 03/2027")
    dialog.confirm()
    qtbot.waitUntil(lambda: shown(page).editions == 2)
    assert (shown(page).id, shown(page).edition) == (number, "Stand 03/2027")
    assert [one.current for one in page._opened.editions] == [True, False]


def test_what_is_known_or_refused_is_said_and_not_added(page, tmp_path):
    first = pdf(tmp_path / "Merkblatt Zecken.pdf", "Borreliose")
    added(page, first)
    program = tmp_path / "Antrag.pdf"
    program.write_bytes(b"MZ\x90\x00" + b"\x00" * 60)
    page.add([first, program, tmp_path / "weg.pdf"])
    dialog = latest(page)
    words = [one.words() for one in dialog._files.values()]
    assert words[0] == "ist schon da: „Merkblatt Zecken“"
    assert "ein Programm" in words[1]
    assert "gibt es nicht" in words[2]
    assert not dialog.accept_button.isEnabled()
    dialog.confirm()
    assert dialog.isVisible()
    dialog.reject()


def test_a_file_can_be_left_out_and_needs_a_title(page, tmp_path):
    one = pdf(tmp_path / "Eins.pdf", "Alpha Wörter")
    two = pdf(tmp_path / "Zwei.pdf", "Omega Zeichen")
    page.add([one, two])
    dialog = latest(page)
    dialog.form.editor("title").set_value("")
    dialog.confirm()
    assert dialog.problem.isVisible()
    dialog.form.editor("title").set_value("Mein Titel")
    dialog.table.select_id(2)
    dialog.fate.findChild(object, "adding.fate.leave").click()
    assert dialog.accept_button.text() == "1 Datei hinzufügen"
    dialog.confirm()
    titles = {row.title for row in page._desk.office.library.rows()}
    assert "Mein Titel" in titles
    assert "Zwei" not in titles


def test_files_are_dropped_onto_the_page(page, tmp_path):
    path = pdf(tmp_path / "Merkblatt Zecken.pdf", "Borreliose")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    page.dropEvent(event)
    assert latest(page)._files[1].fate == adding_dialog.NEW


def test_a_picture_and_a_text_are_shown(page, tmp_path, qtbot):
    picture = tmp_path / "Lageplan.png"
    Image.new("RGB", (400, 300), (200, 30, 30)).save(picture)
    added(page, picture)
    assert not page.preview.page.pixmap().isNull()
    assert not page.preview.forth.isVisible()
    note = tmp_path / "Hinweise.txt"
    note.write_text("Bitte Gummistiefel mitbringen.", encoding="utf-8")
    added(page, note)
    qtbot.waitUntil(lambda: shown(page).title == "Hinweise")
    assert page.preview.text.toPlainText() == "Bitte Gummistiefel mitbringen."


def test_other_programs_get_a_copy_that_cannot_be_changed(tab, page, tmp_path, files, office):
    added(page, pdf(tmp_path / "Merkblatt Zecken.pdf", "Borreliose"))
    page.open_button.click()
    (copy,) = files.launched
    assert copy.name == "Merkblatt Zecken.pdf"
    assert copy.read_bytes() == (tmp_path / "Merkblatt Zecken.pdf").read_bytes()
    if os.name == "posix":
        assert copy.stat().st_mode & 0o777 == 0o400
        assert copy.parent.stat().st_mode & 0o077 == 0
    tab.print_()
    assert files.printed == [copy]
    files.next_path = tmp_path / "gespeichert.pdf"
    page.save_button.click()
    assert files.next_path.read_bytes() == copy.read_bytes()
    office.copies.close()
    assert not copy.exists()


def test_checked_put_away_and_taken_back(page, tmp_path, office):
    added(page, pdf(tmp_path / "Merkblatt Zecken.pdf", "Borreliose"))
    number = shown(page).id
    page.card.checked_wanted.emit()
    assert shown(page).checked_on is not None
    page.card.away_wanted.emit()
    assert {row.state for row in office.library.rows() if row.id == number} == {
        DocumentState.ARCHIVED
    }
    assert page._source.ids(page.list.table.query).count(number) == 0
    office.history.undo()
    assert page._source.ids(page.list.table.query).count(number) == 1


def test_paper_and_edition_are_changed(page, tmp_path, qtbot):
    added(page, pdf(tmp_path / "Merkblatt Zecken.pdf", "Borreliose"))
    page.card.change_wanted.emit()
    mask = page.findChild(FormDialog, "paper")
    mask.form.editor("source_url").set_value("beispiel.de")
    mask.confirm()
    assert mask.isVisible()
    assert set(mask.form.errors()) == {"source_url"}
    mask.form.editor("source_url").set_value("https://www.beispiel.de")
    mask.confirm()
    qtbot.waitUntil(lambda: shown(page).source_url == "https://www.beispiel.de")
    page.editions.select_id(page._opened.editions[0].id)
    page.change_button.click()
    mask = page.findChild(FormDialog, "edition")
    mask.form.editor("label").set_value("Stand 2026")
    mask.confirm()
    qtbot.waitUntil(lambda: shown(page).edition == "Stand 2026")
    page.editions.select_id(page._opened.editions[0].id)
    page.remove_button.click()
    qtbot.waitUntil(lambda: shown(page).editions == 0)


def test_a_missing_file_is_said(page, tmp_path, office):
    added(page, pdf(tmp_path / "Merkblatt Zecken.pdf", "Borreliose"))
    edition = page._opened.current()
    office.library._papers.tidy = lambda _: 0
    path = office.library._papers.path
    page.preview.show_edition(None)
    path.unlink()
    page._choose(shown(page).id)
    assert page.preview.said.text() == paper_preview.GONE
    assert not page.open_button.isVisible()
    with pytest.raises(DomainError):
        office.copies.opened(edition)


def test_strip_and_search_lead_here(tab):
    tab.open_record(Kind.DOCUMENT, 3)
    assert tab.strip.current() == "library"
    assert tab.library.list.table.selected_id() == 3
    assert "Bibliothek" in {one.title for one in tab.commands()}


def test_all_sources_are_looked_at_and_ticked_off(page, tmp_path, office, files, qtbot):
    for name in ("Merkblatt Zecken", "Merkblatt Hitze"):
        added(page, pdf(tmp_path / f"{name}.pdf", name))
    numbers = {row.title: row for row in office.library.rows() if row.edition_id}
    for title, day in (("Merkblatt Zecken", "2026-03-01"), ("Merkblatt Hitze", "2025-03-01")):
        row = numbers[title]
        office.library.change(
            {"source_url": f"https://beispiel.de/{row.id}", "checked_on": day}, row.edition_id
        )
    page.findChild(QMenu, "library.more.menu").actions()[0].trigger()
    dialog = page.findChildren(SourcesDialog)[-1]
    model = dialog.table.model()
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert [model.index(at, 0).data() for at in range(2)] == ["Merkblatt Hitze", "Merkblatt Zecken"]
    assert not dialog.accept_button.isEnabled()
    dialog.table.select_id(numbers["Merkblatt Hitze"].id)
    dialog.open_button.click()
    assert files.pages == [f"https://beispiel.de/{numbers['Merkblatt Hitze'].id}"]
    dialog.table.selectAll()
    assert not dialog.open_button.isEnabled()
    dialog.confirm()
    today = clock.today()
    checked = {row.title: row.checked_on for row in office.library.rows() if row.edition_id}
    assert set(checked.values()) == {today}
    assert dialog.isVisible()
    office.history.undo()
    qtbot.waitUntil(lambda: model.index(0, 0).data() == "Merkblatt Hitze")
