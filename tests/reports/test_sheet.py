"""Excel lists: real values, no live formulas, ready to print, and nothing left when stopped."""

from __future__ import annotations

import datetime as dt
import random
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ehrenamt_desktop.errors import Cancelled
from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.columns.offers import OFFER_COLUMNS
from ehrenamt_desktop.model.enums import Freshness, OfferKind, OfferStage
from ehrenamt_desktop.model.rows import OfferRow
from ehrenamt_desktop.reports import sheet

PAYLOADS = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "\uff1d1+1",
    '=HYPERLINK("http://x.example","klick")',
    '=DDE("cmd","x")',
    "-2+3+cmd|'x'!A0",
)


@dataclass(frozen=True)
class Thing:
    text: object
    value: object = None


COLUMNS = (
    Column("text", "Text", lambda row: str(row.text), width=20),
    Column("value", "Wert", lambda row: "leer", value=lambda row: row.value, align="right"),
)


def local(*parts):
    """A moment as Excel keeps it: without a zone."""
    return dt.datetime(*parts)  # noqa: DTZ001


def cells(path, name=None):
    book = openpyxl.load_workbook(path)
    page = book[name] if name else book.worksheets[0]
    return [[cell.value for cell in row] for row in page.iter_rows()]


def write(path, rows, **options):
    return sheet.write_list(path, "Probe", COLUMNS, rows, {"Stand": "23.11.2026"}, **options)


def offer(number):
    return OfferRow(
        number, f"Angebot {number}", 1, "Verein", "Ulfen", "Sontra", "Soziales", OfferStage.OPEN,
        2, 3, dt.date(2026, 3, 1), None, Freshness.FRESH, OfferKind.OFFER,
    )  # fmt: skip


def test_real_dates_and_numbers(tmp_path):
    path = tmp_path / "x.xlsx"
    assert sheet.write_list(path, "Angebote", OFFER_COLUMNS, [offer(7)], {}) == 1
    page = openpyxl.load_workbook(path).worksheets[0]
    titles = [cell.value for cell in page[1]]
    assert titles == [column.title for column in OFFER_COLUMNS]
    row = dict(zip(titles, page[2], strict=True))
    assert row["Nr."].value == 7
    assert row["Freie Plätze"].value == 2
    assert row["Zuletzt bestätigt"].value == local(2026, 3, 1)
    assert row["Zuletzt bestätigt"].number_format == "dd.mm.yyyy"
    assert row["Zuletzt bestätigt"].is_date
    assert row["Gültig bis"].value is None
    assert row["Nr."].alignment.horizontal == "right"


def test_ready_to_filter_and_print(tmp_path):
    path = tmp_path / "x.xlsx"
    sheet.write_list(
        path,
        "Angebote & mehr",
        OFFER_COLUMNS[:9],
        map(offer, range(40)),
        {"Stand": "23.11.2026", "Filter": "Gemeinde Sontra"},
        {"Titel": "Was zu tun ist"},
    )
    book = openpyxl.load_workbook(path)
    page, legend = book.worksheets
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:I41"
    assert page.print_title_rows == "$1:$1"
    assert page.page_setup.orientation == "landscape"
    assert str(page.page_setup.paperSize) == "9"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToWidth == 1
    assert page.page_setup.fitToHeight == 0
    assert page.column_dimensions["A"].width == 32
    assert page.oddHeader.left.text == "Angebote && mehr"
    assert page.oddHeader.right.text == "Stand 23.11.2026"
    assert page.oddFooter.right.text == "Seite &P von &N"
    assert legend.title == "Legende"
    known = {row[0].value: row[1].value for row in legend.iter_rows() if len(row) > 1}
    assert known["Filter"] == "Gemeinde Sontra"
    assert known["Titel"] == "Was zu tun ist"
    assert book.properties.title == "Angebote & mehr"
    assert book.properties.language == "de"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_never_becomes_a_formula(payload, tmp_path):
    path = tmp_path / "x.xlsx"
    sheet.write_list(
        path, payload, (Column("a", payload, lambda row: row.text),), [Thing(payload)],
        {payload: payload}, {payload: payload}, facts_above=True, legend_title=payload,
    )  # fmt: skip
    sheet.write_errors(tmp_path / "e.xlsx", [payload], [(2, [payload], payload)], {"a": payload})
    for name in ("x.xlsx", "e.xlsx"):
        for page in openpyxl.load_workbook(tmp_path / name):
            for row in page.iter_rows():
                for cell in row:
                    assert cell.data_type != "f"
                    if isinstance(cell.value, str) and cell.value.strip()[:1] in "=+-@\uff1d":
                        assert cell.quotePrefix
        with zipfile.ZipFile(tmp_path / name) as parts:
            assert not any(
                b"<f>" in parts.read(part) for part in parts.namelist() if "sheets/" in part
            )


def test_error_words_and_control_signs_are_plain_text(tmp_path):
    path = tmp_path / "x.xlsx"
    texts = ["#N/A", "#REF!", "a\x00b\x0bc\x1f", "x\ud800y", "\ufffez", "TRUE", "00123", "1.2.2026",
             "Zeile 1\r\nZeile 2"]  # fmt: skip
    write(path, [Thing(text) for text in texts])
    page = openpyxl.load_workbook(path).worksheets[0]
    found = [row[0] for row in page.iter_rows(min_row=2)]
    assert [cell.value for cell in found] == [
        "#N/A", "#REF!", "abc", "xy", "z", "TRUE", "00123", "1.2.2026", "Zeile 1\nZeile 2",
    ]  # fmt: skip
    assert {cell.data_type for cell in found} == {"s"}


@pytest.mark.parametrize("sign", ["x", "ü", "🌻"])
def test_long_text_is_cut_with_a_note(sign, tmp_path):
    path = tmp_path / "x.xlsx"
    write(path, [Thing(sign * 40_000), Thing(sign * 16_000)])
    first, second = (row[0] for row in cells(path)[1:])
    assert len(first.encode("utf-16-le")) // 2 <= 32_767
    assert first.endswith("[gekürzt: Excel fasst höchstens 32.767 Zeichen je Zelle]")
    assert first.startswith(sign * 1000)
    assert second == sign * 16_000


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (None, "leer"),
        (0, 0),
        (4.5, 4.5),
        (True, "ja"),
        (False, "nein"),
        (10**20, str(10**20)),
        (float("nan"), None),
        (float("inf"), None),
        (dt.date(1899, 12, 31), "31.12.1899"),
        (dt.date(1900, 3, 1), local(1900, 3, 1)),
        (dt.date(9999, 12, 31), local(9999, 12, 31)),
        (dt.datetime(2026, 7, 1, 12, 0, tzinfo=dt.UTC), local(2026, 7, 1, 14, 0)),
        (local(1820, 7, 1, 12, 5), "01.07.1820 12:05"),
        (dt.time(9, 30), dt.time(9, 30)),
        (OfferStage.OPEN, OfferStage.OPEN.label),
    ],
)
def test_values(value, kept, tmp_path):
    path = tmp_path / "x.xlsx"
    write(path, [Thing("a", value)])
    assert cells(path)[1][1] == kept


def test_mixed_types_in_a_column_keep_their_forms(tmp_path):
    path = tmp_path / "x.xlsx"
    values = [dt.date(2026, 1, 2), "=1", 3, dt.date(2026, 1, 3), "plain", 4.5]
    write(path, [Thing("a", value) for value in values])
    page = openpyxl.load_workbook(path).worksheets[0]
    found = [row[1] for row in page.iter_rows(min_row=2)]
    forms = ["dd.mm.yyyy", "General", "General", "dd.mm.yyyy", "General", "General"]
    assert [cell.number_format for cell in found] == forms
    assert [bool(cell.quotePrefix) for cell in found] == [False, True, False, False, False, False]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(st.text(st.characters()), max_size=5), title=st.text(max_size=300))
def test_any_text_makes_a_readable_file(texts, title, tmp_path):
    path = tmp_path / "x.xlsx"
    rows = [Thing(text, text) for text in texts]
    assert sheet.write_list(path, title, COLUMNS, rows, {title: title}, {title: title}) == len(rows)
    page = openpyxl.load_workbook(path).worksheets[0]
    assert len(page.title) <= 31
    assert page.max_row == max(1, len(rows) + 1)


def test_empty_list_still_has_its_header(tmp_path):
    path = tmp_path / "x.xlsx"
    assert write(path, []) == 0
    assert cells(path) == [["Text", "Wert"]]


def test_facts_above_the_table(tmp_path):
    path = tmp_path / "x.xlsx"
    write(path, [Thing("a", 1)], facts_above=True)
    assert cells(path) == [
        ["Probe", None], ["Stand", "23.11.2026"], [None, None], ["Text", "Wert"], ["a", 1],
    ]  # fmt: skip
    page = openpyxl.load_workbook(path).worksheets[0]
    assert page.freeze_panes == "A5"
    assert page.auto_filter.ref == "A4:B5"
    assert page.print_title_rows == "$4:$4"


def test_error_workbook(tmp_path):
    path = tmp_path / "x.xlsx"
    rows = [
        (3, ["Anna", dt.date(2001, 2, 3)], "Der Nachname fehlt."),
        (9, ["Bert", "gestern", "zu viel"], "Das Datum „gestern“ ist kein Datum."),
        (12, [], "Die Zeile ist leer."),
    ]
    assert sheet.write_errors(path, ["Vorname", ""], rows, {"Datei": "liste.xlsx"}) == 3
    assert cells(path) == [
        ["Vorname", "Spalte 2", "Zeile", "Grund"],
        ["Anna", local(2001, 2, 3), 3, "Der Nachname fehlt."],
        ["Bert", "gestern", 9, "Das Datum „gestern“ ist kein Datum."],
        [None, None, 12, "Die Zeile ist leer."],
    ]
    assert any("liste.xlsx" in row for row in cells(path, "Legende"))


def test_a_stopped_list_leaves_nothing_anywhere(tmp_path, monkeypatch, stopping):
    scratch = tmp_path / "scratch"
    target = tmp_path / "target"
    scratch.mkdir()
    target.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    (target / "x.xlsx").write_bytes(b"old")
    with pytest.raises(Cancelled):
        write(target / "x.xlsx", (Thing("Geheim", n) for n in range(10_000)), progress=stopping)
    assert [entry.name for entry in target.iterdir()] == ["x.xlsx"]
    assert (target / "x.xlsx").read_bytes() == b"old"
    assert list(scratch.iterdir()) == []


def test_a_list_can_be_stopped_while_its_file_is_packed(tmp_path, monkeypatch):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    told = []

    class Late:
        def step(self, done, total, text=""):
            told.append(text)
            if text == "Datei wird geschrieben":
                raise Cancelled

    noise = random.Random(1)
    rows = (Thing(f"{noise.getrandbits(400):x}", n) for n in range(12_000))
    with pytest.raises(Cancelled):
        write(tmp_path / "x.xlsx", rows, progress=Late())
    assert told[-2:] == ["", "Datei wird geschrieben"]
    assert [entry.name for entry in tmp_path.iterdir()] == ["scratch"]
    assert list(scratch.iterdir()) == []


def test_a_failing_row_leaves_nothing(tmp_path, monkeypatch):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))

    def rows():
        yield Thing("a")
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        write(tmp_path / "x.xlsx", rows())
    assert [entry.name for entry in tmp_path.iterdir()] == ["scratch"]
    assert list(scratch.iterdir()) == []


def test_a_finished_list_leaves_only_itself(tmp_path, monkeypatch, counting):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    write(tmp_path / "x.xlsx", [Thing("a", n) for n in range(1200)], progress=counting)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["scratch", "x.xlsx"]
    assert list(scratch.iterdir()) == []
    assert [told[:2] for told in counting.told] == [
        (0, 1200), (500, 1200), (1000, 1200), (1200, 1200),
    ]  # fmt: skip


def test_ten_thousand_rows_stay_small(tmp_path):
    sheet.write_list(tmp_path / "x.xlsx", "Angebote", OFFER_COLUMNS, map(offer, range(10_000)), {})
    assert Path(tmp_path / "x.xlsx").stat().st_size < 1_500_000
