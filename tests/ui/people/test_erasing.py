"""Aufbewahrung und Löschung in the window: asked for, released, gone; letters lie ready."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QDialog
from tests.ui.people.test_people_tab import dialog, open_person, settle

from ehrenamt_desktop.model.enums import ArchiveAnswer, EndReason, PlacementState
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.protection.erasure_dialog import ErasureDialog


@pytest.fixture
def desk_of(office, tasks, bus, notices, files, navigator):
    return Desk(office, tasks, bus, notices, files, navigator)


def buttons(made):
    names = ("offer", "hand", "answer", "keep")
    return SimpleNamespace(**{one: getattr(made, f"{one}_button").isEnabled() for one in names})


def test_from_the_request_to_the_end(tab, town, office, desk_of, qtbot, notices, files, tmp_path):
    office.placements.move(town.placement, PlacementState.PASSED_ON)
    office.placements.move(town.placement, PlacementState.ENDED, reason=EndReason.DECLINED)
    open_person(tab, town.marion)
    next(one for one in tab.page.commands() if one.name == "person.erase").run()
    settle()
    dialog(tab).confirm()
    settle()
    made = ErasureDialog(desk_of)
    qtbot.addWidget(made)
    made.show()
    settle()
    [row] = office.erasures.listed()
    assert (row.id, row.recipients) == (town.marion, 1)
    assert buttons(made) == SimpleNamespace(offer=True, hand=False, answer=True, keep=True)
    assert not made.accept_button.isEnabled()
    files.next_path = tmp_path
    made.offer_button.click()
    settle()
    assert (tmp_path / "archiv-angebot-2026-11-23" / "liste.pdf").exists()
    assert town.marion not in office.lists.people.ids(ListQuery())
    assert buttons(made) == SimpleNamespace(offer=False, hand=True, answer=True, keep=True)
    made.answer_button.click()
    settle()
    asked = next(one for one in made.findChildren(QDialog) if one.isVisible())
    asked.form.editor("answer").set_value(ArchiveAnswer.DECLINED)
    asked.confirm()
    settle()
    assert asked.isVisible()  # the file number is missing
    asked.form.editor("file_number").set_value("KA 3")
    asked.confirm()
    settle()
    assert made.accept_button.isEnabled()
    notices.answers = False
    made.confirm()
    assert "Person wird endgültig gelöscht" in notices.questions[-1]
    assert office.lists.person(town.marion).id == town.marion
    notices.answers = True
    made.confirm()
    settle()
    assert [one for one in office.erasures.listed() if one.id == town.marion] == []
    assert any("1 Person gelöscht." in one for one in notices.texts())
    notices.actions["Ordner"]()
    assert files.revealed[-1].name == "bitte-um-loeschung-2026-11-23"
    assert office.backups.last() is not None


def test_somebody_is_taken_back_and_the_periods_are_kept(town, office, desk_of, qtbot):
    office.erasures.request(town.oezlem)
    made = ErasureDialog(desk_of)
    qtbot.addWidget(made)
    made.show()
    settle()
    made.keep_button.click()
    settle()
    assert office.erasures.listed() == ()
    made.rules_button.click()
    settle()
    asked = next(one for one in made.findChildren(QDialog) if one.isVisible())
    asked.form.editor("archive").set_value("Kreisarchiv")
    asked.confirm()
    settle()
    assert office.erasures.rules().archive == "Kreisarchiv"
