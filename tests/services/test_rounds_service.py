"""Rounds: what is asked, what an answer does, what stays open."""

from __future__ import annotations

import datetime as dt

import pypdfium2
import pytest
from tests.make_office import offer, place_id

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Freshness, Kind, OfferAnswer, OfferStage, PaperKind
from ehrenamt_desktop.model.rules.offer_codes import code_of

TODAY = dt.date(2026, 11, 23)
OLD = dt.date(2026, 3, 1)
ADDRESS = {"street": "Am Anger 3", "postcode": "36205", "city": "Sontra"}


def body(office, name="Dorfverein Ulfen", **values) -> int:
    number = office.initiatives.save(
        {"name": name, "place_id": place_id(office, "Ulfen"), **values}
    )
    office.initiatives.save_contact(
        number,
        {"salutation": "ms", "first_name": "Tilda", "last_name": "Wiegand", "phone": "05653 4711",
         "function": "Vorstand"},
    )  # fmt: skip
    return number


def asked(office, **values) -> int:
    """An offer nobody confirmed for long."""
    return offer(office, entered_on=OLD, **values)


def questions(office):
    return [one for some in office.rounds.current().bodies for one in some.questions]


def question(office, number):
    return next(one for one in questions(office) if one.offer_id == number)


def words(path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def test_a_round_asks_for_what_is_on_show_and_not_green(office):
    number = body(office)
    stale = asked(office, initiative_id=number, title="Dorfladen mitbetreiben")
    amber = offer(office, initiative_id=number, entered_on=dt.date(2026, 8, 1))
    offer(office, initiative_id=number, entered_on=TODAY)
    asked(office, initiative_id=number, status="draft")
    asked(office, initiative_id=number, valid_until=dt.date(2026, 10, 1))
    assert office.rounds.current() is None
    assert office.rounds.due() == 2
    assert office.rounds.begin() == 2
    kept = office.rounds.current()
    assert (kept.started_on, kept.total, kept.open) == (TODAY, 2, 2)
    (one,) = kept.bodies
    assert (one.name, one.contact, one.phone) == ("Dorfverein Ulfen", "Tilda Wiegand", "05653 4711")
    assert {each.offer_id for each in one.questions} == {stale, amber}
    assert question(office, stale).code == code_of(stale)


def test_nothing_due_is_said(office):
    offer(office, entered_on=TODAY)
    with pytest.raises(DomainError, match="nichts zu fragen"):
        office.rounds.begin()
    assert office.rounds.current() is None


def test_what_is_due_later_joins_the_open_round(office):
    first = asked(office)
    office.rounds.begin()
    second = asked(office, title="Neu dazu")
    assert office.rounds.begin() == 1
    assert {one.offer_id for one in questions(office)} == {first, second}


def test_unchanged_confirms_and_is_undone_in_one_step(office):
    number = asked(office)
    office.rounds.begin()
    office.rounds.answer(question(office, number).id, OfferAnswer.UNCHANGED)
    assert office.lists.offer(number).row.freshness is Freshness.FRESH
    assert question(office, number).settled == "unverändert"
    assert office.rounds.current().open == 0
    office.history.undo()
    assert office.lists.offer(number).row.freshness is Freshness.STALE
    assert question(office, number).open


def test_changed_leaves_a_reminder_with_the_note(office):
    number = asked(office, title="Bürgerbus fahren")
    office.rounds.begin()
    office.rounds.answer(question(office, number).id, OfferAnswer.CHANGED, "jetzt freitags")
    (reminder,) = office.lists.follow_ups(days=0)
    assert reminder.title == "Angebot ändern: Bürgerbus fahren"
    assert reminder.due_on == TODAY
    with office.store.read() as connection:
        (note,) = connection.execute("SELECT note FROM follow_up").fetchone()
    assert note == "jetzt freitags"
    assert office.lists.offer(number).row.freshness is Freshness.FRESH
    office.history.undo()
    assert not office.lists.follow_ups(days=0)


def test_dropped_goes_to_the_archive_and_comes_back_by_undo(office):
    number = asked(office)
    office.rounds.begin()
    office.rounds.answer(question(office, number).id, OfferAnswer.DROPPED)
    assert office.lists.offer(number).row.stage is OfferStage.ARCHIVED
    with pytest.raises(DomainError, match="Archiv"):
        office.rounds.answer(question(office, number).id, OfferAnswer.UNCHANGED)
    office.history.undo()
    assert office.lists.offer(number).row.stage is OfferStage.OPEN
    assert question(office, number).open


def test_a_wrong_answer_is_put_right(office):
    number = asked(office)
    office.rounds.begin()
    office.rounds.answer(question(office, number).id, OfferAnswer.UNCHANGED)
    office.rounds.answer(question(office, number).id, OfferAnswer.DROPPED)
    assert question(office, number).answer is OfferAnswer.DROPPED


def test_what_is_settled_elsewhere_is_not_asked_again(office):
    confirmed, archived, binned, left = (asked(office, title=f"Nr {n}") for n in range(4))
    office.rounds.begin()
    office.offers.confirm(confirmed)
    office.offers.archive(archived)
    office.trash.put(Kind.OFFER, [binned])
    settled = {one.offer_id: one.settled for one in questions(office) if not one.open}
    assert settled[confirmed] == "noch aktuell"
    assert settled[archived] == "im Archiv"
    assert settled[binned] == "im Papierkorb"
    assert question(office, left).open


def test_a_code_finds_its_offer_and_a_slip_is_told(office):
    number = asked(office)
    office.rounds.begin()
    some, one = office.rounds.question(code_of(number).lower())
    assert one.offer_id == number
    assert some.questions == (one,)
    with pytest.raises(DomainError, match="gibt es nicht"):
        office.rounds.question(f"{number}")
    with pytest.raises(DomainError, match="gehört nicht"):
        office.rounds.question(code_of(9999))


def test_a_closed_round_answers_no_more(office):
    asked(office)
    with pytest.raises(DomainError, match="keine Abfrage"):
        office.rounds.close()
    office.rounds.begin()
    office.rounds.close()
    assert office.rounds.current() is None
    assert office.rounds.begin() == 1


def test_the_phone_list_shows_who_to_call_and_only_what_is_open(office, tmp_path):
    number = body(office)
    open_one = asked(office, initiative_id=number, title="Dorfladen mitbetreiben")
    done = asked(office, initiative_id=number, title="Backhaus heizen")
    office.rounds.begin()
    office.rounds.answer(question(office, done).id, OfferAnswer.UNCHANGED)
    posting = office.rounds.phone_list(tmp_path / "liste.pdf")
    text = words(tmp_path / "liste.pdf")
    for word in ("Dorfverein Ulfen", "Tilda Wiegand", "05653 4711", code_of(open_one)):
        assert word in text
    assert "Backhaus heizen" not in text
    (row,) = office.lists.postings.rows([posting])
    assert (row.kind, row.rows) == (PaperKind.ROUND_CALLS, 1)
    assert question(office, open_one).asked_on == TODAY


def test_letters_carry_the_sheet_and_leave_a_trace(office, tmp_path, monkeypatch):
    number = body(office, **ADDRESS)
    one = asked(office, initiative_id=number, title="Dorfladen mitbetreiben")
    elsewhere = body(office, "Ohne Anschrift")
    asked(office, initiative_id=elsewhere, title="Unerreicht")
    office.rounds.begin()
    office.rounds.letters(tmp_path / "a.pdf")
    text = words(tmp_path / "a.pdf")
    for word in ("Sehr geehrte Frau Wiegand", "Am Anger 3", "Rückmeldebogen", "14.12.2026",
                 f"{code_of(one)} Dorfladen mitbetreiben"):  # fmt: skip
        assert word in text
    assert "Unerreicht" not in text
    assert "Noch einmal gefragt" not in text
    (talk,) = [row for row in office.lists.initiative(number).history if "abgefragt" in row.title]
    assert talk.on == TODAY
    monkeypatch.setattr(clock, "today", lambda: TODAY + dt.timedelta(days=30))
    office.rounds.letters(tmp_path / "b.pdf")
    assert "Noch einmal gefragt" in words(tmp_path / "b.pdf")


def test_without_an_address_the_phone_list_is_named(office, tmp_path):
    asked(office)
    office.rounds.begin()
    with pytest.raises(DomainError, match="Telefonliste"):
        office.rounds.letters(tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()
    office.rounds.answer(questions(office)[0].id, OfferAnswer.UNCHANGED)
    for make in (office.rounds.letters, office.rounds.phone_list):
        with pytest.raises(DomainError, match="nichts mehr zu fragen"):
            make(tmp_path / "a.pdf")


def talk(office, number, **values) -> int:
    fields = {"kind": "call", "on": TODAY, "initiative_id": number, **values}
    return office.interactions.add(fields)


def test_the_first_talk_of_the_day_asks_once(office):
    number = body(office)
    offers = tuple(asked(office, initiative_id=number, title=f"Nr {n}") for n in range(2))
    first = talk(office, number)
    (due,) = office.rounds.talked_to([first])
    assert (due.name, due.offers) == ("Dorfverein Ulfen", offers)
    assert office.rounds.talked_to([talk(office, number)]) == []
    office.rounds.confirm_all(offers)
    assert office.rounds.talked_to([first]) == []
    office.history.undo()
    assert office.rounds.talked_to([first])


def test_a_letter_or_a_planned_talk_asks_nothing(office):
    number = body(office)
    asked(office, initiative_id=number)
    letter = talk(office, number, kind="letter")
    planned = talk(office, number, state="planned", on=TODAY + dt.timedelta(days=3))
    assert office.rounds.talked_to([letter, planned, 9999]) == []
