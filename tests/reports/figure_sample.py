"""A report of invented figures with everything a report can hold: hidden cells, none, targets."""

from __future__ import annotations

import datetime as dt

from ehrenamt_desktop.model import figures
from ehrenamt_desktop.model.council_rows import protected_lines
from ehrenamt_desktop.model.enums import CostKind
from ehrenamt_desktop.model.figure_rows import (
    AreaLine,
    DefinitionLine,
    FigureLine,
    FigureReport,
    Part,
    Series,
    Shown,
    SpendingLine,
    Split,
    Unit,
)
from ehrenamt_desktop.model.money import CostRow
from ehrenamt_desktop.model.paper_rows import CouncilRow
from ehrenamt_desktop.model.report_words import ReportWords
from ehrenamt_desktop.model.rules.small_counts import HIDDEN, NOTE
from ehrenamt_desktop.model.rules.suppression import protected_table

TOWNS = ("Sontra", "Herleshausen", "Nentershausen", "außerhalb")
AGES = ("bis 29", "30 bis 49", "50 bis 64", "ab 65")
AMOUNTS = {
    "contacts_people": 84, "contacts_bodies": 31, "consult_first": 57, "consult_all": 96,
    "consult_hours": 73.5, "seekers_open": 22, "proposals": 61, "placements": 34,
    "placed_persons": 31, "rate_period": 31 / 57, "rate_cohort": None, "retention_6m": 19 / 24,
    "days_to_place": 26, "followup_rate": 41 / 48, "ended": 11, "hours": 2340,
    "offers_active": 88, "places_open": 143, "orgs_active": 62, "orgs_new": 7, "founded": 3,
    "minors_first": 4, "youth_placed": 9, "job_seekers_placed": 6, "job_seekers_work": 0,
    "reach": 118, "papers_people": 264, "papers_bodies": 37, "costs": 18450.75,
    "grants_applied": 5, "grants_granted": 4,
    "grants_euro": 21300.0,
}  # fmt: skip
PARTS = {"retention_6m": (19, 24), "followup_rate": (41, 48)}
TARGETS = {"placements": 40.0, "founded": 2.0, "hours": 2000.0, "offers_active": 100.0}

RECEIPTS = (
    CostRow(4, 1, dt.date(2026, 1, 31), CostKind.STAFF, 107425, "", "Gehalt Januar, anteilig"),
    CostRow(9, 1, dt.date(2026, 2, 3), CostKind.PAPER, 8450, "Sontra", "Aushänge A3, 120 Stück"),
    CostRow(5, 2, dt.date(2026, 2, 9), CostKind.TRAVEL, -1299, "Herleshausen", ""),
)

SAID = ReportWords(
    ("Im Jahr 2026 haben 31 Menschen eine Aufgabe gefunden.",
     "Drei Initiativen sind neu entstanden.",
     "Am meisten fehlen Menschen, die vormittags Zeit haben."),
    meeting="17. März 2027, 19 Uhr",
    proposal="Die Verbandsversammlung stellt für 2027 Mittel in Höhe von 20.000 € bereit.",
)  # fmt: skip


def shown(amount, unit, key=""):
    """A figure; hidden when it is small, with its whole when it is a share of cases."""
    if amount is None:
        return Shown(None, unit, "erst ab 30.06.2027")
    if unit is Unit.COUNT and 0 < amount < 3:
        return Shown(None, unit, HIDDEN)
    part, whole = PARTS.get(key, (None, None))
    return Shown(amount, unit, "", part, whole)


def cut(amount, unit, shares):
    """A figure by shares; counts stay whole and sum up."""
    if amount is None or unit is Unit.SHARE or unit is Unit.DAYS:
        return tuple(shown(amount, unit) for _ in shares)
    parts = [int(amount * share) for share in shares[:-1]]
    return tuple(shown(one, unit) for one in (*parts, amount - sum(parts)))


def line(definition):
    """The line of a figure."""
    amount, unit = AMOUNTS[definition.key], definition.unit
    before = None if amount is None else amount * 0.8 if unit is not Unit.COUNT else amount * 4 // 5
    towned = definition.cut is not figures.Cut.NONE
    aged = definition.cut is figures.Cut.PEOPLE
    towns = cut(amount, unit, (0.5, 0.2, 0.25, 0.05)) if towned else ()
    ages = cut(amount, unit, (0.2, 0.25, 0.3, 0.25)) if aged else ()
    return FigureLine(
        definition.key, definition.name, definition.block, unit, definition.estimate,
        shown(amount, unit, definition.key), shown(before, unit), TARGETS.get(definition.key),
        towns, cut(before, unit, (0.5, 0.2, 0.25, 0.05)) if towned else (), ages,
        tuple(cut(one.amount or 0, unit, (0.2, 0.25, 0.3, 0.25)) for one in towns) if aged else (),
    )  # fmt: skip


def split(kind):
    """A split with a hidden part."""
    labels = {
        "gender": (("Frau", 33), ("Herr", 22), ("ohne Anrede", 2)),
        "occupation": (("berufstätig", 19), ("im Ruhestand", 17), ("in Ausbildung", 8),
                       ("arbeitsuchend", 6), ("ohne Angabe", 7)),
        "newcomers": (("zum ersten Mal engagiert", 21), ("schon früher engagiert", 30),
                      ("nicht erfragt", 6)),
        "channels": (("im Büro", 52), ("am Telefon", 30), ("zu Hause", 12), ("per Video", 2)),
        "end_reasons": (("Zeit reicht nicht mehr", 4), ("Umzug", 3), ("Aufgabe erledigt", 4)),
        "paper_kinds": (("Formular", 131), ("Merkblatt", 98), ("Antrag", 35)),
    }[kind.key]  # fmt: skip
    definition = figures.BY_KEY[kind.figure]
    total = Shown(AMOUNTS[kind.figure], Unit.COUNT)
    parts = tuple(Part(label, shown(amount, Unit.COUNT)) for label, amount in labels)
    return Split(kind.key, kind.figure, kind.title, definition.block, total, parts)


def areas():
    """Eight fields, one with a very long name."""
    names = (
        "Sport und Bewegung",
        "Kultur und Musik",
        "Soziales",
        "Schule und Kindergarten",
        "Umwelt, Naturschutz und Tierschutz",
        "Rettungsdienste und freiwillige Feuerwehr",
        "Außerschulische Jugendarbeit oder Bildungsarbeit für Erwachsene",
        "Gesundheit",
    )
    return tuple(
        AreaLine(name, Shown(24 - 3 * n), shown(19 - 2 * n, Unit.COUNT), shown(10 - 2 * n if n < 5
                 else 0, Unit.COUNT))
        for n, name in enumerate(names)
    )  # fmt: skip


def spending():
    """Four kinds; one without anything before."""
    kinds = (("Personal", 12000.0), ("Büro und Technik", 3150.75), ("Druck und Porto", 1800.0),
             ("Anerkennung", 1500.0))  # fmt: skip
    return tuple(
        SpendingLine(kind, (euro * 0.2, euro * 0.1, 0.0, 0.0), euro * 0.7, euro,
                     0.0 if kind == "Anerkennung" else euro * 0.9)
        for kind, euro in kinds
    )  # fmt: skip


def series():
    """Five years, the first of one without a figure."""
    made = []
    for key in figures.CHARTED:
        definition = figures.BY_KEY[key]
        amount = AMOUNTS[key]
        points = tuple(
            Part(str(2022 + n), shown(None if n == 0 and key == "hours" else
                 float(int(amount * (0.3 + 0.175 * n))), definition.unit))
            for n in range(5)
        )  # fmt: skip
        made.append(Series(key, definition.name, definition.unit, points))
    return tuple(made)


def report(number=3, **changes):
    """The whole report of 2026."""
    made = FigureReport(
        number, "Jahresbericht 2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31),
        dt.date(2027, 1, 11), dt.date(2025, 1, 1), dt.date(2025, 12, 31), TOWNS, AGES,
        tuple(line(one) for one in figures.FIGURES), tuple(split(one) for one in figures.SPLITS),
        areas(), spending(), series(),
        tuple(
            DefinitionLine(one.key, one.name, one.unit.label, one.words, one.source, one.cut.value,
                           "Gespräche am Telefon zählen jetzt mit." if one.key == "consult_all"
                           else "")
            for one in figures.FIGURES
        ),
        (NOTE, figures.MISSING), "1a2b3c4d" + "0" * 56,
    )  # fmt: skip
    return made._replace(**changes)


def council_rows():
    """Two fields in two municipalities."""
    return [
        CouncilRow("Sontra", "Soziales", 12, 3, 9, 5, 0, 40),
        CouncilRow("Sontra", "Sport und Bewegung", 2, 1, 2, 4, 3, 7),
        CouncilRow("Herleshausen", "Soziales", 1, 0, 8, 6, 5, 12),
        CouncilRow("Herleshausen", "Sport und Bewegung", 4, 4, 6, 7, 4, 11),
    ]


def council_lines():
    """As they may be shown."""
    return protected_lines(council_rows(), lambda _key, counts: protected_table(counts))
