"""The main job on demonstration data, end to end through the public services.

Import, match, propose, pass on, print, report: what an office does in a week, in a minute.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import PlacementState
from ehrenamt_desktop.model.matches import MatchList, as_json
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.rows import PersonDetail
from ehrenamt_desktop.model.rules.age import MAJORITY, age
from ehrenamt_desktop.model.text import count, fold
from ehrenamt_desktop.services.demo import page, papers, workbook
from ehrenamt_desktop.services.demo.build import DEFAULT_SEED, fill
from ehrenamt_desktop.services.demo.page import Entry, Section
from ehrenamt_desktop.services.demo.stock import Stock
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import Office, open_office
from ehrenamt_desktop.store.lock import WriterLock

STORE = "demo.ehrenamt"
LIST = "markttag.xlsx"
ERRORS = "markttag-abgewiesen.xlsx"
COUNCIL = "gremienliste.xlsx"
BOARDS = "aushang"
MATCHES = "passung"
PICTURES = "bilder"
INDEX = "index.html"
MADE = (
    STORE, f"{STORE}-wal", f"{STORE}-shm", f"{STORE}.lock", LIST, ERRORS, COUNCIL, INDEX,
    "vorschlag-*.pdf", f"{BOARDS}/aushang-*.pdf", f"{MATCHES}/person-*.json", f"{PICTURES}/*.png",
)  # fmt: skip
"""What a show makes and a later one replaces; anything else in the folder stays."""

Screenshots = Callable[[Path, Path], Sequence[Path]]
"""Takes pictures of the window on a store into a folder; returns them in order."""

AGES = ((14, 17), (30, 59), (63, 90))
"""A young person, one in working life and one in retirement are matched."""


LOOKED_AT = 150
"""People among whom those to be matched are sought; keeps large stores quick."""

PROPOSALS = 3


@dataclass(slots=True)
class _Show:
    out: Path
    seed: int
    tell: Callable[[str], None]
    as_of: dt.date
    sections: list[Section] = field(default_factory=list)

    def add(self, title: str, text: str, entries: Sequence[Entry]) -> None:
        self.sections.append(Section(title, text, tuple(entries)))


def run(
    out: Path,
    people: int = 120,
    initiatives: int = 45,
    offers: int = 70,
    seed: int = DEFAULT_SEED,
    tell: Callable[[str], None] = lambda _: None,
    screenshots: Screenshots | None = None,
) -> Path:
    """Make a demonstration office in a folder and do the main job on it.

    Args:
        out: the folder; files of an earlier show in it are replaced, all others stay.
        people: how many people.
        initiatives: how many initiatives.
        offers: how many offers.
        seed: start of the random numbers.
        tell: told one German line for each step.
        screenshots: takes pictures of the window; left out without a window system.

    Returns:
        The page that links all that was made.

    Raises:
        StoreUnavailable: the folder cannot be written, or the store of an earlier show is open.
    """
    show = _Show(out, seed, tell, clock.today())
    _clear(out)
    create_office(out / STORE)
    office = open_office(out / STORE)
    try:
        _make(show, office, people, initiatives, offers)
        _import(show, office)
        person_id, found = _match(show, office)
        _place(show, office, person_id, found)
        _print(show, office)
        _report(show, office)
    finally:
        office.close()
    if screenshots is not None:
        _picture(show, screenshots)
    index = out / INDEX
    page.write(index, show.sections, show.as_of)
    return index


def make_store(folder: Path, seed: int = DEFAULT_SEED) -> Path:
    """Make a demonstration store of the usual size in an empty folder; returns its path."""
    path = folder / STORE
    create_office(path)
    office = open_office(path)
    try:
        fill(office.store, seed=seed)
        papers.keep(office, clock.today())
    finally:
        office.close()
    return path


def _clear(out: Path) -> None:
    """Remove what an earlier show left behind, unless its store is open."""
    out.mkdir(parents=True, exist_ok=True)
    if (out / STORE).exists():
        lock = WriterLock(out / STORE)
        lock.acquire()
        lock.release()
    for pattern in MADE:
        for old in out.glob(pattern):
            old.unlink()
    for folder in (BOARDS, MATCHES, PICTURES):
        (out / folder).mkdir(exist_ok=True)


def _make(show: _Show, office: Office, people: int, initiatives: int, offers: int) -> None:
    made = fill(office.store, people, initiatives, offers, seed=show.seed, as_of=show.as_of)
    papers.keep(office, show.as_of)
    lines = (
        count(made.people, "Person", "Personen"),
        count(made.initiatives, "Initiative", "Initiativen"),
        count(made.offers, "Angebot", "Angebote"),
        count(made.placements, "Vermittlung", "Vermittlungen"),
        count(made.interactions, "Gespräch", "Gespräche"),
    )
    show.tell(f"Bestand angelegt: {', '.join(lines)}")
    show.add(
        "Der Bestand",
        "Drei erfundene Jahre eines Büros in Sontra, Herleshausen und Nentershausen: "
        f"{', '.join(lines)}.",
        [Entry(STORE, "Bestand der Vorführung", "mit Ehrenamt Desktop zu öffnen")],
    )


def _import(show: _Show, office: Office) -> None:
    """Import the list of a market day: first look, then do."""
    path = show.out / LIST
    ids = office.lists.people.ids(ListQuery(filters={"stage": ("seeking",)}))[: workbook.CHANGED]
    known = [office.lists.person(number) for number in ids]
    with office.store.write("Orte gelesen") as unit:
        stock = Stock.of(unit, show.as_of)
    rng = random.Random(f"{show.seed}/list")  # noqa: S311
    rows = workbook.cells(rng, stock, office.lists.terms(), known)
    workbook.write(path, rows, show.as_of)
    plan = office.imports.plan("people", path)
    office.imports.close()
    show.tell(f"Probelauf, nichts geändert: {plan.lines()[0]}")
    report = office.imports.run(plan)
    show.tell(f"Eingelesen: {report.lines()[0]}")
    entries = [Entry(LIST, "Liste vom Markttag", count(len(rows), "Zeile", "Zeilen"))]
    if report.refused:
        office.imports.write_errors(plan, show.out / ERRORS)
        entries.append(
            Entry(
                ERRORS,
                "Abgewiesene Zeilen",
                "mit dem Grund, zum Berichtigen und Nachreichen",
                tuple(f"Zeile {row.row}: {row.reason}" for row in report.refused),
            )
        )
    show.add("Eine Liste eingelesen", report.lines()[0], entries)


def _match(show: _Show, office: Office) -> tuple[int, MatchList]:
    """Rank offers for three people; returns the one who gets a proposal."""
    entries: list[Entry] = []
    best: tuple[int, MatchList] | None = None
    for person, found in _subjects(show, office):
        name = f"{MATCHES}/person-{person.id}.json"
        text = json.dumps(as_json(found), ensure_ascii=False, indent=2)
        (show.out / name).write_text(text + "\n", encoding="utf-8")
        lines = [f"{one.title}: {one.word.label}. {one.reason_text}" for one in found.matches[:3]]
        entries.append(Entry(name, f"Person Nr. {person.id}", _where(person), tuple(lines)))
        if _years(person, show.as_of) >= MAJORITY and (
            best is None or found.matches[0].score > best[1].matches[0].score
        ):
            best = person.id, found
        show.tell(f"Passende Angebote gesucht: Person Nr. {person.id}, {found.total} möglich")
    if best is None:
        raise DomainError(
            "Für niemanden in diesem Bestand fand sich ein Angebot. Bitte wählen Sie mehr Angebote."
        )
    show.add(
        "Passende Angebote gesucht",
        "Für drei Personen, mit Begründung in Worten; was nicht bekannt ist, zählt als Frage.",
        entries,
    )
    return best


def _subjects(show: _Show, office: Office) -> list[tuple[PersonDetail, MatchList]]:
    """For each age the person with the best offer, of those whose contact may be passed on."""
    groups: dict[tuple[int, int], list[tuple[PersonDetail, MatchList]]] = {}
    for number in office.lists.people.ids(ListQuery(filters={"stage": ("seeking",)}))[:LOOKED_AT]:
        person = office.lists.person(number)
        years = _years(person, show.as_of)
        group = next((one for one in AGES if one[0] <= years <= one[1]), None)
        may = person.handover_refusal is None and person.values["street"]
        if group is None or not may:
            continue
        found = office.matching.offers_for(number)
        before = {placement.offer_id for placement in person.placements}
        first = [one.number for one in found.matches[:PROPOSALS]]
        if len(first) == PROPOSALS and not before.intersection(first):
            groups.setdefault(group, []).append((person, found))
    ranked = sorted(
        (one for group in groups.values() for one in group),
        key=lambda one: -one[1].matches[0].score,
    )
    best = [next(one for one in ranked if one in group) for group in groups.values()]
    return (best + [one for one in ranked if one not in best])[: len(AGES)]


def _years(person: PersonDetail, as_of: dt.date) -> int:
    born, year = person.values["birth_date"], person.values["birth_year"]
    known = age(
        born if isinstance(born, dt.date) else None, year if isinstance(year, int) else None, as_of
    )
    return -1 if known.low is None else known.low


def _where(person: PersonDetail) -> str:
    return f"aus {person.place.label}" if person.place else ""


def _place(show: _Show, office: Office, person_id: int, found: MatchList) -> None:
    """Propose three offers, print the letter, pass the contact of the best one on."""
    offers = [one.number for one in found.matches[:PROPOSALS]]
    placements = office.placements.propose(person_id, offers)
    show.tell(f"Vorgeschlagen: {count(len(placements), 'Angebot', 'Angebote')}")
    letter = f"vorschlag-{person_id}.pdf"
    office.papers.proposal_letter(show.out / letter, person_id, offers)
    show.tell(f"Brief gedruckt: {letter}")
    office.placements.move(placements[0], PlacementState.PASSED_ON)
    show.tell(f"Kontakt weitergegeben: Vermittlung Nr. {placements[0]}")
    show.add(
        "Vorgeschlagen und weitergegeben",
        f"Person Nr. {person_id} bekam {count(len(offers), 'Vorschlag', 'Vorschläge')}; bei der "
        "ersten Wahl wurde der Kontakt mit Einwilligung weitergegeben. Nachfragen auf beiden "
        "Seiten stehen in zwei Wochen auf dem Schreibtisch.",
        [Entry(letter, "Vorschlagsbrief", "DIN 5008, Form B")],
    )


def _print(show: _Show, office: Office) -> None:
    """Print the notice-board list of every place that has offers."""
    entries = []
    for place in office.lists.board_places(show.as_of):
        name = f"{BOARDS}/aushang-{fold(place.name).replace(' ', '-')}.pdf"
        office.papers.offer_list(show.out / name, place.id, show.as_of)
        entries.append(Entry(name, place.name, place.municipality))
    show.tell(f"Aushänge gedruckt: {count(len(entries), 'Ort', 'Orte')}")
    show.add("Aushänge für die Schaukästen", "Jeder Ort mit offenen Angeboten, A4.", entries)


def _report(show: _Show, office: Office) -> None:
    start = dt.date(show.as_of.year, 1, 1)
    office.reporting.council_list(show.out / COUNCIL, start, show.as_of)
    show.tell(f"Gremienliste geschrieben: {COUNCIL}")
    show.add(
        "Zahlen für die Gremien",
        "Nach Gemeinde und Bereich; eins und zwei stehen als „< 3“.",
        [Entry(COUNCIL, "Gremienliste", f"1. Januar bis {show.as_of:%d.%m.%Y}")],
    )


def _picture(show: _Show, screenshots: Screenshots) -> None:
    pictures = screenshots(show.out / STORE, show.out / PICTURES)
    entries = [
        Entry(f"{PICTURES}/{one.name}", one.stem.replace("-", " ").capitalize(), picture=True)
        for one in pictures
    ]
    show.tell(f"Bilder gemacht: {len(entries)}")
    show.add("Das Fenster", "Jeder Reiter auf diesem Bestand.", entries)
