"""The views an office starts with: there once, hers to change, gone when deleted."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.make_office import adult

from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.views import View
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.services.seeding import renew

PEOPLE = ["Einwilligung fehlt", "Jugendliche auf der Suche", "Lange nichts gehört"]
OLD = Path(__file__).parents[1] / "databases" / "0002.ehrenamt"


def names(office, noun="people"):
    return [one.name for one in office.views.all(noun)]


def shown(office, name, noun="people"):
    row = next(one for one in office.views.all(noun) if one.name == name)
    assert not row.lost
    return getattr(office.lists, noun).ids(ListQuery(filters=row.view.filters))


def test_a_new_office_has_three_of_people_and_one_of_offers(office, frozen):
    assert names(office) == PEOPLE
    assert names(office, "offers") == ["Lange nicht bestätigt"]
    young = office.people.save({"last_name": "Jung", "birth_year": 2011})
    settled = adult(office)
    assert shown(office, "Jugendliche auf der Suche") == [young]
    assert shown(office, "Einwilligung fehlt") == [young]
    assert settled not in shown(office, "Lange nichts gehört")
    assert shown(office, "Lange nicht bestätigt", "offers") == []


def test_deleted_and_renamed_ones_stay_so(office):
    first, second, _ = office.views.all("people")
    office.views.delete(first.id)
    office.views.rename(second.id, "Junge Leute")
    with office.store.write("Probe") as unit:
        renew(unit)
    assert names(office) == ["Junge Leute", "Lange nichts gehört"]


def test_an_older_office_is_offered_them_and_keeps_its_own(tmp_path):
    path = tmp_path / "alt.ehrenamt"
    shutil.copyfile(OLD, path)
    office = open_office(path)
    try:
        assert set(PEOPLE) <= set(names(office))
        own = next(one for one in office.views.all("people") if one.name not in PEOPLE)
        assert own.view != View()
    finally:
        office.close()


def test_a_taken_name_is_left_alone(office):
    row = next(one for one in office.views.all("people") if one.name == PEOPLE[0])
    office.views.delete(row.id)
    mine = View(text="meins")
    office.views.save("people", "einwilligung FEHLT", mine)
    with office.store.write("Probe") as unit:
        from sqlmodel import col, select

        from ehrenamt_desktop.model.records.office import Setting

        unit.delete(unit.exec(select(Setting).where(col(Setting.key) == "first_views")).one())
    with office.store.write("Probe") as unit:
        renew(unit)
    kept = [
        one for one in office.views.all("people") if one.name.casefold() == PEOPLE[0].casefold()
    ]
    assert [one.view for one in kept] == [mine]
