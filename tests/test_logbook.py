"""The log of the program: kinds and places, no values; never larger than two files."""

from __future__ import annotations

import re

import pytest

from ehrenamt_desktop import cli, logbook
from ehrenamt_desktop.cli import safety
from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.logbook import BEFORE, LIMIT, NAME, Event

MARK = "Zwiebelfisch"


@pytest.fixture
def folder(tmp_path):
    """Where the program notes, until the test is over."""
    made = tmp_path / "rechner"
    logbook.keep_in(lambda: made)
    yield made
    logbook.keep_in(None)


def failing(name):
    """An error that carries a name in each way an error can."""
    try:
        try:
            raise OSError(28, name, f"/home/{name}/{name}.pdf")  # noqa: TRY301 - of one piece
        except OSError as cause:
            raise ValueError(name, {"last_name": name}) from cause
    except ValueError as error:
        error.add_note(name)
        return error


def lines(folder):
    return (folder / NAME).read_text(encoding="utf-8").splitlines()


def test_an_event_is_a_line_with_moment_and_process(folder, frozen):
    logbook.note(Event.OPENED)
    (line,) = lines(folder)
    assert re.fullmatch(r"2026-11-23T11:00:00Z \d+ Bestand geöffnet", line)


def test_of_an_error_kind_number_and_places_are_noted_but_no_value(folder):
    logbook.note(Event.FAULT, failing(MARK))
    text = "\n".join(lines(folder))
    assert "Fehler: builtins.ValueError" in text
    assert "Ursache: builtins.OSError 28" in text
    assert "test_logbook.py:" in text
    assert MARK not in text


def test_causes_that_bite_their_tail_end(folder):
    one, other = ValueError(MARK), KeyError(MARK)
    one.__cause__, other.__cause__ = other, one
    assert logbook.told(one) == ["Fehler: builtins.ValueError", "Ursache: builtins.KeyError"]


def test_two_files_and_no_more(folder):
    for _ in range(3):
        logbook.note(Event.STARTED)
        with (folder / NAME).open("a", encoding="utf-8") as file:
            file.write("x" * LIMIT)
    logbook.note(Event.ENDED)
    assert sorted(one.name for one in folder.iterdir()) == [BEFORE, NAME]
    assert len(lines(folder)) == 1
    assert (folder / BEFORE).stat().st_size < 2 * LIMIT


def test_nothing_is_written_where_no_folder_was_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    logbook.note(Event.STARTED)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_does_no_harm(tmp_path):
    (tmp_path / "file").write_text("")
    logbook.keep_in(lambda: tmp_path / "file")
    logbook.note(Event.STARTED)
    logbook.keep_in(None)
    assert (tmp_path / "file").read_text() == ""


@pytest.mark.parametrize("error", [RuntimeError(MARK), StoreUnavailable(MARK)])
def test_a_failing_command_is_noted_without_its_words(folder, monkeypatch, capsys, error):
    def fail(_call):
        raise error

    monkeypatch.setattr(safety, "backup", fail)
    assert cli.run(["backup", "--to", MARK, "--store", f"{MARK}.ehrenamt"]) == 1
    capsys.readouterr()
    text = "\n".join(lines(folder))
    assert type(error).__name__ in text
    assert MARK not in text
