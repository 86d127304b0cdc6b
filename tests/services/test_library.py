"""The library: files become papers, known ones are recognised, old editions give way."""

from __future__ import annotations

import datetime as dt
import unicodedata
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.errors import Cancelled, ConflictError, DomainError, InvalidDraft
from ehrenamt_desktop.model.documents import Choice
from ehrenamt_desktop.model.enums import DocumentKind, DocumentState, HandOutWay, Kind
from ehrenamt_desktop.model.records.document import HandOut, HandOutItem
from ehrenamt_desktop.services.library.looking import SAME_BYTES, SAME_NAME, SAME_TEXT

DAY = dt.date(2026, 11, 23)
LINES = (
    "Merkblatt Versicherung im Ehrenamt", "Unfallkasse Hessen, Haftpflicht, Rahmenvertrag",
    "Anträge richten Sie an Ihre Gemeindeverwaltung oder an den Landkreis.",
    "Die Deckung gilt nachrangig; Vereine brauchen eigene Verträge.",
)  # fmt: skip


def pdf(path: Path, *lines: str) -> Path:
    page = Canvas(str(path), pagesize=A4)
    for at, line in enumerate(lines or LINES):
        page.drawString(60, 780 - 20 * at, line)
    page.save()
    return path


@pytest.fixture
def leaflet(tmp_path):
    return pdf(tmp_path / "Merkblatt Versicherung im Ehrenamt.pdf")


def found_in(office, *paths):
    return office.library.look(paths)


def add(office, path, document=None, **values):
    (found,) = found_in(office, path)
    target = document if document is not None else {"title": found.title}
    (edition,) = office.library.add([Choice(found, target, values)])
    return edition


def row(office, number, as_of=None):
    return next(one for one in office.library.rows(as_of) if one.id == number)


def test_every_office_starts_with_the_papers_it_needs(office):
    rows = office.library.rows()
    assert len(rows) == 36
    assert {one.state for one in rows} <= {DocumentState.MISSING, DocumentState.OWN}
    assert all(one.why for one in rows)
    counties = {one.county for one in rows if one.county}
    with office.store.read() as connection:
        known = {name for (name,) in connection.execute("SELECT DISTINCT county FROM place")}
    assert counties == {"Werra-Meißner-Kreis", "Kreis Hersfeld-Rotenburg"} <= known


def test_a_file_of_a_known_paper_is_proposed_as_its_edition(office, leaflet):
    (found,) = found_in(office, leaflet)
    assert found.proposal.title == "Merkblatt Versicherung im Ehrenamt"
    assert found.proposal.reason == SAME_NAME
    assert row(office, found.proposal.document_id).editions == 0  # nothing is added silently
    edition = add(office, leaflet, found.proposal.document_id, label="Stand 2026")
    kept = row(office, found.proposal.document_id)
    assert (kept.state, kept.edition, kept.edition_id) == (
        DocumentState.CURRENT, "Stand 2026", edition,
    )  # fmt: skip
    assert kept.review_on == DAY.replace(year=2027)
    assert kept.checked_on == DAY
    assert office.library.content(edition) == leaflet.read_bytes()


def test_the_same_file_is_recognised_under_any_name(office, leaflet, tmp_path):
    add(office, leaflet)
    again = tmp_path / "ganz anders.pdf"
    again.write_bytes(leaflet.read_bytes())
    (found,) = found_in(office, again)
    assert found.known.reason == SAME_BYTES
    assert found.proposal is None


def test_the_same_file_twice_at_once_is_taken_once(office, leaflet, tmp_path):
    again = tmp_path / "zweimal.pdf"
    again.write_bytes(leaflet.read_bytes())
    first, second = found_in(office, leaflet, again)
    assert not first.refused
    assert "ist dieselbe Datei wie" in second.refused


def test_almost_the_same_text_is_proposed_too(office, leaflet, tmp_path):
    add(office, leaflet)
    newer = pdf(tmp_path / "scan0815.pdf", *LINES, "Stand 2027")
    (found,) = found_in(office, newer)
    assert found.proposal.reason == SAME_TEXT
    other = pdf(tmp_path / "scan0816.pdf", "Einladung zum Sommerfest in Ulfen am Teich",
                "Kaffee, Kuchen und Musik ab fünfzehn Uhr")  # fmt: skip
    (stranger,) = found_in(office, other)
    assert stranger.proposal is None


def test_names_in_both_spellings_of_umlauts_are_alike(office, tmp_path):
    name = "Erklärung Grüße.pdf"
    number = office.library.save({"title": "Erklärung Grüße"})
    path = pdf(tmp_path / unicodedata.normalize("NFD", name), "Text")
    (found,) = found_in(office, path)
    assert found.name == name
    assert found.proposal.document_id == number


def test_a_new_edition_replaces_the_old_one_from_its_day(office, leaflet, tmp_path):
    old = add(office, leaflet)
    number = office.library.edition(old).document_id
    later = DAY + dt.timedelta(10)
    new = add(office, pdf(tmp_path / "neu.pdf", "Neue Fassung"), number, valid_from=later)
    assert row(office, number).edition_id == old
    assert row(office, number, later).edition_id == new
    newest, oldest = office.library.editions(number)
    assert (newest.id, oldest.successor_id, oldest.replaced_on) == (new, new, later)
    office.history.undo()
    assert row(office, number, later).edition_id == old
    assert office.library.edition(old).replaced_on is None


def test_an_edition_taken_back_leaves_the_one_before_in_force(office, leaflet, tmp_path):
    old = add(office, leaflet)
    number = office.library.edition(old).document_id
    new = add(office, pdf(tmp_path / "neu.pdf", "Neue Fassung"), number)
    office.library.remove(new)
    assert row(office, number).edition_id == old
    office.history.undo()
    assert row(office, number).edition_id == new
    assert office.library.content(new)


def test_an_edition_somebody_has_stays(office, leaflet):
    edition = add(office, leaflet)
    number = office.library.edition(edition).document_id
    with office.store.write("Ausgehändigt") as unit:
        given = HandOut(on=DAY, way=HandOutWay.BY_HAND)
        unit.add(given)
        unit.flush()
        unit.add(HandOutItem(hand_out_id=given.id, document_id=number, edition_id=edition))
    with pytest.raises(DomainError, match="schon ausgehändigt"):
        office.library.remove(edition)


def test_contents_titles_and_keywords_are_searched(office, leaflet):
    edition = add(office, leaflet)
    (number,) = [office.library.edition(edition).document_id]
    for typed in ("gemeindeverwaltung", "Antrag Landkreis", "unfallkasse"):
        hits = [one.id for one in office.library.rows(text=typed)]
        assert number in hits
    hit = next(one for one in office.library.rows(text="nachrangig") if one.id == number)
    assert hit.excerpt.text[hit.excerpt.start : hit.excerpt.end] == "nachrangig"
    assert [one.title for one in office.library.rows(text="haus gemeinschaft")] == []
    titles = [one.title for one in office.library.rows(text="fuehrungszeugnis")]
    assert titles[0] == "Anforderung eines erweiterten Führungszeugnisses"


def test_a_source_that_was_checked_is_due_again_later(office, leaflet):
    edition = add(office, leaflet, review_on=DAY)
    number = office.library.edition(edition).document_id
    assert row(office, number).state is DocumentState.REVIEW
    office.library.checked([edition])
    found = row(office, number)
    assert found.state is DocumentState.CURRENT
    assert found.review_on == DAY.replace(year=2027)


def test_validity_is_not_retention(office, leaflet):
    edition = add(office, leaflet, valid_until=DAY)
    number = office.library.edition(edition).document_id
    assert row(office, number, DAY + dt.timedelta(1)).state is DocumentState.EXPIRED
    assert office.library.content(edition)


def test_a_paper_put_away_comes_back(office):
    number = office.library.rows()[0].id
    office.library.put_away(number)
    assert row(office, number).state is DocumentState.ARCHIVED
    office.library.put_away(number, back=True)
    assert row(office, number).state is not DocumentState.ARCHIVED


def test_wrong_fields_and_stale_forms_are_refused(office, leaflet):
    number = office.library.save({"title": "Merkblatt", "kind": DocumentKind.LEAFLET})
    version = office.library.document(number)["version"]
    office.library.save({"title": "Anders"}, number, version)
    with pytest.raises(ConflictError):
        office.library.save({"title": "Wieder anders"}, number, version)
    with pytest.raises(InvalidDraft):
        office.library.save({"title": "X", "source_url": "javascript:alert(1)"})
    with pytest.raises(InvalidDraft):
        add(office, leaflet, valid_from=DAY, valid_until=DAY - dt.timedelta(1))
    assert all(one.editions == 0 for one in office.library.rows())


def test_folders_are_walked_hidden_files_and_links_are_not(office, leaflet, tmp_path):
    folder = tmp_path / "ordner" / "unten"
    folder.mkdir(parents=True)
    pdf(folder / "b.pdf", "Zweites")
    pdf(folder / ".versteckt.pdf", "Verstecktes")
    (folder / "verweis.pdf").symlink_to(leaflet)
    found = found_in(office, tmp_path / "ordner")
    assert [one.name for one in found] == ["b.pdf"]
    (link,) = found_in(office, folder / "verweis.pdf")
    assert "Verknüpfung" in link.refused


def test_what_is_no_paper_is_refused_and_the_rest_is_taken(office, leaflet, tmp_path):
    bad = {
        "leer.pdf": b"", "programm.pdf": b"MZ" + b"\0" * 200, "skript.txt": b"#!/bin/sh\n",
        "archiv.docx": b"PK\x03\x04" + b"\0" * 50,
    }  # fmt: skip
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    found = found_in(office, *(tmp_path / name for name in bad), leaflet)
    assert [bool(one.refused) for one in found] == [True] * 4 + [False]
    with pytest.raises(DomainError):
        office.library.add([Choice(found[0], {"title": "X"}, {})])


def test_a_protected_paper_is_kept_and_marked(office, tmp_path):
    path = tmp_path / "geheim.pdf"
    page = Canvas(str(path), encrypt="kennwort")
    page.drawString(60, 700, "Geheim")
    page.save()
    edition = office.library.edition(add(office, path))
    assert not edition.readable
    assert office.library.content(edition.id) == path.read_bytes()


def test_a_file_that_changes_while_it_is_read_is_refused(office, leaflet, monkeypatch):
    from ehrenamt_desktop.exchange.reader import Reader

    real = Reader.document

    def changed(self, path, **how):
        found = real(self, path, **how)
        path.write_bytes(path.read_bytes() + b" ")
        return found

    monkeypatch.setattr(Reader, "document", changed)
    (found,) = found_in(office, leaflet)
    assert "hat sich geändert" in found.refused


def test_somebody_who_stops_adds_nothing(office, leaflet, tmp_path):
    class Stop:
        def step(self, done, _total, _text=""):
            if done:
                raise Cancelled

    other = pdf(tmp_path / "b.pdf", "Zweites")
    with pytest.raises(Cancelled):
        office.library.look((leaflet, other), Stop())
    assert all(one.editions == 0 for one in office.library.rows())


def test_what_was_looked_at_and_not_added_is_tidied_away(office, leaflet, monkeypatch):
    from ehrenamt_desktop import clock

    found_in(office, leaflet)
    assert office.library.tidy() == 0
    later = clock.now() + dt.timedelta(2)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert office.library.tidy() == 1
    assert office.library.tidy() == 0


def test_an_older_office_gets_the_papers_once(tmp_path, frozen):
    import shutil

    from ehrenamt_desktop.services.office import open_office

    path = tmp_path / "alt.ehrenamt"
    shutil.copyfile(Path(__file__).parents[1] / "databases" / "0007.ehrenamt", path)
    office = open_office(path)
    assert len(office.library.rows()) == 36
    office.close()


def test_start_counts_what_the_library_calls_due(office, tmp_path):
    early, late = DAY - dt.timedelta(days=30), DAY + dt.timedelta(days=30)
    spans = (
        {"valid_until": early}, {"valid_until": late}, {"valid_from": late, "review_on": early},
        {"review_on": DAY}, {"review_on": late}, {"valid_from": early, "valid_until": DAY},
    )  # fmt: skip
    for number, values in enumerate(spans):
        add(office, pdf(tmp_path / f"Blatt {number}.pdf", f"Eigenes Wort{number}x"), **values)
    replaced = add(office, pdf(tmp_path / "Neu.pdf", "Ganz anderes"), 1, review_on=early)
    add(office, pdf(tmp_path / "Neuer.pdf", "Wieder anderes"), 1, valid_from=late)
    assert replaced
    for day in (DAY - dt.timedelta(days=60), early, DAY, late, late + dt.timedelta(days=400)):
        states = [one.state for one in office.library.rows(day)]
        due = sum(one in (DocumentState.EXPIRED, DocumentState.REVIEW) for one in states)
        assert office.lists.overview(day).documents_due == due
    gone = next(one.id for one in office.library.rows(DAY) if one.state is DocumentState.EXPIRED)
    before = office.lists.overview(DAY).documents_due
    office.library.put_away(gone)
    assert office.lists.overview(DAY).documents_due == before - 1


def test_papers_are_found_from_everywhere(office):
    hits = office.finding.find("juleica antr").hits
    assert ("Antrag Juleica", Kind.DOCUMENT) in {(hit.words, hit.kind) for hit in hits}
    number = next(hit.number for hit in hits if hit.kind is Kind.DOCUMENT)
    office.library.put_away(number)
    assert all(hit.kind is not Kind.DOCUMENT for hit in office.finding.find("juleica antr").hits)
