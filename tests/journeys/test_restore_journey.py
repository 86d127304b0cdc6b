"""Something went wrong yesterday: back to a safety copy in the window, nothing of today is lost."""

from __future__ import annotations

import pytest

from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.ui.kit import boxes
from ehrenamt_desktop.ui.main_window import MainWindow
from ehrenamt_desktop.ui.safety.backup_dialog import BackupDialog
from ehrenamt_desktop.ui.safety.keys_unlock import UnlockDialog

OWN = "Kirsche Amboss leise Dachrinne"


@pytest.fixture
def store(run, tmp_path, frozen):
    """A store with a copy of when Marion was the only one; Özlem came later."""
    path = tmp_path / "buero.ehrenamt"
    create_office(path, passphrase=OWN)
    office = open_office(path, passphrase=OWN)
    office.people.save({"last_name": "Dietzel", "first_name": "Marion"})
    office.backups.make()
    office.people.save({"last_name": "Yıldız", "first_name": "Özlem"})
    office.close()
    return path


def people(office):
    ids = office.lists.people.ids(ListQuery())
    return [one.last_name for one in office.lists.people.rows(ids)]


def type_in(dialog):
    dialog.passphrase.setText(OWN)
    dialog.confirm()


def test_back_to_a_copy_and_the_store_of_today_stays(run, store, monkeypatch, qapp):
    asked, seen = [], []
    monkeypatch.setattr(boxes, "ask", lambda question, *_, **__: asked.append(question) or True)

    def choose(window):
        window.equipment.complete()
        assert window.desk.tasks.drain()
        assert people(window.desk.office) == ["Dietzel", "Yıldız"]
        window.findChild(object, "main.backups").trigger()

    def restore(dialog):
        assert dialog._desk.tasks.drain()
        assert "Personen 1 (heute 2)" in dialog.change.text()
        dialog.confirm()

    def look(window):
        assert window.desk.tasks.drain()
        seen.append(people(window.desk.office))
        window.close()

    code = run(
        (UnlockDialog, type_in), (MainWindow, choose), (BackupDialog, restore),
        (UnlockDialog, type_in), (MainWindow, look),
        store=store,
    )  # fmt: skip
    assert (code, seen) == (0, [["Dietzel"]])
    assert any("bleibt daneben erhalten" in question for question in asked)
    [aside] = store.parent.glob("buero-vor-wiederherstellung-*.ehrenamt")
    before = open_office(aside, passphrase=OWN)
    assert people(before) == ["Dietzel", "Yıldız"]
    before.close()
