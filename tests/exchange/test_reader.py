from __future__ import annotations

import sys
from pathlib import Path

import pytest
from openpyxl import Workbook

from ehrenamt_desktop.errors import BadFile, Cancelled
from ehrenamt_desktop.exchange import reader
from ehrenamt_desktop.exchange.reader import Reader

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(200))


def _write(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_one_child_reads_many_files(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Nachname", "Vorname"])
    book.active.append(["Süß", "Anna"])
    book.save(tmp_path / "a.xlsx")
    _write(tmp_path, "b.csv", "Nachname;Vorname\nJörgens;Änne\n".encode("cp1252"))
    with Reader() as files:
        first = files.read(tmp_path / "a.xlsx")
        child = files._child
        with pytest.raises(BadFile):
            files.read(_write(tmp_path, "c.csv", b"\x81\x8d\x8f\x90\x9d;" * 50))
        second = files.read(tmp_path / "b.csv")
    assert first.rows == (("Süß", "Anna"),)
    assert second.rows == (("Jörgens", "Änne"),)
    assert second.headers == ("Nachname", "Vorname")
    assert child is not None
    assert child.returncode is not None, "the child must not outlive its reader"


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("leer.csv", b"", "ist leer"),
        ("nullen.xlsx", b"\x00" * 3000, "ist leer"),
        ("bild.xlsx", PNG, "ist ein Bild und keine Liste"),
        ("foto.csv", b"\xff\xd8\xff\xe0" + bytes(500), "ist ein Bild"),
        ("brief.xlsx", b"%PDF-1.7\n" + bytes(100), "ist ein PDF"),
        ("halb.xlsx", b"PK\x03\x04" + b"x" * 300, "beschädigt oder unvollständig"),
        ("nur-kopf.csv", b"Nachname;Vorname\n\n\n", "nur Überschriften"),
        ("zahlen.csv", b"1;2\n3;4\n", "keine Spaltenüberschriften"),
    ],
)
def test_what_is_no_list_gets_a_sentence(
    tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    with Reader() as files, pytest.raises(BadFile, match=sentence) as caught:
        files.read(_write(tmp_path, name, data))
    assert name in caught.value.sentence


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with Reader() as files:
        for path in (tmp_path / "weg.csv", tmp_path):
            with pytest.raises(BadFile, match=f"„{path.name}“ gibt es nicht"):
                files.read(path)
        with pytest.raises(BadFile):
            files.read(Path("a\x00b.csv"))


def test_a_slow_child_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stuck = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    monkeypatch.setattr(reader, "command", lambda: stuck)
    files = Reader(time_limit=0.4)
    with pytest.raises(BadFile, match="nicht in 30 Sekunden"):
        files.read(_write(tmp_path, "a.csv", b"a;b\n1;2\n"))
    assert files._child is None


def test_the_user_can_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopping:
        def step(self, done: int, total: int, text: str = "") -> None:
            raise Cancelled

    monkeypatch.setattr(reader, "command", lambda: [sys.executable, "-c", "input()"])
    files = Reader()
    with pytest.raises(Cancelled):
        files.read(_write(tmp_path, "a.csv", b"a;b\n1;2\n"), progress=Stopping())
    assert files._child is None


@pytest.mark.parametrize(
    "code",
    [
        "",
        "print('unsinn')",
        "print('[1, 2]')",
        'print(\'{"rows": [[1, ["a", "b"]]]}\')',
        'print(\'{"end": 7, "name": "x", "warnings": []}\')',
    ],
)
def test_a_broken_child_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(reader, "command", lambda: [sys.executable, "-c", code])
    with Reader() as files, pytest.raises(BadFile, match="zu groß oder beschädigt"):
        files.read(_write(tmp_path, "a.csv", b"a;b\n1;2\n"))


def test_a_child_that_died_between_two_files_is_replaced(tmp_path: Path) -> None:
    path = _write(tmp_path, "a.csv", b"Name;Ort\nAna;Ulfen\n")
    with Reader() as files:
        files.read(path)
        assert files._child is not None
        files._child.kill()
        files._child.wait()
        assert files.read(path).rows == (("Ana", "Ulfen"),)


@pytest.mark.skipif(sys.platform == "win32", reason="address space is limited on POSIX")
def test_a_file_that_needs_too_much_memory_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "gross.csv"
    with path.open("wb") as file:
        file.write(b"a;b\n")
        file.seek(99 * 1024 * 1024)
        file.write(b"1;2\n")
    text = path.read_bytes().replace(b"\x00", b"\n")
    path.write_bytes(text)
    with Reader() as files, pytest.raises(BadFile, match=r"„gross\.csv“"):
        files.read(path)


def test_lone_surrogates_cross_the_wire() -> None:
    from ehrenamt_desktop.exchange import wire

    sent = wire.line({"rows": [[1, ["a\ud800b", None, 1.5, True]]]})
    assert wire.cells(wire.message(sent)["rows"][0][1]) == ("a\ud800b", None, 1.5, True)


def test_frozen_the_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert reader.command()[1:] == ["-m", "ehrenamt_desktop", "read-foreign"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert reader.command() == [sys.executable, "read-foreign"]


def test_the_frozen_window_of_windows_starts_the_program_with_streams(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    console = tmp_path / "ehrenamt-desktop.exe"
    console.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Ehrenamt Desktop.exe"))
    assert reader.command() == [str(console), "read-foreign"]
