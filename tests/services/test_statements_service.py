"""Statements of the young: wishes are added in one step, nothing is turned, minors are safe."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.make_office import adult, term_id
from tests.printed import read

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import StatementAnswer, TermKind, TermRelation
from ehrenamt_desktop.model.statements import MOST_DOUBLED, Reply

AGREE, NOT, SKIP = StatementAnswer.AGREE, StatementAnswer.DISAGREE, StatementAnswer.SKIPPED


def terms(office, person, relation):
    return {
        one.term_id for one in office.lists.person(person).terms if one.relation == relation.value
    }


def test_every_statement_speaks_of_terms_that_exist(office):
    listed = office.statements.listed()
    assert 12 <= len(listed) <= 15
    assert len({one.key for one in listed}) == len(listed)
    for one in listed:
        assert one.terms, one.text
        assert len(one.text) <= 80
        assert len(one.terms) == len(one.words)


def test_answers_fill_the_wishes_in_one_step_that_can_be_undone(office):
    refused = term_id(office, TermKind.ACTIVITY, "GARTEN_NATUR")
    person = adult(office, terms=[{"term_id": refused, "relation": "no"}])
    nature = term_id(office, TermKind.AREA, "UMWELT")
    crafts = term_id(office, TermKind.ACTIVITY, "HANDWERK")
    said = {"outside": Reply(AGREE, doubled=True), "hands": Reply(AGREE), "sport": Reply(NOT),
            "stage": Reply(SKIP)}  # fmt: skip
    assert office.statements.save(person, said, [crafts]) == 1
    assert terms(office, person, TermRelation.WISH) == {nature}
    assert terms(office, person, TermRelation.NO) == {refused}
    assert office.statements.said(person) == {
        "outside": Reply(AGREE, doubled=True), "hands": Reply(AGREE), "sport": Reply(NOT),
    }  # fmt: skip
    assert office.statements.save(person, {"hands": Reply(AGREE)}) == 1
    assert terms(office, person, TermRelation.WISH) == {nature, crafts}
    assert set(office.statements.said(person)) == {"hands"}
    office.history.undo()
    office.history.undo()
    assert office.statements.said(person) == {}
    assert not terms(office, person, TermRelation.WISH)


def test_what_is_refused(office):
    person = adult(office)
    with pytest.raises(DomainError, match="mindestens eine"):
        office.statements.save(person, {"hands": Reply(SKIP)})
    every = [one.key for one in office.statements.listed()]
    twice = dict.fromkeys(every[: MOST_DOUBLED + 1], Reply(AGREE, doubled=True))
    with pytest.raises(DomainError, match="höchstens 3"):
        office.statements.save(person, twice)
    office.people.archive(person)
    with pytest.raises(DomainError, match="Archiv"):
        office.statements.save(person, {"hands": Reply(AGREE)})


def test_of_a_minor_nothing_is_kept_before_the_guardian_agreed(office):
    born = clock.today() - dt.timedelta(days=15 * 365 + 100)
    young = office.people.save({"last_name": "Rehm", "birth_date": born})
    with pytest.raises(DomainError, match="Sorgeberechtigte"):
        office.statements.save(young, {"hands": Reply(AGREE)})
    assert office.statements.said(young) == {}
    office.people.add_consent(
        young,
        {"scope": "storage", "given_on": clock.today(), "by_guardian": True,
         "guardian_name": "Ute Rehm"},
    )  # fmt: skip
    assert office.statements.save(young, {"hands": Reply(AGREE)}) == 1


def test_the_page_holds_every_sentence_and_no_name(office, tmp_path):
    path = tmp_path / "blatt.pdf"
    number = office.statements.write(path)
    paper = read(path)
    assert len(paper.pages) == 1
    for one in office.statements.listed():
        assert one.text.replace(" ", "") in paper.squeezed(0)
    for word in ("stimmt", "teils, teils", "stimmt nicht", "doppelt"):
        assert word.replace(" ", "") in paper.squeezed(0)
    (row,) = office.lists.postings.rows([number])
    assert row.title == "Aussagen für junge Leute"
