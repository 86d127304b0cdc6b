from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.errors import Cancelled, StoreUnavailable
from ehrenamt_desktop.exchange import csv_out, text_file


def test_writes_what_excel_opens_in_germany(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert (
        csv_out.write(path, ["Name", "Straße"], [["Süß", 'Am "Eck"; 3'], ["x", "zwei\nZeilen"]])
        == 2
    )
    assert path.read_bytes() == (
        b"\xef\xbb\xbf" + 'Name;Straße\r\nSüß;"Am ""Eck""; 3"\r\nx;"zwei\nZeilen"\r\n'.encode()
    )
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+cmd|'/C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\r=1", "\uff1d1", "'=1", "-", "=",
     '=HYPERLINK("http://x";"y")'],
)  # fmt: skip
def test_formulas_are_defused(text: str) -> None:
    assert csv_out.defended(text) == "'" + text


@pytest.mark.parametrize(
    "text", ["-5", "+4,5", "+49 5653 9777-0", "05653", "a=b", "O'Neill", "", "'"]
)
def test_harmless_text_stays(text: str) -> None:
    assert csv_out.defended(text) == text


_TEXT = st.text(
    st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00\r\x0b\x0c\x85"),
    max_size=20,
)
_LINE = _TEXT.map(str.strip).filter(
    lambda text: not any(c < " " or "\x7f" <= c < "\xa0" for c in text)
)


@given(st.lists(st.tuples(_LINE, _LINE), min_size=1, max_size=6))
def test_what_is_written_is_read_again(tmp_path_factory, rows: list[tuple[str, str]]) -> None:
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    csv_out.write(path, ["Eins", "Zwei"], rows)
    read = text_file.read(path.read_bytes(), "a.csv")
    wanted = [cells for cells in rows if any(cell.strip() for cell in cells)]
    assert [cells for _, cells in read[1:]] == wanted


def test_a_stop_leaves_nothing_and_keeps_the_old(tmp_path: Path) -> None:
    class Stopping:
        def step(self, done: int, total: int, text: str = "") -> None:
            raise Cancelled

    path = tmp_path / "a.csv"
    path.write_text("alt", encoding="utf-8")
    with pytest.raises(Cancelled):
        csv_out.write(path, ["A"], [["x"]] * 600, Stopping())
    assert path.read_text(encoding="utf-8") == "alt"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="lässt sich nicht schreiben"):
        csv_out.write(tmp_path / "weg" / "a.csv", ["A"], [])
