"""A marked name goes through the program; it never reaches a log, a file's name or a calendar.

Papers and lists hold names: that is what they are for. What they are called, what is written to
the error stream or logged, the report of a bug and files for other programs' calendars do not.
"""

from __future__ import annotations

import datetime as dt
import logging
import tempfile

import pytest
from tests.make_office import adult, offer, place_id

from ehrenamt_desktop import cli, logbook
from ehrenamt_desktop.cli import protection
from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.enums import CertificateKind, PlacementState
from ehrenamt_desktop.model.group_mail import GroupMessage
from ehrenamt_desktop.model.serial import SerialWish
from ehrenamt_desktop.ui.kit.bug_report import report

MARK = "Zwiebelfisch"
DAY = dt.date(2026, 11, 23)
PRIVATE = {
    "last_name": MARK, "first_name": f"Ida {MARK}", "street": f"Am {MARK} 3", "postcode": "36205",
    "city": "Sontra", "email": "zwiebelfisch@example.org", "phone": "05653 977",
    "adviser_note": f"{MARK} kann alles", "legal_basis": "public_task",
}  # fmt: skip
LIST = (
    f"Nachname;Vorname;Geburtsdatum;Telefon;Ortsteil\n{MARK};Otto;01.02.1961;05653 1;Ulfen\n"
    f";Ohne {MARK};31.02.1961;{MARK};{MARK}\n"
)


@pytest.fixture
def ida(office):
    """Somebody with the mark in every field that is typed."""
    person = adult(office, **PRIVATE, place_id=place_id(office, "Ulfen"))
    for scope in ("letters", "email_info"):
        office.people.add_consent(person, {"scope": scope, "given_on": "2026-11-01"})
    return person


@pytest.fixture
def out(tmp_path, monkeypatch):
    """Where everything is written, files in passing too."""
    (tmp_path / "nebenbei").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nebenbei"))
    folder = tmp_path / "ausgabe"
    folder.mkdir()
    return folder


@pytest.fixture
def log(tmp_path):
    """The program's log of the test."""
    logbook.keep_in(lambda: tmp_path / "rechner")
    yield tmp_path / "rechner" / logbook.NAME
    logbook.keep_in(None)


def named(folder):
    return [one.name for one in folder.rglob("*") if MARK.casefold() in one.name.casefold()]


def whole_day(office, ida, out):
    """Import, save, match, pass on, write everything that names somebody."""
    (out / "liste.csv").write_text(LIST, encoding="utf-8")
    plan = office.imports.plan("people", out / "liste.csv")
    office.imports.run(plan)
    office.imports.write_errors(plan, out / "abgewiesen.xlsx")
    work = offer(office, place_id=place_id(office, "Ulfen"))
    office.people.save({"adviser_note": f"{MARK} noch einmal"}, ida)
    assert office.matching.offers_for(ida).matches
    [placement] = office.placements.propose(ida, [work])
    for state in (PlacementState.PASSED_ON, PlacementState.RUNNING):
        office.placements.move(placement, state)
    talk = office.interactions.add({
        "kind": "consultation", "state": "planned", "on": DAY, "at": dt.time(10),
        "place": f"bei {MARK}", "subject": MARK, "note": MARK, "person_id": ida,
    })  # fmt: skip
    office.calendars.write_talk(out / "termin.ics", talk)
    office.calendars.write_day(out / "tag.ics", DAY)
    office.papers.proposal_letter(out / "brief.pdf", ida, [work])
    said = office.certificates.proposal(ida, CertificateKind.ENGAGEMENT).certificate
    office.certificates.write(out / "urkunde.pdf", ida, said)
    (text,) = (one for one in office.serial_print.texts("people") if one.name == "schulung")
    wish = SerialWish("schulung", dict.fromkeys(text.asked, "morgen"), single=True)
    office.serial_print.write(out, [ida], wish)
    message = GroupMessage("Dankeabend", "Kommen Sie?\n")
    office.group_mail.write(out, office.group_mail.plan([ida]), message, 20)
    for suffix in ("xlsx", "csv", "pdf", "vcf"):
        office.exports.whole("people", out / f"liste.{suffix}")
    office.disclosures.write(ida, out)
    office.backups.keep()
    return len(list(out.rglob("*")))


def test_files_calendars_logs_and_streams(office, ida, out, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    assert whole_day(office, ida, out) > 15
    assert named(out.parent) == []
    for one in out.glob("*.ics"):
        assert MARK not in one.read_text(encoding="utf-8")
    assert MARK not in caplog.text
    said = capfd.readouterr()
    assert MARK not in said.out + said.err


@pytest.mark.parametrize(
    "values",
    [
        {"last_name": MARK, "birth_year": MARK},
        {"last_name": MARK * 99},
        {"last_name": MARK, "phone": MARK * 99},
        {"last_name": MARK, "place_id": 99_999},
    ],
)
def test_a_refusal_does_not_repeat_what_was_typed(office, values):
    with pytest.raises(Exception) as caught:  # noqa: PT011 - whatever refuses it
        office.people.save(values)
    assert MARK not in report(caught.value)
    if isinstance(caught.value, EhrenamtError):
        assert MARK not in caught.value.sentence


def test_a_bug_in_the_store_names_nobody(office, ida, log):
    """A statement that fails carries its values; no message, report or log holds them."""
    with pytest.raises(Exception) as caught, office.store.write("Probe") as unit:  # noqa: PT011
        unit.connection().exec_driver_sql("INSERT INTO person (last_name) VALUES (?)", (MARK,))
    logbook.note(logbook.Event.FAULT, caught.value)
    assert "IntegrityError" in log.read_text(encoding="utf-8")
    assert MARK not in log.read_text(encoding="utf-8")
    found = caught.value
    while found is not None:
        assert MARK not in str(found)
        assert MARK not in report(found)
        found = found.__cause__ or found.__context__


def test_a_bug_on_the_command_line_names_nobody(office, ida, monkeypatch, capfd):
    def fail(_call):
        raise RuntimeError(MARK)

    monkeypatch.setattr(protection, "disclose", fail)
    assert cli.run(["disclose", str(ida), "--to", ".", "--store", "x.ehrenamt"]) == 1
    said = capfd.readouterr()
    assert MARK not in said.out + said.err
    assert "RuntimeError" in said.err
