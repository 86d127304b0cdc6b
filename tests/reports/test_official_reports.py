"""Reports to council and funders: one page stays one page, every figure is there, none escapes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import openpyxl
import pypdf
import pytest
from tests.reports.figure_sample import RECEIPTS, SAID, TOWNS, council_lines, report

from ehrenamt_desktop.errors import Cancelled, DomainError, InvalidDraft
from ehrenamt_desktop.model.figure_rows import Block, Shown, Unit
from ehrenamt_desktop.model.report_words import ReportWords
from ehrenamt_desktop.model.rules.small_counts import HIDDEN
from ehrenamt_desktop.reports import (
    annual_book,
    annual_paper,
    council,
    council_page,
    funding_book,
    funding_paper,
)

NASTY = (
    "<b>fett</b> & <img src='/etc/passwd'/> " * 6,
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten" * 3,
    "=1+1 👩🌾 \x00\x0b \u202erückwärts",
)


def write_council(path, office, progress=None):
    """The list in the form of the others."""
    more = {} if progress is None else {"progress": progress}
    return council.council_list(path, office, report(), council_lines(), **more)


def write_annual(path, office, progress=None):
    more = {} if progress is None else {"progress": progress}
    return annual_book.annual_book(path, office, report(), **more)


def page(path, office, words=SAID, **changes):
    return council_page.council_page(path, office, report(**changes), words)


def beside(paper, text):
    """What stands on the line of a text."""
    found = [one.split(None, 4) for one in paper.lines()]
    at = next(one[:2] for one in found if one[4] == text)
    return [one[4] for one in found if one[:2] == at]


def test_the_page_for_the_council_is_one_page(tmp_path, office, read_paper):
    path = tmp_path / "x.pdf"
    assert page(path, office) == council_page.MOST
    paper = read_paper(path)
    assert len(paper.pages) == 1
    text = " ".join(paper.pages[0].split())
    for town in TOWNS:
        assert town in text
    for sentence in (*SAID.sentences, SAID.proposal, SAID.meeting):
        assert sentence in text
    assert "Beschlussvorschlag" in text
    assert "Ausgabe 3 vom 11.01.2027, Prüfsumme 1a2b3c4d" in text
    expected = ["Vermittlungen", "34", "27", "40", "17", "6", "8", "3"]
    assert beside(paper, "Vermittlungen") == expected


def test_without_a_proposal_it_asks_to_take_note(tmp_path, office, read_paper):
    path = tmp_path / "x.pdf"
    page(path, office, ReportWords(body="Gemeindevertretung Sontra"))
    text = " ".join(read_paper(path).pages[0].split())
    assert "Kenntnisnahme" in text
    assert "Die Gemeindevertretung Sontra nimmt den Bericht zur Kenntnis." in text
    assert "Kurz gesagt" not in text


def test_the_longest_words_allowed_still_fit(tmp_path, office, read_paper):
    path = tmp_path / "x.pdf"
    sentence = "Ein Satz so lang wie erlaubt, " * 10
    words = ReportWords((sentence, sentence, sentence), "B" * 80, "M" * 80, "Beschluss " * 50)
    assert page(path, office, words.checked()) >= council_page.LEAST
    assert len(read_paper(path).pages) == 1


def test_nothing_overlaps_or_leaves_the_page(tmp_path, office, read_paper):
    path = tmp_path / "x.pdf"
    towns = ("Sontra", "Herleshausen", "Nentershausen-Süß", "außerhalb")
    page(path, office, ReportWords(NASTY, "<Gremium>", "&amp;", "x" * 500), towns=towns)
    found = read_paper(path)
    assert len(found.pages) == 1
    for place, word in enumerate(found.words):
        assert 20 <= word.left <= word.right <= 191
        assert not any(word.overlaps(other) for other in found.words[place + 1 : place + 80])


def test_too_few_figures_and_too_long_words_are_refused(tmp_path, office):
    with pytest.raises(DomainError, match="zu wenige Zahlen"):
        page(tmp_path / "x.pdf", office, lines=report().lines[:4])
    with pytest.raises(InvalidDraft) as refused:
        ReportWords(("x" * 301,), "", "m" * 81, "p" * 501).checked()
    assert {one.key for one in refused.value.fields} == {"sentence_1", "meeting", "proposal"}
    assert not list(tmp_path.iterdir())


def test_words_come_back_from_an_edition():
    assert ReportWords.of(SAID.kept()) == SAID


def test_the_annual_report_has_bookmarks_and_definitions_last(tmp_path, office, read_paper):
    path = tmp_path / "x.pdf"
    pages = annual_paper.annual_paper(path, office, report(), SAID)
    found = read_paper(path)
    assert len(found.pages) == pages
    outline = [one.title for one in pypdf.PdfReader(path).outline]
    assert outline[0] == "Auf einen Blick"
    assert [one for one in outline if one in {block.label for block in Block}] == [
        block.label for block in Block
    ]
    assert outline[-1] == "Definitionen"
    text = " ".join(" ".join(found.pages).split())
    for one in report().definitions:
        assert f"{one.name}: {one.words}" in text
    assert "Geändert seit der letzten Ausgabe: Gespräche am Telefon zählen jetzt mit." in text
    assert "geschützt Vermittlungen" in text
    assert all("Ausgabe 3" in one for one in found.pages)


@pytest.mark.parametrize(
    ("make", "more"),
    [
        (annual_paper.annual_paper, {}),
        (funding_paper.funding_paper, {"receipts": [
            one._replace(note=nasty) for one in RECEIPTS * 20 for nasty in NASTY
        ]}),
    ],
)  # fmt: skip
def test_long_papers_stay_inside_their_pages(make, more, tmp_path, office, read_paper):
    path = tmp_path / "x.pdf"
    make(path, office, report(title="T" * 200), ReportWords(NASTY), **more)
    for word in read_paper(path).words:
        assert 20 <= word.left <= word.right <= 191
        assert 10 <= word.top <= word.bottom <= 285


def test_a_chart_says_every_figure_and_hides_what_is_hidden(tmp_path, office, read_paper):
    path = tmp_path / "x.pdf"
    annual_paper.annual_paper(path, office, report(), ReportWords())
    text = " ".join(" ".join(read_paper(path).pages).split())
    assert "24 Angebote 19 Suchende 10 Vermittlungen" in text
    assert "ohne Anrede" in text
    for place in range(len(report().series)):
        assert report().series[place].points[-1].shown.text.split()[0] in text


def test_a_report_to_a_funder_sets_what_was_reached_beside_the_targets(
    tmp_path, office, read_paper
):
    path = tmp_path / "x.pdf"
    assert funding_paper.funding_paper(path, office, report(), SAID) >= 2
    expected = ["Vermittlungen", "40", "34", "85 % des Ziels"]
    assert beside(read_paper(path), "85 % des Ziels") == expected
    text = " ".join(" ".join(read_paper(path).pages).split())
    assert "erreicht" in text
    assert "Summe 3.690,15 1.845,08 0,00 0,00 12.915,53 18.450,75 15.255,68" in text
    assert "Unterschrift" in text


def test_each_receipt_stands_in_the_report_to_a_funder(tmp_path, office, read_paper):
    path = tmp_path / "x.pdf"
    funding_paper.funding_paper(path, office, report(), SAID, RECEIPTS)
    read = read_paper(path)
    text = " ".join(" ".join(read.pages).split())
    assert "2 03.02.2026 Druck und Porto Aushänge A3, 120 Stück Sontra 84,50" in text
    assert "3 09.02.2026 Fahrten Herleshausen -12,99" in text
    assert "Summe 1.145,76" in text
    path = tmp_path / "x.xlsx"
    funding_book.funding_book(path, office, report(), SAID, RECEIPTS)
    rows = list(openpyxl.load_workbook(path)["Belegliste"].iter_rows(min_row=6, values_only=True))
    assert [row[5] for row in rows] == ["Betrag", 1074.25, 84.5, -12.99]
    assert rows[1][1].date() == dt.date(2026, 1, 31)


def test_no_costs_and_no_targets_are_said(tmp_path, office, read_paper):
    path = tmp_path / "x.pdf"
    aimless = tuple(one._replace(target=None) for one in report().lines)
    funding_paper.funding_paper(path, office, report(lines=aimless, spending=()), ReportWords())
    text = " ".join(" ".join(read_paper(path).pages).split())
    assert "keine Ziele eingetragen" in text
    assert "keine Ausgaben eingetragen" in text


def values(path, title):
    sheet = openpyxl.load_workbook(path)[title]
    head = next(row[0].row for row in sheet.iter_rows(min_row=4) if row[0].value)
    return {row[0].value: [cell.value for cell in row[1:]] for row in sheet.iter_rows(min_row=head)}


def test_the_workbook_has_a_sheet_for_each_block(tmp_path, office):
    path = tmp_path / "x.xlsx"
    annual_book.annual_book(path, office, report())
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [
        "Überblick", *(block.label for block in Block), "Bereiche", "Gemeinde und Altersgruppe",
        "Ausgaben nach Art", "Mehrere Jahre", "Definitionen", "Legende",
    ]  # fmt: skip
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert str(sheet.page_setup.paperSize) == "9"
    cells = values(path, "Vermittlung")
    assert cells["Vermittlungen"] == [None, "Anzahl", 34, 27, 40, 17, 6, 8, 3]
    assert cells["Verbleib nach sechs Monaten"][2] == pytest.approx(19 / 24)
    assert cells["Vermittlungsquote der Beratenen"][2] == "erst ab 30.06.2027"
    money = values(path, "Ausgaben nach Art")
    assert money["Summe"][-2:] == [18450.75, pytest.approx(15255.675)]
    grid = openpyxl.load_workbook(path)["Gemeinde und Altersgruppe"]
    assert any(cell.value == "alle Gemeinden" for row in grid.iter_rows() for cell in row)


def test_figures_have_their_forms(tmp_path, office):
    path = tmp_path / "x.xlsx"
    annual_book.annual_book(path, office, report())
    forms = {
        row[0].value: row[3].number_format
        for row in openpyxl.load_workbook(path)["Vermittlung"].iter_rows()
    }
    assert forms["Vermittlungen"] == "#,##0"
    assert forms["Verbleib nach sechs Monaten"] == "0 %"
    money = openpyxl.load_workbook(path)[Block.MONEY.label]
    assert '#,##0.00 "€"' in {cell.number_format for row in money.iter_rows() for cell in row}


def test_charts_have_words_for_those_who_cannot_see_them(tmp_path, office):
    path = tmp_path / "x.xlsx"
    annual_book.annual_book(path, office, report())
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as parts:
        drawings = [
            parts.read(name).decode()
            for name in parts.namelist()
            if name.startswith("xl/drawings/drawing")
        ]
    shown = sum(one.count("<xdr:graphicFrame") or one.count("graphicFrame>") // 2
                for one in drawings)  # fmt: skip
    told = sum(one.count('descr="') for one in drawings)
    assert told == shown
    assert told >= 15
    assert any("Mehr" not in one and "Sport und Bewegung: Angebote 24" in one for one in drawings)


@pytest.mark.parametrize("write", [write_annual, write_council])
def test_a_stopped_workbook_leaves_nothing(write, tmp_path, office, stopping):
    with pytest.raises(Cancelled):
        write(tmp_path / "x.xlsx", office, stopping)
    assert not list(tmp_path.iterdir())


def test_the_funders_workbook(tmp_path, office):
    path = tmp_path / "x.xlsx"
    funding_book.funding_book(path, office, report(), SAID)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[0] == "Sachbericht"
    cells = values(path, funding_paper.GOALS)
    assert cells["Vermittlungen"][-1] == "85 % des Ziels"
    assert cells["Neu entstandene Initiativen"][-1] == "erreicht"


def test_what_was_reached_in_words():
    line = report().line("placements")
    assert funding_paper.reached(line) == "85 % des Ziels"
    assert funding_paper.reached(line._replace(now=Shown(40.0))) == "erreicht"
    assert funding_paper.reached(line._replace(now=Shown(None, Unit.COUNT, HIDDEN))) == HIDDEN


def test_the_council_list_protects_people_and_shows_offers(tmp_path, office):
    path = tmp_path / "x.xlsx"
    assert write_council(path, office) == 4
    sheet = openpyxl.load_workbook(path)[council.TITLE]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=7)]
    head = rows.index([one.title for one in council.COLUMNS])
    found = {tuple(row[:2]): row[2:] for row in rows[head + 1 :]}
    assert found["Sontra", "Sport und Bewegung"][:2] == [2, 1]
    assert found["Sontra", "Sport und Bewegung"][2] == HIDDEN
    seekers = [row[2] for row in found.values()]
    assert seekers.count(HIDDEN) in (3, 4), "a single hidden cell could be worked out"
    assert found["Sontra", "Soziales"][4] == 0


def test_a_list_without_rows_is_refused(tmp_path, office):
    with pytest.raises(DomainError, match="keine Zahlen"):
        council.council_list(tmp_path / "x.xlsx", office, report(), ())
    assert not list(tmp_path.iterdir())
