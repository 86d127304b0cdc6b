"""The papers of data protection say what the settings say, and nothing by themselves."""

from __future__ import annotations

import datetime as dt
import re
from string import Formatter

import pypdf
import pytest
from tests.make_office import adult, offer

from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.enums import (
    Kind,
    LegalBasis,
    PrivacyPaperKind,
    Purpose,
    RestrictionGround,
)
from ehrenamt_desktop.model.exports import ExportReason
from ehrenamt_desktop.model.privacy import AUTHORITY, NO_PROCESSORS, PrivacyDetails
from ehrenamt_desktop.model.rules.ageing import JournalTerms
from ehrenamt_desktop.model.rules.retention import Retention
from ehrenamt_desktop.services.privacy_papers import _texts
from ehrenamt_desktop.services.talk_sheets import NOTICE

TODAY = dt.date(2026, 11, 23)
NAMED = PrivacyDetails(
    "Zweckverband Probe, Markt 1", "Ines Schutz, Telefon 06621 1",
    dict.fromkeys(Purpose, LegalBasis.CONSENT), "Aufsicht Probe", "IT-Betreuung Probe",
)  # fmt: skip


def text_of(path):
    said = " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    return re.sub(r"\s+", " ", said)


def all_words(paper):
    return " ".join([paper.about, *(str(part) for part in paper.parts)])


@pytest.mark.parametrize("kind", PrivacyPaperKind)
def test_each_paper_is_whole(office, kind, tmp_path):
    path = tmp_path / "papier.pdf"
    office.privacy_papers.keep(NAMED)
    assert office.privacy_papers.write(kind, path) == len(pypdf.PdfReader(path).pages) <= 3
    said = text_of(path)
    paper = office.privacy_papers.paper(kind)
    for part in paper.parts:
        for words in (part.title, *part.text, *part.ticks, *part.blanks):
            assert re.sub(r"\s+", "", words) in said.replace(" ", "")
        for label, value in part.rows:
            assert re.sub(r"\s+", "", label) in said.replace(" ", "")
            assert re.sub(r"\s+", "", value) in said.replace(" ", "")
    assert "{" not in said
    assert paper.version in said


def test_what_is_in_braces_is_known():
    known = {one.value for one in Purpose} | {
        "controller", "officer", "authority", "processors", "office", "matching", "kept", "rights",
        "people", "contacts", "exports",
    }  # fmt: skip
    assert set(_texts()) == {"words", *(one.value for one in PrivacyPaperKind)}
    braces = {name for text in _strings(_texts()) for _, name, _, _ in Formatter().parse(text)}
    assert braces - {None} == known


def _strings(found):
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        for one in found.values():
            yield from _strings(one)
    elif isinstance(found, list):
        for one in found:
            yield from _strings(one)


@pytest.mark.parametrize("kind", [PrivacyPaperKind.NOTICE, PrivacyPaperKind.CONTACTS])
def test_a_notice_names_what_articles_13_and_14_ask_for(office, kind):
    office.privacy_papers.keep(NAMED)
    said = all_words(office.privacy_papers.paper(kind))
    for words in (NAMED.controller, NAMED.officer, NAMED.authority, NAMED.processors,
                  "Art. 6 Abs. 1 Buchst. a", "Art. 15", "Art. 16, 17, 18 und 21", "Art. 20",
                  "Art. 7 Abs. 3", "Europäischen Union"):  # fmt: skip
        assert words in said
    assert any("widersprechen" in part.title for part in office.privacy_papers.paper(kind).parts)
    if kind is PrivacyPaperKind.NOTICE:
        assert "Profiling" in said
        assert "Art. 22" in said
        assert "Archiv" in said
    else:
        assert "Woher wir Ihre Angaben haben" in said


def test_what_is_open_is_said(office):
    paper = office.privacy_papers.paper(PrivacyPaperKind.NOTICE)
    assert "noch nicht eingetragen" in all_words(paper)
    assert "noch nicht festgelegt" in all_words(paper)
    details = office.privacy_papers.details()
    assert (details.authority, details.processors) == (AUTHORITY, "")
    assert NO_PROCESSORS in all_words(paper)


def test_settings_are_kept_read_back_and_checked(office):
    with pytest.raises(InvalidDraft):
        office.privacy_papers.keep(PrivacyDetails(" "))
    office.privacy_papers.keep(NAMED)
    assert office.privacy_papers.details() == NAMED
    office.history.undo()
    assert office.privacy_papers.details().controller == ""


def test_the_version_follows_words_and_settings_only(office, tmp_path):
    before = office.privacy_papers.version()
    adult(office)
    assert office.privacy_papers.version() == before
    assert office.privacy_papers.version(Kind.CONTACT) != before
    office.privacy_papers.keep(NAMED)
    assert office.privacy_papers.version() != before


def test_words_in_settings_are_never_read_as_braces(office):
    office.privacy_papers.keep(PrivacyDetails("Büro {people} {0} <b>fett</b>"))
    assert "Büro {people} {0} <b>fett</b>" in all_words(
        office.privacy_papers.paper(PrivacyPaperKind.REGISTER)
    )


def test_the_breach_sheet_knows_how_many_and_which_files_lie_about(office, tmp_path):
    adult(office)
    sheet = all_words(office.privacy_papers.paper(PrivacyPaperKind.BREACH))
    assert "1 Freiwillige, 0 Ansprechpersonen" in sheet
    assert "'keine'" in sheet
    reason = ExportReason("Einladung", dt.date(2026, 12, 1))
    office.export_log.keep("Liste", tmp_path / "x.xlsx", 1, reason)
    sheet = all_words(office.privacy_papers.paper(PrivacyPaperKind.BREACH))
    assert "Nr. 1 vom 23.11.2026, 1 Zeilen" in sheet
    assert "Dietzel" not in sheet


def test_handing_over_stands_on_the_person(office):
    person = adult(office)
    version = office.privacy_papers.handed(Kind.PERSON, person, dt.date(2026, 11, 20))
    values = office.lists.person(person).values
    assert values["notice_on"] == dt.date(2026, 11, 20)
    assert values["notice_version"] == version == office.privacy_papers.version()
    with pytest.raises(InvalidDraft):
        office.privacy_papers.handed(Kind.PERSON, person, dt.date(2026, 11, 24))
    with pytest.raises(DomainError):
        office.privacy_papers.handed(Kind.PERSON, 99, TODAY)
    office.restrictions.restrict(person, RestrictionGround.OBJECTION)
    office.privacy_papers.handed(Kind.PERSON, person, TODAY)
    assert office.history.undo().action == "Datenschutzhinweis ausgehändigt"


def test_only_pdf(office, tmp_path):
    with pytest.raises(DomainError):
        office.privacy_papers.write(PrivacyPaperKind.NOTICE, tmp_path / "x.txt")


def test_how_long_follows_the_rules(office):
    before = office.privacy_papers.version()
    assert "12 Monate nach dem letzten Kontakt" in all_words(
        office.privacy_papers.paper(PrivacyPaperKind.NOTICE)
    )
    rules = Retention(enquiry=1, counselled=7, placed=30, archive="Stadtarchiv", waiver="41-7")
    office.erasures.set_rules(rules._asdict() | JournalTerms()._asdict())
    said = all_words(office.privacy_papers.paper(PrivacyPaperKind.REGISTER))
    for words in ("1 Monat nach", "7 Monate", "30 Monate", "(Stadtarchiv) hat auf die Akten"):
        assert words in said
    assert office.privacy_papers.version() != before
    assert "7 Monate" in office.disclosures.of(adult(office)).kept


def test_the_talk_sheet_asks_until_it_was_handed_over(office, tmp_path):
    person, work = adult(office), offer(office)
    office.talk_sheets.talk_sheet(tmp_path / "vorher.pdf", person, [work])
    office.privacy_papers.handed(Kind.PERSON, person, TODAY)
    office.talk_sheets.talk_sheet(tmp_path / "nachher.pdf", person, [work])
    assert NOTICE in text_of(tmp_path / "vorher.pdf")
    assert NOTICE not in text_of(tmp_path / "nachher.pdf")
