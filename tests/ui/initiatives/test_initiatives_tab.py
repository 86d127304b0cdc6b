"""The tab Initiativen in a real window over a real small store."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from ehrenamt_desktop.model.enums import (
    InitiativeStatus,
    Kind,
    OfferKind,
    OfferStatus,
)
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.initiatives import initiative_facts as facts
from ehrenamt_desktop.ui.initiatives.tab import InitiativesTab
from ehrenamt_desktop.ui.record.record_pane import FORM

BODY = {"name": "Heimatverein Müßiggang e. V.", "phone": "05653 91 22"}


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


def line(tab, name: str) -> QLineEdit:
    found = tab.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def words(tab) -> list[str]:
    return [one.text() for one in tab.findChildren(QLabel) if one.isVisibleTo(tab)]


def make_offer(office, **more) -> tuple[int, int]:
    body = office.initiatives.save(BODY)
    values = {"initiative_id": body, "title": "Blumen gießen", **more}
    return body, office.offers.save(values)


def test_the_first_record_of_each_list_stands_beside_it(tab):
    assert tab.initiatives.number == tab.initiatives.list.table.ids_shown()[0]
    assert tab.offers.number == tab.offers.list.table.ids_shown()[0]


def test_a_new_initiative_is_typed_saved_found_and_undone(tab, office, notices, type_text):
    tab.new()
    type_text(line(tab, "initiative.name"), "Singkreis Süß")
    type_text(line(tab, "initiative.phone"), "05653 4711")
    tab.save()
    settle()
    number = tab.initiatives.number
    assert office.lists.initiative(number).row.name == "Singkreis Süß"
    assert office.lists.initiative(number).row.status is InitiativeStatus.ACTIVE
    assert not tab.is_dirty()
    assert "Die Initiative ist angelegt." in notices.texts()
    assert number in office.lists.initiatives.ids(ListQuery(text="suess"))
    notices.actions["Rückgängig"]()
    settle()
    assert number not in office.lists.initiatives.ids(ListQuery())
    assert tab.initiatives.number != number


def test_a_name_is_required_and_said_under_its_field(tab, office, type_text):
    before = office.lists.initiatives.total()
    tab.new()
    type_text(line(tab, "initiative.phone"), "05653 4711")
    tab.save()
    form = tab.initiatives.pane.form_part.form
    assert form.errors() == {"name": "Bitte füllen Sie dieses Feld aus."}
    assert office.lists.initiatives.total() == before


def test_a_change_from_elsewhere_is_not_overwritten(tab, office, notices, type_text):
    number = office.initiatives.save(BODY)
    settle()
    tab.open_record(Kind.INITIATIVE, number)
    tab.initiatives.pane.turn(FORM)
    type_text(line(tab, "initiative.city"), "Ulfen")
    office.initiatives.save({"phone": "05653 1"}, number)
    settle()
    assert line(tab, "initiative.city").text() == "Ulfen"
    tab.save()
    settle()
    values = office.lists.initiative(number).values
    assert (values["phone"], values["city"]) == ("05653 1", "")
    assert tab.is_dirty()
    notices.actions["Neu laden"]()
    settle()
    assert line(tab, "initiative.phone").text() == "05653 1"
    assert not tab.is_dirty()


def test_an_initiative_is_archived_and_taken_back(tab, office):
    number = office.initiatives.save(BODY)
    settle()
    tab.open_record(Kind.INITIATIVE, number)
    tab.initiatives.archive()
    settle()
    assert number not in office.lists.initiatives.ids(ListQuery())
    assert office.lists.initiative(number).row.status is InitiativeStatus.ENDED
    tab.initiatives.reopen()
    settle()
    assert number in office.lists.initiatives.ids(ListQuery())


def test_contacts_are_added_changed_and_removed(tab, office, type_text, files, tmp_path):
    number = office.initiatives.save(BODY)
    settle()
    tab.open_record(Kind.INITIATIVE, number)
    press(tab, "initiative.contacts.add")
    type_text(line(tab, "contact.last_name"), "Köhler")
    type_text(line(tab, "contact.function"), "Vorsitz")
    press(tab, "contact.dialog.accept")
    (contact,) = office.lists.initiative(number).contacts
    assert (contact.name, contact.function) == ("Köhler", "Vorsitz")
    press(tab, f"contact.{contact.id}.edit")
    type_text(line(tab, "contact.first_name"), "Jürgen")
    press(tab, "contact.dialog.accept")
    assert office.lists.initiative(number).contacts[0].name == "Jürgen Köhler"
    files.next_path = tmp_path
    press(tab, f"contact.{contact.id}.disclose")
    assert (tmp_path / f"auskunft-ansprechperson-{contact.id}").is_dir()
    press(tab, f"contact.{contact.id}.notice")
    press(tab, "notice.dialog.accept")
    values = office.lists.initiative(number).contacts[0].values
    assert values["notice_version"] == office.privacy_papers.version(Kind.CONTACT)
    assert "Datenschutzhinweis" in facts.contact(office.lists.initiative(number).contacts[0])[1]
    press(tab, f"contact.{contact.id}.remove")
    assert office.lists.initiative(number).contacts == ()


def test_a_contact_named_by_an_offer_stays_with_a_sentence(tab, office, notices):
    body, offer = make_offer(office)
    contact = office.initiatives.save_contact(body, {"last_name": "Köhler"})
    office.offers.save({"contact_id": contact}, offer)
    settle()
    tab.open_record(Kind.INITIATIVE, body)
    press(tab, f"contact.{contact}.remove")
    assert "Blumen gießen" in str(notices.errors[0])


def test_a_new_offer_of_an_initiative_names_it_already(tab, office, type_text):
    number = office.initiatives.save(BODY)
    settle()
    tab.open_record(Kind.INITIATIVE, number)
    press(tab, "initiative.new_offer")
    type_text(line(tab, "offer.title"), "Gräber pflegen")
    tab.save()
    settle()
    kept = office.lists.offer(tab.offers.number)
    assert (kept.row.title, kept.row.initiative_id) == ("Gräber pflegen", number)
    assert kept.values["status"] == OfferStatus.DRAFT


def test_an_offer_is_published_confirmed_paused_and_archived(tab, office, frozen):
    _, number = make_offer(office, entered_on=dt.date(2026, 1, 7))
    settle()
    tab.open_record(Kind.OFFER, number)
    press(tab, "offer.publish")
    press(tab, "offer.confirm")
    assert office.lists.offer(number).values["confirmed_on"] == frozen
    assert "✓ aktuell, zuletzt bestätigt am 23.11.2026" in words(tab)
    press(tab, "offer.pause")
    press(tab, "offer.pause_panel.open_ended")
    assert office.lists.offer(number).values["status"] == OfferStatus.PAUSED
    tab.offers.archive()
    settle()
    assert number not in office.lists.offers.ids(ListQuery())
    tab.offers.reopen()
    settle()
    assert office.lists.offer(number).values["status"] == OfferStatus.DRAFT


def test_public_words_are_checked_while_typed(tab, office, type_text):
    _, number = make_offer(office)
    settle()
    tab.open_record(Kind.OFFER, number)
    tab.offers.pane.turn(FORM)
    field = line(tab, "offer.teaser")
    field.setFocus()
    type_text(field, "Frau Müller freut sich")
    errors = tab.offers.pane.form_part.form.errors()
    assert errors["teaser"] == "Hier steht ein Name. Auf Aushängen stehen keine Namen."


def test_a_name_is_listed_before_publishing_and_leads_to_its_field(tab, office, type_text):
    _, number = make_offer(office, teaser="Frau Müller freut sich")
    settle()
    tab.open_record(Kind.OFFER, number)
    press(tab, "offer.publish")
    shown = " ".join(words(tab.offers.offer.findings))
    assert "Ein Satz für den Aushang: „Frau Müller“" in shown
    assert "bitte ändern" in shown
    assert not tab.offers.offer.findings.publish_button.isVisibleTo(tab)
    assert office.lists.offer(number).values["status"] == OfferStatus.DRAFT
    press(tab, "offer.findings.0.mend")
    field = line(tab, "offer.teaser")
    assert tab.offers.pane.part() == FORM
    field.clear()
    type_text(field, "Eine Nachbarin freut sich")
    tab.save()
    press(tab, "offer.publish")
    assert office.lists.offer(number).values["status"] == OfferStatus.PUBLISHED


def test_a_doubt_is_looked_at_and_overruled(tab, office):
    office.people.save({"last_name": "Dietzel", "first_name": "Marion"})
    _, number = make_offer(office, teaser="Im Dietzel-Garten und bei Dietzel")
    settle()
    tab.open_record(Kind.OFFER, number)
    press(tab, "offer.publish")
    shown = " ".join(words(tab.offers.offer.findings))
    assert "So heißt jemand im Bestand." in shown
    assert "bitte ansehen" in shown
    press(tab, "offer.findings.publish")
    assert office.lists.offer(number).values["status"] == OfferStatus.PUBLISHED
    assert not tab.offers.offer.findings.isVisibleTo(tab)


def test_a_published_offer_keeps_no_name_and_says_so_under_the_field(tab, office, type_text):
    _, number = make_offer(office)
    office.offers.publish(number)
    settle()
    tab.open_record(Kind.OFFER, number)
    tab.offers.pane.turn(FORM)
    type_text(line(tab, "offer.teaser"), "Frau Müller freut sich")
    tab.save()
    settle()
    assert "Hier steht ein Name." in tab.offers.pane.form_part.form.errors()["teaser"]
    assert office.lists.offer(number).values["teaser"] == ""
    assert tab.is_dirty()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"min_age": 18}, "ab 18 Jahren"),
        ({"max_age": 26}, "bis 26 Jahre"),
        ({"min_age": 14, "max_age": 26}, "14 bis 26 Jahre"),
        ({"needs_efz": True}, "Führungszeugnis, verlangt vom Träger"),
        ({"expense_refund": False}, "werden nicht erstattet"),
        ({"allowance_month": 40}, "Aufwandsentschädigung 40 Euro im Monat"),
    ],
)
def test_the_overview_says_what_an_offer_asks_and_gives(tab, office, more, said):
    _, number = make_offer(office, **more)
    settle()
    tab.open_record(Kind.OFFER, number)
    settle()
    assert said in words(tab)


def test_the_preview_follows_what_is_typed(tab, office, type_text):
    _, number = make_offer(office)
    settle()
    tab.open_record(Kind.OFFER, number)
    tab.offers.pane.turn(FORM)
    type_text(line(tab, "offer.time_text"), "dienstags ab 14 Uhr")
    assert "dienstags ab 14 Uhr" in [
        one.text() for one in tab.offers.offer.live.findChildren(QLabel)
    ]


def test_a_help_request_asks_for_the_helped_person_and_never_shows_it(tab, office):
    more = {
        "kind": OfferKind.HELP_REQUEST,
        "helped_name": "Erna Beispiel",
        "helped_consent_on": dt.date(2026, 11, 1),
        "location": "Hinter dem Dorfladen",
    }
    _, number = make_offer(office, **more)
    settle()
    tab.open_record(Kind.OFFER, number)
    tab.offers.pane.turn(FORM)
    assert line(tab, "offer.helped_name").isVisibleTo(tab)
    shown = [one.text() for one in tab.offers.offer.preview.findChildren(QLabel)]
    assert not any("Erna" in one or "Dorfladen" in one for one in shown)
    _, plain = make_offer(office)
    tab.open_record(Kind.OFFER, plain)
    tab.offers.pane.turn(FORM)
    assert not line(tab, "offer.helped_name").isVisibleTo(tab)


def test_the_contacts_offered_are_those_of_the_initiative(tab, office):
    body, number = make_offer(office)
    contact = office.initiatives.save_contact(body, {"last_name": "Köhler"})
    office.offers.save({"contact_id": contact}, number)
    settle()
    tab.open_record(Kind.OFFER, number)
    tab.offers.pane.turn(FORM)
    assert line(tab, "offer.contact_id").text() == "Köhler"
    assert not tab.is_dirty()


def test_a_new_offer_offers_the_contacts_of_its_initiative(tab, office, type_text):
    number = office.initiatives.save(BODY)
    contact = office.initiatives.save_contact(number, {"last_name": "Köhler"})
    settle()
    tab.open_record(Kind.INITIATIVE, number)
    press(tab, "initiative.new_offer")
    type_text(line(tab, "offer.title"), "Gräber pflegen")
    field = line(tab, "offer.contact_id")
    field.setFocus()
    type_text(field, "Köh")
    QTest.keyClick(field, Qt.Key.Key_Return)
    tab.save()
    settle()
    assert office.lists.offer(tab.offers.number).values["contact_id"] == contact


def test_an_offer_is_confirmed_by_one_key_after_it_was_found(tab, office, frozen):
    _, number = make_offer(office, entered_on=dt.date(2026, 1, 7))
    settle()
    tab.activateWindow()
    tab.open_record(Kind.OFFER, number)
    settle()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    settle()
    assert office.lists.offer(number).values["confirmed_on"] == frozen


def test_matching_and_initiative_are_one_click_away(tab, office, navigator):
    asked = []
    navigator.match_requested.connect(lambda kind, number: asked.append((kind, number)))
    navigator.open_requested.connect(lambda kind, number: asked.append((kind, number)))
    body, number = make_offer(office)
    settle()
    tab.open_record(Kind.OFFER, number)
    press(tab, "offer.match")
    press(tab, "offer.initiative")
    assert asked == [(Kind.OFFER, number), (Kind.INITIATIVE, body)]


def test_filters_of_another_tab_are_taken_over(tab):
    tab.show_list(Kind.OFFER, {"freshness": ("stale",)})
    assert tab.strip.current() == "offers"
    assert tab.offers.list.filter_bar.active() == {"freshness": ("stale",)}


def test_every_control_of_the_tab_has_a_name(tab):
    tab.offers.pane.turn(FORM)
    tab.initiatives.pane.turn(FORM)
    for kind in (QPushButton, QLineEdit):
        for one in tab.findChildren(kind):
            if one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.isVisibleTo(tab):
                assert one.objectName() or one.property("chip"), one
                assert one.accessibleName() or getattr(one, "text", str)(), one.objectName()


def test_search_finds_across_umlauts_by_keyboard(tab, office):
    number = office.initiatives.save(BODY)
    settle()
    tab.focus_search()
    box = tab.initiatives.list.search_box
    QTest.keyClicks(box, "muessiggang")
    QTest.keyClick(box, Qt.Key.Key_Return)
    settle()
    tab.initiatives.list.table.set_query(ListQuery(text=box.text()))
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert tab.initiatives.number == number
