"""The board in a real window: keys, drags, menu, refusals, Sichtschutz, screen readers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from tests.make_office import adult

from ehrenamt_desktop.model.enums import EndReason, Kind, PlacementState
from ehrenamt_desktop.model.rules.time_grid import bit
from ehrenamt_desktop.ui.kit import privacy
from ehrenamt_desktop.ui.matching.card_model import MIME

P = PlacementState
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def placed(tab, office, town):
    first, second = office.placements.propose(town.person, town.offers[:2])
    office.placements.move(second, P.PASSED_ON)
    tab.open_record(Kind.PLACEMENT, first)
    tab.placements.show_board()
    QApplication.processEvents()
    return first, second


@pytest.fixture
def board(tab, placed):
    return tab.placements.board


def view(board, state):
    return board.columns[state].view


def take(board, state):
    found = view(board, state)
    found.setFocus()
    found.choose(0)
    QApplication.processEvents()
    return found


def shown_dialog(tab):
    QApplication.processEvents()
    return next((one for one in tab.findChildren(QDialog) if one.isVisible()), None)


def state(office, number):
    return office.lists.placement(number).row.state


def drop(board, number, to):
    column = board.columns[to]
    mime = QMimeData()
    mime.setData(MIME, str(number).encode())
    middle, action = QPoint(20, 20), Qt.DropAction.MoveAction
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    entered = QDragEnterEvent(QPointF(middle), action, mime, left, none)
    QApplication.sendEvent(column, entered)
    said = board.hint.text()
    assert entered.isAccepted()
    QApplication.sendEvent(column, QDropEvent(QPointF(middle), action, mime, left, none))
    QApplication.processEvents()
    return said


def test_cards_stand_in_their_columns_with_counts(board, placed):
    assert view(board, P.PROPOSED).cards.number(0) == placed[0]
    assert view(board, P.PASSED_ON).cards.number(0) == placed[1]
    headings = [one.heading.text() for one in board.columns.values()]
    assert headings == [
        "Vorgeschlagen 1", "Kontakt weitergegeben 1", "Läuft 0", "Beendet 0 (letzte 90 Tage)",
    ]  # fmt: skip


def test_letters_and_control_right_ask_for_the_step(tab, office, board, placed):
    QTest.keyClick(take(board, P.PASSED_ON), Qt.Key.Key_L)
    dialog = shown_dialog(tab)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert state(office, placed[1]) is P.RUNNING
    QApplication.processEvents()
    assert view(board, P.RUNNING).cards.number(0) == placed[1]
    QTest.keyClick(take(board, P.PROPOSED), Qt.Key.Key_Right, CONTROL)
    dialog = shown_dialog(tab)
    assert dialog.objectName() == "placement.pass_on_panel"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert state(office, placed[0]) is P.PASSED_ON


def test_ending_asks_for_the_reason_in_a_small_panel(tab, office, board, placed):
    QTest.keyClick(take(board, P.PROPOSED), Qt.Key.Key_B)
    dialog = shown_dialog(tab)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert "reason" in dialog.form.errors()
    dialog.form.editor("reason").set_value(EndReason.DECLINED)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert state(office, placed[0]) is P.ENDED


def test_the_line_below_says_beforehand_what_the_step_needs(tab, office, board, placed):
    take(board, P.PROPOSED)
    assert board.hint.text() == ("Kontakt weitergegeben: nichts fehlt, mit K oder durch Ziehen.")
    person = office.lists.person(office.lists.placement(placed[0]).row.person_id)
    handover = next(one for one in person.consents if one.scope == "handover")
    office.people.withdraw_consent(handover.id)
    QApplication.processEvents()
    assert "noch nicht zugestimmt" in board.hint.text()
    assert "noch nicht zugestimmt" in view(board, P.PROPOSED).accessibleDescription()


def test_a_drop_opens_the_panel_and_a_refused_one_says_why(tab, office, board, placed, notices):
    take(board, P.PROPOSED)
    said = drop(board, placed[0], P.RUNNING)
    assert "geht es nur zu" in said
    assert shown_dialog(tab) is None
    assert notices.shown[-1][0] == "warning"
    assert "geht es nur zu „Kontakt weitergegeben“ oder „Beendet“" in notices.shown[-1][1]
    assert state(office, placed[0]) is P.PROPOSED
    assert "nichts fehlt" in drop(board, placed[0], P.PASSED_ON)
    assert shown_dialog(tab).objectName() == "placement.pass_on_panel"


def test_a_folded_column_takes_drops_too(tab, board, placed):
    assert not view(board, P.ENDED).isVisible()
    drop(board, placed[0], P.ENDED)
    assert shown_dialog(tab).objectName() == "placement.end_panel"
    board.columns[P.ENDED].fold.click()
    assert view(board, P.ENDED).isVisible()


def test_foreign_things_are_not_taken(board):
    mime = QMimeData()
    mime.setText("1")
    event = QDragEnterEvent(
        QPointF(5, 5), Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event.ignore()
    QApplication.sendEvent(board.columns[P.RUNNING], event)
    assert not event.isAccepted()


def test_dragging_carries_no_name(board):
    cards = view(board, P.PROPOSED).cards
    mime = cards.mimeData([cards.index(0)])
    assert mime.formats() == [MIME]
    assert bytes(mime.data(MIME).data()).isdigit()


def test_the_menu_offers_the_steps(tab, board, placed):
    chosen = take(board, P.PROPOSED)
    QTest.keyClick(chosen, Qt.Key.Key_Menu)
    menu = next(one for one in board.findChildren(QMenu) if one.isVisible())
    words = [one.text() for one in menu.actions()]
    assert words == ["Kontakt weitergegeben …\tK", "Läuft …\tL", "Beendet …\tB"]
    assert "geht es nur zu" in menu.actions()[1].toolTip()
    menu.actions()[2].trigger()
    menu.close()
    assert shown_dialog(tab).objectName() == "placement.end_panel"


def test_arrows_go_to_the_neighbour_and_choose_one_card_only(board, placed):
    QTest.keyClick(take(board, P.PROPOSED), Qt.Key.Key_Right)
    assert view(board, P.PASSED_ON).hasFocus()
    assert board.number() == placed[1]
    assert view(board, P.PROPOSED).number() is None


def test_tab_comes_to_one_column_that_is_shown(office, board, placed):
    def stops():
        strong = Qt.FocusPolicy.StrongFocus
        return [one for one in P if view(board, one).focusPolicy() == strong]

    assert stops() == [P.PROPOSED]
    take(board, P.PASSED_ON)
    assert stops() == [P.PASSED_ON]
    office.placements.move(placed[1], P.ENDED, reason=EndReason.MOVED)
    QApplication.processEvents()
    assert stops() == [P.PROPOSED]


def test_screen_readers_hear_the_card_and_sichtschutz_blanks_the_name(board):
    cards = view(board, P.PROPOSED).cards
    spoken = cards.data(cards.index(0), ACCESSIBLE)
    assert spoken == (
        "Dietzel, Marion: Kindern vorlesen, Förderverein Stadtbücherei, "
        "Vorgeschlagen seit 23.11.2026, Nachfragen am 07.12.2026"
    )
    open_picture = view(board, P.PROPOSED).grab().toImage()
    privacy.mask(True)
    assert "Dietzel" not in cards.data(cards.index(0), ACCESSIBLE)
    assert "Dietzel" not in cards.data(cards.index(0), Qt.ItemDataRole.DisplayRole)
    assert view(board, P.PROPOSED).grab().toImage() != open_picture


def test_search_and_the_way_back_to_the_list(tab, office, board, placed):
    other = adult(office, last_name="Anders")
    office.placements.propose(other, [office.lists.placement(placed[0]).row.offer_id])
    tab.focus_search()
    assert board.search.hasFocus()
    board.search.set_text("anders")
    assert board.columns[P.PROPOSED].heading.text() == "Vorgeschlagen 1"
    board.as_list.click()
    assert tab.placements.list.isVisible()
    assert tab.placements.list.table.count() == 3


def test_proposing_what_meets_in_time_is_told_and_done(tab, office, town, notices):
    for number in town.offers[:2]:
        office.offers.save({"time_grid": bit(1, 1), "hours_per_week": 2}, number)
    (first,) = office.placements.propose(town.person, town.offers[:1])
    office.placements.move(first, P.PASSED_ON)
    QApplication.processEvents()
    tab.offers._proposals.propose(
        [(town.person, [town.offers[1]])], ("Angebot", "Angebote"), lambda: None
    )
    assert notices.texts()[-1] == (
        "1 Angebot vorgeschlagen. Zur gleichen Zeit wie „Kindern vorlesen“: Di nachmittags."
    )
    assert len(office.lists.person(town.person).placements) == 2
