"""The search over everything: names, slips, sounds, phones, numbers, every kind of record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.make_office import adult, offer, place_id

from ehrenamt_desktop.model.enums import Kind, PaperKind
from ehrenamt_desktop.services.near_words import ending, near, parts, sort_words, spoken

NAMES = (
    ("Anna", "Müller"), ("Bert", "Meier"), ("Carla", "Schmidt"), ("Doris", "Weiß"),
    ("Emil", "Groß"), ("Jürgen", "Schröder"), ("Łukasz", "Kowalski"), ("Ayşe", "Yılmaz"),
    ("Sean", "O'Brien"), ("Ernst", "von der Heydt"), ("Karl-Heinz", "Möller-Lüdenscheidt"),
    ("Frieda", "Sommerfeld"),
)  # fmt: skip


@pytest.fixture
def people(office):
    return {
        last: office.people.save({"first_name": first, "last_name": last}) for first, last in NAMES
    }


def found(office, text, kind=Kind.PERSON):
    return [hit.number for hit in office.finding.find(text).hits if hit.kind is kind]


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("Müller", "Müller"), ("mueller", "Müller"), ("Muler", "Müller"), ("Mülelr", "Müller"),
        ("Müler", "Müller"), ("Maier", "Meier"), ("Mayer", "Meier"), ("Meyer", "Meier"),
        ("Meirr", "Meier"), ("Schmitt", "Schmidt"), ("Schmid", "Schmidt"), ("Shcmidt", "Schmidt"),
        ("Weiss", "Weiß"), ("weis", "Weiß"), ("Gross", "Groß"), ("Gros", "Groß"),
        ("Juergen", "Schröder"), ("Jurgen", "Schröder"), ("Jürgn", "Schröder"),
        ("Schroeder", "Schröder"), ("Schroder", "Schröder"), ("Schöder", "Schröder"),
        ("Lukasz", "Kowalski"), ("Lucasz", "Kowalski"), ("Kovalski", "Kowalski"),
        ("Yilmaz", "Yılmaz"), ("Yilmatz", "Yılmaz"), ("Ayse", "Yılmaz"), ("OBrien", "O'Brien"),
        ("o'brian", "O'Brien"), ("Heydt", "von der Heydt"), ("Heidt", "von der Heydt"),
        ("von der Heid", "von der Heydt"), ("Karlheinz", "Möller-Lüdenscheidt"),
        ("Ludenscheid", "Möller-Lüdenscheidt"), ("Moeller Lüdenscheit", "Möller-Lüdenscheidt"),
        ("Sommerfeld Freida", "Sommerfeld"), ("Zommerfeld", "Sommerfeld"), ("Sommrf", "Sommerfeld"),
    ],
)  # fmt: skip
def test_a_person_is_found_however_the_name_is_typed(office, people, typed, last):
    assert people[last] in found(office, typed)


@pytest.mark.parametrize("typed", ["Xylophon", "Mm", "ab", "Qwertz", "%", '"', "* OR", "NEAR("])
def test_nothing_is_made_up(office, people, typed):
    assert found(office, typed) == []


def test_near_hits_say_what_is_meant(office, people):
    answer = office.finding.find("Muler")
    assert answer.meant == ("Müller",)
    assert [hit.near for hit in answer.hits] == [True]
    assert office.finding.find("Müller").meant == ()


def test_what_is_typed_rightly_comes_first_and_its_sounds_after(office, people):
    mayer = office.people.save({"last_name": "Mayer"})
    office.finding.warm()
    answer = office.finding.find("Mayer")
    assert [(hit.number, hit.near) for hit in answer.hits] == [
        (mayer, False),
        (people["Meier"], True),
    ]


def test_joined_first_names_are_found_apart_and_apart_ones_joined(office):
    joined = office.people.save({"first_name": "Hansjörg", "last_name": "Iffland"})
    assert found(office, "Hans Jörg") == [joined]


@pytest.mark.parametrize(
    "typed",
    ["05653 997712", "05653/997712", "+49 5653 997712", "0049 5653 997712", "997712", "7712",
     "05653-99 77 12", "(05653) 997712", "565399"],
)  # fmt: skip
def test_a_phone_number_is_found_in_any_spelling(office, typed):
    wanted = office.people.save({"last_name": "Gliem", "phone": "05653 997712"})
    office.people.save({"last_name": "Iffland", "phone": "05654 1234"})
    assert found(office, typed) == ([wanted] if typed != "565399" else [])


@pytest.mark.parametrize("kept", ["05653997712", "+49 (0) 5653 997712", "05653 / 99 77-12"])
def test_the_end_of_a_number_finds_it_however_it_is_kept(office, kept):
    wanted = office.people.save({"last_name": "Gliem", "phone": kept})
    assert found(office, "7712") == [wanted]


def test_the_end_of_a_phone_number_counts_beside_a_record_of_that_number(office, people):
    number = people["Groß"]
    wanted = office.people.save({"last_name": "Gliem", "phone": f"05653 99{number:04d}"})
    assert found(office, f"{number:04d}") == [number, wanted]


@pytest.mark.parametrize("typed", ["{}", "Nr. {}", "nr {}", "Nummer {}", "#{}"])
def test_a_number_finds_the_record(office, people, typed):
    number = people["Groß"]
    assert found(office, typed.format(number))[0] == number
    assert office.finding.find("Nr. 99999").hits == ()
    assert office.finding.find("0" * 40 + "1").hits == ()


def test_names_come_before_places_and_beginnings_before_all(office):
    office.people.save({"last_name": "Aab", "city": "Ulfenstadt"})
    second = office.people.save({"last_name": "Bering", "first_name": "Ulf"})
    first = office.people.save({"last_name": "Ulfers"})
    assert found(office, "ulf")[:2] == [first, second]


def test_every_kind_has_its_hits(office, people):
    initiative = office.initiatives.save(
        {"name": "Förderverein Stadtbücherei", "place_id": place_id(office, "Sontra")}
    )
    contact = office.initiatives.save_contact(
        initiative, {"last_name": "Quendel", "first_name": "Ute", "function": "Vorstand"}
    )
    wanted = offer(office, initiative_id=initiative)
    person = adult(office, last_name="Zwirnlein")
    (placement,) = office.placements.propose(person, [wanted])
    assert found(office, "Stadtbucherei", Kind.INITIATIVE) == [initiative]
    assert found(office, "Kwendel", Kind.CONTACT) == [contact]
    assert found(office, "Kindren vorlessen", Kind.OFFER) == [wanted]
    assert found(office, "Zwirnlein", Kind.PLACEMENT) == [placement]
    assert found(office, "vorlesen zwirnlein", Kind.PLACEMENT) == [placement]
    hit = next(one for one in office.finding.find("Quendel").hits if one.kind is Kind.CONTACT)
    assert hit.target == (Kind.INITIATIVE, initiative)
    assert hit.private
    assert hit.more == "Vorstand · Förderverein Stadtbücherei"


def test_papers_are_found_by_title(office, tmp_path, people):
    offer(office)
    number = office.papers.offer_list(tmp_path / "aushang.pdf")
    hits = [hit for hit in office.finding.find("aush").hits if hit.kind is Kind.POSTING]
    assert [hit.number for hit in hits] == [number]
    assert PaperKind.OFFER_LIST.label in hits[0].more


def test_the_archive_comes_last_and_the_trash_never(office, people):
    office.people.archive(people["Meier"])
    live = office.people.save({"last_name": "Meierling"})
    assert found(office, "Meier") == [live, people["Meier"]]
    office.trash.put(Kind.PERSON, [people["Meier"]])
    assert found(office, "Meier") == [live]
    assert found(office, f"Nr. {people['Meier']}") == []


def test_words_are_learned_when_warmed(office, people):
    office.finding.warm()
    new = office.people.save({"last_name": "Quastenberger"})
    office.finding.warm()
    assert found(office, "Quastnberger") == [new]


def test_known_records_are_named_and_lost_ones_left_out(office, people):
    hits = office.finding.records([(Kind.PERSON, people["Meier"]), (Kind.OFFER, 999)])
    assert [hit.words for hit in hits] == ["Meier, Bert"]


def test_names_that_sound_alike():
    for group in (("meier", "maier", "mayer", "meyer"), ("schmidt", "schmitt", "schmid"),
                  ("behrens", "berens"), ("stefan", "stephan"), ("schulz", "schultz")):  # fmt: skip
        assert len({spoken(one) for one in group}) == 1
    assert spoken("mueller") != spoken("moeller")


def test_swapped_letters_count_once_and_short_words_not_at_all():
    words = sort_words(["bahn", "baum", "haus", "rose"])
    assert near("bhan", words) == ["bahn"]
    assert near("hau", words) == []
    assert parts("rosenhaus", words) == []
    assert parts("hausrose", words) == [("haus", "rose")]


@given(st.lists(st.text("0123456789", min_size=7, max_size=12), max_size=20), st.data())
def test_every_end_of_a_phone_number_finds_it(numbers, data):
    words = sort_words(numbers)
    for number in numbers[:1]:
        length = data.draw(st.integers(4, len(number)))
        run = number[-length:]
        assert all(one.endswith(run) for one in ending(run, words))
        assert number in ending(run, words) or len(ending(run, words)) == 8


@given(st.text(max_size=60))
def test_any_text_is_answered(text):
    words = sort_words(["mueller", "meier", "056539977"])
    assert isinstance(near(text, words), list)
    assert isinstance(ending(text, words), list)
