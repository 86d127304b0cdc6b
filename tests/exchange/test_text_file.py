from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange import text_file

LIST = "Vorname;Nachname;Straße\r\nJörg;Weißenborn;Grüner Weg 3\r\nÄnne;Süß;Am Köhlerberg 1\r\n"


def _cells(data: bytes, **more: str) -> list[tuple[object, ...]]:
    return [cells for _, cells in text_file.read(data, "liste.csv", **more)]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_finds_the_encoding(encoding: str) -> None:
    data = LIST.encode(encoding)
    if encoding in ("utf-16-le", "utf-16-be"):
        data = (b"\xff\xfe" if encoding == "utf-16-le" else b"\xfe\xff") + data
    assert _cells(data)[1] == ("Jörg", "Weißenborn", "Grüner Weg 3")


def test_cp1252_signs_are_kept() -> None:
    data = "Titel;Text\n\u203aGold\u2039;50 € – „gut“\n".encode("cp1252")
    assert _cells(data)[1] == ("\u203aGold\u2039", "50 € – „gut“")


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_finds_the_separator(separator: str) -> None:
    text = separator.join(["Name", "Ort", "Text"]) + "\n"
    other = "," if separator == ";" else ";"
    text += separator.join(["Ana", "Ulfen", f"eins{other} zwei"]) + "\n"
    text += separator.join(["Bea", "Breitau", f"drei{other} vier{other} fünf"]) + "\n"
    assert text_file.find_separator(text) == separator


def test_the_separator_line_of_excel_counts_as_a_row() -> None:
    rows = text_file.read(b"sep=|\r\nName|Ort\r\nAna|Ulfen\r\n", "liste.csv")
    assert rows == [(2, ("Name", "Ort")), (3, ("Ana", "Ulfen"))]


def test_commas_in_quotes_do_not_part_cells() -> None:
    data = b'name,text\n"Muster, Max","a, b, c"\nErika,"d, e"\n'
    assert _cells(data) == [("name", "text"), ("Muster, Max", "a, b, c"), ("Erika", "d, e")]


def test_line_breaks_in_quotes_stay_in_one_row() -> None:
    rows = text_file.read(b'Titel;Text\nA;"eins\r\nzwei\n\ndrei"\n\nB;vier\n', "liste.csv")
    assert rows == [
        (1, ("Titel", "Text")),
        (2, ("A", "eins\r\nzwei\n\ndrei")),
        (4, ("B", "vier")),
    ]


def test_an_unclosed_quotation_mark_is_refused_instead_of_swallowing_rows() -> None:
    with pytest.raises(BadFile, match="Anführungszeichen, das nicht endet"):
        text_file.read(b'Titel;Text\nA;"offen\nB;zwei\nC;drei\n', "liste.csv")


def test_quotes_inside_words_are_tolerated() -> None:
    assert _cells(b'Titel;Text\n"A" und;12" Rad\n')[1] == ("A und", '12" Rad')


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        "Name;Ort\nJörg;Süß\n".encode()[:-3] + b"\xc3;\xc3\xa4\xc3\xb6\xff\n",
        "山田;太郎\n東京;京都;大阪;名古屋\n".encode("shift_jis") * 20,
        b"Name;Ort\nA\x00na;Ulfen\n",
        b"\xff\xfe\x00\xd8\x00\xd8",
    ],
)
def test_unreadable_bytes_are_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(BadFile, match=r"„liste\.csv“"):
        text_file.read(data, "liste.csv")


def test_a_named_encoding_must_fit() -> None:
    data = "Name;Ort\nJörg;Süß\n".encode("cp1252")
    with pytest.raises(BadFile, match="lassen sich nicht lesen"):
        text_file.read(data, "liste.csv", "utf-8")
    with pytest.raises(BadFile, match="Zeichensatz „klingon“ gibt es nicht"):
        text_file.read(data, "liste.csv", "klingon")


def test_too_many_columns_and_rows_are_refused_not_cut() -> None:
    with pytest.raises(BadFile, match="mehr als 200 Spalten"):
        text_file.read((";".join(["a"] * 201) + "\n").encode(), "liste.csv")
    with pytest.raises(BadFile, match=r"mehr als 50\.000 Zeilen"):
        text_file.read(b"a;b\n" + b"1;2\n" * 50_200, "liste.csv")


def test_a_million_empty_rows_cost_nothing_and_count() -> None:
    rows = text_file.read(b"a;b\n" + b";\n" * 1_000_000 + b"1;2\n", "liste.csv")
    assert rows == [(1, ("a", "b")), (1_000_002, ("1", "2"))]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("'=1+1", "=1+1"), ("'+49 5653", "+49 5653"), ("''-x", "'-x"),
     ("'s Gravenhage", "'s Gravenhage"), ("'", "'"), ("O'Neill", "O'Neill")],
)  # fmt: skip
def test_takes_the_mark_against_formulas_away(written: str, meant: str) -> None:
    assert _cells(f"a;b\n{written};x\n".encode())[1][0] == meant


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        rows = text_file.read(data, "liste.csv")
    except BadFile as error:
        said = error.sentence
        assert said.endswith(".")
    else:
        assert all(number > 0 for number, _ in rows)


_SIGNS = st.characters(
    blacklist_categories=("Cs", "Cc", "Cn", "Co"), blacklist_characters="\u2028\u2029\ufeff'"
)
_TEXT = st.text(_SIGNS, min_size=1, max_size=12).filter(str.strip)


@given(st.lists(st.tuples(_TEXT, _TEXT, _TEXT), min_size=3, max_size=8), st.sampled_from(";,\t|"))
def test_what_csv_writes_is_read_when_the_separator_is_named(
    rows: list[tuple[str, str, str]], separator: str
) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    data = buffer.getvalue().encode("utf-8-sig")
    assert _cells(data, separator=separator) == rows
