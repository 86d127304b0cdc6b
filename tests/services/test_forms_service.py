"""The office's own forms: complete, described, filled with what they ask for and nothing more."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from tests.make_office import adult, offer

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Channel, InitiativeType, Rhythm, Salutation
from ehrenamt_desktop.model.forms import Blanks, Lines, Ticks, Words, needed
from ehrenamt_desktop.reports.forms.form import draw_form
from ehrenamt_desktop.services.form_values import _NEEDS, office_values
from ehrenamt_desktop.services.forms import CERTIFICATES, FormFor, shipped

LABELS = {
    "salutation": [one.label for one in Salutation],
    "channel": [one.label for one in Channel],
    "rhythm": [one.label for one in Rhythm],
    "body_type": [one.label for one in InitiativeType],
    "needs": list(_NEEDS.values()),
    "accessible": ["ja", "nein"],
    "trial": ["ja", "nein"],
    "refund": ["ja", "nein"],
}


def fields(data):
    """Description, value and kind of each field."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            (str(one.TU), str(one.get("/V", "")), str(one.FT)) for one in pdf.Root.AcroForm.Fields
        ]


def text(data):
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def known(office):
    """Every placeholder that can stand for something."""
    body = office.initiatives.save({"name": "Verein"})
    office.initiatives.save_contact(body, {"last_name": "Roth"})
    number, task = adult(office), offer(office, initiative_id=body)
    (placement,) = office.placements.propose(number, [task])
    whom = FormFor(number, body, task, placement, named=True)
    return set(office.forms._values(whom)) | {"started"} | {row.key for row in office.lists.law()}


def test_every_form_asks_only_for_what_exists(office):
    there = known(office)
    for form in shipped().values():
        asked = set()
        for block in form.blocks:
            if isinstance(block, Blanks):
                asked |= {one.value for one in block.fields if one.value}
                assert sum(one.width for one in block.fields) == 12, (form.name, block)
            elif isinstance(block, Lines):
                assert sum(one.width for one in block.columns) == 12, (form.name, block)
            elif isinstance(block, Ticks) and block.value:
                asked.add(block.value)
                wrong = set(LABELS[block.value]) - set(block.options)
                assert block.value == "body_type" or not wrong, (form.name, wrong)
                strange = set(block.options) - {*LABELS[block.value], "nichts davon"}
                assert not strange, (form.name, strange)
            elif isinstance(block, Words):
                asked |= set(needed(block.text)) | ({block.unless} - {""})
        assert asked <= there, (form.name, asked - there)
        assert form.about in {"person", "placement", "initiative", "offer", "nobody"}


@pytest.mark.parametrize("name", sorted(shipped()))
def test_every_field_says_what_belongs_there(office, name):
    data = office.forms.make(name)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == "de"
        assert str(pdf.docinfo.Title) == shipped()[name].title
        widgets = [one for page in pdf.pages for one in page.get("/Annots", [])]
        listed = list(pdf.Root.AcroForm.Fields)
        assert len({str(one.T) for one in listed}) == len(listed) == len(widgets)
        for one in listed:
            assert len(str(one.TU)) > 3
            assert "/N" in one.AP
            left, low, right, high = (float(part) for part in one.Rect)
            assert 0 < left < right < 596
            assert 0 < low < high < 842


def test_what_is_known_stands_in_the_fields_umlauts_and_all(office):
    number = adult(
        office, first_name="Łukasz", last_name="Weiß-Öz", salutation="mr", profession="Bäcker"
    )
    found = fields(office.forms.make("freiwilligenbogen", FormFor(number)))
    values = {about.split(": ", 1)[1]: value for about, value, _ in found}
    assert values["Vorname"] == "Łukasz"
    assert values["Nachname"] == "Weiß-Öz"
    assert values["Beruf oder Ausbildung"] == "Bäcker"
    assert values["Anrede: Herr"] == "/Yes"
    assert values["Anrede: Frau"] == "/Off"


def test_a_leaflet_says_no_figure_that_is_not_sure(office):
    said = text(office.forms.make("merkblatt_leistungsbezug"))
    assert "15 Stunden" in said
    assert "250 Euro" not in said  # not found for 2026
    assert "fragen Sie vorher nach" in said
    assert "960 Euro" in text(office.forms.make("merkblatt_pauschalen"))


def test_the_notice_and_the_certificates_are_forms_too(office):
    assert "Datenschutz" in text(office.forms.make("datenschutzhinweis"))
    number = adult(office)
    for name in CERTIFICATES:
        assert office.forms.lacking(name, number)
        with pytest.raises(DomainError):
            office.forms.make(name, FormFor(number))
    with pytest.raises(DomainError, match="gibt es nicht"):
        office.forms.make("nichts")


def test_a_form_is_written_as_pdf_only(office, tmp_path):
    office.forms.write(tmp_path / "bogen.pdf", "einwilligung")
    assert (tmp_path / "bogen.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(DomainError):
        office.forms.write(tmp_path / "bogen.docx", "einwilligung")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.text(max_size=300))
def test_whatever_stands_in_a_field_the_form_is_whole(office, value):
    info = office.lists.office_info()
    out = io.BytesIO()
    values = {
        **office_values(info, clock.today()),
        "first_name": value,
        "teaser": value,
    }
    for name in ("freiwilligenbogen", "erfassungsbogen_angebot"):
        out.seek(0)
        out.truncate()
        draw_form(out, info, shipped()[name], values)
        with pikepdf.open(io.BytesIO(out.getvalue())) as pdf:
            assert not pdf.check_pdf_syntax()
