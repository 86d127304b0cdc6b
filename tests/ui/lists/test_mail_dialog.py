"""E-Mail an mehrere: batch after batch, three ways out, nothing behind Sichtschutz."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.ui.kit import privacy
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.lists.mail_dialog import MailDialog


@pytest.fixture
def people(office):
    made = []
    for number in range(5):
        values = {"last_name": f"Gliem{number}", "email": f"p{number}@example.org"}
        made.append(office.people.save({**values, "birth_year": 1960}))
        for scope in ("storage", "email_info") if number else ("storage",):
            office.people.add_consent(made[-1], {"scope": scope, "given_on": "2026-11-01"})
    return tuple(made)


@pytest.fixture
def dialog(collaborators, people, qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    made = MailDialog(Desk(*collaborators), "people", (), people, host)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    made.amount.setText("3")
    made.amount.editingFinished.emit()
    made.subject.setText("Dankeabend")
    yield made
    made.close()


def cells(dialog, part="batches"):
    dialog.parts._choose(part)
    model = dialog.table.model()
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def courses(office, people):
    found = [office.lists.person(number).history for number in people]
    return [sum(one.kind is Kind.INTERACTION for one in lines) for lines in found]


def test_batches_are_copied_one_after_the_other(dialog, office, people, qtbot):
    assert dialog.counts.text() == "4 Adressen, 1 außen vor"
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    clipboard = QApplication.clipboard()
    assert clipboard.text() == "p1@example.org; p2@example.org; p3@example.org"
    assert [one[1] for one in cells(dialog)] == ["kopiert", "offen"]
    assert courses(office, people) == [0, 1, 1, 1, 0]
    dialog.table.selectRow(1)
    dialog.confirm()
    assert clipboard.text() == "p4@example.org"
    dialog.confirm()
    assert courses(office, people) == [0, 1, 1, 1, 1]
    assert dialog.isVisible()


def test_the_mail_program_is_opened_with_one_batch(dialog, files, office, people):
    dialog.noted.setChecked(False)
    dialog.open_button.click()
    (link,) = files.mails
    assert "bcc=p1@example.org,p2@example.org,p3@example.org" in link
    assert "subject=Dankeabend" in link
    assert sum(courses(office, people)) == 0


def test_drafts_are_saved_into_a_folder_of_their_own(dialog, files, notices, tmp_path):
    files.next_path = tmp_path
    dialog.save_button.click()
    (folder,) = [one for one in tmp_path.iterdir() if one.is_dir() and "E-Mail" in one.name]
    assert len(list(folder.glob("*.eml"))) == 2
    assert notices.texts()[-1] == "2 Entwürfe sind gespeichert."
    notices.actions["Ordner"]()
    assert files.revealed == [folder]


def test_who_gets_none_is_named(dialog):
    ((_, state, words),) = cells(dialog, "refused")
    assert state == "keine E-Mail"
    assert words == "Gliem0: Die Einwilligung für Informationen per E-Mail fehlt."


@pytest.mark.parametrize("size", ["0", "501", "drei", "-1"])
def test_a_wrong_size_is_said(dialog, files, size):
    dialog.amount.setText(size)
    dialog.amount.editingFinished.emit()
    assert "Zahl von 1 bis 500" in dialog.refusal.text()
    dialog.open_button.click()
    assert not files.mails


def test_nothing_leaves_behind_sichtschutz(dialog, files):
    privacy.mask(on=True)
    try:
        QApplication.clipboard().setText("nichts")
        dialog.confirm()
        dialog.open_button.click()
        dialog.save_button.click()
        assert QApplication.clipboard().text() == "nichts"
        assert not files.mails
        assert not files.asked
        assert "Sichtschutz" in dialog.refusal.text()
        dialog.look()
        shown = [*cells(dialog), *cells(dialog, "refused")]
        assert all("example" not in cell and "Gliem" not in cell for row in shown for cell in row)
    finally:
        privacy.mask(on=False)
