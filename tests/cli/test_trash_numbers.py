"""Numbers of trashed records on the command line: a sentence and exit 1, nothing changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.make_office import adult, make_office, offer

from ehrenamt_desktop.cli import run
from ehrenamt_desktop.model.enums import Kind


@pytest.mark.usefixtures("frozen")
def test_trashed_numbers_are_refused(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    office = make_office(tmp_path, tmp_path_factory.getbasetemp())
    store = str(office.path)
    gone, person, wanted = adult(office), adult(office, last_name="Krug"), offer(office)
    office.trash.put(Kind.PERSON, [gone])
    office.trash.put(Kind.OFFER, [wanted])
    office.close()
    for words in (
        ["match", "--person", str(gone)],
        ["match", "--offer", str(wanted)],
        ["propose", "--person", str(gone), "--offer", str(wanted)],
        ["propose", "--person", str(person), "--offer", str(wanted)],
    ):
        assert run([*words, "--store", store]) == 1
        assert "liegt im Papierkorb" in capsys.readouterr().err
