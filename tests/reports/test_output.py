"""Files appear whole or not at all."""

from __future__ import annotations

import errno

import pytest

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.reports.output import replacing


def test_the_file_appears_at_the_end(tmp_path):
    path = tmp_path / "x.pdf"
    path.write_text("old")
    with replacing(path) as temporary:
        assert temporary.parent == tmp_path
        temporary.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_after_an_error_the_old_file_stays(tmp_path, error):
    path = tmp_path / "x.pdf"
    path.write_text("old")

    def fail():
        with replacing(path) as temporary:
            temporary.write_text("half")
            raise error

    with pytest.raises(error):
        fail()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "full"), "kein Platz mehr"),
        (PermissionError(errno.EACCES, "open"), "in anderen Programmen"),
        (OSError(errno.EIO, "broken"), "lässt sich nicht schreiben"),
        (FileNotFoundError(errno.ENOENT, "gone"), "gibt es nicht"),
    ],
)
def test_environment_errors_are_sentences(tmp_path, error, words):
    def fail():
        with replacing(tmp_path / "x.pdf") as temporary:
            temporary.write_text("half")
            raise error

    with pytest.raises(StoreUnavailable, match=words):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_way_is_a_sentence(tmp_path):
    (tmp_path / "x.pdf").mkdir()

    def fail():
        with replacing(tmp_path / "x.pdf") as temporary:
            temporary.write_text("new")

    with pytest.raises(StoreUnavailable, match="lässt sich nicht schreiben"):
        fail()
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.pdf"]
