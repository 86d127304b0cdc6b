"""From the search over everything to the printed gap report, and to whom the talks reach."""

from __future__ import annotations

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ehrenamt_desktop.model.enums import PaperKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.frame.elsewhere import elsewhere


def command(window, name):
    next(one for one in elsewhere(window) if one.name == name).run()


def test_the_gap_report(window, office, bar, files, qtbot, tmp_path):
    files.next_path = tmp_path / "Lückenbericht.pdf"
    command(window, "matching.gaps")
    page = window.current().overview.page("gaps")
    qtbot.waitUntil(page.isVisible)
    page.focus_search()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.found is not None)
    assert page.summary.text() == page.found.summary
    for key, rows in (("offers", page.found.offer_gaps), ("wishes", page.found.wishes)):
        table = page.parts[key].table
        qtbot.waitUntil(lambda table=table, rows=rows: table.count() == len(rows))
    page.pdf.click()
    qtbot.waitUntil(lambda: "fertig" in bar.text())
    assert bar.actions_shown() == ["Ansehen", "Drucken", "Ordner"]
    document = pypdfium2.PdfDocument(files.next_path)
    said = " ".join(one.get_textpage().get_text_bounded() for one in document)
    document.close()
    assert "Was die Zahlen bedeuten" in said
    people = office.lists.people.rows(office.lists.people.ids(ListQuery()))
    assert not [one for one in people if f"{one.first_name} {one.last_name}" in said]
    (posting,) = office.lists.postings.rows(office.lists.postings.ids(ListQuery()))
    assert posting.kind is PaperKind.GAP_REPORT


def test_whom_the_talks_reach(window, qtbot):
    command(window, "matching.fairness")
    page = window.current().overview.page("fairness")
    qtbot.waitUntil(lambda: page.found is not None)
    page.findChild(QPushButton, "matching.fairness.period.20260101").click()
    qtbot.waitUntil(lambda: page.found.start.month == 1)
    qtbot.waitUntil(lambda: page.table.count() == len(page.found.tables["age"]))
    assert page.table.count() > 2
    shown = {one.talks for one in page.found.tables["age"]}
    assert not {1, 2} & shown
    assert "Nichts davon" in page.findChild(QWidget, "matching.fairness.never").text()
