"""Named views: kept whole, one per name, undone like any step."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.views import Layout, View
from ehrenamt_desktop.services.views import LONGEST_NAME, NOUNS

words = st.text(max_size=12)
keys = st.lists(words, unique=True, max_size=6).map(tuple)
layouts = st.builds(
    Layout,
    keys,
    st.dictionaries(words, st.integers(1, 9_999), max_size=6),
    st.dictionaries(words, st.booleans(), max_size=4).map(lambda given: tuple(given.items())),
)
some_filters = st.dictionaries(
    st.sampled_from(["municipality", "stage", "term", "archived"]),
    st.lists(words, min_size=1, unique=True, max_size=4).map(tuple),
)
views = st.builds(View, st.text(max_size=40), some_filters, layouts)

ULFEN = View(
    "Jugend", {"municipality": ("Sontra",)},
    Layout(("name", "phone"), {"name": 1200}, (("place", True), ("name", False))),
)  # fmt: skip


@pytest.fixture(autouse=True)
def bare(request):
    """The office without the views it starts with."""
    if "office" in request.fixturenames:
        office = request.getfixturevalue("office")
        for noun in NOUNS:
            for row in office.views.all(noun):
                office.views.delete(row.id)


@given(views)
def test_a_view_survives_plain_data(view):
    assert View.read(view.plain()) == view


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | words,
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                words | st.sampled_from(["columns", "widths", "sorts", "filters", "layout"]),
                inner, max_size=4,
            )
        ),
    )
)  # fmt: skip
def test_reading_strange_data_never_fails(plain):
    view = View.read(plain)
    assert View.read(view.plain()) == view


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(views)
def test_a_view_survives_the_store(office, view):
    number = office.views.save("people", "Jugendliche in Ulfen", view)
    (kept,) = office.views.all("people")
    assert (kept.id, kept.name, kept.view, kept.lost) == (
        number, "Jugendliche in Ulfen", view, (),
    )  # fmt: skip


@pytest.mark.parametrize("noun", NOUNS)
def test_every_list_has_its_own_views(office, noun):
    office.views.save(noun, "Meine", View("x"))
    office.views.save(noun, "älteste", View())
    office.views.save(noun, "Zuletzt", View())
    assert [one.name for one in office.views.all(noun)] == ["älteste", "Meine", "Zuletzt"]
    assert all(not office.views.all(other) for other in NOUNS if other != noun)


def test_the_same_name_replaces(office):
    first = office.views.save("people", "Jugend", View("a"))
    again = office.views.save("people", "  JUGEND ", ULFEN)
    assert again == first
    (kept,) = office.views.all("people")
    assert (kept.name, kept.view) == ("JUGEND", ULFEN)


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_NAME + 1)])
def test_a_name_is_needed_and_short(office, name):
    with pytest.raises(InvalidDraft):
        office.views.save("people", name, View())
    assert office.views.all("people") == ()


def test_too_many_values_are_refused(office):
    view = View(filters={"term": tuple(str(number) * 30 for number in range(500))})
    with pytest.raises(DomainError):
        office.views.save("people", "Alles", view)


def test_a_view_can_be_renamed_but_not_onto_another(office):
    one = office.views.save("people", "Eins", View("1"))
    office.views.save("people", "Zwei", View("2"))
    with pytest.raises(InvalidDraft):
        office.views.rename(one, "zwei")
    office.views.rename(one, "eins")
    office.views.rename(one, "Drei")
    assert [row.name for row in office.views.all("people")] == ["Drei", "Zwei"]


def test_deleting_can_be_undone(office):
    number = office.views.save("people", "Jugend", ULFEN)
    office.views.delete(number)
    assert office.views.all("people") == ()
    with pytest.raises(DomainError):
        office.views.delete(number)
    with pytest.raises(DomainError):
        office.views.rename(number, "Neu")
    office.history.undo()
    assert office.views.all("people")[0].view == ULFEN


def test_steps_have_names(office):
    number = office.views.save("offers", "Neu", View())
    assert office.history.next_undo().action == "Ansicht gespeichert"
    office.views.rename(number, "Neuer")
    assert office.history.next_undo().action == "Ansicht umbenannt"
    office.views.delete(number)
    assert office.history.next_undo().action == "Ansicht gelöscht"


def test_names_of_signs_stay_apart(office):
    office.views.save("people", "★", View("1"))
    office.views.save("people", "♥", View("2"))
    assert len(office.views.all("people")) == 2


def test_a_filter_of_another_time_is_named(office):
    office.views.save("people", "Alt", View(filters={"shoe_size": ("42",), "stage": ("active",)}))
    (row,) = office.views.all("people")
    assert row.lost == ("shoe_size",)
    assert row.view.filters == {"stage": ("active",)}
    office.lists.people.ids(ListQuery(filters=row.view.filters))


def test_damaged_content_is_an_empty_view(office):
    from ehrenamt_desktop.model.records.office import SavedView

    with office.store.write("Ansicht gespeichert") as unit:
        unit.add(SavedView(noun="people", name="Kaputt", content="{nein"))
    assert office.views.all("people")[0].view == View()
