from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import BadFile, Cancelled, DomainError
from ehrenamt_desktop.model.enums import (
    ConsentScope,
    LegalBasis,
    OfferStatus,
    PersonStatus,
    TermKind,
    TermRelation,
)
from ehrenamt_desktop.model.imports import ImportPlan, ImportReport, Verdict
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.services.imports import refuse_any
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import Office, open_office

TODAY = dt.date(2026, 11, 23)
REAL = Path(__file__).parents[3] / "shared" / "data" / "real"
MAPPINGS = Path(__file__).parents[2] / "docs" / "mappings"

Write = Callable[[str, str], Path]


@pytest.fixture
def heard() -> list[tuple[Change, ...]]:
    return []


@pytest.fixture
def desk(tmp_path: Path, heard: list[tuple[Change, ...]]) -> Iterator[Office]:
    with clock.frozen(TODAY):
        create_office(tmp_path / "buero.ehrenamt")
        office = open_office(tmp_path / "buero.ehrenamt", on_changed=heard.append)
        yield office
        office.imports.close()
        office.close()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def make(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return make


def _import(office: Office, noun: str, path: Path, mapping: Path | None = None) -> ImportReport:
    plan = office.imports.plan(noun, path, mapping)
    report = office.imports.run(plan)
    assert report.rows == plan.rows
    return report


def _verdicts(report: ImportReport) -> list[str]:
    return [row.verdict.value for row in report.rows]


def test_a_plan_changes_nothing_and_a_run_is_one_step(
    desk: Office, write: Write, heard: list[tuple[Change, ...]]
) -> None:
    path = write("l.csv", "Vorname;Nachname\nAnna;Süß\nBernd;Öl\nCara;\n")
    heard.clear()
    plan = desk.imports.plan("people", path)
    assert isinstance(plan, ImportPlan)
    assert desk.lists.people.total() == 0
    assert desk.history.next_undo() is None
    report = desk.imports.run(plan)
    assert _verdicts(report) == ["added", "added", "refused"]
    assert report.rows[2].reason == "Nachname: Bitte füllen Sie dieses Feld aus."
    assert desk.lists.people.total() == 2
    step = desk.history.next_undo()
    assert step is not None
    assert step.action == "Einfuhr: 2 Personen"
    assert len(heard) == 1
    desk.history.undo()
    assert desk.lists.people.total() == 0
    desk.history.redo()
    assert desk.lists.people.total() == 2
    assert _verdicts(_import(desk, "people", path)) == ["skipped", "skipped", "refused"]


def test_the_json_is_the_promised_object(desk: Office, write: Write) -> None:
    path = write("l.csv", "Titel;Organisation\nVorlesen;Kita\nSingen;Kita\n;Kita\n")
    made = json.loads(json.dumps(_import(desk, "offers", path).as_json()))
    assert made == {
        "counts": {"read": 3, "added": 2, "updated": 0, "skipped": 0, "refused": 1},
        "also": {"initiatives": 1},
        "mapping": {"Titel": "title", "Organisation": "initiative"},
        "rows": [
            {"row": 2, "verdict": "added", "reason": ""},
            {"row": 3, "verdict": "added", "reason": ""},
            {"row": 4, "verdict": "refused", "reason": "Titel: Bitte füllen Sie dieses Feld aus."},
        ],
        "sheet": "",
        "warnings": [
            "Die Liste hat keine Spalte „Status“: Neue Angebote werden Entwürfe. Bitte prüfen und "
            "veröffentlichen Sie sie."
        ],
    }


def test_a_person_comes_with_place_terms_and_consents(desk: Office, write: Write) -> None:
    head = ("Anrede;Vorname;Nachname;Geburtsdatum;Ortsteil;Telefon;Interessen;Sprachen;Nachweise;"
            "Zeiten;Einwilligung Speicherung am;Einwilligung Weitergabe am\n")  # fmt: skip
    row = ("Frau;Marion;Dietzel;3.4.1961;Ulfen;05653 1234;Sport, Schach;Englisch (gut);Juleica;"
           "Mo vormittags;1.2.2026;1.2.2026\n")  # fmt: skip
    report = _import(desk, "people", write("l.csv", head + row))
    assert report.also == {"consents": 2, "credentials": 1}
    assert "„Schach“ ist nicht bekannt" in report.rows[0].reason
    found = desk.lists.person(1)
    assert found.place is not None
    assert found.place.label == "Ulfen (Sontra)"
    assert found.values["legal_basis"] == LegalBasis.CONSENT
    assert found.values["birth_year"] == 1961
    assert {(one.kind, one.relation) for one in found.terms} == {
        (TermKind.AREA, TermRelation.WISH), (TermKind.LANGUAGE, TermRelation.HAS),
    }  # fmt: skip
    assert {one.scope for one in found.consents} == {ConsentScope.STORAGE, ConsentScope.HANDOVER}
    assert found.handover_refusal is None


def test_imported_people_start_with_an_open_basis(desk: Office, write: Write) -> None:
    report = _import(desk, "people", write("l.csv", "Nachname;Geburtsjahr\nSüß;1970\n"))
    found = desk.lists.person(1)
    assert found.values["legal_basis"] == LegalBasis.OPEN
    assert found.values["status"] == PersonStatus.SEEKING
    assert found.handover_refusal is not None
    assert any("Rechtsgrundlage" in line for line in report.lines())


def test_minors_are_refused_without_the_guardians_consent(desk: Office, write: Write) -> None:
    text = (
        "Vorname;Nachname;Geburtsdatum;Telefon;E-Mail;Interessen;"
        "Einwilligung der Sorgeberechtigten am;Sorgeberechtigte\n"
        "Ali;A;1.1.2012;05653 1;;;;\n"
        "Bea;B;1.1.2012;05653 2;b@x.example;;;\n"
        "Cem;C;1.1.2012;05653 3;;Sport;;\n"
        "Dua;D;1.1.2012;05653 4;d@x.example;Sport;1.11.2026;Eda D\n"
        "Eva;E;1.1.2012;05653 5;e@x.example;;1.1.2027;\n"
    )
    report = _import(desk, "people", write("l.csv", text))
    assert _verdicts(report) == ["added", "refused", "refused", "added", "refused"]
    assert "Ohne Einwilligung der Sorgeberechtigten" in report.rows[1].reason
    assert "liegt in der Zukunft" in report.rows[4].reason
    (consent,) = desk.lists.person(2).consents
    assert (consent.scope, consent.by_guardian) == (ConsentScope.STORAGE, True)
    again = "Vorname;Nachname;Geburtsdatum;Hobbys\nAli;A;1.1.2012;Chor\nDua;D;1.1.2012;Chor\n"
    assert _verdicts(_import(desk, "people", write("m.csv", again))) == ["refused", "updated"]


def test_people_are_found_by_number_key_or_name_with_a_second_mark(
    desk: Office, write: Write
) -> None:
    first = (
        "Vorname;Nachname;Geburtsdatum;Telefon;E-Mail;Kennung\n"
        "Anna;Süß;1.2.1960;05653 11111;anna@x.example;k1\n"
        "Bernd;Öl;;05653 22222;;\n"
    )
    _import(desk, "people", write("a.csv", first))
    second = (
        "Nr.;Vorname;Nachname;Geburtsdatum;Telefon;E-Mail;Kennung;Hobbys\n"
        "1;Anna;Süß;;;;;nach Nummer\n"
        ";Änne;Süß-Neu;;;;k1;nach Kennung\n"
        ";ANNA;Suess;01.02.1960;;;;nach Geburtsdatum\n"
        ";Bernd;Oel;;+49 5653/22222;;;nach Telefon\n"
        ";Bernd;Öl;;05653 99999;;;niemand sicher\n"
        "1;Zoe;Fremd;3.3.1933;;;;falsche Nummer\n"
        "77;Neu;Mensch;;;;;unbekannte Nummer\n"
    )
    report = _import(desk, "people", write("b.csv", second))
    assert _verdicts(report) == [
        "updated", "updated", "added", "updated", "added", "refused", "added",
    ]  # fmt: skip
    assert "Vielleicht schon vorhanden: Nr. 2." in report.rows[4].reason
    assert report.doubtful == (report.rows[4],)
    assert report.rows[5].reason.startswith("Unter Nr. 1 ist ein anderer Datensatz gespeichert")
    assert desk.lists.person(1).values["hobbies"] == "nach Kennung"


def test_a_name_alone_is_no_proof_but_a_suspicion(desk: Office, write: Write) -> None:
    _import(desk, "people", write("a.csv", "Vorname;Nachname;Geburtsdatum\nA;B;1.1.1950\n"))
    text = "Vorname;Nachname;Geburtsdatum;Ort\nA;B;;Kassel\nA;B;2.2.1980;Kassel\n"
    report = _import(desk, "people", write("b.csv", text))
    assert _verdicts(report) == ["added", "added"]
    assert [row.doubles for row in report.rows] == [(1,), ()]


def test_empty_cells_erase_nothing_and_terms_of_a_field_are_replaced(
    desk: Office, write: Write
) -> None:
    head = "Vorname;Nachname;Geburtsdatum;Bereiche;Sprachen;Ort\n"
    _import(desk, "people", write("a.csv", head + "A;B;1.1.1950;Sport;Englisch (gut);Sontra\n"))
    report = _import(desk, "people", write("b.csv", head + "A;B;1.1.1950;Kultur;Englisch;\n"))
    assert _verdicts(report) == ["updated"]
    found = desk.lists.person(1)
    assert found.values["city"] == "Sontra"
    labels = {term.id: term.label for term in desk.lists.terms()}
    assert {labels[one.term_id] for one in found.terms} == {"Kultur und Musik", "Englisch"}
    assert any(one.level for one in found.terms), "a level that the list leaves out stays"
    desk.history.undo()
    kept = {labels[one.term_id] for one in desk.lists.person(1).terms}
    assert kept == {"Sport und Bewegung", "Englisch"}


def test_rows_of_one_file_that_mean_the_same_person_are_joined(desk: Office, write: Write) -> None:
    text = (
        "Vorname;Nachname;Geburtsdatum;Telefon;Hobbys;Bereiche\n"
        "A;B;1.1.1950;05653 11111;;Sport\n"
        "A;B;1.1.1950;;Chor;\n"
        "A;B;1.1.1950;;Chor;Sport\n"
    )
    report = _import(desk, "people", write("a.csv", text))
    assert _verdicts(report) == ["added", "updated", "skipped"]
    assert [row.reason for row in report.rows[1:]] == [
        "Ergänzt Zeile 2.", "Steht unverändert in Zeile 2.",
    ]  # fmt: skip
    assert desk.lists.people.total() == 1
    assert desk.lists.person(1).values["hobbies"] == "Chor"


def test_consents_are_recorded_once_and_withdrawn_ones_stay_withdrawn(
    desk: Office, write: Write
) -> None:
    path = write("a.csv", "Nachname;Geburtsjahr;Einwilligung Speicherung am\nB;1950;1.1.2026\n")
    _import(desk, "people", path)
    assert _verdicts(_import(desk, "people", path)) == ["skipped"]
    desk.people.withdraw_consent(desk.lists.person(1).consents[0].id)
    assert _verdicts(_import(desk, "people", path)) == ["skipped"]
    assert len(desk.lists.person(1).consents) == 1


def test_initiatives_with_contact_person(desk: Office, write: Write) -> None:
    text = (
        "Organisation;Straße;houseNumber;PLZ;Ort;Ansprechpartner;Funktion;E-Mail;Rechtsform\n"
        "Heimatverein Ulfen;Weg;3;36205;Ulfen;Dr. Eva von Au;Vorsitz;hv@x.example;e. V.\n"
    )
    path = write("a.csv", text)
    report = _import(desk, "initiatives", path)
    assert report.also == {"contacts": 1}
    found = desk.lists.initiative(1)
    assert found.values["street"] == "Weg 3"
    (contact,) = found.contacts
    assert "von Au" in contact.name
    assert _verdicts(_import(desk, "initiatives", path)) == ["skipped"]
    other = text.replace("36205;Ulfen", "10115;Berlin")
    report = _import(desk, "initiatives", write("b.csv", other))
    assert (_verdicts(report), report.rows[0].doubles) == (["added"], (1,))


def test_offers_find_or_make_their_initiatives(desk: Office, write: Write) -> None:
    _import(desk, "initiatives", write("i.csv", "Name\nKita Regenbogen\n"))
    text = (
        "Titel;Organisation;Plätze;Ortsteil;Kategorie;Status;Beginn;Ende\n"
        "Vorlesen;KITA REGENBOGEN;2;Breitau;Schule;veröffentlicht;1.1.2026;\n"
        "Garten;Obstverein;3;;Umwelt;;;\n"
        "Gießen;Obstverein;x;;;;;\n"
        "Mosten;Obstverein;;;;;2.1.2026;1.1.2026\n"
        "Presse;Nur hier;-1;;;;;\n"
    )
    report = _import(desk, "offers", write("o.csv", text))
    assert _verdicts(report) == ["added", "added", "refused", "refused", "refused"]
    assert report.also == {"initiatives": 1}, "a refused row makes no initiative"
    assert report.rows[2].reason == "Plätze: „x“ ist keine Zahl."
    assert report.rows[3].reason == "Ende: Das Ende liegt vor dem Beginn."
    assert desk.lists.initiatives.total() == 2
    first = desk.lists.offer(1)
    assert (first.row.initiative, first.row.area) == ("Kita Regenbogen", "Schule oder Kindergarten")
    assert first.values["entered_on"] == TODAY
    assert desk.lists.offer(2).values["status"] == OfferStatus.DRAFT
    moved = _import(desk, "offers", write("p.csv", "Nr.;Titel;Initiative\n1;Vorlesen;Obstverein\n"))
    assert _verdicts(moved) == ["updated"]
    assert desk.lists.offer(1).row.initiative == "Obstverein"


def test_offers_without_a_status_are_drafts_and_that_is_said(desk: Office, write: Write) -> None:
    report = _import(desk, "offers", write("o.csv", "Titel;Organisation\nLesen;Kita\n"))
    assert desk.lists.offer(1).values["status"] == OfferStatus.DRAFT
    assert any("Entwürfe" in warning for warning in report.warnings)


def test_no_name_or_number_gets_on_a_board_through_an_import(desk: Office, write: Write) -> None:
    text = (
        "Titel;Organisation;Status;Kurztext\n"
        "Vorlesen;Kita;veröffentlicht;Bitte rufen Sie 05653 12345 an\n"
        "Frau Müller begleiten;Kita;veröffentlicht;Spazieren gehen\n"
    )
    path = write("o.csv", text)
    report = _import(desk, "offers", path)
    assert _verdicts(report) == ["added", "added"]
    one, two = desk.lists.offer(1).values, desk.lists.offer(2).values
    assert (one["status"], one["teaser"]) == (OfferStatus.PUBLISHED, "")
    assert one["description"] == "Bitte rufen Sie 05653 12345 an"
    assert two["status"] == OfferStatus.DRAFT
    assert "bleibt ein Entwurf" in report.rows[1].reason
    assert _verdicts(_import(desk, "offers", path)) == ["skipped", "skipped"]


def test_offers_of_one_source_are_told_apart_by_their_key(desk: Office, write: Write) -> None:
    path = write("o.csv", "Titel;Organisation;Kennung\nLesen;Kita;1\nLesen;Kita;2\n")
    assert _verdicts(_import(desk, "offers", path)) == ["added", "added"]
    assert _verdicts(_import(desk, "offers", path)) == ["skipped", "skipped"]
    without = write("p.csv", "Titel;Organisation;Plätze\nLesen;Kita;3\n")
    assert _verdicts(_import(desk, "offers", without)) == ["updated"]


def test_a_plan_that_the_store_outran_is_made_anew(desk: Office, write: Write) -> None:
    path = write("a.csv", "Vorname;Nachname;Geburtsjahr\nA;B;1950\n")
    plan = desk.imports.plan("people", path)
    desk.people.save({"first_name": "A", "last_name": "B", "birth_year": 1950})
    assert _verdicts(desk.imports.run(plan)) == ["skipped"]
    assert desk.lists.people.total() == 1
    assert _verdicts(desk.imports.run(plan)) == ["skipped"]


def test_a_stop_leaves_nothing_and_the_plan_can_be_run_again(desk: Office, write: Write) -> None:
    class Stopping:
        def __init__(self, after: int) -> None:
            self.left = after

        def step(self, done: int, total: int, text: str = "") -> None:
            self.left -= 1
            if self.left < 0:
                raise Cancelled

    path = write("o.csv", "Titel;Organisation\nLesen;Kita\nMalen;Chor\n")
    with pytest.raises(Cancelled):
        desk.imports.plan("offers", path, progress=Stopping(0))
    plan = desk.imports.plan("offers", path)
    for calls in range(4):
        with pytest.raises(Cancelled):
            desk.imports.run(plan, Stopping(calls))
        assert (desk.lists.offers.total(), desk.lists.initiatives.total()) == (0, 0)
        assert desk.history.next_undo() is None
    assert _verdicts(desk.imports.run(plan)) == ["added", "added"]


def test_refused_rows_go_into_a_workbook_that_reads_back(
    desk: Office, write: Write, tmp_path: Path
) -> None:
    path = write("a.csv", "Vorname;Nachname;Geburtsdatum\nA;B;31.2.1950\nC;D;1.1.1950\n=1+1;;\n")
    plan = desk.imports.plan("people", path)
    out = tmp_path / "fehler.xlsx"
    assert desk.imports.write_errors(plan, out) == 2
    sheet = load_workbook(out).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("Vorname", "Nachname", "Geburtsdatum", "Zeile", "Grund")
    assert rows[1][:4] == ("A", "B", "31.2.1950", 2)
    assert rows[2][:2] == ("=1+1", None)
    assert sheet["A3"].data_type == "s"
    again = desk.imports.plan("people", out)
    assert _verdicts(again) == ["refused", "refused"]
    with pytest.raises(DomainError, match="2 Zeilen würden abgewiesen, die erste ist Zeile 2"):
        refuse_any(plan)


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("leer.csv", b"", "ist leer"),
        ("bild.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(300), "ist ein Bild"),
        ("kopf.csv", b"Vorname;Ort\nA;B\n", "fehlt die Spalte „Nachname“"),
        ("wirr.csv", b"Nachname;Ort\n\x81\x8d\x9d;\x90\n" * 30, "lassen sich nicht lesen"),
        ("doppelt.csv", b"Nachname;Nachname\nA;B\n", "bedeuten"),
    ],
)
def test_what_cannot_be_used_gets_a_sentence_and_changes_nothing(
    desk: Office, tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadFile, match=sentence):
        desk.imports.plan("people", tmp_path / name)
    assert desk.lists.people.total() == 0
    assert desk.history.next_undo() is None


def test_ten_rows_and_their_sum(desk: Office, write: Write) -> None:
    rows = "".join(f"P{n};N{n % 3};{n if n % 4 else 'x'}\n" for n in range(10))
    report = _import(desk, "people", write("a.csv", f"Vorname;Nachname;Stunden pro Woche\n{rows}"))
    counts = report.counts
    assert counts.read == 10 == counts.added + counts.updated + counts.skipped + counts.refused
    assert counts.refused == 3
    assert all(row.reason for row in report.rows if row.verdict is Verdict.REFUSED)


@pytest.mark.skipif(not REAL.is_dir(), reason="the real lists lie beside the project")
@pytest.mark.parametrize(
    ("name", "mapping", "noun", "rows", "also"),
    [
        ("freinet-cards-cp1252.csv", "freinet-cards", "people", 2, {}),
        ("sahana-people.csv", "sahana-people", "people", 9, {}),
        ("stores-de.csv", "stores-de", "initiatives", 3, {}),
        ("nyc-volunteer-opportunities.csv", "nyc-volunteer-opportunities", "offers", 665,
         {"initiatives": 261}),
    ],
)  # fmt: skip
def test_real_lists(
    desk: Office, name: str, mapping: str, noun: str, rows: int, also: dict[str, int]
) -> None:
    file = MAPPINGS / f"{mapping}.toml"
    report = _import(desk, noun, REAL / name, file)
    assert (report.counts.read, report.counts.added) == (rows, rows)
    assert report.also == also
    again = _import(desk, noun, REAL / name, file)
    assert (again.counts.skipped, again.also) == (rows, {})
    desk.history.undo()
    assert getattr(desk.lists, noun).total() == 0


def test_the_offer_export_of_freinet_is_taken_over_without_a_mapping(
    desk: Office, tmp_path: Path
) -> None:
    head = (
        "agenturid;agenturname;einrichtungsname;angebotsname;beschreibung;wertigkeit;plz;ort;"
        "kontaktierbar;avatar;anzahl_gesuche;anzahl_aktueller_vermittlungen;latitude;longitude;"
        "ortsteil;bearbeitet;erstellt;_angebotsId\r\n"
    )
    row = (
        '12;Agentur;"Förderverein „Grünes Dorf“";Beete pflegen;"<p>Gießen &amp; jäten.</p>\r\n'
        '<p>Auch für Anfänger.</p>";5;36205;Sontra;1;;4;2;"51,06702";"10,000161";;1700000000;'
        "1600000000;991\r\n"
    )
    path = tmp_path / "angebote.csv"
    path.write_bytes((head + row).encode("cp1252"))
    report = _import(desk, "offers", path)
    assert (_verdicts(report), report.also) == (["added"], {"initiatives": 1})
    found = desk.lists.offer(1)
    assert found.row.initiative == "Förderverein „Grünes Dorf“"
    assert found.row.place == "Breitau (Sontra)"
    assert found.values["description"] == "Gießen & jäten.\n\nAuch für Anfänger."
    assert found.values["places_total"] == 4
    assert found.values["confirmed_on"] == dt.date(2023, 11, 14)
    assert found.values["status"] == OfferStatus.PUBLISHED
    assert _verdicts(_import(desk, "offers", path)) == ["skipped"]
