"""What papers say: each kind in the reading child, found by content."""

from __future__ import annotations

import hashlib
import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from PIL import Image
from tests.exchange import paper_makers as make

from ehrenamt_desktop.exchange import document_text, pdf_text
from ehrenamt_desktop.exchange.reader import Reader
from ehrenamt_desktop.model.documents import MAX_TEXT, READING_LIMIT


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(time_limit=READING_LIMIT) as made:
        yield made


def _word(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


BODY = (
    _word("Freiwilligen<w:tab/></w:t></w:r><w:r><w:t>bogen")
    + f"<w:tbl><w:tr><w:tc>{_word('Zelle')}</w:tc><w:tc>{_word('Nachbar')}</w:tc></w:tr></w:tbl>"
    + f"<w:sdt><w:sdtContent>{_word('Auswahlfeld')}</w:sdtContent></w:sdt>"
    + "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>"
    + _word("Textfeld")
    + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
    + _word("Textfeld")
    + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    + "<w:p><w:r><w:delText>gestrichen</w:delText><w:instrText>PAGE</w:instrText></w:r></w:p>"
)
LEAF = (
    "<office:text><text:tracked-changes><text:p>gestrichen</text:p></text:tracked-changes>"
    "<text:h>Merkblatt</text:h><text:p>Jede <text:span>Stunde</text:span> zählt</text:p>"
    "<table:table><table:table-row><table:table-cell><text:p>Zelle</text:p></table:table-cell>"
    "</table:table-row></table:table></office:text>"
)


def _xlsx() -> bytes:
    book = Workbook()
    book.active.append(["Äpfel", 3])
    book.create_sheet("Zwei").append(["Birnen"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _picture(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind", "words", "absent"),
    [
        (
            make.pdf("Straße im Grünen, frei-", "willige Helfer"),
            "pdf",
            ("Straße", "Helfer", "Vorname und Name", "Käthe Strauß", "Führerschein"),
            ("Off", "\ufffe"),
        ),
        (
            make.docx(BODY),
            "docx",
            ("bogen", "Zelle", "Nachbar", "Auswahlfeld", "Textfeld", "Kopfzeile"),
            ("gestrichen", "PAGE"),
        ),
        (make.odt(LEAF), "odt", ("Merkblatt", "Jede Stunde zählt", "Zelle"), ("gestrichen",)),
        (make.odt(LEAF, "spreadsheet"), "ods", ("Zelle",), ()),
        (_xlsx(), "xlsx", ("Äpfel", "Birnen"), ("3",)),
        (make.MAIL, "eml", ("Käthe", "Antrag", "Grüße aus", "Freistellung.pdf"), ("doppelt",)),
        ("Grüße\nzum Fest".encode("cp1252"), "txt", ("Grüße", "zum Fest"), ()),
    ],
    ids=("pdf", "docx", "odt", "ods", "xlsx", "eml", "txt"),
)  # fmt: skip
def test_the_words_of_each_kind_are_found(
    reader: Reader, tmp_path: Path, data: bytes, kind: str, words: tuple[str, ...],
    absent: tuple[str, ...],
) -> None:  # fmt: skip
    path = tmp_path / "Papier.exe"
    path.write_bytes(data)
    found = reader.document(path)
    assert (found.kind, found.readable, found.whole) == (kind, True, True)
    assert found.digest == hashlib.sha256(data).hexdigest()
    assert [word for word in words if word not in found.text] == []
    assert [word for word in absent if word in found.text] == []
    assert unicodedata.is_normalized("NFC", found.text)


def test_a_text_box_that_stands_there_twice_is_read_once(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(make.docx(BODY))
    assert reader.document(tmp_path / "a").text.count("Textfeld") == 1


@pytest.mark.parametrize(("kind", "ending"), [("PNG", "png"), ("JPEG", "jpg")])
def test_a_picture_is_kept_without_text(
    reader: Reader, tmp_path: Path, kind: str, ending: str
) -> None:
    (tmp_path / "scan.pdf").write_bytes(_picture(kind))
    found = reader.document(tmp_path / "scan.pdf")
    assert (found.kind, found.readable, found.text) == (ending, False, "")


def test_sharp_s_that_came_as_another_letter_is_put_back() -> None:
    assert pdf_text.mended("Straÿe, Fuÿ, Grüÿe\r\nfrei\ufffe\r\nwillig") == (
        "Straße, Fuß, Grüße\nfreiwillig"
    )
    assert pdf_text.mended("ÿ Ÿ") == "ÿ Ÿ"


def test_signs_in_two_pieces_become_one(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "a").write_text(unicodedata.normalize("NFD", "Käthe Groß"), encoding="utf-8")
    assert reader.document(tmp_path / "a").text == "Käthe Groß"


def test_reading_ends_when_there_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "lang.txt"
    path.write_text("wort " * 300_000, encoding="utf-8")
    found = document_text.text_of(*document_text.known(path))
    assert (len(found.text), found.whole, found.readable) == (MAX_TEXT, False, True)
    path.write_bytes(make.pdf("Seite", pages=30))
    found = document_text.text_of(*document_text.known(path), seconds=0.0)
    assert (found.text, found.whole, found.readable) == ("Seite", False, True)
