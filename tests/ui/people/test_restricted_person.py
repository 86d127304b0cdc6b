"""A person whose data may only be kept: said above the record, out of the list, and back."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QDialog, QWidget
from tests.ui.people.test_people_tab import button, dialog, open_person, settle

from ehrenamt_desktop.model.queries import ListQuery

MONDAY = dt.date(2026, 11, 23)


def test_restricting_and_lifting(tab, town, office):
    open_person(tab, town.marion)
    bar = tab.findChild(QWidget, "person.restriction")
    assert not bar.isVisible()
    next(one for one in tab.page.commands() if one.name == "person.restrict").run()
    settle()
    asked = dialog(tab)
    asked.form.editor("note").set_value("Adresse strittig")
    asked.confirm()
    settle()
    assert bar.isVisible()
    assert bar.words.text().startswith(
        "Verarbeitung eingeschränkt seit 23.11.2026 (Art. 18 DSGVO). Ob die Angaben stimmen, wird "
        "geprüft (Buchst. a): Adresse strittig."
    )
    assert not tab.findChild(QWidget, "person.refusal").isVisible()
    assert town.marion not in office.lists.people.ids(ListQuery())
    button(tab, "person.restriction.lift").click()
    asked = dialog(tab)
    asked.confirm()
    settle()
    assert bar.isVisible()  # the day is missing
    asked.form.editor("told_on").set_value(MONDAY)
    asked.confirm()
    settle()
    assert not bar.isVisible()
    assert not [one for one in tab.findChildren(QDialog) if one.isVisible()]
    assert town.marion in office.lists.people.ids(ListQuery())
