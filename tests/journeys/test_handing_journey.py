"""The desk goes to a laptop for a week and comes back with what was entered there."""

from __future__ import annotations

import pytest

from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import keyfile
from ehrenamt_desktop.ui.kit import boxes
from ehrenamt_desktop.ui.main_window import MainWindow
from ehrenamt_desktop.ui.safety.handing_back import TakeBackDialog
from ehrenamt_desktop.ui.safety.handing_over import HandOverDialog
from ehrenamt_desktop.ui.safety.keys_first_start import StartDialog
from ehrenamt_desktop.ui.safety.keys_unlock import UnlockDialog

OWN = "Kirsche Amboss leise Dachrinne"


@pytest.fixture
def town_hall(tmp_path, monkeypatch, frozen):
    """The store at the town hall, with one person."""
    monkeypatch.setattr(keyfile, "usual_cost", lambda: keyfile.Cost(64, 1, 1))
    path = tmp_path / "rathaus" / "buero.ehrenamt"
    path.parent.mkdir()
    create_office(path, passphrase=OWN)
    office = open_office(path, passphrase=OWN)
    office.people.save({"last_name": "Dietzel", "first_name": "Marion"})
    office.close()
    return path


def type_in(dialog):
    dialog.passphrase.setText(OWN)
    dialog.confirm()


def wanting(name, *, first=lambda _: None):
    """Do something in the window and choose an entry of its menu."""

    def deed(window):
        window.equipment.complete()
        assert window.desk.tasks.drain()
        first(window)
        window.findChild(object, name).trigger()

    return deed


def closing(found):
    """Note how the window looks, then close it."""

    def deed(window):
        assert window.desk.tasks.drain()
        with window.desk.office.store.read() as connection:
            names = connection.execute("SELECT last_name FROM person ORDER BY id").fetchall()
        reading = window.findChild(object, "main.read_only").isVisibleTo(window)
        found.append((reading, [name for (name,) in names]))
        window.close()

    return deed


def giving(whom):
    def deed(dialog):
        dialog.confirm()
        assert "wer den Arbeitsplatz bekommt" in dialog.problem.text()
        dialog.whom.setText(whom)
        dialog.confirm()

    return deed


def test_to_the_laptop_and_back(run, town_hall, files, tmp_path, qapp):
    found = []
    stick = files.next_path = tmp_path / "stick"
    run((UnlockDialog, type_in), (MainWindow, wanting("main.hand_over")),
        (HandOverDialog, giving("Laptop")), (MainWindow, closing(found)),
        at="a", store=town_hall)  # fmt: skip
    (given,) = stick.iterdir()
    laptop = tmp_path / "laptop" / "buero.ehrenamt"
    laptop.parent.mkdir()
    answers = {"folder": given, "save": laptop}
    files.folder = lambda _: answers["folder"]
    files.save = lambda *_: answers["save"]

    def enter(window):
        answers["folder"] = tmp_path / "zurueck"
        window.desk.office.people.save({"last_name": "Rimbach", "first_name": "Karl"})

    run((StartDialog, lambda dialog: dialog.ways["restore"].click()),
        (UnlockDialog, type_in), (MainWindow, wanting("main.hand_over", first=enter)),
        (HandOverDialog, giving("Rathaus")), (MainWindow, closing(found)), at="b")  # fmt: skip
    (answers["folder"],) = (tmp_path / "zurueck").iterdir()

    def choose(dialog):
        dialog.choose_button.click()
        assert dialog._desk.tasks.drain()
        assert "ein Schritt gemacht. Personen 2 (hier 1)" in dialog.words.text()
        dialog.confirm()

    run((UnlockDialog, type_in), (MainWindow, wanting("main.take_back")),
        (TakeBackDialog, choose), (UnlockDialog, type_in),
        (MainWindow, closing(found)),
        at="a", store=town_hall)  # fmt: skip
    assert found == [
        (True, ["Dietzel"]), (True, ["Dietzel", "Rimbach"]), (False, ["Dietzel", "Rimbach"]),
    ]  # fmt: skip
    assert len(list(town_hall.parent.glob("*vor-wiederherstellung*.ehrenamt"))) == 1


def test_a_lost_laptop(run, town_hall, tmp_path, monkeypatch, qapp):
    office = open_office(town_hall, passphrase=OWN)
    office.handing.hand_over(tmp_path / "stick", "Laptop")
    office.close()
    found, asked = [], []
    monkeypatch.setattr(boxes, "ask", lambda *words: asked.append(words[0]) or True)

    def look(window):
        assert window.findChild(object, "main.read_only").isVisibleTo(window)
        assert "übergeben: Laptop" in window.findChild(object, "notice.text").text()

    def again(window):
        assert window.desk.tasks.drain()
        window.findChild(object, "main.take_back").trigger()
        window.desk.office.people.save({"last_name": "Rimbach"})
        closing(found)(window)

    run((UnlockDialog, type_in),
        (MainWindow, wanting("main.take_back", first=look)),
        (TakeBackDialog, lambda dialog: dialog.alone_button.click()),
        (MainWindow, again),
        at="a", store=town_hall)  # fmt: skip
    assert found == [(False, ["Dietzel", "Rimbach"])]
    assert "aufgegeben" in asked[0]


def test_a_wrong_folder_is_refused_in_the_dialog(run, town_hall, files, tmp_path, qapp):
    office = open_office(town_hall, passphrase=OWN)
    earlier = office.backups.make(tmp_path / "frueher")
    office.people.save({"last_name": "Rimbach"})
    office.handing.hand_over(tmp_path / "stick", "Laptop")
    office.close()
    files.next_path = earlier
    found = []

    def choose(dialog):
        dialog.choose_button.click()
        assert dialog._desk.tasks.drain()
        assert "stammt nicht von der Übergabe" in dialog.words.text()
        assert not dialog.accept_button.isEnabled()
        dialog.reject()

    run((UnlockDialog, type_in), (MainWindow, wanting("main.take_back")),
        (TakeBackDialog, choose), (MainWindow, closing(found)),
        at="a", store=town_hall)  # fmt: skip
    assert found == [(True, ["Dietzel", "Rimbach"])]
