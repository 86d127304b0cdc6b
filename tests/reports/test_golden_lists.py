"""Lists, labels and the recovery sheet, as they were last looked at and found good."""

from __future__ import annotations

import datetime as dt

from tests.reports.test_golden_papers import cells, compare
from tests.reports.test_list_paper import FACTS, person

from ehrenamt_desktop.model.columns.people import PERSON_COLUMNS
from ehrenamt_desktop.model.label_sheets import SHEETS, LabelWish
from ehrenamt_desktop.model.recovery import RecoverySheet
from ehrenamt_desktop.reports import labels, list_paper, recovery_sheet, sheet

PEOPLE = [person(number) for number in range(1, 6)]
ADDRESSES = [
    ("Frau", f"Ida Größe {number}", f"Am Graben {number}", "36205 Sontra") for number in range(1, 6)
]


def test_list_on_paper(tmp_path, read_paper):
    path = tmp_path / "x.pdf"
    list_paper.write_list_paper(path, "Personen", PERSON_COLUMNS, PEOPLE, FACTS, "Zweckverband")
    compare("list-people.txt", read_paper(path).lines())


def test_list_as_workbook(tmp_path):
    path = tmp_path / "x.xlsx"
    sheet.write_list(path, "Personen", PERSON_COLUMNS, PEOPLE, FACTS, {})
    compare("people.txt", cells(path))


def test_error_workbook(tmp_path):
    path = tmp_path / "x.xlsx"
    rows = [
        (3, ("Gliem", "31.02.1990"), "Diesen Tag gibt es nicht: „31.02.1990“."),
        (7, ("", dt.date(1990, 2, 3)), "Der Nachname fehlt."),
    ]
    sheet.write_errors(path, ("Name", "Geburtsdatum"), rows, {"Stand": "23.11.2026"})
    compare("errors.txt", cells(path))


def test_labels(tmp_path, read_paper):
    path = tmp_path / "x.pdf"
    labels.labels(path, SHEETS[0], LabelWish(SHEETS[0].key, 3), ADDRESSES, "Zweckverband")
    compare("labels.txt", read_paper(path).lines())


def test_trial_page(tmp_path, read_paper):
    path = tmp_path / "x.pdf"
    labels.trial_page(path, SHEETS[0], LabelWish(SHEETS[0].key, 1, 1.5, -0.5), "Zweckverband")
    compare("labels-trial.txt", read_paper(path).lines())


def test_recovery_sheet(tmp_path, office, read_paper):
    path = tmp_path / "x.pdf"
    code = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ23-4567-89AB-CDEF"
    with path.open("wb") as out:
        about = RecoverySheet(code, "buero.ehrenamt", "1a2b3c4d", dt.date(2026, 11, 23))
        recovery_sheet.recovery_sheet(out, office, about)
    compare("recovery-sheet.txt", read_paper(path).lines())
