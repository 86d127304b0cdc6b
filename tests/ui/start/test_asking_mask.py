"""The mask „Nachfragen“ by keyboard: on Start, in a dialog, from the code of a slip."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from tests.make_office import adult, offer

from ehrenamt_desktop.model.asking import asks
from ehrenamt_desktop.model.enums import EndReason, FollowUpKind, Kind, PlacementState
from ehrenamt_desktop.ui.office.asking_dialog import AskingPlanDialog, Whom
from ehrenamt_desktop.ui.record.asking_dialog import AskingDialog
from ehrenamt_desktop.ui.record.asking_panel import NO_REASON, NOTHING, AskingPanel
from ehrenamt_desktop.ui.start.tab import StartTab

BEGAN = dt.date(2026, 10, 12)


@pytest.fixture
def tab(collaborators, office, qtbot):
    body = office.initiatives.save({"name": "Bürgerbus Sontra", "phone": "05653 99"})
    task = offer(office, title="Bürgerbus fahren", initiative_id=body)
    for name in ("Gliem", "Orth"):
        who = adult(office, last_name=name, phone="05653 4471")
        office.people.add_consent(who, {"scope": "handover", "given_on": "2026-10-01"})
        (number,) = office.placements.propose(who, [task], BEGAN)
        office.placements.move(number, PlacementState.PASSED_ON, BEGAN)
        office.placements.move(number, PlacementState.RUNNING, BEGAN)
    QApplication.processEvents()
    made = StartTab(*collaborators)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.activateWindow()
    return made


def opened(tab, qtbot) -> AskingPanel:
    due = tab.page.due
    due._enter(next(one for one in due._rows if asks(one.row.kind, one.row.placement_id)))
    due.focus_current()
    qtbot.waitUntil(lambda: due.current().hasFocus())
    qtbot.keyClick(due.current(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(due.current().panel(), AskingPanel))
    panel = due.current().panel()
    qtbot.waitUntil(lambda: panel.lines()[0].hasFocus())
    return panel


def waiting(office):
    return [one for one in office.lists.follow_ups(days=0) if asks(one.kind, one.placement_id)]


def test_monday_a_takes_four_keys_and_leads_to_the_next(tab, office, qtbot):
    """Enter opens, L, 4, Strg+S keeps and goes on; Start is never left."""
    panel = opened(tab, qtbot)
    first = panel.blocks[0].asked.number
    qtbot.keyClick(panel.lines()[0], Qt.Key.Key_L)
    qtbot.keyClick(panel.lines()[0], Qt.Key.Key_4)
    tab.save()
    qtbot.waitUntil(lambda: first not in [row.id for row in tab.page.due.rows()])
    qtbot.waitUntil(lambda: tab.page.due.current().hasFocus())
    left = [one for one in waiting(office) if one.kind is FollowUpKind.ASK_INITIATIVE]
    assert len(left) == 1


def test_one_call_answers_both_people_of_the_body_and_comes_back_whole(tab, office, notices, qtbot):
    before = [one.id for one in waiting(office)]
    panel = opened(tab, qtbot)
    assert len(panel.blocks) == 2
    for line in panel.lines():
        line.setFocus()
        qtbot.keyClick(line, Qt.Key.Key_L)
        qtbot.keyClick(line, Qt.Key.Key_5)
    qtbot.keyClick(panel.lines()[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: waiting(office) == [])
    assert notices.texts()[-1] == "2 Nachfragen beantwortet."
    notices.actions["Rückgängig"]()
    qtbot.waitUntil(lambda: [one.id for one in waiting(office)] == before)


def test_the_digit_leads_to_the_next_line_and_arrows_walk(tab, qtbot):
    panel = opened(tab, qtbot)
    lines = panel.lines()
    qtbot.keyClick(lines[0], Qt.Key.Key_L)
    qtbot.keyClick(lines[0], Qt.Key.Key_5)
    assert lines[1].hasFocus()
    qtbot.keyClick(lines[1], Qt.Key.Key_Up)
    assert lines[0].hasFocus()
    qtbot.keyClick(lines[0], Qt.Key.Key_Up)
    assert lines[0].hasFocus()


def test_a_second_click_takes_an_answer_back(tab, qtbot):
    panel = opened(tab, qtbot)
    line = panel.lines()[0]
    button = line.findChild(QPushButton, f"{line.objectName()}.goes_on")
    button.click()
    assert panel.is_dirty()
    button.click()
    assert not panel.is_dirty()
    panel.confirm()
    assert panel.blocks[0].problem.text() == NOTHING


def test_the_end_asks_for_its_reason(tab, office, qtbot):
    panel = opened(tab, qtbot)
    line, block = panel.lines()[0], panel.blocks[0]
    assert not block.reason.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_B)
    assert block.reason.isVisible()
    panel.confirm()
    assert block.problem.text() == NO_REASON
    block.reason.load({"end_reason": EndReason.MOVED})
    panel.confirm()
    number = block.asked.placement_id
    qtbot.waitUntil(lambda: office.lists.placements.rows([number])[0].state is PlacementState.ENDED)


def test_the_code_of_a_slip_opens_the_mask(tab, office, files, tmp_path, qtbot):
    panel = opened(tab, qtbot)
    asked = panel.blocks[0].asked
    values = {"street": "Am Anger 3", "postcode": "36205", "city": "Sontra"}
    office.people.save(values, asked.person_id)
    files.next_path = tmp_path / "brief.pdf"
    panel = opened(tab, qtbot)
    panel.findChild(QPushButton, "start.asking.slip.person").click()
    qtbot.waitUntil(lambda: files.next_path.exists())
    (hit,) = office.finding.find(f"N{asked.number}".lower() + _letter(asked.number)).hits
    assert hit.target == (Kind.FOLLOW_UP, asked.number)
    tab.open_record(*hit.target)
    qtbot.waitUntil(lambda: bool(tab.findChildren(AskingDialog)))
    (dialog,) = tab.findChildren(AskingDialog)
    line = dialog.panel.lines()[0]
    qtbot.keyClick(line, Qt.Key.Key_L)
    dialog.confirm()
    qtbot.waitUntil(lambda: asked.number not in [one.id for one in waiting(office)])


def _letter(number: int) -> str:
    from ehrenamt_desktop.model.rules.offer_codes import code_of

    return code_of(number)[-1].lower()


def test_the_office_says_when_and_whom(tab, office, qtbot):
    dialog = AskingPlanDialog(tab._desk, tab)
    dialog.load()
    qtbot.waitUntil(dialog.isVisible)
    dialog.form.load(
        {"first": 28, "first_whom": Whom.PERSON, "later": 30, "later_whom": Whom.INITIATIVE}
    )
    dialog.confirm()
    assert "14 Tage" in dialog.form.errors()["later"]
    dialog.form.load(
        {"first": 28, "first_whom": Whom.PERSON, "later": 182, "later_whom": Whom.INITIATIVE}
    )
    dialog.confirm()
    qtbot.waitUntil(lambda: office.asking.plan().first.days == 28)
    assert office.asking.plan().first.whom is FollowUpKind.ASK_PERSON
