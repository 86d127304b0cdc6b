"""Pausing, copying and offering elsewhere, in the real tab over a real store."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import Kind, OfferStage, OfferStatus
from ehrenamt_desktop.ui.documents.bulletin_dialog import BulletinDialog
from ehrenamt_desktop.ui.initiatives.tab import InitiativesTab
from ehrenamt_desktop.ui.record.record_pane import FORM


@pytest.fixture
def tab(collaborators):
    made = InitiativesTab(*collaborators)
    made.resize(1300, 720)
    made.show()
    yield made
    made.close()


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def press(tab, name: str) -> None:
    settle()
    found = [one for one in tab.findChildren(QPushButton, name) if one.isVisibleTo(tab)]
    assert len(found) == 1, name
    found[0].click()
    settle()


def command(tab, name: str) -> None:
    found = [one for one in tab.offers.offer.head.menu.actions() if one.objectName() == name]
    assert len(found) == 1, name
    assert found[0].isVisible()
    found[0].trigger()
    settle()


def words(tab) -> list[str]:
    return [one.text() for one in tab.findChildren(QLabel) if one.isVisibleTo(tab)]


def place(office, name: str) -> int:
    return next(one.id for one in office.lists.places() if one.name == name)


def make_offer(office, **more) -> int:
    body = office.initiatives.save({"name": "Heimatverein Müßiggang e. V."})
    values = {"initiative_id": body, "title": "Blumen gießen", "status": "published"}
    return office.offers.save({**values, **more})


def test_an_offer_is_paused_to_a_day_by_keyboard_and_wakes(tab, office, type_text):
    number = make_offer(office)
    tab.open_record(Kind.OFFER, number)
    press(tab, "offer.pause")
    field = tab.offers.offer.pause.date.line
    field.setFocus()
    type_text(field, "24.12.2026")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert office.lists.offer(number).values["paused_until"] == dt.date(2026, 12, 24)
    assert "pausiert bis 24.12.2026" in words(tab)
    assert not tab.offers.offer.pause.isVisibleTo(tab)
    with clock.frozen(dt.date(2026, 12, 25)):
        tab.offers.open(number)
        settle()
        assert "offen" in words(tab)
        press(tab, "offer.pause")
        press(tab, "offer.pause_panel.28")
    assert office.lists.offer(number).values["paused_until"] == dt.date(2027, 1, 22)


def test_a_day_gone_by_is_told_in_the_panel(tab, office, type_text):
    number = make_offer(office)
    tab.open_record(Kind.OFFER, number)
    press(tab, "offer.pause")
    press(tab, "offer.pause_panel.save")
    assert "Bitte geben Sie ein Datum ein oder wählen Sie eine Dauer." in words(tab)
    field = tab.offers.offer.pause.date.line
    type_text(field, "1.11.2026")
    press(tab, "offer.pause_panel.save")
    assert "Bitte wählen Sie heute oder einen späteren Tag." in words(tab)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not tab.offers.offer.pause.isVisibleTo(tab)
    assert office.lists.offer(number).row.stage is OfferStage.OPEN


def test_a_template_opens_as_a_draft_with_the_title_to_type_over(tab, office, notices):
    number = make_offer(office, teaser="Für Beete am Dorfplatz")
    tab.open_record(Kind.OFFER, number)
    command(tab, "offer.copy")
    copy = tab.offers.number
    assert copy != number
    assert tab.offers.pane.part() == FORM
    values = office.lists.offer(copy).values
    assert (values["teaser"], values["status"]) == ("Für Beete am Dorfplatz", OfferStatus.DRAFT)
    notices.actions["Rückgängig"]()
    settle()
    assert tab.offers.number != copy


def test_the_same_offer_stands_in_three_villages_after_one_step(tab, office, notices):
    number = make_offer(office, place_id=place(office, "Ulfen"))
    tab.open_record(Kind.OFFER, number)
    command(tab, "offer.villages")
    ticks = {one.text(): one for one in tab.offers.offer.villages.findChildren(QCheckBox)}
    assert len(ticks) == 33
    assert not ticks["Ulfen"].isEnabled()
    press(tab, "offer.villages.save")
    assert "Bitte wählen Sie mindestens einen weiteren Ortsteil." in words(tab)
    ticks["Dens"].setChecked(True)
    ticks["Süß"].setChecked(True)
    press(tab, "offer.villages.save")
    assert "Das Angebot ist für 2 weitere Ortsteile angelegt." in notices.texts()
    assert "Dasselbe Angebot in anderen Ortsteilen" in words(tab)
    assert {"Dens (Nentershausen)", "Süß (Nentershausen)"} <= set(words(tab))
    made = [one.id for one in office.lists.offer(number).elsewhere]
    assert len(made) == 2
    notices.actions["Rückgängig"]()
    settle()
    assert office.lists.offer(number).elsewhere == ()
    assert "Dasselbe Angebot in anderen Ortsteilen" not in words(tab)


def test_an_offer_is_printed_from_its_record(tab, office, files, notices, tmp_path):
    number = make_offer(office)
    tab.open_record(Kind.OFFER, number)
    files.next_path = tmp_path / "blatt.pdf"
    command(tab, "offer.sheet")
    assert files.asked == [("Angebotsblatt speichern", f"Angebot {number}")]
    assert files.next_path.read_bytes().startswith(b"%PDF")
    assert notices.texts() == ["Das Angebotsblatt ist fertig."]


def test_the_text_of_marked_offers_is_shown(tab, office):
    numbers = [make_offer(office, title=title) for title in ("Chor leiten", "Beete jäten", "Lesen")]
    run = next(one.run for one in tab.commands() if one.name == "initiatives.bulletin")
    run()
    settle()
    assert set(tab.findChild(BulletinDialog).made.shown) > set(numbers)
    table = tab.offers.list.table
    table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag
    for row, number in enumerate(table.ids_shown()):
        if number in numbers[:2]:
            table.selectionModel().select(table.model().index(row, 0), flags.Select | flags.Rows)
    run()
    settle()
    dialog = tab.findChildren(BulletinDialog)[-1]
    assert set(dialog.made.shown) == set(numbers[:2])
    assert dialog.numbers.text() == ", ".join(str(one) for one in table.selected_ids())


def test_all_that_is_known_of_an_offer_stands_in_its_overview(tab, office):
    number = make_offer(
        office, training="Kurs der Kreisvolkshochschule", needs_measles=True,
        entered_on=dt.date(2026, 1, 7), confirmed_on=dt.date(2026, 11, 2),
        valid_until=dt.date(2027, 6, 30),
    )  # fmt: skip
    tab.open_record(Kind.OFFER, number)
    settle()
    assert {
        "Kurs der Kreisvolkshochschule", "Masernschutz",
        "eingegangen 07.01.2026, bestätigt 02.11.2026, wieder abfragen ab 05.05.2027, "
        "gültig bis 30.06.2027",
    } <= set(words(tab))  # fmt: skip


def test_a_helped_person_is_deleted_for_good_after_a_question(tab, office, notices):
    number = make_offer(
        office, kind="help_request", helped_name="Erna Beispiel", helped_phone="05653 4711",
        helped_consent_on=dt.date(2026, 11, 1), ends_on=dt.date(2026, 11, 10),
    )  # fmt: skip
    tab.open_record(Kind.OFFER, number)
    settle()
    assert "Name und Telefon werden nach dem 10.02.2027 von selbst gelöscht" in words(tab)
    notices.answers = False
    command(tab, "offer.forget")
    assert office.lists.offer(number).values["helped_name"] == "Erna Beispiel"
    notices.answers = True
    command(tab, "offer.forget")
    assert office.lists.offer(number).values["helped_name"] == ""
    assert "Name und Telefon der Person sind gelöscht." in notices.texts()
    actions = tab.offers.offer.head.menu.actions()
    assert not next(one for one in actions if one.objectName() == "offer.forget").isVisible()
