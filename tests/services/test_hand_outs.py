"""Papers handed out: why they are suggested, what is made and kept, what comes back."""

from __future__ import annotations

import datetime as dt
import email
import io
from email import policy

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.make_office import adult, offer, place_id, term_id

from ehrenamt_desktop.errors import BadFile, DomainError, InvalidDraft
from ehrenamt_desktop.model.documents import Choice
from ehrenamt_desktop.model.enums import (
    DocumentState,
    HandOutWay,
    Kind,
    RestrictionGround,
    RuleField,
    TermKind,
    TermRole,
)
from ehrenamt_desktop.model.hand_out import PackWish, Whom
from ehrenamt_desktop.model.queries import ListQuery

DAY = dt.date(2026, 11, 23)


@pytest.fixture
def girl(office):
    number = office.people.save(
        {
            "salutation": "ms", "first_name": "Jana", "last_name": "Groß",
            "birth_date": "2010-03-02", "street": "Am Rain 1", "postcode": "36205",
            "city": "Sontra", "place_id": place_id(office, "Sontra"), "legal_basis": "consent",
            "email": "jana@example.org", "guardian_name": "Petra Groß",
            "guardian_phone": "05653 77",
            "guardian_consent_on": "2026-11-01",
        }
    )  # fmt: skip
    office.people.add_consent(number, {"scope": "storage", "given_on": "2026-11-01"})
    return number


@pytest.fixture
def kindergarten(office):
    body = office.initiatives.save(
        {"name": "Kita Regenbogen", "type": "municipality", "street": "Dorfstraße 3",
         "postcode": "36214", "city": "Nentershausen",
         "place_id": place_id(office, "Nentershausen")}
    )  # fmt: skip
    office.initiatives.save_contact(body, {"last_name": "Roth", "first_name": "Anna"})
    children = term_id(office, TermKind.TARGET_GROUP, "KINDER_JUGEND")
    return offer(
        office, initiative_id=body, title="Vorlesen im Kindergarten", needs_efz=True,
        terms=[{"term_id": children, "role": TermRole.ABOUT}],
    )  # fmt: skip


def by_title(office, whom):
    return {one.title: one for one in office.hand_outs.suggest(whom)}


def numbers(office, *titles):
    known = {row.title: row.id for row in office.library.rows()}
    return tuple(known[title] for title in titles)


def pdf(path, words):
    canvas = Canvas(str(path))
    canvas.drawString(60, 780, words)
    canvas.save()
    return path


def add(office, path, document, **values):
    (found,) = office.library.look([path])
    return office.library.add([Choice(found, document, values)])[0]


def words(path):
    document = pypdfium2.PdfDocument(path)
    return [one.get_textpage().get_text_range() for one in document]


def test_a_girl_of_sixteen_in_a_kindergarten_gets_what_she_needs(office, girl, kindergarten):
    (placement,) = office.placements.propose(girl, [kindergarten])
    found = by_title(office, Whom(Kind.PLACEMENT, placement))
    ticked = {title for title, one in found.items() if one.ticked}
    assert ticked == {
        "Datenschutzhinweis für Freiwillige", "Einwilligung", "Elternerklärung",
        "Merkblatt Jugendliche im Ehrenamt", "Anforderung eines erweiterten Führungszeugnisses",
        "Verschwiegenheitserklärung", "Merkblatt Versicherung im Ehrenamt",
        "Vereinbarung zwischen Freiwilligen und Einsatzstelle",
    }  # fmt: skip
    parents = found["Elternerklärung"]
    assert parents.reasons == ("16 Jahre alt: Die Sorgeberechtigten müssen einverstanden sein.",)
    assert found["Zeugnisbeiblatt für Schülerinnen und Schüler"].missing == (
        "es hat noch kein Engagement begonnen"
    )
    assert found["Antrag Juleica"].missing == "noch nicht hinterlegt"
    assert "Checkliste Schutzkonzept" in found
    assert not found["Checkliste Schutzkonzept"].reasons  # that is for the kindergarten
    for_body = by_title(office, Whom(Kind.OFFER, kindergarten))
    assert for_body["Checkliste Schutzkonzept"].ticked


def test_the_county_of_the_place_decides_the_form(office, girl, kindergarten, tmp_path):
    near, far = (
        office.library.save({"title": f"Führungszeugnis {county}", "county": county})
        for county in ("Kreis Hersfeld-Rotenburg", "Werra-Meißner-Kreis")
    )
    for paper in (near, far):
        add(office, pdf(tmp_path / f"{paper}.pdf", f"Formular {paper}"), paper)
        office.document_rules.save(
            {"document_id": paper, "field": "needs_clearance", "reason": "Vordruck des Kreises."}
        )
    (placement,) = office.placements.propose(girl, [kindergarten])
    found = {one.document_id: one for one in
             office.hand_outs.suggest(Whom(Kind.PLACEMENT, placement))}  # fmt: skip
    assert found[near].ticked
    assert not found[far].reasons


def test_who_may_be_a_minor_is_told_and_not_ticked(office):
    number = office.people.save({"last_name": "Unbekannt"})
    one = by_title(office, Whom(Kind.PERSON, number))["Elternerklärung"]
    assert one.reasons == (
        "Das Alter ist nicht bekannt. Falls unter 18: Die Sorgeberechtigten müssen einverstanden "
        "sein.",
    )
    assert not one.ticked
    grown = by_title(office, Whom(Kind.PERSON, adult(office)))["Elternerklärung"]
    assert not grown.reasons


def test_a_pack_is_one_file_one_step_and_stands_in_the_course(office, girl, kindergarten, tmp_path):
    (placement,) = office.placements.propose(girl, [kindergarten])
    whom = Whom(Kind.PLACEMENT, placement)
    chosen = tuple(one.document_id for one in office.hand_outs.suggest(whom) if one.ticked)
    path = tmp_path / "pack.pdf"
    made = office.hand_outs.pack(PackWish(whom, chosen, HandOutWay.POST), path)
    assert (made.path, made.papers, made.beside) == (path, len(chosen), ())
    pages = words(path)
    assert "Liebe" in pages[0] or "Sehr geehrte" in pages[0]
    assert "Elternerklärung (11/2026)" in pages[0]
    whole = "\n".join(pages)
    assert "Jana Groß" in whole
    assert "Kita Regenbogen" in whole
    assert "Petra Groß" in whole
    assert "Anna Roth" not in whole  # nobody gave the contact to her yet
    person = Whom(Kind.PERSON, girl)
    assert {row.title for row in office.hand_outs.course(person)} >= {"Elternerklärung"}
    detail = office.lists.person(girl)
    assert any("mit der Post" in str(row) for row in detail.history)
    assert detail.values["notice_on"] == DAY
    assert not any(one.ticked for one in office.hand_outs.suggest(whom))
    office.history.undo()
    assert office.hand_outs.course(person) == ()
    assert office.lists.person(girl).values["notice_on"] is None
    office.history.redo()
    assert len(office.hand_outs.course(person)) == len(chosen)


def test_a_pack_that_cannot_be_written_leaves_nothing(office, girl, tmp_path):
    whom, last = Whom(Kind.PERSON, girl), office.history.last()
    paper = numbers(office, "Einwilligung")
    wish = PackWish(whom, paper, HandOutWay.POST)
    with pytest.raises(Exception, match="gibt es nicht"):
        office.hand_outs.pack(wish, tmp_path / "nirgends" / "pack.pdf")
    with pytest.raises(DomainError, match="mindestens eine"):
        office.hand_outs.pack(wish._replace(documents=()), tmp_path / "pack.pdf")
    with pytest.raises(DomainError, match="noch nicht hinterlegt"):
        office.hand_outs.pack(
            wish._replace(documents=numbers(office, "Antrag Juleica")), tmp_path / "pack.pdf"
        )
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4\nnothing of a paper")
    broken = office.library.save({"title": "Kaputt"})
    add(office, tmp_path / "broken.pdf", broken)
    last = office.history.last()
    with pytest.raises(BadFile, match="Kaputt"):
        office.hand_outs.pack(wish._replace(documents=(broken,)), tmp_path / "pack.pdf")
    assert office.hand_outs.course(whom) == ()
    assert office.history.last() == last
    assert not (tmp_path / "pack.pdf").exists()


def test_restricted_trashed_and_archived_people_get_nothing(office, girl, tmp_path):
    wish = PackWish(Whom(Kind.PERSON, girl), numbers(office, "Einwilligung"), HandOutWay.BY_HAND)
    office.restrictions.restrict(girl, RestrictionGround.CONTESTED)
    with pytest.raises(DomainError):
        office.hand_outs.pack(wish, tmp_path / "pack.pdf")
    office.history.undo()
    office.people.archive(girl)
    with pytest.raises(DomainError):
        office.hand_outs.pack(wish, tmp_path / "pack.pdf")
    assert not (tmp_path / "pack.pdf").exists()


def test_by_hand_a_name_is_enough_by_post_it_is_not(office, tmp_path):
    number = office.people.save({"last_name": "Nur", "first_name": "Name"})
    wish = PackWish(Whom(Kind.PERSON, number), numbers(office, "Einwilligung"), HandOutWay.BY_HAND)
    office.hand_outs.pack(wish, tmp_path / "hand.pdf")
    assert "Name Nur" in words(tmp_path / "hand.pdf")[0]
    with pytest.raises(DomainError):
        office.hand_outs.pack(wish._replace(way=HandOutWay.POST), tmp_path / "post.pdf")


def test_a_folder_and_a_message_hold_the_papers_as_they_are(office, girl, tmp_path):
    text = tmp_path / "Hinweis.txt"
    text.write_text("Bitte lesen.", encoding="utf-8")
    note = office.library.save({"title": "Hinweis zum Parken"})
    add(office, text, note)
    papers = (*numbers(office, "Einwilligung"), note)
    whom = Whom(Kind.PERSON, girl)
    made = office.hand_outs.pack(PackWish(whom, papers, HandOutWay.FOLDER), tmp_path)
    assert sorted(one.name for one in made.path.iterdir()) == [
        "00 Begleitbrief.pdf", "01 Einwilligung.pdf", "02 Hinweis zum Parken.txt",
    ]  # fmt: skip
    office.hand_outs.pack(PackWish(whom, papers, HandOutWay.MAIL), tmp_path / "brief.eml")
    message = email.message_from_bytes((tmp_path / "brief.eml").read_bytes(), policy=policy.default)
    assert message["To"] == "jana@example.org"
    names = [one.get_filename() for one in message.iter_attachments()]
    assert names == ["Einwilligung.pdf", "Hinweis zum Parken.txt"]
    assert "- Einwilligung (11/2026)" in message.get_body().get_content()
    one = office.hand_outs.pack(PackWish(whom, papers, HandOutWay.BY_HAND), tmp_path / "eins.pdf")
    assert [path.name for path in one.beside] == ["eins – Hinweis zum Parken.txt"]
    assert one.beside[0].read_text(encoding="utf-8") == "Bitte lesen."


def test_filled_fields_of_foreign_forms_are_printed_and_nothing_of_them_runs(
    office, girl, tmp_path
):
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.acroForm.textfield(name="a", x=60, y=700, width=200, height=20, value="Eingetragen")
    canvas.showPage()
    canvas.save()
    import pikepdf

    with pikepdf.open(io.BytesIO(out.getvalue())) as opened:
        opened.Root.OpenAction = pikepdf.Dictionary(
            S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")
        )
        opened.save(tmp_path / "form.pdf")
    paper = office.library.save({"title": "Fremdes Formular"})
    add(office, tmp_path / "form.pdf", paper)
    wish = PackWish(Whom(Kind.PERSON, girl), (paper,), HandOutWay.BY_HAND)
    office.hand_outs.pack(wish, tmp_path / "pack.pdf")
    assert "Eingetragen" in "\n".join(words(tmp_path / "pack.pdf"))
    assert b"JavaScript" not in (tmp_path / "pack.pdf").read_bytes()


def test_old_editions_are_called_back_once(office, girl, tmp_path):
    paper = office.library.save({"title": "Antrag Zuschuss", "weight": "must"})
    add(office, pdf(tmp_path / "a.pdf", "Ausgabe eins"), paper, label="2026")
    wish = PackWish(Whom(Kind.PERSON, girl), (paper,), HandOutWay.BY_HAND)
    office.hand_outs.pack(wish, tmp_path / "a1.pdf")
    assert office.hand_outs.holders() == ()
    add(office, pdf(tmp_path / "b.pdf", "Ausgabe zwei"), paper, label="2027")
    (row,) = office.hand_outs.holders()
    assert (row.name, row.edition, row.newer) == ("Jana Groß", "2026", "2027")
    made, refused = office.hand_outs.recall([row.id], tmp_path / "recall.pdf")
    assert (made, refused) == (1, ())
    pages = words(tmp_path / "recall.pdf")
    assert "neue Ausgabe" in pages[0]
    assert "Antrag Zuschuss (2027)" in pages[0]
    assert "Ausgabe zwei" in pages[1]
    assert office.hand_outs.holders() == ()
    with pytest.raises(DomainError, match="Niemand"):
        office.hand_outs.recall([row.id], tmp_path / "again.pdf")
    office.history.undo()
    assert [one.id for one in office.hand_outs.holders()] == [row.id]


def test_who_cannot_get_a_letter_is_named_and_stays_on_the_list(office, girl, tmp_path):
    paper = office.library.save({"title": "Antrag Zuschuss"})
    add(office, pdf(tmp_path / "a.pdf", "eins"), paper, label="2026")
    nameless = office.people.save({"last_name": "Ohne", "first_name": "Anschrift"})
    for number in (girl, nameless):
        wish = PackWish(Whom(Kind.PERSON, number), (paper,), HandOutWay.BY_HAND)
        office.hand_outs.pack(wish, tmp_path / f"{number}.pdf")
    add(office, pdf(tmp_path / "b.pdf", "zwei"), paper, label="2027")
    rows = office.hand_outs.holders(paper)
    made, refused = office.hand_outs.recall([one.id for one in rows], tmp_path / "r.pdf")
    assert made == 1
    assert [one.split(":")[0] for one in refused] == ["Anschrift Ohne"]
    assert [one.name for one in office.hand_outs.holders()] == ["Anschrift Ohne"]


def test_an_edition_that_was_handed_out_cannot_be_deleted(office, girl, tmp_path):
    paper = office.library.save({"title": "Antrag Zuschuss"})
    edition = add(office, pdf(tmp_path / "a.pdf", "eins"), paper)
    wish = PackWish(Whom(Kind.PERSON, girl), (paper,), HandOutWay.BY_HAND)
    office.hand_outs.pack(wish, tmp_path / "p.pdf")
    with pytest.raises(DomainError, match="schon ausgehändigt"):
        office.library.remove(edition)


def test_rules_are_sentences_that_can_be_changed(office, girl):
    rows = office.document_rules.rows()
    parents = next(one for one in rows if one.title == "Elternerklärung")
    assert parents.condition == "wenn das Alter unter 18 Jahren liegt"
    office.document_rules.switch(parents.id, on=False)
    whom = Whom(Kind.PERSON, girl)
    assert not by_title(office, whom)["Elternerklärung"].reasons
    office.document_rules.switch(parents.id, on=True)
    office.document_rules.save(
        {"document_id": parents.document_id, "field": "under_age", "value": "15",
         "reason": "Nur ganz Junge."}, parents.id, parents.version + 2,
    )  # fmt: skip
    assert not by_title(office, whom)["Elternerklärung"].reasons
    with pytest.raises(InvalidDraft):
        office.document_rules.save(
            {"document_id": parents.document_id, "field": "under_age", "value": "bald",
             "reason": "So."}
        )  # fmt: skip
    with pytest.raises(InvalidDraft):
        office.document_rules.save(
            {"document_id": parents.document_id, "field": "occupation", "value": "",
             "reason": "So."}
        )  # fmt: skip
    known = dict(office.document_rules.choices(RuleField.ACTIVITY))
    assert {"KOCHEN_BEWIRTEN", "FAHREN"} <= set(known)


def test_where_a_paper_is_used(office, girl, tmp_path):
    (paper,) = numbers(office, "Einwilligung")
    wish = PackWish(Whom(Kind.PERSON, girl), (paper,), HandOutWay.BY_HAND)
    office.hand_outs.pack(wish, tmp_path / "p.pdf")
    used = office.document_rules.used(paper)
    assert used.rules == (
        "immer, weil: Ohne Einwilligung werden Kontaktdaten nicht weitergegeben.",
    )
    assert (used.hand_outs, used.last_on) == (1, DAY)


def test_forms_of_the_office_need_no_file(office):
    states = {row.own_form: row.state for row in office.library.rows() if row.own_form}
    assert set(states.values()) == {DocumentState.OWN}
    assert len(states) == 27
    assert office.lists.people.ids(ListQuery()) == []
