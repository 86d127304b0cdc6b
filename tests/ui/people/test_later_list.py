"""`Später vervollständigen`: who lacks something, and what; a filled gap leaves the list."""

from __future__ import annotations

import pytest

from ehrenamt_desktop.ui.people.tab import PeopleTab


@pytest.fixture
def tab(collaborators, qtbot):
    made = PeopleTab(*collaborators)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_list_shows_who_lacks_something_and_what(tab, office):
    new = office.people.save({"last_name": "Groß", "phone": "05653 9777"})
    whole = office.people.save(
        {
            "last_name": "Müller", "phone": "05653 1", "birth_year": 1960, "time_grid": 1,
            "place_id": office.lists.places()[0].id, "consent_on": "2026-11-20",
            "terms": [{"term_id": office.lists.terms()[0].id, "relation": "wish"}],
        }
    )  # fmt: skip
    next(one for one in tab.commands() if one.name == "people.later").run()
    shown = tab.list.table.ids_shown()
    assert shown[0] == new
    assert whole not in shown
    columns = {one.key: one for one in tab.list.table.columns_shown()}
    assert set(columns) == {"name", "missing", "created"}
    missing = columns["missing"].text(tab.list.table.row(new))
    assert missing == "Geburtsjahr, Ortsteil, Interessen, Zeiten, Rechtsgrundlage"
    office.people.save({"birth_year": 1950}, new)
    (row,) = office.lists.people.rows([new])
    assert columns["missing"].text(row) == "Ortsteil, Interessen, Zeiten, Rechtsgrundlage"
