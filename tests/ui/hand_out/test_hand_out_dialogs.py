"""Papers given out in the window: ticked with their reasons, called back, rules as sentences."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from reportlab.pdfgen.canvas import Canvas
from tests.make_office import adult, make_office

from ehrenamt_desktop.model.documents import Choice
from ehrenamt_desktop.model.enums import HandOutWay, Kind, RuleField
from ehrenamt_desktop.model.hand_out import PackWish, Whom
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.ui.hand_out.hand_out_dialog import HandOutDialog
from ehrenamt_desktop.ui.hand_out.recall_dialog import RecallDialog
from ehrenamt_desktop.ui.hand_out.rule_dialog import FIELDS, NO_PAPER, RuleDialog
from ehrenamt_desktop.ui.hand_out.rules_dialog import RulesDialog
from ehrenamt_desktop.ui.kit import privacy
from ehrenamt_desktop.ui.kit.desk import Desk


@pytest.fixture
def office(tmp_path, tmp_path_factory, bus):
    path = make_office(tmp_path, tmp_path_factory.getbasetemp()).path
    opened = open_office(path, on_changed=bus.publish)
    yield opened
    opened.close()


@pytest.fixture
def at(collaborators):
    """The desk with its office."""
    return Desk(*collaborators)


@pytest.fixture
def person(office):
    return adult(
        office, occupation="job_seeker", street="Am Rain 1", postcode="36205", city="Sontra",
        legal_basis="consent", email="m@example.org",
    )  # fmt: skip


@pytest.fixture
def dialog(at, person):
    window = QWidget()
    made = HandOutDialog(at, Whom(Kind.PERSON, person), window)
    made.load()
    yield made
    window.deleteLater()


def titled(office, title):
    return next(row.id for row in office.library.rows() if row.title == title)


def pdf(path, words):
    canvas = Canvas(str(path))
    canvas.drawString(60, 780, words)
    canvas.save()
    return path


def replaced(office, person, tmp_path):
    """A paper in two editions, the first of which the person has."""
    paper = office.library.save({"title": "Antrag Zuschuss", "weight": "must"})
    for label in ("2026", "2027"):
        (found,) = office.library.look([pdf(tmp_path / f"{label}.pdf", f"Ausgabe {label}")])
        office.library.add([Choice(found, paper, {"label": label})])
        if label == "2026":
            wish = PackWish(Whom(Kind.PERSON, person), (paper,), HandOutWay.BY_HAND)
            office.hand_outs.pack(wish, tmp_path / "p.pdf")
    return paper


def test_what_is_suggested_is_ticked_and_says_why(dialog, office):
    papers = dialog.papers
    leaflet = papers.boxes[titled(office, "Merkblatt Ehrenamt und Leistungsbezug")]
    assert leaflet.isChecked()
    assert leaflet.accessibleDescription() == (
        "Arbeitsuchend: Das Engagement ist der Agentur für Arbeit zu melden."
    )
    certificate = papers.boxes[titled(office, "Kompetenznachweis Ehrenamt Hessen")]
    assert not certificate.isEnabled()
    assert "noch kein Engagement begonnen" in certificate.accessibleDescription()
    assert titled(office, "Elternerklärung") not in papers.boxes
    amount = len(papers.chosen())
    assert dialog.accept_button.text() == f"{amount} Unterlagen aushändigen …"


def test_a_further_paper_is_found_by_typing_and_added(dialog, office, qtbot):
    number = titled(office, "Freiwilligenbogen")
    dialog.more.setText("freiwilligenb")
    dialog.more.offer("freiwilligenb")
    assert dialog.more.offered() == ["Freiwilligenbogen"]
    dialog.more.picked.emit(number, "Freiwilligenbogen")
    assert number in dialog.papers.chosen()
    assert dialog.papers.chosen()[-1] == number


@pytest.mark.parametrize("way", [one.value for one in HandOutWay])
def test_each_way_makes_its_file_and_shows_it(dialog, office, person, files, tmp_path, way):
    dialog._turn(way)
    target = {"mail": tmp_path / "x.eml", "folder": tmp_path}.get(way, tmp_path / "x.pdf")
    files.next_path = target
    dialog.accept_button.click()
    assert not dialog.isVisible()
    assert office.hand_outs.course(Whom(Kind.PERSON, person))
    done = {"mail": files.launched, "folder": files.revealed}.get(way, files.shown)
    assert len(done) == 1


def test_nothing_happens_when_no_file_is_chosen_or_names_are_blanked(dialog, office, files, person):
    dialog.accept_button.click()
    assert dialog.isVisible()
    privacy.mask(on=True)
    try:
        dialog.accept_button.click()
        assert dialog.problem.isVisible()
    finally:
        privacy.mask(on=False)
    for box in dialog.papers.boxes.values():
        box.setChecked(False)
    assert not dialog.accept_button.isEnabled()
    assert office.hand_outs.course(Whom(Kind.PERSON, person)) == ()


def test_a_refusal_is_said_and_the_dialog_stays(at, office, files, tmp_path):
    nowhere = adult(office, last_name="Ohneort")
    dialog = HandOutDialog(at, Whom(Kind.PERSON, nowhere))
    dialog.load()
    dialog._turn("post")
    files.next_path = tmp_path / "x.pdf"
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert "Anschrift ist nicht vollständig" in dialog.problem.text()
    assert not files.next_path.exists()
    dialog.close()


def test_old_editions_are_exchanged_with_one_click(at, office, person, files, tmp_path):
    replaced(office, person, tmp_path)
    dialog = RecallDialog(at)
    dialog.open()
    model = dialog.table.model()
    assert model.rowCount() == 1
    assert dialog.accept_button.text() == "Briefe an alle …"
    files.next_path = tmp_path / "austausch.pdf"
    dialog.accept_button.click()
    assert files.shown == [files.next_path]
    dialog._read()
    assert model.rowCount() == 0
    assert not dialog.accept_button.isEnabled()
    dialog.close()


def test_the_library_leads_to_the_holders_of_one_paper(at, office, person, tmp_path):
    paper = replaced(office, person, tmp_path)
    assert RecallDialog(at, paper).table.model().rowCount() == 1
    other = titled(office, "Einwilligung")
    assert RecallDialog(at, other).table.model().rowCount() == 0


def test_a_rule_is_switched_off_and_on(at, office, qtbot):
    dialog = RulesDialog(at)
    dialog.open()
    row = next(one for one in office.document_rules.rows() if one.title == "Elternerklärung")
    dialog.table.select_id(row.id)
    assert dialog.switch_button.text() == "Ausschalten"
    dialog.switch_button.click()
    qtbot.waitUntil(lambda: not dialog._rows[row.id].active)
    dialog.table.select_id(row.id)
    assert dialog.switch_button.text() == "Einschalten"
    dialog.close()


def test_a_rule_is_written_as_a_sentence(at, office):
    dialog = RuleDialog(at, None)
    dialog.open()
    dialog.field.setCurrentIndex(FIELDS.index(RuleField.ACTIVITY))
    assert dialog.choice.isVisible()
    assert not dialog.age.isVisible()
    words = [dialog.choice.itemText(at) for at in range(dialog.choice.count())]
    dialog.choice.setCurrentIndex(words.index("Garten und Natur") if "Garten und Natur" in words
                                  else 0)  # fmt: skip
    chosen = dialog.choice.currentText()
    dialog.reason.setText("Zecken gibt es überall.")
    dialog.accept_button.click()
    assert dialog.problem.text() == NO_PAPER
    number = titled(office, "Merkblatt Versicherung im Ehrenamt")
    dialog.paper.picked.emit(number, "Merkblatt Versicherung im Ehrenamt")
    dialog.accept_button.click()
    assert not dialog.isVisible()
    (made,) = [one for one in office.document_rules.rows() if one.reason.startswith("Zecken")]
    assert made.condition == f"wenn die Tätigkeit „{chosen}“ ist"
    again = RuleDialog(at, made)
    again.open()
    assert again.choice.currentText() == chosen
    again.reason.setText("")
    again.accept_button.click()
    assert again.problem.isVisible()
    again.close()
