"""The hint while typing, the review list and the merge, at the desk."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from tests.make_office import place_id

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.doubles.merge_dialog import MergeDialog
from ehrenamt_desktop.ui.doubles.review_dialog import NONE, ReviewDialog
from ehrenamt_desktop.ui.initiatives.tab import InitiativesTab
from ehrenamt_desktop.ui.kit import privacy
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.people.tab import PeopleTab

HANS = {"last_name": "Müller", "first_name": "Hans", "birth_year": 1956, "phone": "05653 1234"}


@pytest.fixture
def office(empty_office):
    return empty_office


@pytest.fixture
def parts(office, tasks, bus, notices, files, navigator):
    return Desk(office, tasks, bus, notices, files, navigator)


@pytest.fixture
def tab(office, tasks, bus, notices, files, navigator, qtbot):
    made = PeopleTab(office, tasks, bus, notices, files, navigator)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def review(office, parts, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    office.people.save({**HANS, "adviser_note": "Erst.", "place_id": place_id(office, "Ulfen")})
    office.people.save({**HANS, "first_name": "Hannes", "mobile": "0170 1234567",
                        "adviser_note": "Dann & <b>mehr</b>."})  # fmt: skip
    made = ReviewDialog(parts, window)
    made.show()
    made.load()
    yield made
    window.close()


def merge_dialog(review):
    return review.findChildren(MergeDialog)[-1]


def test_a_quiet_line_says_who_is_there_and_opens_the_record(tab, office, navigator):
    number = office.people.save(HANS)
    tab.new()
    pane = tab.page.pane
    form = pane.form_part.form
    hint = pane.doubles
    form.editor("last_name").set_value("Mueller")
    form.editor("first_name").set_value("Hannes")
    hint.look()
    assert not hint.isVisibleTo(pane)
    form.editor("phone").line.setText("05653/1234")
    hint.look()
    assert hint.words.text().startswith("Schon da? Müller, Hans · 1956")
    assert "gleiche Telefonnummer" in hint.words.text()
    assert hint.isVisibleTo(pane)
    opened = []
    navigator.open_requested.connect(lambda kind, one: opened.append((kind, one)))
    hint.open_button.click()
    assert opened == [(Kind.PERSON, number)]
    hint.begin(None)
    assert not hint.isVisibleTo(pane)


def test_the_person_itself_is_no_double(tab, office, qtbot):
    number = office.people.save(HANS)
    tab.open_record(Kind.PERSON, number)
    tab.page.pane.turn("form")
    qtbot.waitUntil(lambda: tab.page.pane.form_part.form is not None)
    form = tab.page.pane.form_part.form
    form.editor("city").line.setText("Sontra")
    tab.page.pane.doubles.look()
    assert tab.page.pane.doubles.words.text() == ""


def test_typing_asks_once_after_a_pause(tab, office, qtbot, monkeypatch):
    office.people.save(HANS)
    tab.new()
    asked = []
    like = office.doubles.like
    monkeypatch.setattr(
        office.doubles, "like", lambda values, apart=None: asked.append(values) or like(values)
    )
    form = tab.page.pane.form_part.form
    for text in ("M", "Mü", "Müller"):
        form.editor("last_name").line.setText(text)
        form.editor("last_name").line.textEdited.emit(text)
    form.editor("phone").line.setText("05653 1234")
    form.editor("phone").line.textEdited.emit("05653 1234")
    qtbot.waitUntil(lambda: bool(tab.page.pane.doubles.words.text()))
    assert len(asked) == 1


def test_pairs_are_listed_told_apart_and_back(review, office, notices):
    assert review.table.rowCount() == 1
    assert review.table.item(0, 0).text().startswith("Müller, Hans\nNr. 1 · 1956")
    review.apart_button.click()
    assert review.table.rowCount() == 0
    assert review.words.text() == NONE
    assert not review.accept_button.isEnabled()
    notices.actions["Rückgängig"]()
    review.again_button.click()
    assert review.table.rowCount() == 1


def test_merging_field_by_field(review, office, notices):
    review.confirm()
    dialog = merge_dialog(review)
    choices = dialog.choices()
    assert choices["first_name"] == "keep"
    assert choices["mobile"] == "lose"
    assert choices["adviser_note"] == "both"
    radio = dialog.findChild(QPushButton, "merge.first_name.lose")
    assert radio.accessibleName() == "Vorname: Nr. 2: Hannes"
    assert "&& <b>" in dialog.findChild(QPushButton, "merge.adviser_note.lose").text()
    radio.setChecked(True)
    dialog.confirm()
    (number,) = office.lists.people.ids(ListQuery())
    values = office.lists.person(number).values
    assert (values["first_name"], values["mobile"]) == ("Hannes", "0170 1234567")
    assert values["adviser_note"].startswith("Erst.\nDann & <b>mehr</b>.")
    assert review.table.rowCount() == 0
    notices.actions["Rückgängig"]()
    assert len(office.lists.people.ids(ListQuery())) == 2


def test_the_other_number_can_stay(review, office):
    review.confirm()
    merge_dialog(review).turn_button.click()
    dialog = merge_dialog(review)
    assert dialog.choices()["mobile"] == "keep"
    dialog.confirm()
    assert office.lists.people.ids(ListQuery()) == [2]


def test_a_change_meanwhile_is_said_and_nothing_is_merged(review, office):
    review.confirm()
    dialog = merge_dialog(review)
    office.people.save({"city": "Sontra"}, 2)
    dialog.confirm()
    assert "inzwischen" in dialog.problem.text()
    assert dialog.problem.isVisibleTo(dialog)
    assert len(office.lists.people.ids(ListQuery())) == 2


def test_sichtschutz_blanks_names_and_values(review):
    privacy.mask(on=True)
    review.show_pairs(review._pairs)
    assert "Müller" not in review.table.item(0, 0).text()
    review.confirm()
    assert privacy.DOTS in merge_dialog(review).findChild(QPushButton, "merge.mobile.lose").text()


def test_a_line_says_which_initiative_is_there(office, collaborators, qtbot):
    number = office.initiatives.save({"name": "TSV 1890 Ulfen e. V."})
    tab = InitiativesTab(*collaborators)
    qtbot.addWidget(tab)
    tab.show()
    tab.new()
    pane = tab.initiatives.pane
    qtbot.waitUntil(lambda: pane.form_part.form is not None)
    pane.form_part.form.editor("name").set_value("TSV Ulfen 1890")
    pane.doubles._form = pane.form_part.form
    pane.doubles.look()
    assert pane.doubles.words.text() == "Schon da? TSV 1890 Ulfen e. V. (gleicher Name)."
    opened = []
    tab.navigator.open_requested.connect(lambda kind, one: opened.append((kind, one)))
    pane.doubles.open_button.click()
    assert opened == [(Kind.INITIATIVE, number)]
