"""Art. 17 GDPR with the archive: by rules and on request, gone without a trace, figures stay."""

from __future__ import annotations

import csv
import datetime as dt
import json

import pytest
from tests.clear_text import traces
from tests.make_office import adult, make_office, offer, place_id

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import Cancelled, DomainError, InvalidDraft, StoreUnavailable
from ehrenamt_desktop.model.enums import (
    ArchiveAnswer,
    EndReason,
    Kind,
    PlacementState,
    RestrictionGround,
)
from ehrenamt_desktop.model.erasures import ErasureStage
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services import backups
from ehrenamt_desktop.services.erasures import BRAKE, OFFERED
from ehrenamt_desktop.services.figure_counts import count
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import erased_list
from ehrenamt_desktop.store.reads.holdings import holdings

YEAR = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
LATER = dt.date(2030, 2, 1)
NAMES = ("Xanthippe", "Zwirbelbart", "Quarzgasse", "05653 414141", "zwirbel@example.org")


@pytest.fixture
def office(tmp_path, tmp_path_factory, frozen):
    """An office in a folder of its own, so that everything written there can be searched."""
    folder = tmp_path / "buero"
    folder.mkdir()
    opened = make_office(folder, tmp_path_factory.getbasetemp())
    yield opened
    opened.close()


def rare(office, **more):
    """Somebody whose words stand nowhere else, placed and over."""
    number = adult(
        office, first_name=NAMES[0], last_name=NAMES[1], street=f"{NAMES[2]} 7",
        postcode="36205", city="Sontra", phone=NAMES[3], email=NAMES[4],
        place_id=place_id(office, "Ulfen"), adviser_note=f"{NAMES[1]} mag Tiere", **more,
    )  # fmt: skip
    office.people.add_consent(number, {"scope": "handover", "given_on": "2026-01-02"})
    with clock.frozen(dt.date(2026, 2, 3)):
        office.interactions.add({"kind": "consultation", "on": dt.date(2026, 2, 3),
                                 "person_id": number, "note": f"Gespräch mit {NAMES[0]}",
                                 "minutes": 45})  # fmt: skip
        [placement] = office.placements.propose(number, [placed_offer(office)])
        office.placements.move(placement, PlacementState.PASSED_ON)
        office.placements.move(placement, PlacementState.RUNNING)
    with clock.frozen(dt.date(2026, 10, 5)):
        office.placements.move(placement, PlacementState.ENDED, reason=EndReason.COMPLETED)
    office.autosaves.keep("k", Kind.PERSON, number, {}, {"adviser_note": NAMES[1]})
    return number


def placed_offer(office):
    body = office.initiatives.save({
        "name": "Büchereiverein", "street": "Markt 1", "postcode": "36205", "city": "Sontra",
        "place_id": place_id(office, "Sontra"),
    })  # fmt: skip
    return offer(office, initiative_id=body, hours_per_week=2, place_id=place_id(office, "Sontra"))


def released(office, number):
    office.erasures.request(number)
    office.erasures.answer([number], ArchiveAnswer.WAIVER, file_number="KA 12/2026")
    return number


def test_the_periods_name_who_is_due(office, frozen):
    asked, told = adult(office), adult(office)
    office.interactions.add({"kind": "consultation", "on": frozen, "person_id": told})
    gone = rare(office)
    assert office.erasures.listed() == ()
    rows = office.erasures.listed(dt.date(2027, 6, 1))
    assert [(one.id, one.why) for one in rows] == [(asked, "Anfrage ohne Beratung")]
    rows = office.erasures.listed(LATER)
    assert [(one.id, one.since) for one in rows] == [
        (asked, dt.date(2027, 5, 23)), (told, dt.date(2027, 11, 23)), (gone, dt.date(2028, 10, 5)),
    ]  # fmt: skip
    assert [one.stage for one in rows] == [ErasureStage.PROPOSED] * 3
    assert rows[2].recipients == 1
    terms = {"undo_days": 30, "history_months": 12}
    rules = {"enquiry": 60, "counselled": 12, "placed": 36, "archive": "Kreis"} | terms
    office.erasures.set_rules(rules)
    assert office.ageing.terms() == (30, 12)
    assert [one.id for one in office.erasures.listed(LATER)] == [told, gone]
    for wrong in ({"enquiry": 0}, {"undo_days": 366}, {"history_months": None}):
        with pytest.raises(InvalidDraft) as refused:
            office.erasures.set_rules(rules | wrong)
        assert {one.key for one in refused.value.fields} == {*wrong}


def test_somebody_at_work_is_never_due(office):
    number = adult(office)
    office.placements.propose(number, [offer(office)])
    assert office.erasures.listed(dt.date(2050, 1, 1)) == ()
    office.erasures.request(number)
    with pytest.raises(DomainError, match="läuft noch"):
        office.erasures.answer([number], ArchiveAnswer.WAIVER, file_number="x")


def test_the_way_through_the_archive(office, tmp_path):
    number = rare(office)
    with clock.frozen(LATER):
        folder = office.erasures.offer([number], tmp_path)
        assert folder.name == "archiv-angebot-2030-02-01"
        with (folder / "liste.csv").open(encoding="utf-8-sig", newline="") as file:
            [_, row] = list(csv.reader(file, delimiter=";"))
        assert row[:2] == [str(number), f"{NAMES[0]} {NAMES[1]}"]
        assert (folder / "liste.pdf").read_bytes().startswith(b"%PDF")
        assert office.lists.people.ids(ListQuery()) == []
        assert office.lists.person(number).values["restriction"] == OFFERED
        [due] = [one for one in office.lists.follow_ups(days=200) if "Archiv" in one.title]
        assert due.due_on == dt.date(2030, 8, 1)
        assert NAMES[1] not in due.title
        with pytest.raises(DomainError, match="noch nicht freigegeben"):
            office.erasures.erase([number], tmp_path)
        with pytest.raises(DomainError, match="sechs Monate"):
            office.erasures.answer([number], ArchiveAnswer.SILENCE)
        with pytest.raises(InvalidDraft):
            office.erasures.answer([number], ArchiveAnswer.TAKEN)
        over = office.erasures.hand_over([number], tmp_path)
        assert sorted(one.name for one in over.iterdir()) == [
            f"datensatz-{number}.csv", f"datensatz-{number}.pdf", "liste.csv", "liste.pdf",
        ]  # fmt: skip
        assert NAMES[1] in (over / f"datensatz-{number}.csv").read_text(encoding="utf-8-sig")
        office.erasures.answer([number], ArchiveAnswer.TAKEN, file_number="KA 7/2030")
        [row] = office.erasures.listed()
        assert (row.stage, row.file_number) == (ErasureStage.RELEASED, "KA 7/2030")
        done = office.erasures.erase([number], tmp_path)
    assert (done.people, done.letters) == (1, 1)
    [letter] = done.path.iterdir()
    assert letter.read_bytes().startswith(b"%PDF")
    assert office.erasures.listed(LATER) == ()


def test_silence_releases_after_six_months(office, tmp_path):
    number = rare(office)
    with clock.frozen(LATER):
        office.erasures.offer([number], tmp_path)
    with clock.frozen(dt.date(2030, 8, 1)):
        office.erasures.answer([number], ArchiveAnswer.SILENCE)
        assert office.erasures.listed()[0].stage is ErasureStage.RELEASED


def test_taking_somebody_back_frees_what_the_offer_restricted(office, tmp_path):
    number, other = rare(office), adult(office)
    office.restrictions.restrict(other, RestrictionGround.CLAIMS)
    with clock.frozen(LATER):
        office.erasures.offer([number, other], tmp_path)
        office.erasures.keep([number, other])
    assert office.lists.people.ids(ListQuery()) == [number]
    assert office.lists.person(other).values["restricted_on"] is not None


def test_a_request_stands_first_with_its_month(office):
    number = adult(office)
    office.erasures.request(number, dt.date(2026, 11, 1))
    [row] = office.erasures.listed()
    assert (row.since, row.reply_by) == (dt.date(2026, 11, 1), dt.date(2026, 12, 1))
    assert "Art. 17" in row.why


def test_nothing_of_it_is_left_in_any_file(office, tmp_path):
    number = released(office, rare(office))
    written = tmp_path / "buero"
    assert list(traces(written, NAMES[:3])) != []
    letters = tmp_path / "anderswo"
    letters.mkdir()
    office.erasures.erase([number], letters)
    with office.store.read() as connection:
        assert set(holdings(connection, number)) <= {"erasure", "edition_case"}
        assert connection.execute("SELECT count(*) FROM person_line").fetchone()[0] == 0
    assert office.finding.find(NAMES[1]).hits == ()
    assert list(traces(written, NAMES)) == []
    office.close()
    assert list(traces(written, NAMES)) == []


def test_nothing_before_it_can_be_undone(office):
    number = released(office, adult(office))
    office.erasures.erase([number])
    with pytest.raises(DomainError):
        office.history.undo()


def test_the_store_is_sound_afterwards(office, tmp_path):
    office.erasures.erase([released(office, rare(office))], tmp_path)
    assert office.backups.verdict().sound
    with pytest.raises(DomainError):
        office.erasures.request(1)


def test_figures_count_the_same_before_and_after(office, tmp_path):
    number, other = rare(office), rare(office)

    def counted(start, end):
        with office.store.read() as connection:
            found = count(connection, start, end, clock.today())
        return {
            key: sorted((one.town, one.ages, one.area, round(one.amount, 6)) for one in cases)
            for key, cases in found.cases.items() if key != "seekers_open"
        }  # fmt: skip

    half = dt.date(2026, 1, 1), dt.date(2026, 6, 30)
    before = counted(*YEAR), counted(*half)
    assert len(before[0]["placed_persons"]) == 2
    assert sum(one[-1] for one in before[0]["hours"]) > 100
    office.erasures.erase([released(office, number)], tmp_path)
    for then, now in zip(before, (counted(*YEAR), counted(*half)), strict=True):
        assert set(now) == set(then)
        for key in set(then) - {"hours"}:
            assert now[key] == then[key], key
        both = [{one[:3] for one in cases["hours"]} for cases in (then, now)]
        sums = [sum(one[-1] for one in cases["hours"]) for cases in (then, now)]
        assert both[0] == both[1]
        assert sums[0] == pytest.approx(sums[1])
    assert other in office.lists.people.ids(ListQuery())


def test_somebody_placed_twice_counts_once_a_year_and_once_in_each_half(office, tmp_path):
    number = rare(office)
    with clock.frozen(dt.date(2026, 11, 2)):
        [placement] = office.placements.propose(number, [placed_offer(office)])
        office.placements.move(placement, PlacementState.PASSED_ON)
        office.placements.move(placement, PlacementState.RUNNING)
        office.placements.move(placement, PlacementState.ENDED, reason=EndReason.WORK_FOUND)
    office.erasures.erase([released(office, number)], tmp_path)

    def placed(start, end):
        with office.store.read() as connection:
            return len(count(connection, start, end, clock.today()).cases["placed_persons"])

    assert placed(*YEAR) == 1
    assert placed(dt.date(2026, 1, 1), dt.date(2026, 6, 30)) == 1
    assert placed(dt.date(2026, 7, 1), dt.date(2026, 12, 31)) == 1


def test_letters_need_a_folder_and_many_a_word(office, tmp_path):
    with pytest.raises(DomainError, match="Briefe"):
        office.erasures.erase([released(office, rare(office))])
    many = [released(office, adult(office)) for _ in range(BRAKE + 1)]
    with pytest.raises(DomainError, match=f"{BRAKE + 1} Personen"):
        office.erasures.erase(many)
    assert len(office.lists.people.ids(ListQuery())) == BRAKE + 2
    assert office.erasures.erase(many, confirmed=BRAKE + 1).people == BRAKE + 1


def test_a_stop_leaves_everybody(office):
    class Stop:
        def step(self, done, total, text=""):
            if done == 1:
                raise Cancelled

    people = [released(office, adult(office)) for _ in range(3)]
    with pytest.raises(Cancelled):
        office.erasures.erase(people, progress=Stop())
    assert office.lists.people.ids(ListQuery()) == people


def test_no_copy_brings_them_back(office, tmp_path):
    number = rare(office)
    copy = office.backups.make()
    path = office.store.path
    with office.store.read() as connection:
        asked = "SELECT id, created_at FROM person WHERE id = ?"
        person = connection.execute(asked, (number,)).fetchone()
    office.erasures.erase([released(office, number)], tmp_path)
    listed = (path.parent / "sicherungen" / erased_list.NAME).read_text(encoding="utf-8")
    assert f'"{erased_list.mark(None, person)}"' in listed
    office.close()
    backups.replace(copy, path, None)
    restored = open_office(path)
    assert restored.lists.people.ids(ListQuery()) == []
    assert restored.figures.report(*YEAR) is not None
    restored.close()
    target = tmp_path / "neu" / "buero.ehrenamt"
    target.parent.mkdir()
    backups.restore(copy, target)
    again = open_office(target)
    assert again.lists.people.ids(ListQuery()) == []
    again.close()


def test_who_gets_the_number_of_somebody_erased_after_a_restore_stays(office, tmp_path):
    """A new store from an older copy gives the same numbers again, now to others."""
    copy, target = office.backups.make(), tmp_path / "neu.ehrenamt"
    number = adult(office, last_name="Gelöscht")
    office.erasures.erase([released(office, number)])
    backups.restore(copy, target)
    restored = open_office(target)
    try:
        with clock.frozen(LATER):
            assert adult(restored, last_name="Neu") == number
        assert restored.erasures.replay((copy.parent,)) == 0
        assert restored.lists.people.ids(ListQuery()) == [number]
    finally:
        restored.close()


def test_a_list_with_a_changed_mark_is_not_believed(office):
    """Whoever it stood for would come back without a word."""
    office.erasures.erase([released(office, adult(office))])
    path = office.store.path.parent / "sicherungen" / erased_list.NAME
    content = json.loads(path.read_text(encoding="utf-8"))
    mark = content["marks"][0]
    content["marks"] = [mark[:-1] + ("0" if mark[-1] != "0" else "1")]
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(StoreUnavailable, match="beschädigt"):
        office.erasures.replay()


def test_a_copy_at_the_second_place_brings_nobody_back_either(office, tmp_path):
    number = rare(office)
    second = tmp_path / "stick"
    second.mkdir()
    copy = office.backups.keep(second).second
    office.erasures.erase([released(office, number)], tmp_path)
    office.backups.keep(second)
    office.close()
    target = tmp_path / "neu" / "buero.ehrenamt"
    target.parent.mkdir()
    backups.restore(copy, target)
    restored = open_office(target)
    assert restored.lists.people.ids(ListQuery()) == []
    restored.close()


def test_a_damaged_list_is_said(office):
    folder = office.store.path.parent / "sicherungen"
    folder.mkdir()
    (folder / erased_list.NAME).write_text('{"format": 1, "marks": [7]}', encoding="utf-8")
    with pytest.raises(StoreUnavailable, match="beschädigt"):
        office.erasures.replay()


def test_papers_outside_are_named(office, tmp_path):
    number = adult(office, street="Weg 1", postcode="36205", city="Sontra",
                   legal_basis="public_task")  # fmt: skip
    folder = office.disclosures.write(number, tmp_path)
    done = office.erasures.erase([released(office, number)])
    assert done.files == (folder,)
