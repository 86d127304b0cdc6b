"""Labels of a list: who gets one, in which order, and that the paper is remembered."""

from __future__ import annotations

import pytest

from ehrenamt_desktop.cli import run
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import PaperKind
from ehrenamt_desktop.model.label_sheets import LabelWish
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.views import View

HOME = {"street": "Am Graben 3", "postcode": "36205", "city": "Sontra", "birth_year": 1960}


@pytest.fixture
def people(office):
    made = [office.people.save({"last_name": name, **HOME}) for name in ("Gliem", "Abel", "Offen")]
    for number in made[:2]:
        for scope in ("storage", "letters"):
            office.people.add_consent(number, {"scope": scope, "given_on": "2026-11-01"})
    return made


def test_labels_of_a_list_are_remembered(office, people, tmp_path):
    path = tmp_path / "etiketten.pdf"
    assert office.labels.write(path, people, LabelWish("L7160", 3)) == 2
    (row,) = office.lists.postings.rows(office.lists.postings.ids(ListQuery()))
    assert (row.kind, row.title, row.rows) == (PaperKind.LABELS, "Etiketten Avery L7160", 2)
    assert office.history.next_undo().action == "Etiketten gedruckt"


def test_an_unknown_sheet_and_nobody_are_refused(office, people, tmp_path):
    with pytest.raises(DomainError, match="nicht bekannt"):
        office.labels.write(tmp_path / "x.pdf", people, LabelWish("9999"))
    with pytest.raises(DomainError, match="Keine dieser Personen"):
        office.labels.write(tmp_path / "x.pdf", people[2:], LabelWish())
    with pytest.raises(DomainError, match="endet"):
        office.labels.write(tmp_path / "x.docx", people, LabelWish())
    assert not list(tmp_path.glob("x*"))


def test_on_the_command_line(office, people, tmp_path, capsys):
    office.views.save("people", "Abende", View(text="Gliem"))
    store = ["--store", str(office.store.path)]
    office.close()
    path = tmp_path / "e.pdf"
    call = ["print", "labels", "people", "--out", str(path), *store]
    assert run([*call, "--households", "--sheet", "l7160", "--right", "-1.5"]) == 0
    assert "2 Etiketten; 1 außen vor" in capsys.readouterr().out
    assert run([*call, "--view", "abende"]) == 0
    assert "1 Etikett)" in capsys.readouterr().out
    assert run([*call, "--number", str(people[1])]) == 0
    assert "1 Etikett)" in capsys.readouterr().out
    assert run([*call, "--view", "fehlt"]) == 1
    assert run([*call, "--trial"]) == 0
