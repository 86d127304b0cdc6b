"""One letter to many: filled, printed and kept in each course together, or not at all."""

from __future__ import annotations

import pypdfium2
import pytest

from ehrenamt_desktop.cli import run
from ehrenamt_desktop.errors import Cancelled, DomainError, StoreUnavailable
from ehrenamt_desktop.model.enums import Kind, PaperKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.serial import SerialWish

HOME = {"street": "Am Graben 3", "postcode": "36205", "city": "Sontra", "birth_year": 1960}
ASKING = {
    "title": "Dankeabend", "to": "anyone", "subject": "Dankeabend am {?Tag}",
    "closing": "Mit freundlichen Grüßen", "body": "{greeting},\n\nkommen Sie am {?Tag}?",
}  # fmt: skip


def person(office, first="Marion", last="Dietzel", salutation="ms", **values):
    number = office.people.save(
        {"last_name": last, "first_name": first, "salutation": salutation, **HOME, **values}
    )
    for scope in ("storage", "letters"):
        office.people.add_consent(number, {"scope": scope, "given_on": "2026-11-01"})
    return number


@pytest.fixture
def people(office):
    return [
        person(office, last="Zeh", postcode="37293", city="Herleshausen"),
        person(office),
        person(office, "Horst", salutation="mr"),
        office.people.save({"last_name": "Offen", **HOME}),
    ]


@pytest.fixture
def asking(office):
    return SerialWish(office.letter_texts.keep("", ASKING), {"?Tag": "Freitag"})


def pages(path):
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def course(office, number):
    return [one for one in office.lists.person(number).history if one.kind is Kind.INTERACTION]


def postings(office):
    return office.lists.postings.rows(office.lists.postings.ids(ListQuery()))


def test_letters_are_printed_by_postcode_and_kept_in_each_course(office, people, asking, tmp_path):
    path = tmp_path / "briefe.pdf"
    made = office.serial_print.write(path, people, asking)
    assert (made.path, made.letters, made.reached) == (path, 3, 3)
    texts = pages(path)
    assert len(texts) == 3
    assert "Herr Dietzel" in texts[0]
    assert "Frau Dietzel" in texts[1]
    assert "Herleshausen" in texts[2]
    assert all("kommen Sie am Freitag?" in one for one in texts)
    (row,) = postings(office)
    assert (row.kind, row.rows, row.path) == (PaperKind.SERIAL_LETTER, 3, str(path))
    for number in people[:3]:
        (line,) = course(office, number)
        assert line.title == "Brief: Dankeabend"
        assert line.paper == row.id
    assert not course(office, people[3])
    assert office.history.undo().action == "Serienbrief geschrieben"
    assert not any(course(office, number) for number in people)
    assert not postings(office)


def test_a_household_gets_one_and_both_courses_have_it(office, people, asking, tmp_path):
    office.households.join(people[1:3], "Marion und Horst Dietzel")
    wish = asking._replace(per_household=True)
    made = office.serial_print.write(tmp_path / "b.pdf", people, wish)
    assert (made.letters, made.reached) == (2, 3)
    assert len(course(office, people[1])) == len(course(office, people[2])) == 1


def test_single_files_have_no_names_in_their_names(office, people, asking, tmp_path):
    folder = office.serial_print.write(tmp_path, people, asking._replace(single=True)).path
    assert folder.name == "Serienbrief 2026-11-23"
    files = sorted(folder.iterdir())
    assert [one.name for one in files] == ["Brief 1.pdf", "Brief 2.pdf", "Brief 3.pdf"]
    assert "Herr Dietzel" in pages(files[0])[0]
    assert postings(office)[0].path == str(folder)


class Stopped:
    def step(self, done, total, text=""):
        if done == 2:
            raise Cancelled


@pytest.mark.parametrize("single", [False, True])
def test_cancel_leaves_no_file_and_no_course(office, people, asking, tmp_path, single):
    before = set(tmp_path.iterdir())
    path = tmp_path if single else tmp_path / "b.pdf"
    with pytest.raises(Cancelled):
        office.serial_print.write(path, people, asking._replace(single=single), progress=Stopped())
    assert set(tmp_path.iterdir()) == before
    assert not any(course(office, number) for number in people)
    assert not postings(office)


def test_a_target_that_cannot_be_written_keeps_nothing(office, people, asking, tmp_path):
    (tmp_path / "b.pdf").mkdir()
    with pytest.raises(StoreUnavailable):
        office.serial_print.write(tmp_path / "b.pdf", people, asking)
    assert not postings(office)


def test_an_answer_that_is_missing_refuses_the_run(office, people, asking, tmp_path):
    with pytest.raises(DomainError, match="Tag"):
        office.serial_print.write(tmp_path / "b.pdf", people, asking._replace(answers={}))
    with pytest.raises(DomainError, match="gibt es hier nicht"):
        office.serial_print.write(tmp_path / "b.pdf", people, SerialWish("vorschlag"))
    with pytest.raises(DomainError, match="Keine dieser Personen"):
        office.serial_print.write(tmp_path / "b.pdf", people[3:], asking)
    with pytest.raises(DomainError, match="endet"):
        office.serial_print.write(tmp_path / "b.docx", people, asking)
    assert not list(tmp_path.glob("b.*"))
    assert not postings(office)


def test_who_lacks_what_the_text_says_gets_none(office, people):
    wish = SerialWish(office.letter_texts.keep("", ASKING | {"body": "{greeting}, {engagement}"}))
    plan = office.serial_print.plan(people, wish)
    assert not plan.letters
    assert sum("Laufendes Engagement" in reason for _, _, reason in plan.refused) == 3
    with pytest.raises(DomainError):
        office.serial_print.sample(people, wish)


def test_the_first_letter_is_shown_before(office, people, asking):
    (text,) = pages(office.serial_print.sample(people, asking._replace(answers={})))
    assert "{?Tag}" in text


def test_initiatives_get_theirs(office, asking, tmp_path):
    address = {"street": "Weg 1", "postcode": "36205", "city": "Sontra"}
    club = office.initiatives.save({"name": "Turnverein Ulfen", **address})
    made = office.serial_print.write(tmp_path / "b.pdf", [club], asking, noun="initiatives")
    assert (made.letters, made.reached) == (1, 1)
    (text,) = pages(tmp_path / "b.pdf")
    assert "Turnverein Ulfen" in text
    lines = [one.title for one in office.lists.initiative(club).history]
    assert "Brief: Dankeabend" in lines


def test_on_the_command_line(office, people, asking, tmp_path, capsys):
    store = ["--store", str(office.store.path)]
    office.close()
    path = tmp_path / "b.pdf"
    call = ["print", "serial", "people", "--text", "dankeabend", "--out"]
    assert run([*call, str(path), "--answer", "Tag=Freitag", *store]) == 0
    assert "3 Briefe; 1 außen vor" in capsys.readouterr().out
    assert run([*call, str(tmp_path), "--single", "--answer", "Tag=Freitag", *store]) == 0
    assert run([*call, str(path), *store]) == 1
    assert run([*call, str(path), "--answer", "Tag", *store]) == 1
    wrong = ["print", "serial", "people", "--text", "fehlt", "--out", str(path), *store]
    assert run(wrong) == 1
    assert "Es gibt:" in capsys.readouterr().err
