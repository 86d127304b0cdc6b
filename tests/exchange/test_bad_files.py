"""Files that are not what they say: read, asked about or refused with a sentence, within limits.

The child is the real one, with its own limits; its peak memory is read from the system.
"""

from __future__ import annotations

import io
import struct
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.exchange.book_makers import HEAD, RICH, cell, line, parts, row, write

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange.compound import Compound
from ehrenamt_desktop.exchange.heading_words import wanted
from ehrenamt_desktop.exchange.reader import Reader
from ehrenamt_desktop.exchange.table import Fault, ForeignTable

BOOKS = Path(__file__).parent / "books"
OLD = (BOOKS / "leute.xls").read_bytes()
ODS = (BOOKS / "leute.ods").read_bytes()
H = line(1, *HEAD)
GOOD = parts({"A": H + line(2, "Süß", "Anna")})
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
FOREIGN = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
SHEET = "xl/worksheets/sheet1.xml"
PAGE = (
    "<html><head><style>td{}</style></head><body><table><tr><th>Nachname<th>Vorname<th>Ort</tr>"
    "<tr><td rowspan=2>Süß</td><td>An&auml;</td><td>Ulfen<br>Sontra</td></tr><tr><td>Bert</td></tr>"
    "</table></body></html>"
)
MEMORY = 700 * 1024 * 1024


@pytest.fixture(scope="module")
def files() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


def _zip(content: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _with(part: str, old: bytes, new: bytes) -> bytes:
    assert old in GOOD[part]
    return _zip(GOOD | {part: GOOD[part].replace(old, new)})


def _ods(part: str, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(ODS)) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    assert old in content[part]
    return _zip(content | {part: content[part].replace(old, new, 1)})


def _locked_xls() -> bytes:
    """The second record of the book becomes FILEPASS."""
    stream = Compound(OLD).read("Workbook")
    at = OLD.index(stream[:64])
    second = at + 4 + struct.unpack_from("<H", OLD, at + 2)[0]
    return OLD[:second] + b"\x2f\x00" + OLD[second + 2 :]


def _twice() -> bytes:
    buffer = io.BytesIO(_zip(GOOD))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(SHEET, b"<a/>")
    return buffer.getvalue()


def _wrong_sum() -> bytes:
    """A workbook stored without packing, one of its letters changed afterwards."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in GOOD.items():
            archive.writestr(name, data)
    return buffer.getvalue().replace("Süß".encode(), b"Sua\x7f\x7f", 1)


def _laughing(text: str) -> bytes:
    return _zip(GOOD | {SHEET: GOOD[SHEET].replace(b"<worksheet", text.encode() + b"<worksheet")})


REFUSED: dict[str, tuple[bytes, str]] = {
    "sechs-bytes.xlsx": (b"GIF89a", "ist ein Bild"),
    "kurz.xlsx": (b"\x89PNG\r\n", "ist ein Bild"),
    "foto.xls": (b"\xff\xd8\xff\xe0", "ist ein Bild"),
    "bild.svg.csv": (b"<svg xmlns='x'><text>a;b</text></svg>", "ist ein Bild"),
    "handy.heic.xlsx": (b"\x00\x00\x00\x18ftypheic" + bytes(50), "ist ein Bild oder Film"),
    "brief.xlsx": (b"%PDF-1.7\n", "ist ein PDF"),
    "brief2.xlsx": (b"junk\n%PDF-1.7\n" + bytes(10), "ist ein PDF"),
    "text.xlsx": (_zip({"word/document.xml": b"<a/>"}), "ist ein Word-Dokument"),
    "folien.xlsx": (_zip({"ppt/presentation.xml": b"<a/>"}), "ist eine Präsentation"),
    "text.ods": (
        _zip({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}),
        "ist ein Textdokument",
    ),
    "zip.xlsx": (_zip({"a.txt": b"x"}), "ist keine Tabelle"),
    "leer.xlsx": (_zip({}), "ist keine Tabelle"),
    "rtf.csv": (b"{\\rtf1 a;b}", "ist ein Textdokument"),
    "binaer.xlsx": (_zip({"xl/workbook.bin": b"x"}), "binäre Excel-Tabelle"),
    "numbers.xlsx": (_zip({"Index/Document.iwa": b"x"}), "Apple Numbers"),
    "alt.xml.xls": (
        b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>",
        "XML-Kalkulationstabelle 2003",
    ),
    "termin.csv": (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "ist ein Kalender"),
    "seite.xls": (b"MIME-Version: 1.0\nX: y\n", "archivierte Webseite"),
    "geheim.xls": (_locked_xls(), "mit einem Kennwort geschützt"),
    "geheim.xlsx": (
        OLD.replace(
            "Workbook\x00\x00\x00\x00\x00\x00\x00\x00".encode("utf-16-le") + bytes(32) + b"\x12",
            "EncryptedPackage".encode("utf-16-le") + bytes(32) + b"\x22",
        ),
        "mit einem Kennwort geschützt",
    ),
    "geheim.ods": (
        _ods("META-INF/manifest.xml", b"</manifest:manifest>",
             b"<manifest:encryption-data/></manifest:manifest>"),
        "mit einem Kennwort geschützt",
    ),
    "geheim2.ods": (_zip({"mimetype": b"x", "encrypted-package": b"x"}), "mit einem Kennwort"),
    "lachen.xlsx": (_laughing(LAUGHS), "Anweisungen"),
    "fremd.xlsx": (_laughing(FOREIGN), "Anweisungen"),
    "texte.xlsx": (_with("xl/sharedStrings.xml", b"<sst", LAUGHS.encode() + b"<sst"), "Anweisung"),
    "lachen.ods": (
        _ods("content.xml", b"<office:document-content",
             LAUGHS.encode() + b"<office:document-content"),
        "Anweisungen",
    ),
    "zweimal.xlsx": (_twice(), "beschädigt"),
    "summe.xlsx": (_wrong_sum(), "beschädigt"),
    "halb.xlsx": (_zip(GOOD)[:-300], "beschädigt"),
    "halb.xls": (OLD[:3000], "beschädigt"),
    "halb.ods": (ODS[:-500], "beschädigt"),
    "ohne-blatt.xlsx": (
        _zip({name: data for name, data in GOOD.items() if name != SHEET}), "beschädigt"
    ),
    "offen.xlsx": (_with(SHEET, b"</sheetData>", b""), "beschädigt"),
    "zeile.xlsx": (_with(SHEET, b'<row r="2"', b'<row r="99999999"'), "beschädigt"),
    "nummer.xlsx": (_with(SHEET, b'r="A2"', b'r="A2A"'), "beschädigt"),
    "text-nummer.xlsx": (
        _zip(parts({"A": H + row(2, cell("A2", 5, "s"))})), "beschädigt"
    ),
    "breit.csv": (b"a;b\n" + b";" * 300 + b"x\n", "200 Spalten"),
    "null.csv": (b"Nachname;Ort\nA\x00na;Ulfen\n", "keinen Text"),
    "offen.csv": (b'Nachname;Ort\n"Ana;Ulfen\nBea;Sontra\n', "Anführungszeichen"),
    "lang.csv": (b"Nachname" + b"x" * 2_000_000, "mehr als einer Million Zeichen"),
    "eine-zeile.csv": (b"Nachname" + b";a" * 25_000_000, "200 Spalten"),
    "eine-zeile2.csv": (b"Nachname" + b";abc" * 12_500_000, "Bitte"),
    "minus.xlsx": (_zip(parts({"A": H + row(2, cell("A2", -1, "s"))}, strings=RICH)), "beschädigt"),
    "nichts.html.xls": (b"<html><body><p>Kein Treffer</body></html>", "keine Daten"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_one_sentence(files: Reader, tmp_path: Path, name: str) -> None:
    data, sentence = REFUSED[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(BadFile, match=sentence) as caught:
        files.read(path, wanted=wanted("people"))
    said = caught.value.sentence
    assert said.endswith(".")
    assert f"„{name}“" in said
    assert "Bitte" in said
    assert "None" not in said


def _read(files: Reader, tmp_path: Path, data: bytes, name: str = "a.xls") -> ForeignTable:
    (tmp_path / name).write_bytes(data)
    return files.read(tmp_path / name, wanted=wanted("people"))


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_a_web_page_called_excel_is_read(files: Reader, tmp_path: Path, code: str) -> None:
    table = _read(files, tmp_path, PAGE.encode(code))
    assert table.headers == ("Nachname", "Vorname", "Ort")
    assert table.rows == (("Süß", "Anä", "Ulfen\nSontra"), (None, "Bert"))
    assert "A2:A3" in table.warnings[0]


def test_text_called_excel_is_read(files: Reader, tmp_path: Path) -> None:
    for data in (b"Nachname\tOrt\nUhl\tUlfen\n", b"Nachname;Ort\r\nUhl;Ulfen\r\n"):
        assert _read(files, tmp_path, data, "a.xlsx").rows == (("Uhl", "Ulfen"),)
    wide = "Nachname;Ort\nUhl;Ulfen\n".encode("utf-16-le")
    assert _read(files, tmp_path, wide).rows == (("Uhl", "Ulfen"),)


def test_an_old_book_called_new_is_read(files: Reader, tmp_path: Path) -> None:
    assert _read(files, tmp_path, OLD, "a.xlsx").name == "Leute"
    assert _read(files, tmp_path, ODS, "a.xlsx").name == "Leute"


@pytest.mark.parametrize(("data", "truth"), [(OLD, True), (ODS, 1)])
def test_old_and_open_books_lose_nothing(
    files: Reader, tmp_path: Path, data: bytes, truth: object
) -> None:
    table = _read(files, tmp_path, data)
    assert table.headers == ("Nachname", "Vorname", "Geburtsdatum", "PLZ", "Telefon", "Notiz")
    assert table.row_numbers == (2, 3, 4, 6)
    assert [type(row[at]) is Fault for row, at in ((table.rows[0], 5), (table.rows[2], 1))] == [
        True, True
    ]  # fmt: skip
    assert table.rows[1][3] == "04103"
    assert table.rows[2][4:] == ("19 %", truth)
    assert table.rows[3] == ("Ende", "08:30", table.rows[3][2], "04109", 12, "30:00")
    assert [(one.name, one.hidden) for one in table.sheets] == [
        ("Leute", False), ("Versteckt", True)
    ]  # fmt: skip
    said = " ".join(table.warnings)
    for word in ("Zeile 3", "Spalte C", "A6:A7", "„Versteckt“ (ausgeblendet)"):
        assert word in said


def test_a_far_cell_of_an_open_book_is_named(files: Reader, tmp_path: Path) -> None:
    old = b'<table:table-row table:style-name="ro1" table:number-rows-repeated="1048568">'
    far = (
        b'<table:table-row><table:table-cell table:number-columns-repeated="1023"/>'
        b'<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
        b'</table:table-row><table:table-row table:number-rows-repeated="1000000">'
    )
    table = _read(files, tmp_path, _ods("content.xml", old, far))
    assert table.row_numbers == (2, 3, 4, 6)
    assert any("AMJ8." in said for said in table.warnings)


def test_a_hidden_sheet_is_read_when_there_is_no_other(files: Reader, tmp_path: Path) -> None:
    made = parts({"leer": "", "Geheim": H + line(2, "Süß")}, states={"Geheim": "veryHidden"})
    table = _read(files, tmp_path, _zip(made))
    assert table.rows == (("Süß",),)
    assert table.warnings == ("Das Blatt „Geheim“ ist in der Datei ausgeblendet.",)


def test_values_from_other_files_are_said(files: Reader, tmp_path: Path) -> None:
    content = GOOD | {"xl/externalLinks/externalLink1.xml": b"<a/>"}
    table = _read(files, tmp_path, _zip(content))
    assert table.rows == (("Süß", "Anna"),)
    assert "aus anderen Dateien" in table.warnings[0]


def test_a_part_outside_the_archive_does_no_harm(files: Reader, tmp_path: Path) -> None:
    table = _read(files, tmp_path, _zip(GOOD | {"../../evil.xml": b"<a/>", "/abs.xml": b"<a/>"}))
    assert table.rows == (("Süß", "Anna"),)
    assert not list(tmp_path.parent.glob("**/evil.xml"))


def _million() -> str:
    cells = "".join(f'<c r="{letter}{{0}}" s="1"/>' for letter in "ABCDEFGHIJ")
    shape = f'<row r="{{0}}" spans="1:10" ht="15">{cells}</row>'
    return H + line(2, "Süß", "Anna") + "".join(shape.format(n) for n in range(3, 1_048_577))


def _strings(amount: int) -> bytes:
    return b"<sst>" + b"<si><t>abc</t></si>" * amount + b"</sst>"


def _spaces() -> str:
    return H + '<row r="2"><c r="A2" t="inlineStr"><is><t>' + " " * 300_000_000


LARGE: dict[str, tuple[Callable[[], dict[str, bytes]], str]] = {
    "eine Million leere Zeilen": (lambda: parts({"A": _million()}), ""),
    "zwei Ecken": (
        lambda: parts({"A": H + line(2, "Süß", "Anna") + row(1048576, cell("XFD1048576", "x"))}),
        "",
    ),
    "Ecken in jeder Zeile": (
        lambda: parts({"A": H + "".join(row(n, cell(f"XFD{n}", "x")) for n in range(2, 50_000))}),
        "zu groß",
    ),
    "endlose Zelle": (lambda: parts({"A": _spaces()}), "ungewöhnlich groß"),
    "geteilte Texte": (
        lambda: GOOD | {"xl/sharedStrings.xml": _strings(12_000_000)}, "ungewöhnlich groß"
    ),
    "Millionen Zeilen": (
        lambda: parts({"A": H + "".join(line(n, "x", "y") for n in range(2, 300_000))}),
        "50.000 Zeilen",
    ),
    "tiefes Nest": (
        lambda: GOOD | {SHEET: GOOD[SHEET].replace(b"</sheetData>", b"<a>" * 3_000_000)}, "besch"
    ),
}  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("name", LARGE)
def test_large_things_end_within_the_limits(tmp_path: Path, name: str) -> None:
    make, sentence = LARGE[name]
    path = write(tmp_path / "a.xlsx", make())
    with Reader(time_limit=120) as reader:
        if sentence:
            with pytest.raises(BadFile, match=sentence):
                reader.read(path, wanted=wanted("people"))
        else:
            table = reader.read(path, wanted=wanted("people"))
            assert table.rows == (("Süß", "Anna"),)
        child = reader._child
        if child is not None and child.poll() is None:
            assert _peak(child.pid) < MEMORY


def _peak(pid: int) -> int:
    """Peak bytes of memory of a process."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    return (
        int(next(one for one in status.splitlines() if one.startswith("VmHWM")).split()[1]) * 1024
    )


def test_a_book_with_macros_is_read_without_them(files: Reader, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Nachname", "Vorname"])
    book.active.append(["Süß", "Anna"])
    book.save(tmp_path / "a.xlsm")
    with zipfile.ZipFile(tmp_path / "a.xlsm", "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    assert files.read(tmp_path / "a.xlsm").rows == (("Süß", "Anna"),)
