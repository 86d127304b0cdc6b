"""A girl of sixteen will help in a kindergarten: her papers, and later the new edition of one."""

from __future__ import annotations

import datetime as dt

import pypdfium2
import pytest
from PySide6.QtWidgets import QMenu
from reportlab.pdfgen.canvas import Canvas
from tests.make_office import make_office, offer, place_id, term_id

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.documents import Choice
from ehrenamt_desktop.model.enums import HandOutWay, Kind, TermKind, TermRole
from ehrenamt_desktop.model.hand_out import Whom
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.ui.hand_out.hand_out_dialog import HandOutDialog
from ehrenamt_desktop.ui.hand_out.recall_dialog import RecallDialog

FORM = "Führungszeugnis: Vordruck des Jugendamts"
COUNTY = "Kreis Hersfeld-Rotenburg"


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


def add(office, path, paper, label):
    (found,) = office.library.look([path])
    office.library.add([Choice(found, paper, {"label": label})])


def words(path):
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


@pytest.fixture
def placement(office):
    girl = office.people.save(
        {
            "salutation": "ms", "first_name": "Jana", "last_name": "Groß",
            "birth_date": "2010-03-02", "street": "Am Rain 1", "postcode": "36205",
            "city": "Sontra", "place_id": place_id(office, "Sontra"), "legal_basis": "consent",
            "guardian_name": "Petra Groß", "guardian_consent_on": "2026-11-01",
        }
    )  # fmt: skip
    body = office.initiatives.save(
        {"name": "Kita Regenbogen", "type": "municipality", "street": "Dorfstraße 3",
         "postcode": "36214", "city": "Nentershausen",
         "place_id": place_id(office, "Nentershausen")}
    )  # fmt: skip
    children = term_id(office, TermKind.TARGET_GROUP, "KINDER_JUGEND")
    reading = offer(
        office, initiative_id=body, title="Vorlesen im Kindergarten", needs_efz=True,
        terms=[{"term_id": children, "role": TermRole.ABOUT}],
    )  # fmt: skip
    (number,) = office.placements.propose(girl, [reading])
    return number


def test_papers_for_a_kindergarten_and_the_new_edition_a_year_later(
    window, office, placement, files, tmp_path, qtbot
):
    for county in (COUNTY, "Werra-Meißner-Kreis"):
        paper = office.library.save({"title": FORM, "county": county, "weight": "must"})
        add(office, pdf(tmp_path / f"{paper}.pdf", f"Vordruck {county}"), paper, "2026")
        office.document_rules.save(
            {"document_id": paper, "field": "needs_clearance", "reason": "Vordruck des Kreises."}
        )
    window.desk.navigator.open(Kind.PLACEMENT, placement)
    page = window.current().placements
    qtbot.waitUntil(lambda: page.pane.detail is not None and page.pane.detail.id == placement)
    page.pane.papers_wanted.emit(placement)
    qtbot.waitUntil(lambda: bool(page.findChildren(HandOutDialog)))
    dialog = page.findChildren(HandOutDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    ticked = [box.text() for box in dialog.papers.boxes.values() if box.isChecked()]
    assert "Elternerklärung (11/2026)" in ticked
    assert f"{FORM} (2026)" in ticked
    assert len([one for one in ticked if one.startswith(FORM)]) == 1  # the other county's is not
    dialog.ways._buttons[HandOutWay.POST.value].click()
    files.next_path = tmp_path / "mappe.pdf"
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: bool(files.shown))
    said = words(files.next_path)
    for part in ("Jana Groß", "Petra Groß", "Kita Regenbogen", "Vorlesen im Kindergarten",
                 f"Vordruck {COUNTY}"):  # fmt: skip
        assert part in said
    person = office.lists.placement(placement).row.person_id
    assert len(office.hand_outs.course(Whom(Kind.PERSON, person))) == len(ticked)

    with clock.frozen(clock.today() + dt.timedelta(days=300)):
        number = next(row.id for row in office.library.rows()
                      if row.title == FORM and row.county == COUNTY)  # fmt: skip
        add(office, pdf(tmp_path / "neu.pdf", "Vordruck mit neuem Feld"), number, "2027")
        window.show_tab("documents")
        tab = window.current()
        tab.turn("library")
        menu = tab.library.findChild(QMenu, "library.more.menu")
        next(one for one in menu.actions() if one.text().startswith("Alte Ausgaben")).trigger()
        recall = tab.library.findChildren(RecallDialog)[-1]
        qtbot.waitUntil(lambda: recall.table.model().rowCount() == 1)
        files.next_path = tmp_path / "austausch.pdf"
        recall.accept_button.click()
        qtbot.waitUntil(lambda: files.shown[-1] == files.next_path)
        assert "Vordruck mit neuem Feld" in words(files.next_path)
        qtbot.waitUntil(lambda: recall.table.model().rowCount() == 0)
        recall.reject()
    assert window.desk.tasks.drain()
