"""Serienbrief: households joined by hand, letters, labels and the list for Word."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.ui.kit import kept_layouts, privacy
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.lists.label_panel import LabelPanel
from ehrenamt_desktop.ui.lists.letter_dialog import LetterDialog

HOME = {"street": "Am Graben 3", "postcode": "36205", "city": "Sontra", "birth_year": 1960}


@pytest.fixture
def pair(office):
    made = []
    for salutation, first in (("ms", "Marion"), ("mr", "Horst")):
        values = {"last_name": "Dietzel", "first_name": first, "salutation": salutation, **HOME}
        made.append(office.people.save(values))
        for scope in ("storage", "letters"):
            office.people.add_consent(made[-1], {"scope": scope, "given_on": "2026-11-01"})
    return tuple(made)


@pytest.fixture
def dialog(collaborators, pair, office, qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    refused = office.people.save({"last_name": "Offen", **HOME})
    made = LetterDialog(Desk(*collaborators), "people", pair, (*pair, refused), host)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    yield made
    made.close()


@pytest.fixture
def read_text():
    def read(path):
        document = pypdfium2.PdfDocument(path)
        try:
            return [page.get_textpage().get_text_bounded() for page in document]
        finally:
            document.close()

    return read


@pytest.fixture
def kept(tmp_path):
    kept_layouts.keep_in(Device(tmp_path))
    yield
    kept_layouts.keep_in(None)


def choose(dialog, kind):
    dialog.kinds.set_current(kind)
    dialog.kinds.changed.emit(kind)


def cells(dialog, part):
    dialog.page.parts.set_current(part)
    dialog.page.parts.changed.emit(part)
    model = dialog.page.table.model()
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_a_household_is_joined_and_gets_one_letter_when_wanted(dialog, office, pair, qtbot):
    assert dialog.page.counts.text() == "2 Briefe an 2 Personen"
    assert not dialog.shared.isChecked()
    assert cells(dialog, "households")[0][1] == "möglich"
    assert dialog.page.name.text() == "Marion und Horst Dietzel"
    qtbot.mouseClick(dialog.page.join_button, Qt.MouseButton.LeftButton)
    assert cells(dialog, "households")[0][1] == "verbunden"
    assert dialog.page.counts.text() == "2 Briefe an 2 Personen"
    dialog.shared.click()
    assert dialog.page.counts.text() == "1 Brief an 2 Personen"
    assert cells(dialog, "letters")[0][2] == (
        "Marion und Horst Dietzel: Sehr geehrte Frau Dietzel, sehr geehrter Herr Dietzel"
    )
    cells(dialog, "households")
    qtbot.mouseClick(dialog.page.join_button, Qt.MouseButton.LeftButton)
    assert dialog.page.counts.text() == "2 Briefe an 2 Personen"
    assert office.history.next_undo().action == "Haushalt getrennt"


def test_a_missing_name_is_said(dialog):
    cells(dialog, "households")
    dialog.page.name.clear()
    dialog.page.join_or_part()
    assert "Namen" in dialog.page.refusal.text()


def test_who_gets_none_is_named_with_the_reason(dialog, qtbot):
    dialog.extent.set_current("shown")
    dialog.extent.changed.emit("shown")
    assert dialog.page.counts.text() == "2 Briefe an 2 Personen, 1 außen vor"
    ((_, _, words),) = cells(dialog, "refused")
    assert words == "Offen: Die Rechtsgrundlage ist noch offen."


def test_the_list_is_written_and_remembered(dialog, files, notices, office, tmp_path):
    choose(dialog, ".xlsx")
    files.next_path = tmp_path / "briefe.xlsx"
    dialog.confirm()
    assert not files.asked
    dialog.reason.purpose.setText("Serienbrief mit Word")
    dialog.confirm()
    assert files.next_path.exists()
    assert notices.texts() == ["Die Serienbrief-Liste ist gespeichert (2 Briefe)."]
    assert not dialog.isVisible()


def test_nothing_leaves_behind_sichtschutz(dialog, files, tmp_path):
    privacy.mask(on=True)
    try:
        files.next_path = tmp_path / "briefe.xlsx"
        dialog.confirm()
        assert not files.asked
        assert "Sichtschutz" in dialog.page.refusal.text()
        shown = [*cells(dialog, "letters"), *cells(dialog, "households")]
        assert all("Dietzel" not in cell for row in shown for cell in row)
        assert dialog.page.household.isHidden()
    finally:
        privacy.mask(on=False)


def test_labels_are_printed_as_the_panel_says(dialog, files, notices, office, tmp_path, read_text):
    choose(dialog, "labels")
    assert not dialog.labels.isHidden()
    panel = dialog.labels
    panel.sheet.setCurrentIndex(panel.sheet.findData("L7163"))
    panel.start.setText("zwei")
    files.next_path = tmp_path / "etiketten.pdf"
    dialog.confirm()
    assert dialog.page.refusal.text().startswith("„zwei“ ist keine Zahl")
    panel.start.setText("14")
    panel.right.setText("-0,5")
    dialog.confirm()
    assert notices.texts() == [
        "2 Etiketten sind gespeichert. Bitte drucken Sie ohne Anpassung der Größe "
        "(„Tatsächliche Größe“)."
    ]
    first, second = read_text(files.next_path)
    assert "Horst" in first
    assert "Marion" in second


def test_the_shift_of_a_sheet_is_kept_for_this_printer(dialog, files, notices, tmp_path, kept):
    choose(dialog, "labels")
    dialog.labels.right.setText("1,5")
    files.next_path = tmp_path / "probe.pdf"
    dialog.trial()
    assert notices.texts() == ["Der Probedruck ist gespeichert."]
    assert files.next_path.exists()
    assert dialog.isVisible()
    again = LabelPanel()
    assert again.right.text() == "1,5"
    again.sheet.setCurrentIndex(again.sheet.findData("3659"))
    assert again.right.text() == "0"


@pytest.fixture
def asking(office):
    values = {
        "title": "Abend", "to": "anyone", "subject": "Abend am {?Tag}", "closing": "Gruß",
        "body": "{greeting},\n\nkommen Sie am {?Tag}?",
    }  # fmt: skip
    return office.letter_texts.keep("", values)


def take(dialog, office, name):
    dialog.texts.show_texts(office.serial_print.texts("people"))
    dialog.texts.text.setCurrentIndex(dialog.texts.text.findData(name))


def test_letters_are_written_for_all_and_labels_follow(
    asking, dialog, office, pair, files, notices, tmp_path, read_text
):
    dialog.confirm()
    assert dialog.page.refusal.text() == "Bitte wählen Sie einen Brieftext."
    take(dialog, office, asking)
    files.next_path = tmp_path / "briefe.pdf"
    dialog.confirm()
    assert "was der Brieftext fragt" in dialog.page.refusal.text()
    assert not files.asked
    (line,) = dialog.texts._answers.values()
    line.setText("Freitag")
    dialog.texts.sample.click()
    assert dialog.texts.page.isVisible()
    dialog.confirm()
    assert len(read_text(files.next_path)) == 2
    assert "Horst" in read_text(files.next_path)[0]
    assert notices.texts() == [
        "2 Briefe sind gespeichert und bei 2 Personen im Verlauf eingetragen."
    ]
    history = office.lists.person(pair[0]).history
    assert any(one.title == "Brief: Abend" and one.paper for one in history)
    notices.actions["Etiketten dazu …"]()
    (again,) = [
        one for one in QApplication.topLevelWidgets()
        if isinstance(one, LetterDialog) and one is not dialog and one.isVisible()
    ]  # fmt: skip
    assert again.kinds.current() == "labels"
    assert again.ids() == pair
    again.close()


def test_single_files_go_into_a_folder(asking, dialog, office, files, notices, tmp_path):
    take(dialog, office, asking)
    next(iter(dialog.texts._answers.values())).setText("Freitag")
    dialog.texts.single.setChecked(True)
    files.next_path = tmp_path
    dialog.confirm()
    assert len(list(tmp_path.glob("Serienbrief*/*.pdf"))) == 2
    notices.actions["Ordner"]()
    assert files.revealed


def test_who_lacks_what_the_text_says_is_out(dialog, office):
    values = {"title": "Stand", "to": "person", "subject": "Stand", "closing": "Gruß",
              "body": "{greeting}, {engagement}"}  # fmt: skip
    take(dialog, office, office.letter_texts.keep("", values))
    assert dialog.page.counts.text() == "0 Briefe an 0 Personen, 2 außen vor"
    assert not dialog.accept_button.isEnabled()
    choose(dialog, "labels")
    assert dialog.page.counts.text() == "2 Briefe an 2 Personen"


def test_no_sample_behind_sichtschutz(asking, dialog, office):
    take(dialog, office, asking)
    privacy.mask(on=True)
    try:
        dialog.texts.sample.click()
        assert dialog.texts.page.isHidden()
        assert "Sichtschutz" in dialog.page.refusal.text()
    finally:
        privacy.mask(on=False)
