"""Every list on screen: each column it offers can order it, and by nothing else."""

from __future__ import annotations

import pytest
from tests.make_office import adult, offer

from ehrenamt_desktop.model.enums import EndReason, PlacementState
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.exports import COLUMNS
from ehrenamt_desktop.services.office import open_office


@pytest.mark.parametrize("noun", COLUMNS)
@pytest.mark.parametrize("descending", [False, True])
def test_each_column_orders_its_list(office, noun, descending):
    person = adult(office, phone="05653 1", email="a@example.org")
    placement, _ = office.placements.propose(person, [offer(office), offer(office, title="Fahren")])
    office.placements.move(placement, PlacementState.ENDED, reason=EndReason.MOVED)
    source = getattr(office.lists, noun)
    whole = set(source.ids(ListQuery()))
    for column in COLUMNS[noun]:
        assert set(source.ids(ListQuery(sort=column.key, descending=descending))) == whole


def test_initiatives_are_ordered_by_who_speaks_for_them(office):
    numbers = []
    for name in ("Zöllner", "Äpfel", ""):
        number = office.initiatives.save({"name": f"Verein {len(numbers)}"})
        if name:
            office.initiatives.save_contact(number, {"last_name": name})
        numbers.append(number)
    zoellner, aepfel, nobody = numbers
    found = office.lists.initiatives.ids(ListQuery(sort="contact"))
    assert found == [nobody, aepfel, zoellner]


def test_what_another_program_writes_is_in_the_list_at_once(office):
    first = adult(office)
    path = office.path
    office.close()
    reading, writing = open_office(path), open_office(path)
    try:
        assert reading.lists.people.ids(ListQuery()) == [first]
        second = adult(writing, last_name="Zöllner")
        assert reading.lists.people.ids(ListQuery()) == [first, second]
        assert reading.lists.people.ids(ListQuery(text="zoellner")) == [second]
    finally:
        reading.close()
        writing.close()
