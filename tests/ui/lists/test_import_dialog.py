"""Einlesen: nothing happens before it is shown, and everything that happens is shown."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from tests.exchange.book_makers import HEAD, line, parts, write

from ehrenamt_desktop.errors import Cancelled, StoreUnavailable
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.tasks import BackgroundTasks
from ehrenamt_desktop.ui.lists.import_dialog import ImportDialog

LIST = (
    "Nachname;Vorname;Geburtsdatum;Lieblingsfarbe\n"
    "Müßig;Änne;3.4.1961;blau\n"
    "Gliem;Horst;31.2.1970;rot\n"
    "Ohnsorge;Ida;5.6.1955;grün\n"
)


@pytest.fixture
def people(office):
    return lambda: office.lists.people.total()


@pytest.fixture
def host(desk, qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(collaborators, host):
    made = ImportDialog(Desk(*collaborators), host)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    return made


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "leute.csv"
    made.write_text(LIST, encoding="utf-8")
    return made


def cells(dialog):
    model = dialog.page.table.model()
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_without_a_file_nothing_can_be_read_in(dialog):
    assert not dialog.accept_button.isEnabled()
    assert dialog.accept_button.toolTip() == "Bitte wählen Sie eine Datei."
    assert dialog.isModal() is False
    dialog.confirm()


def test_a_list_is_shown_then_read_in_then_undone(dialog, people, path, files, notices):
    before = people()
    files.next_path = path
    dialog.choose.click()
    assert dialog.page.counts.text() == "3 gelesen: 2 neu, 0 geändert, 0 unverändert, 1 abgewiesen"
    assert dialog.accept_button.text() == "2 Zeilen einlesen"
    assert people() == before
    dialog.accept_button.click()
    assert people() == before + 2
    assert not dialog.isVisible()
    look, text, actions = notices.shown[-1]
    assert (look, actions) == ("success", ("Rückgängig",))
    assert text.startswith("Eingelesen. 3 gelesen: 2 neu")
    notices.actions["Rückgängig"]()
    assert people() == before


def test_suspected_doubles_are_one_click_away(dialog, office, tmp_path, files, notices):
    office.people.save(
        {"last_name": "Wagner", "first_name": "Anna", "email": "anna.wagner@example.org"}
    )
    path = tmp_path / "liste.csv"
    path.write_text(
        "Nachname;Vorname;E-Mail\nWagner;Ana;anna.wagner@example.org\n", encoding="utf-8"
    )
    files.next_path = path
    dialog.choose.click()
    dialog.accept_button.click()
    assert notices.shown[-1][2] == ("Rückgängig", "Doppelte ansehen …")
    notices.actions["Doppelte ansehen …"]()
    review = dialog.parentWidget().findChild(QDialog, "doubles")
    assert review.isVisible()
    assert review.table.rowCount() == 1
    review.reject()


def test_rows_and_columns_are_told(dialog, path):
    dialog.plan_file(path)
    assert cells(dialog) == [("3", "abgewiesen", "Geburtsdatum: „31.2.1970“ ist kein Datum.")]
    assert dialog.page.reason.text() == "Zeile 3: Geburtsdatum: „31.2.1970“ ist kein Datum."
    assert any("Lieblingsfarbe" in sentence for sentence in dialog.page.warnings())
    dialog.page.parts._choose("rows")
    assert [row[1] for row in cells(dialog)] == ["neu", "abgewiesen", "neu"]
    dialog.page.parts._choose("columns")
    fields = [box.currentText() for box in dialog.page.columns.boxes]
    assert fields == ["Nachname", "Vorname", "Geburtsdatum", "nicht übernehmen"]


def test_suspected_doubles_stand_apart(dialog, office, tmp_path):
    number = office.people.save(
        {"last_name": "Müßig", "first_name": "Änne", "birth_date": "1961-04-03"}
    )
    path = tmp_path / "doppelt.csv"
    path.write_text("Nachname;Vorname;Ort\nMüßig;Änne;Kassel\n", encoding="utf-8")
    dialog.plan_file(path)
    dialog.page.parts._choose("doubles")
    (row,) = cells(dialog)
    assert row[1] == "neu"
    assert row[2].startswith(f"Vielleicht schon vorhanden: Nr. {number}.")


def test_what_is_made_besides_is_said(dialog, tmp_path):
    path = tmp_path / "angebote.csv"
    path.write_text(
        "Titel;Initiative\nKindern vorlesen;Bücherei am Markt\nBürgerbus fahren;Busverein Ulfen\n",
        encoding="utf-8",
    )
    dialog.nouns.set_current("offers")
    dialog.plan_file(path)
    assert dialog.page.also.text() == "Dazu 2 Initiativen"
    assert dialog.page.counts.text().startswith("2 gelesen: 2 neu")


def test_the_same_list_again_has_nothing_to_do(dialog, path, tmp_path, collaborators):
    dialog.plan_file(path)
    dialog.confirm()
    dialog.show()
    dialog.plan_file(path)
    assert not dialog.accept_button.isEnabled()
    reason = "Nichts einzulesen: Alle Zeilen sind unverändert oder abgewiesen."
    assert dialog.nothing.text() == reason
    assert dialog.nothing.isVisible()
    assert dialog.accept_button.accessibleDescription() == reason


@pytest.mark.parametrize(
    ("name", "content"),
    [("bild.xlsx", b"\x89PNG\r\n\x1a\n"), ("leer.csv", b""), ("spalte.csv", b"Farbe\nrot\n")],
)
def test_what_is_no_list_is_said_here_and_another_can_be_chosen(
    dialog, people, path, tmp_path, notices, name, content
):
    before = people()
    bad = tmp_path / name
    bad.write_bytes(content)
    dialog.plan_file(bad)
    assert dialog.problem.isVisible()
    assert dialog.problem.text().endswith(".")
    assert not dialog.accept_button.isEnabled()
    assert notices.errors == []
    assert people() == before
    dialog.plan_file(path)
    assert not dialog.problem.isVisible()
    assert dialog.accept_button.isEnabled()


def test_refused_rows_as_a_workbook(dialog, path, files, notices, tmp_path):
    dialog.plan_file(path)
    files.next_path = tmp_path / "abgewiesen.xlsx"
    dialog.errors_button.click()
    assert files.asked[-1] == ("Abgewiesene Zeilen speichern", "leute abgewiesen")
    sheet = load_workbook(files.next_path).worksheets[0]
    assert "Gliem" in [cell.value for row in sheet.iter_rows() for cell in row]
    assert notices.shown[-1][2] == ("Öffnen", "Ordner")
    assert dialog.isVisible()


def test_a_mapping_file_names_the_columns(dialog, tmp_path, files):
    path = tmp_path / "fremd.csv"
    path.write_text("A;B\nMüßig;Änne\n", encoding="utf-8")
    dialog.plan_file(path)
    assert dialog.problem.isVisible()
    mapping = tmp_path / "fremd.toml"
    mapping.write_text(
        'noun = "people"\n[columns]\nA = "last_name"\nB = "first_name"\n', encoding="utf-8"
    )
    files.next_path = mapping
    dialog.map_button.click()
    assert not dialog.problem.isVisible()
    assert dialog.accept_button.text() == "1 Zeile einlesen"
    dialog.no_mapping.click()
    assert dialog.problem.isVisible()
    assert not dialog.no_mapping.isVisible()


@pytest.mark.parametrize("error", [Cancelled(), StoreUnavailable("Die Platte ist voll.")])
def test_a_run_that_fails_leaves_the_plan(dialog, office, path, people, monkeypatch, error):
    before = people()
    dialog.plan_file(path)

    def fail(plan, progress, keep):
        raise error

    monkeypatch.setattr(office.imports, "run", fail)
    dialog.confirm()
    assert dialog.isVisible()
    assert dialog.problem.text() == error.sentence
    assert dialog.accept_button.isEnabled()
    assert people() == before


def test_a_bug_goes_to_the_notices(dialog, office, path, monkeypatch, notices):
    dialog.plan_file(path)
    monkeypatch.setattr(office.imports, "run", lambda plan, progress, keep: 1 / 0)
    dialog.confirm()
    assert isinstance(notices.errors[0], ZeroDivisionError)


def test_it_can_be_stopped(office, bus, notices, files, navigator, path, qtbot, monkeypatch, host):
    """In the background: the work sees the wish at its next step; nothing is left half done."""

    def endless(plan, progress, keep):
        while True:
            progress.step(1, 3, "Wird eingelesen")

    tasks = BackgroundTasks(notices.error)
    dialog = ImportDialog(Desk(office, tasks, bus, notices, files, navigator), host)
    dialog.show()
    dialog.plan_file(path)
    assert not dialog.accept_button.isEnabled()
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    monkeypatch.setattr(office.imports, "run", endless)
    dialog.confirm()
    assert not dialog.choices.isEnabled()
    qtbot.waitUntil(lambda: "1 von 3" in dialog.bar.text.text())
    dialog.reject()
    qtbot.waitUntil(dialog.problem.isVisible)
    assert dialog.problem.text() == Cancelled().sentence
    assert dialog.isVisible()
    assert dialog.choices.isEnabled()
    dialog.bar.stop.click()
    dialog.reject()
    assert tasks.drain()


def test_every_control_has_a_name(dialog, path):
    dialog.plan_file(path)
    wanted = {"import.noun", "import.file", "import.mapping", "import.rows", "import.parts",
              "import.run", "import.cancel", "import.errors"}  # fmt: skip
    assert {name for name in wanted if dialog.findChild(QWidget, name)} == wanted
    assert dialog.page.table.accessibleName()
    assert dialog.nouns.accessibleName()


def test_a_sheet_is_chosen_among_several(dialog, tmp_path, path):
    made = parts(
        {
            "Deckblatt": line(1, "Sontra", "2026") + line(2, "x", "y"),
            "Leute": line(1, *HEAD) + line(2, "Süß", "Anna"),
            "Alt": line(1, *HEAD) + line(2, "Alt", "Anna") + line(3, "Älter", "Berta"),
        },
        states={"Alt": "hidden"},
    )
    book = write(tmp_path / "blätter.xlsx", made)
    dialog.plan_file(book)
    box = dialog.sheets.box
    assert dialog.sheets.isVisible()
    assert [box.itemText(at) for at in range(box.count())] == [
        "Deckblatt", "Leute", "Alt (ausgeblendet)"
    ]  # fmt: skip
    assert box.currentText() == "Leute"
    assert dialog.accept_button.text() == "1 Zeile einlesen"
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert dialog.accept_button.text() == "2 Zeilen einlesen"
    assert box.currentText() == "Alt (ausgeblendet)"
    box.activated.emit(0)
    assert dialog.problem.isVisible()
    assert box.currentText() == "Deckblatt"
    box.activated.emit(1)
    assert dialog.accept_button.text() == "1 Zeile einlesen"
    dialog.plan_file(path)
    assert not dialog.sheets.isVisible()
