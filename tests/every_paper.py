"""Every PDF the program makes, one line each: the shared list behind three looks at them.

`tests/house/test_every_paper.py` judges how well they are made, on the demonstration data and on
the same data full of hostile texts; `make papers` puts pictures of them into build/papers. A new
paper gets its line in `EVERY`: a name and what makes it in an open office.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, EhrenamtError, InvalidDraft
from ehrenamt_desktop.model.desk_sheets import Meeting
from ehrenamt_desktop.model.enums import (
    CertificateKind,
    FollowUpKind,
    HandOutWay,
    Kind,
    PrivacyPaperKind,
)
from ehrenamt_desktop.model.hand_out import PackWish, Whom
from ehrenamt_desktop.model.label_sheets import LabelWish
from ehrenamt_desktop.model.matches import Side
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.records.document import HandOut, HandOutItem
from ehrenamt_desktop.model.report_words import ReportWords
from ehrenamt_desktop.model.rules.card import Declared
from ehrenamt_desktop.model.serial import SerialWish
from ehrenamt_desktop.model.sheets import SheetChoice, SheetSize, SheetVariant
from ehrenamt_desktop.services.forms import FormFor, shipped
from ehrenamt_desktop.services.office import Office

Make = Callable[[Office, Path], object]
DAY = dt.date(2026, 11, 23)
CODE = "7K4M-Q2XH-9BTD-W5RA-3NVE-8JYC-6GPF-2SLU-4ZKM"
DOTS = 110  # per inch, of the pictures
PICTURED = 6  # pages of a paper


def _person(office: Office) -> tuple[int, list[int]]:
    """Somebody whom two offers fit and whose address is whole."""
    for number in office.lists.people.ids(ListQuery(filters={"stage": ("seeking",)})):
        values = office.lists.person(number).values
        whole = all(values[key] for key in ("street", "postcode", "city", "legal_basis"))
        fits = office.matching.offers_for(number).matches[:2]
        if whole and values["legal_basis"] != "open" and len(fits) == 2:
            return number, [one.number for one in fits]
    raise DomainError("Niemand hat eine vollständige Anschrift.")


def _proposal(office: Office, path: Path) -> object:
    return office.papers.proposal_letter(path, *_person(office))


def _talk(office: Office, path: Path) -> object:
    return office.talk_sheets.talk_sheet(path, *_person(office))


def _privacy(kind: PrivacyPaperKind) -> Make:
    return lambda office, path: office.privacy_papers.write(kind, path)


def _letter(kind: Kind, name: str) -> Make:
    """A letter written from the record of the first who may get one."""

    def make(office: Office, path: Path) -> object:
        (text,) = (one for one in office.letters.texts(kind) if one.name == name)
        answers = dict.fromkeys(text.asked, "Mittwoch, 9. Dezember 2026, 16 Uhr")
        source = office.lists.people if kind is Kind.PERSON else office.lists.initiatives
        refused: DomainError | None = None
        for number in source.ids(ListQuery()):
            try:
                draft = office.letters.draft(kind, number, name, answers)
                return office.letters.write(kind, number, draft, path)
            except DomainError as error:
                refused = error
        raise refused or DomainError("Niemand hat eine Anschrift.")

    return make


def _labels(office: Office, path: Path) -> object:
    return office.labels.write(path, office.lists.people.ids(ListQuery()), LabelWish())


def _serial(office: Office, path: Path) -> object:
    """One letter to everybody; the answers are those of a training."""
    (text,) = (one for one in office.serial_print.texts("people") if one.name == "schulung")
    wish = SerialWish("schulung", dict.fromkeys(text.asked, "Mittwoch, 9. Dezember 2026, 16 Uhr"))
    return office.serial_print.write(path, office.lists.people.ids(ListQuery()), wish)


def _slip(side: Side) -> Make:
    def make(office: Office, path: Path) -> object:
        refused: DomainError | None = None
        for row in office.lists.follow_ups(days=400):
            if row.kind is FollowUpKind.ASK_BOTH:
                try:
                    return office.reply_slips.write(path, row.id, side)
                except DomainError as error:
                    refused = error
        raise refused or DomainError("Es ist nichts nachzufragen.")

    return make


def _round(make: str) -> Make:
    def write(office: Office, path: Path) -> object:
        if office.rounds.current() is None:
            office.rounds.begin()
        return getattr(office.rounds, make)(path)

    return write


def _place(office: Office, path: Path) -> object:
    return office.papers.offer_list(path, office.lists.board_places()[0].id)


def _sheet(choice: SheetChoice) -> Make:
    return lambda office, path: office.papers.sheet(path, choice)


def _poster(office: Office, path: Path) -> object:
    number = office.lists.offers.ids(ListQuery(filters={"stage": ("open",)}))[0]
    return office.papers.poster(path, number, strips=10)


def _rounds(office: Office, path: Path) -> object:
    place = office.lists.board_places()[0].id
    board = office.boards.save({"name": "Kirche", "place_id": place, "note": "Schlüssel: Nr. 12"})
    choice = SheetChoice(place, board_id=board)
    office.papers.sheet(path.with_name("vorher.pdf"), choice)
    return office.boards.paper(path)


def _certificate(kind: CertificateKind) -> Make:
    def write(office: Office, path: Path) -> object:
        at_work = office.lists.people.ids(ListQuery(filters={"stage": ("active",)}))
        said = office.certificates.proposal(at_work[0], kind).certificate
        said = said._replace(
            competences=("Zuhören",) if kind is CertificateKind.COMPETENCE else (),
            activities=tuple(
                one._replace(extent=one.extent or "8 Tage") for one in said.activities
            ),
        )
        return office.certificates.write(path, at_work[0], said)

    return write


def _card(office: Office, path: Path) -> object:
    number = office.lists.people.ids(ListQuery(filters={"stage": ("active",)}))[0]
    declared = Declared("Freiwillige Feuerwehr", 3, dt.date(2019, 5, 1), paid=False)
    letter = office.cards.letter(number, declared)
    to = f"{letter.to}\nMusterweg 1\n36000 Musterstadt"
    return office.cards.write(path, number, letter._replace(to=to))


def _report(name: str) -> Make:
    """A report of the year so far."""
    said = ReportWords(("Es war ein gutes Jahr.", "Zwei Orte sind neu dabei."))

    def write(office: Office, path: Path) -> object:
        start, end = dt.date(DAY.year, 1, 1), dt.date(DAY.year, 12, 31)
        return getattr(office.reporting, name)(path, start, end, said)

    return write


def _offer_sheet(office: Office, path: Path) -> object:
    number = office.lists.offers.ids(ListQuery(filters={"stage": ("open",)}))[0]
    return office.desk_sheets.offer_sheet(path, number)


def _form(name: str) -> Make:
    """A form with all that is known of somebody at work."""

    def write(office: Office, path: Path) -> object:
        row = office.lists.placements.rows(office.lists.placements.ids(ListQuery()))[0]
        body = int(str(office.lists.offer(row.offer_id).values["initiative_id"]))
        whom = FormFor(row.person_id, body, row.offer_id, row.id, named=True)
        return office.forms.write(path, name, whom)

    return write


def _pack(office: Office, path: Path) -> object:
    """What is suggested for the first placement."""
    whom = Whom(Kind.PLACEMENT, office.lists.placements.ids(ListQuery())[0])
    chosen = tuple(one.document_id for one in office.hand_outs.suggest(whom) if one.ticked)
    return office.hand_outs.pack(PackWish(whom, chosen, HandOutWay.BY_HAND), path)


def _recall(office: Office, path: Path) -> object:
    """Somebody has the consent form of years ago."""
    number, _ = _person(office)
    papers = {row.own_form: row.id for row in office.library.rows()}
    with office.store.write("Aushändigung von früher") as unit:
        given = HandOut(on=dt.date(2020, 3, 2), way=HandOutWay.BY_HAND, person_id=number)
        unit.add(given)
        unit.flush()
        item = HandOutItem(hand_out_id=given.id, document_id=papers["einwilligung"])
        item.form_version = "01/2020"
        unit.add(item)
    return office.hand_outs.recall([one.id for one in office.hand_outs.holders()], path)


def _list(noun: str) -> Make:
    return lambda office, path: office.exports.whole(noun, path)


EVERY: Mapping[str, Make] = {
    "aushang-alle": lambda office, path: office.papers.offer_list(path),
    "aushang-ort": _place,
    "aushang-a3": _sheet(SheetChoice(municipality="Sontra", size=SheetSize.A3)),
    **{f"aushang-{one.value}": _sheet(SheetChoice(variant=one))
       for one in SheetVariant},
    "plakat": _poster,
    "wiederherstellungsblatt": lambda office, path: office.keys.write_sheet(CODE, path),
    "rundgang": _rounds,
    "brief-vorschlag": _proposal,
    "brief-dank": _letter(Kind.PERSON, "dank"),
    "brief-einladung": _letter(Kind.PERSON, "einladung"),
    **{f"formular-{name}": _form(name) for name in shipped()},
    "unterlagen": _pack,
    "austausch": _recall,
    "serienbrief": _serial,
    "etiketten": _labels,
    "etiketten-probe": lambda office, path: office.labels.trial(path, LabelWish()),
    "briefkopf-muster": lambda office, path: office.letterheads.sample_paper(path),
    "gespraechszettel": _talk,
    **{f"datenschutz-{kind.value}": _privacy(kind) for kind in PrivacyPaperKind},
    "abfrage-briefe": _round("letters"),
    "abfrage-telefonliste": _round("phone_list"),
    "nachfrage-person": _slip(Side.PERSON),
    "nachfrage-initiative": _slip(Side.OFFER),
    **{f"bescheinigung-{kind.value}": _certificate(kind) for kind in CertificateKind},
    "ehrenamts-card": _card,
    "angebotsblatt": _offer_sheet,
    "teilnahmeliste": lambda office, path: office.desk_sheets.attendance(
        path, Meeting("Dankeabend"), office.lists.people.ids(ListQuery())[:12]),
    "aussagen": lambda office, path: office.statements.write(path),
    "anrufliste": lambda office, path: office.desk_sheets.call_sheet(
        path, "initiatives", office.lists.initiatives.ids(ListQuery())[:9], "Einladung"),
    "lueckenbericht": lambda office, path: office.gaps.paper(path),
    "gremienvorlage": _report("council_page"),
    "jahresbericht": _report("annual"),
    "verwendungsnachweis": _report("funding"),
    "liste-personen": _list("people"),
    "liste-initiativen": _list("initiatives"),
    "liste-angebote": _list("offers"),
    "liste-vermittlungen": _list("placements"),
}  # fmt: skip


def make_all(office: Office, folder: Path) -> Iterator[tuple[str, Path | EhrenamtError]]:
    """Make every paper; a paper that is refused is told by its sentence."""
    for name, make in EVERY.items():
        path = folder / f"{name}.pdf"
        try:
            make(office, path)
        except (DomainError, InvalidDraft) as error:
            yield name, error
        else:
            yield name, path


def main(folder: Path) -> None:
    """Make all papers of a demonstration office, with pictures of their pages."""
    import pypdfium2

    from ehrenamt_desktop.services.demo.show import make_store
    from ehrenamt_desktop.services.office import open_office

    folder.mkdir(parents=True, exist_ok=True)
    for old in (*folder.glob("*.png"), *folder.glob("*.pdf")):
        old.unlink()
    with tempfile.TemporaryDirectory() as store, clock.frozen(DAY):
        office = open_office(make_store(Path(store)))
        for name, made in make_all(office, folder):
            if isinstance(made, EhrenamtError):
                raise made
            document = pypdfium2.PdfDocument(made)
            for number, page in islice(enumerate(document, start=1), PICTURED):
                picture = page.render(scale=DOTS / 72).to_pil()
                picture.save(folder / f"{name}-{number:02}.png")
            document.close()
        office.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
