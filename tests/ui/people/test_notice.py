"""„Datenschutzhinweis ausgehändigt …“: day and version stand on the person."""

from __future__ import annotations

import datetime as dt

from tests.ui.people.test_people_tab import dialog, open_person, settle

from ehrenamt_desktop.ui.people.facts import more_facts


def shown(office, person):
    return next(one.text for one in more_facts(office.lists.person(person))
                if one.key == "Datenschutzhinweis")  # fmt: skip


def test_the_day_it_was_handed_over(tab, town, office):
    assert shown(office, town.marion) == "noch nicht ausgehändigt"
    open_person(tab, town.marion)
    next(one for one in tab.page.commands() if one.name == "person.notice").run()
    settle()
    asked = dialog(tab)
    asked.form.editor("on").set_value(dt.date(2099, 1, 1))
    asked.confirm()
    settle()
    assert asked.isVisible()
    asked.form.editor("on").set_value(dt.date(2026, 11, 20))
    asked.confirm()
    settle()
    version = office.privacy_papers.version()
    assert shown(office, town.marion) == f"20.11.2026, Fassung {version}"
