"""Every text field takes anything: kept or refused in German, harmless on paper and in lists."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from openpyxl import load_workbook

from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.records.initiative import ContactDraft, InitiativeDraft
from ehrenamt_desktop.model.records.offer import OfferDraft
from ehrenamt_desktop.model.records.person import PersonDraft
from ehrenamt_desktop.services.office import Office

HOSTILE = {
    "long word": "x" * 50_000,
    "long text": "Wort und noch eines " * 2_500,
    "many lines": "\n" * 25_000 + "Ende" * 5,
    "controls": "".join(map(chr, range(32))) + "a\x7f\x85b\u2028c\ud800d",
    "right to left": "\u202eabc\u202c \u05e9\u05dc\u05d5\u05dd \u2067x\u2069",
    "html": "<b>fett</b> <img src=x onerror=alert(1)> &amp; <para> ]]> </font>",
    "formula": '=HYPERLINK("http://example.org";"x")',
    "command": "+cmd|' /C calc'!A0",
    "at": "@SUM(1+1)",
    "emoji": "👩🏽‍🚒🇩🇪❤️ é\u0301\u0301\u0301 ﷽",
    "placeholder": "{vorname} {{x}} %s %(a)s $HOME ${x} \\n \\u0000",
    "quotes": "'\"; DROP TABLE person; -- „x“ \\",
}
DRAFTS: dict[str, Any] = {
    "people": PersonDraft,
    "initiatives": InitiativeDraft,
    "contacts": ContactDraft,
    "offers": OfferDraft,
}
BASE: dict[str, dict[str, Any]] = {
    "people": {
        "last_name": "Gliem", "first_name": "Ida", "birth_year": 1960, "street": "Weg 1",
        "postcode": "36205", "city": "Sontra",
    },
    "initiatives": {"name": "Busverein"},
    "contacts": {"last_name": "Süß"},
    "offers": {"title": "Bürgerbus fahren"},
}  # fmt: skip


def _text_fields(noun: str) -> list[str]:
    fields = DRAFTS[noun].model_fields
    return [name for name, field in fields.items() if field.annotation in (str, str | None)]


def _save(office: Office, noun: str, values: dict[str, Any], initiative: int) -> int:
    if noun == "people":
        return office.people.save(values)
    if noun == "initiatives":
        return office.initiatives.save(values)
    if noun == "contacts":
        return office.initiatives.save_contact(initiative, values)
    return office.offers.save({"initiative_id": initiative, **values})


@pytest.fixture
def initiative(office: Office) -> int:
    return office.initiatives.save({"name": "Träger"})


def _keep(office: Office, initiative: int) -> Iterator[tuple[str, str, str, int]]:
    """Put every hostile text into every text field; what is refused says so in German."""
    for noun, base in BASE.items():
        for name in _text_fields(noun):
            for what, text in HOSTILE.items():
                number, said = _try(office, noun, base | {name: text}, initiative)
                assert all(one.endswith(".") for one in said), (noun, name, what)
                if number:
                    yield noun, name, what, number
                else:
                    assert said, (noun, name, what)


def _try(
    office: Office, noun: str, values: dict[str, Any], initiative: int
) -> tuple[int, list[str]]:
    """The number of what is kept, or the sentences of the refusal."""
    try:
        return _save(office, noun, values, initiative), []
    except InvalidDraft as error:
        return 0, [one.sentence for one in error.fields]
    except DomainError as error:
        return 0, [error.sentence]


def test_every_text_is_kept_or_refused_and_harms_no_list(
    office: Office, initiative: int, tmp_path: Path
) -> None:
    kept = list(_keep(office, initiative))
    assert {noun for noun, *_ in kept} == set(BASE)
    assert {what for _, _, what, _ in kept} >= set(HOSTILE) - {"long word", "long text"}
    for noun in ("people", "initiatives", "offers"):
        book, listed = tmp_path / f"{noun}.xlsx", tmp_path / f"{noun}.csv"
        rows = office.exports.whole(noun, book)
        sheet = load_workbook(book).worksheets[0]
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert sheet.max_row > rows
        assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
        assert max(len(str(cell.value or "")) for cell in cells) <= 32_767
        office.exports.whole(noun, listed)
        plan = office.imports.plan(noun, listed)
        assert plan.counts.read == rows
        assert plan.counts.refused == 0, plan.refused[:3]
        paper = tmp_path / f"{noun}.pdf"
        office.exports.whole(noun, paper)
        assert _text(paper)
    cards = tmp_path / "personen.vcf"
    plan = office.imports.plan("people", cards) if office.exports.whole("people", cards) else None
    assert plan is not None
    assert plan.counts.refused == 0, plan.refused[:3]


@pytest.mark.parametrize("what", HOSTILE)
def test_papers_show_hostile_text_as_text(
    office: Office, initiative: int, tmp_path: Path, what: str
) -> None:
    text = HOSTILE[what]
    person = _longest(office, "people", "last_name", text, initiative)
    office.people.add_consent(person, {"scope": "storage", "given_on": "2026-11-01"})
    offer = _longest(office, "offers", "title", text, initiative)
    office.offers.publish(offer)
    letter, board = tmp_path / "brief.pdf", tmp_path / "aushang.pdf"
    office.papers.proposal_letter(letter, person, [offer])
    office.papers.offer_list(board)
    for paper in (letter, board):
        shown = _text(paper)
        assert shown
        assert not [sign for sign in shown if unicodedata.category(sign) == "Cs"]


def _longest(office: Office, noun: str, name: str, text: str, initiative: int) -> int:
    """The record with as much of a text as its field takes."""
    limit = next(
        (one.max_length for one in DRAFTS[noun].model_fields[name].metadata
         if hasattr(one, "max_length")), 80
    )  # fmt: skip
    return _save(office, noun, BASE[noun] | {name: f"A {text}"[:limit]}, initiative)


def _text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
