"""Bescheinigung: what will be said, changed by hand, kept when the kind changes, written."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from tests.make_office import adult, offer
from tests.printed import read

from ehrenamt_desktop.model.enums import CertificateKind, PlacementState
from ehrenamt_desktop.ui.certificates.certificate_dialog import LOST, CertificateDialog
from ehrenamt_desktop.ui.kit.desk import Desk


@pytest.fixture
def placed(office):
    person = adult(office, birth_date="1961-05-14")
    titles = ("Bürgerbus fahren", "Kindern vorlesen")
    offers = [offer(office, title=one, hours_per_week=3) for one in titles]
    found = office.placements.propose(person, offers)
    for one in found:
        office.placements.move(one, PlacementState.PASSED_ON)
        office.placements.move(one, PlacementState.RUNNING, dt.date(2026, 11, 23))
    return person, found


@pytest.fixture
def host(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(collaborators, placed, host):
    made = CertificateDialog(Desk(*collaborators), placed[0], host)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.load()
    return made


def choose(dialog, kind):
    index = list(CertificateKind).index(kind)
    dialog.kinds.setCurrentIndex(index)
    dialog.kinds.activated.emit(index)


def tick(dialog, number):
    dialog.findChild(QWidget, f"certificate.placement.{number}").click()


def test_what_is_recorded_stands_there_and_what_is_open_is_asked(dialog):
    assert dialog.isVisible()
    said = dialog.said()
    assert {one.title for one in said.activities} == {"Bürgerbus fahren", "Kindern vorlesen"}
    assert said.born == "14.05.1961"
    assert "Stimmt die geschätzte Zahl der Stunden?" in dialog.open_points.text()
    choose(dialog, CertificateKind.SCHOOL)
    assert "Welche Schule" in dialog.open_points.text()


def test_fewer_engagements_and_never_none(dialog, placed):
    first, second = placed[1]
    tick(dialog, first)
    assert [one.placement_id for one in dialog.said().activities] == [second]
    tick(dialog, second)
    assert [one.placement_id for one in dialog.said().activities] == [second]
    assert dialog._chosen() == (second,)


def test_what_was_typed_stays_for_another_kind(dialog, placed):
    (first, _) = placed[1]
    dialog.form.editor(f"extent.{first}").set_value("12 Nachmittage")
    dialog.form.editor("name").set_value("Marion Dietzel-Weiß")
    choose(dialog, CertificateKind.AUTHORITY)
    said = dialog.said()
    assert said.kind is CertificateKind.AUTHORITY
    assert said.name == "Marion Dietzel-Weiß"
    assert next(one for one in said.activities if one.placement_id == first).extent == (
        "12 Nachmittage"
    )


def test_it_is_written_and_shown_without_a_name_in_the_file(dialog, files, office, tmp_path):
    dialog.form.editor("words").set_value("Von Hand ergänzt.")
    files.next_path = tmp_path / "b.pdf"
    dialog.accept_button.click()
    assert not dialog.isVisible()
    assert files.shown == [tmp_path / "b.pdf"]
    assert "Dietzel" not in files.asked[-1][1]
    assert "Von Hand ergänzt." in read(tmp_path / "b.pdf").pages[0]


def test_a_competence_must_be_chosen(dialog, files, tmp_path):
    choose(dialog, CertificateKind.COMPETENCE)
    files.next_path = tmp_path / "b.pdf"
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert "mindestens eine Kompetenz" in str(dialog.form.errors())
    assert not (tmp_path / "b.pdf").exists()


def test_closing_asks_before_typed_words_are_lost(dialog, notices):
    dialog.form.editor("words").set_value("Neu")
    notices.answers = False
    dialog.reject()
    assert dialog.isVisible()
    assert notices.questions == [LOST]


def test_nothing_began_and_nothing_opens(collaborators, office, notices, host):
    made = CertificateDialog(Desk(*collaborators), adult(office), host)
    made.load()
    assert not made.isVisible()
    assert "noch kein Engagement" in str(notices.errors)
    made.deleteLater()
