"""Somebody asks what is kept of her: told, contested, restricted, put right, used again."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from PySide6.QtWidgets import QApplication
from tests.make_office import adult, offer, place_id

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.model.enums import Kind, PlacementState
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar
from ehrenamt_desktop.ui.main_window import MainWindow
from ehrenamt_desktop.ui.protection.restriction_bar import RestrictionBar

MONDAY = dt.date(2026, 11, 23)


@pytest.fixture
def office(empty_office):
    return empty_office


@pytest.fixture
def window(office, tasks, bus, notices, files, navigator, tmp_path, qtbot):
    made = MainWindow(
        Desk(office, tasks, bus, notices, files, navigator), NoticeBar(),
        Device(tmp_path / "device"),
    )  # fmt: skip
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitUntil(lambda: "start" in made._tabs)
    made.equipment.complete()
    return made


def settle():
    for _ in range(3):
        QApplication.processEvents()


def run(window, name):
    """Do what the list of commands offers for the shown record."""
    next(one for one in window.current().commands() if one.name == name).run()
    settle()
    return QApplication.activeModalWidget()


def test_from_the_question_to_the_answer(window, office, files, notices, tmp_path):
    person = adult(office, phone="05653 1111", place_id=place_id(office, "Ulfen"))
    [placement] = office.placements.propose(person, [offer(office)])
    office.placements.move(placement, PlacementState.PASSED_ON)
    window.open_record(Kind.PERSON, person)
    settle()

    files.next_path = tmp_path
    run(window, "person.disclose")
    folder = tmp_path / f"auskunft-{person}"
    told = json.loads((folder / f"{folder.name}.json").read_text(encoding="utf-8"))
    assert told["daten"]["person"][0]["phone"] == "05653 1111"
    assert [one["tag"] for one in told["empfaenger"]] == ["2026-11-23"]
    assert (folder / f"{folder.name}.pdf").read_bytes().startswith(b"%PDF")

    asked = run(window, "person.restrict")
    asked.form.editor("note").set_value("Die Nummer ist falsch")
    asked.confirm()
    settle()
    bar = window.findChild(RestrictionBar, "person.restriction")
    assert bar.isVisible()
    assert office.lists.people.ids(ListQuery()) == []
    assert office.lists.people.ids(ListQuery(filters={"restricted": ("yes",)})) == [person]

    values = office.lists.person(person)
    office.people.save({"phone": "05653 2222"}, person, values.values["version"])
    bar.lift.click()
    settle()
    lifted = QApplication.activeModalWidget()
    lifted.form.editor("told_on").set_value(MONDAY)
    lifted.confirm()
    settle()
    assert not bar.isVisible()
    assert office.lists.people.ids(ListQuery()) == [person]

    handed = run(window, "person.notice")
    handed.confirm()
    settle()
    office.disclosures.write(person, tmp_path)
    again = json.loads((tmp_path / f"{folder.name} (2)" / f"{folder.name}.json").read_text("utf-8"))
    [row] = again["daten"]["person"]
    assert (row["phone"], row["notice_on"]) == ("05653 2222", "2026-11-23")
    assert row["notice_version"] == office.privacy_papers.version()
    assert not notices.errors
