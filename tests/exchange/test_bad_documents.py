"""Papers nobody wants: kept and marked, or refused with a sentence; nothing runs, nothing hangs."""

from __future__ import annotations

import random
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from tests.exchange import paper_makers as make

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange import compound
from ehrenamt_desktop.exchange import reader as reader_module
from ehrenamt_desktop.exchange.reader import Reader
from ehrenamt_desktop.model.documents import KINDS, MAX_TEXT, READING_LIMIT, DocumentText

ENTITY = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
LOOP = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Count 9999999/Kids[2 0 R 2 0 R]/Parent 2 0 R>>endobj\n"
    b"trailer<</Root 1 0 R/Size 3/Prev 9>>\nstartxref\n9\n%%EOF"
)


def _giant() -> bytes:
    """A page whose contents unpack to 100 MB."""
    stream = zlib.compress(b"0 0 m " * (100_000_000 // 6), 9)
    head = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj\n"
    )
    length = str(len(stream)).encode()
    body = b"4 0 obj<</Filter/FlateDecode/Length " + length + b">>stream\n" + stream
    return head + body + b"\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\n%%EOF"


def _scratched(data: bytes) -> bytes:
    """An archive whose first part cannot be unpacked."""
    at = data.index(b"[Content_Types].xml") + len("[Content_Types].xml")
    return data[:at] + b"\xff" * 20 + data[at + 20 :]


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(time_limit=READING_LIMIT) as made:
        yield made


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\nkaputt", "pdf"),
        (LOOP, "pdf"),
        (make.pdf("geheim", password="x"), "pdf"),
        (make.docx("<w:p><w:r><w:t>offen"), "docx"),
        (make.docx("") + b"\x00" * 40, "docx"),
        (make.docx("", **{"word/document.xml": ENTITY}), "docx"),
        (make.packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "odt"),
        (compound.MARK + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), "docx"),
    ],
    ids=("broken", "looping", "password", "cut", "tail", "entity", "no-content", "protected"),
)  # fmt: skip
def test_what_cannot_be_read_is_kept_and_marked(
    reader: Reader, tmp_path: Path, data: bytes, kind: str
) -> None:
    path = tmp_path / "x"
    path.write_bytes(data)
    found = reader.document(path)
    assert found.kind == kind
    assert "geheim" not in found.text
    assert found.readable == bool(found.text)


@pytest.mark.parametrize("maker", [_giant, lambda: _bomb()], ids=("pdf", "docx"))
def test_what_unpacks_without_end_costs_its_text_only(
    reader: Reader, tmp_path: Path, maker: Callable[[], bytes]
) -> None:
    path = tmp_path / "bombe"
    path.write_bytes(maker())
    found = reader.document(path)
    assert len(found.text) <= MAX_TEXT
    path.write_text("danach", encoding="utf-8")
    assert reader.document(path).text == "danach"


def _bomb() -> bytes:
    return make.docx("<w:p><w:r><w:t>" + "a" * 60_000_000 + "</w:t></w:r></w:p>")


def test_scripts_have_no_engine_to_run_in(reader: Reader, tmp_path: Path) -> None:
    assert not {"V8", "XFA"} & set(pypdfium2.PDFIUM_INFO.flags)
    path = tmp_path / "x.pdf"
    path.write_bytes(make.pdf("Antrag", script="while(true){}"))
    assert "Antrag" in reader.document(path).text


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"MZ\x90\x00\x03" + b"\x00" * 90, "ein Programm"),
        (b"MZ" + b"\x00" * 90 + b"%PDF-1.4", "ein Programm"),
        (b"\x7fELF\x02\x01" + b"\x00" * 90, "ein Programm"),
        (b"#!/bin/sh\nrm x\n", "ein Programm"),
        (b"L\x00\x00\x00\x01\x14\x02\x00" + b"\x00" * 90, "Verknüpfung"),
        (make.packed({"../../etc/x": "x", "a.exe": "MZ"}), "ein gepacktes Archiv"),
        (b"PK\x03\x04kaputt", "ein beschädigtes Archiv"),
        (_scratched(make.docx("")), "ein beschädigtes Dokument"),
        (make.docx("", **{"word/vbaProject.bin": "x"}), "Makros"),
        (compound.MARK + b"\x00" * 600 + "WordDocument".encode("utf-16-le"), "altes Office"),
        (b"<!doctype html><script>alert(1)</script>", "eine Webseite"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "ein Bild"),
        (b"{\\rtf1 x}", "ein Textdokument"),
        (b"BEGIN:VCARD\nVERSION:3.0\nFN:A\nEND:VCARD\n", "eine Adresskarte"),
        (bytes(range(256)) * 20, "unbekannter Art"),
    ],
)
def test_what_is_no_paper_is_refused(
    reader: Reader, tmp_path: Path, data: bytes, sentence: str
) -> None:
    path = tmp_path / "Rechnung.pdf"
    path.write_bytes(data)
    with pytest.raises(BadFile, match=sentence):
        reader.document(path)
    assert sorted(tmp_path.iterdir()) == [path]


def test_an_empty_file_and_a_link_to_nothing_are_refused(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "leer.pdf").touch()
    with pytest.raises(BadFile, match="ist leer"):
        reader.document(tmp_path / "leer.pdf")
    (tmp_path / "kreis.pdf").symlink_to(tmp_path / "kreis.pdf")
    with pytest.raises(BadFile, match="gibt es nicht"):
        reader.document(tmp_path / "kreis.pdf")


def test_parts_with_names_that_lead_outside_are_never_written(
    reader: Reader, tmp_path: Path
) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(make.docx("<w:p><w:r><w:t>gut</w:t></w:r></w:p>", **{"../../weg.txt": "weg"}))
    assert "gut" in reader.document(path).text
    assert [one.name for one in tmp_path.iterdir()] == ["x.docx"]
    assert not (tmp_path.parent.parent / "weg.txt").exists()


def test_what_was_known_stays_known_when_the_child_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It tells the kind, then it works on the text for ever, or dies of it."""
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.7")
    known = '{"known":{"kind":"pdf","digest":"ab"}}'
    for ending in ("input()", "raise SystemExit(1)"):
        code = f"input(); print('{known}', flush=True); {ending}"
        child = [sys.executable, "-c", code]
        monkeypatch.setattr(reader_module, "command", lambda child=child: child)
        with Reader(time_limit=3.0) as made:
            found = made.document(path)
        assert found == DocumentText("pdf", "ab")
    monkeypatch.setattr(reader_module, "command", lambda: [sys.executable, "-c", "input()"])
    with Reader(time_limit=0.3) as made, pytest.raises(BadFile, match="ließ sich nicht lesen"):
        made.document(path)


def test_papers_broken_by_chance_are_marked_or_refused(reader: Reader, tmp_path: Path) -> None:
    chance = random.Random(48)
    whole = (
        make.pdf("Antrag", "auf Förderung"), make.MAIL, make.odt("<office:text/>"),
        make.docx("<w:p><w:r><w:t>Antrag</w:t></w:r></w:p>"),
    )  # fmt: skip
    path = tmp_path / "x"
    outcomes = set()
    for turn in range(120):
        data = bytearray(whole[turn % len(whole)])
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(bytes(data[: chance.randint(len(data) // 2, len(data))]))
        try:
            outcomes.add(reader.document(path).kind)
        except BadFile as refused:
            outcomes.add(refused.sentence.partition(" ist ")[2][:14])
    assert "pdf" in outcomes
    assert outcomes <= {*KINDS, "ein beschädigt", "ein gepacktes ", "eine Datei unb"}
