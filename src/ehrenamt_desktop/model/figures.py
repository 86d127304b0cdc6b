"""All figures of the domain brief 1.6: their names, how they are counted, by what they are cut.

The only place where a figure is defined. `store/reads/figures` counts the records, `model/tally`
makes numbers of them, and each report prints `words` beside its figures.

People count where they live, offers where they take place, bodies where they have their seat. What
speaks of people is protected on paper; offers, bodies, postings and money are public anyway.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from ehrenamt_desktop.model.enums import Kind, PaperKind
from ehrenamt_desktop.model.figure_rows import Block, Unit

COHORT_DAYS = 180
"""Days within which somebody counts as placed, and after which a placement counts as lasting."""

BRIEF = "Statistik der Freiwilligenagenturen, Fachkonzept 1.6"
OWN = "Ziel des Zweckverbands"


class How(Enum):
    """How a figure is made of its cases."""

    COUNT = "count"
    SUM = "sum"
    MEDIAN = "median"
    SHARE = "share"
    """Of its cases, the share of those whose amount is 1."""
    RATIO = "ratio"
    """The number of one figure to that of another."""


class Cut(Enum):
    """By what a figure is parted in what leaves the office."""

    PEOPLE = "nach Gemeinde (Wohnort) und Altersgruppe am Ende des Zeitraums"
    HOMES = "nach Gemeinde (Wohnort)"
    SPOTS = "nach Gemeinde (Einsatzort, Sitz oder Aushang)"
    MONEY = "nach Gemeinde oder gemeinsam"
    NONE = "nur im Ganzen"


class Definition(NamedTuple):
    """One figure.

    Attributes:
        key: stable name.
        name: as it is printed.
        block: the part of a report it stands in.
        unit: what it is counted in.
        words: how it is counted, in one or two sentences.
        kind: the records that are counted.
        cut: by what it is parted.
        how: how it is made of its cases.
        people: whether it speaks of people, so that small counts are protected.
        stock: whether it holds for the last day of the period instead of the whole.
        part_of: the figure of which this counts a part; the rest must not be told either.
        estimate: whether it is estimated.
        source: where the definition comes from.
    """

    key: str
    name: str
    block: Block
    unit: Unit
    words: str
    kind: Kind
    cut: Cut = Cut.PEOPLE
    how: How = How.COUNT
    people: bool = True
    stock: bool = False
    part_of: str = ""
    estimate: bool = False
    source: str = BRIEF

    @property
    def heading(self) -> str:
        """The name with what must be said beside it."""
        return f"{self.name} (geschätzt)" if self.estimate else self.name


_TALKS = (
    Definition(
        "contacts_people", "Erstkontakte von Personen", Block.TALKS, Unit.COUNT,
        "Geführte Erstkontakte im Zeitraum, die von Personen kamen.", Kind.INTERACTION,
    ),
    Definition(
        "contacts_bodies", "Erstkontakte von Initiativen", Block.TALKS, Unit.COUNT,
        "Geführte Erstkontakte im Zeitraum, die von Vereinen, Kommunen, Gruppen und anderen "
        "Trägern kamen.", Kind.INTERACTION, Cut.SPOTS, people=False,
    ),
    Definition(
        "consult_first", "Erstberatungen", Block.TALKS, Unit.COUNT,
        "Personen, deren erstes geführtes Beratungsgespräch in den Zeitraum fällt.", Kind.PERSON,
    ),
    Definition(
        "consult_all", "Beratungen", Block.TALKS, Unit.COUNT,
        "Alle geführten Beratungsgespräche mit Personen im Zeitraum.", Kind.INTERACTION,
    ),
    Definition(
        "consult_hours", "Beratungszeit", Block.TALKS, Unit.HOURS,
        "Summe der eingetragenen Dauer dieser Beratungsgespräche; Gespräche ohne Dauer zählen "
        "nicht mit.", Kind.INTERACTION, Cut.NONE, How.SUM,
    ),
    Definition(
        "seekers_open", "Suchende", Block.TALKS, Unit.COUNT,
        "Personen, die am letzten Tag des Zeitraums eine Aufgabe suchen und gerade keine haben.",
        Kind.PERSON, stock=True,
    ),
)  # fmt: skip

_PLACING = (
    Definition(
        "proposals", "Vorschläge", Block.PLACING, Unit.COUNT,
        "Vorschläge einer Aufgabe an eine Person, die im Zeitraum gemacht wurden.", Kind.PLACEMENT,
    ),
    Definition(
        "placements", "Vermittlungen", Block.PLACING, Unit.COUNT,
        "Vermittlungen, bei denen das Engagement im Zeitraum begonnen hat.", Kind.PLACEMENT,
    ),
    Definition(
        "placed_persons", "Vermittelte Personen", Block.PLACING, Unit.COUNT,
        "Verschiedene Personen, deren Engagement im Zeitraum begonnen hat. Wer zweimal vermittelt "
        "wurde, zählt einmal.", Kind.PERSON,
    ),
    Definition(
        "rate_period", "Vermittlungsquote im Zeitraum", Block.PLACING, Unit.SHARE,
        "Vermittelte Personen geteilt durch Erstberatungen desselben Zeitraums. Sie kann über "
        "100 % liegen, weil manche schon früher beraten wurden.", Kind.PERSON, Cut.HOMES, How.RATIO,
    ),
    Definition(
        "rate_cohort", "Vermittlungsquote der Beratenen", Block.PLACING, Unit.SHARE,
        f"Anteil der im Zeitraum erstmals Beratenen, deren Engagement binnen {COHORT_DAYS} Tagen "
        "nach der Beratung begonnen hat. Erst ausgewiesen, wenn diese Tage für alle vorbei sind.",
        Kind.PERSON, Cut.HOMES, How.SHARE,
    ),
    Definition(
        "retention_6m", "Verbleib nach sechs Monaten", Block.PLACING, Unit.SHARE,
        f"Anteil der im Zeitraum begonnenen Vermittlungen, die nach {COHORT_DAYS} Tagen noch "
        "liefen. Vermittlungen, die noch nicht so alt sind, zählen nicht mit.",
        Kind.PLACEMENT, Cut.HOMES, How.SHARE,
    ),
    Definition(
        "days_to_place", "Dauer bis zur Vermittlung", Block.PLACING, Unit.DAYS,
        "Mittlerer Wert (Median) der Tage vom ersten Beratungsgespräch bis zum ersten Beginn eines "
        "Engagements, bei Personen, deren erstes Engagement im Zeitraum begann.",
        Kind.PERSON, Cut.HOMES, How.MEDIAN,
    ),
    Definition(
        "followup_rate", "Erledigte Nachfragen", Block.PLACING, Unit.SHARE,
        "Anteil der im Zeitraum fälligen Nachfragen bei Person und Initiative, die erledigt sind.",
        Kind.FOLLOW_UP, Cut.HOMES, How.SHARE,
    ),
    Definition(
        "ended", "Beendete Vermittlungen", Block.PLACING, Unit.COUNT,
        "Vermittlungen, die im Zeitraum endeten oder nicht zustande kamen.", Kind.PLACEMENT,
    ),
    Definition(
        "hours", "Geleistete Stunden", Block.PLACING, Unit.HOURS,
        "Stunden pro Woche mal Wochen, in denen die Vermittlung im Zeitraum lief; für Monate mit "
        "eingetragenen Stunden zählen diese. Ohne Angabe bei der Vermittlung gilt die des "
        "Angebots, ohne beide zählt sie nicht mit.", Kind.PLACEMENT, how=How.SUM, estimate=True,
    ),
)  # fmt: skip

_OFFERS = (
    Definition(
        "offers_active", "Aktive Angebote", Block.OFFERS, Unit.COUNT,
        "Angebote, die am letzten Tag des Zeitraums veröffentlicht und gültig waren.",
        Kind.OFFER, Cut.SPOTS, people=False, stock=True,
    ),
    Definition(
        "places_open", "Offene Plätze", Block.OFFERS, Unit.COUNT,
        "Freie Plätze dieser Angebote am letzten Tag des Zeitraums; Angebote ohne Zahl der Plätze "
        "zählen nicht mit.", Kind.OFFER, Cut.SPOTS, How.SUM, people=False, stock=True,
    ),
)  # fmt: skip

_PARTNERS = (
    Definition(
        "orgs_active", "Aktive Initiativen", Block.PARTNERS, Unit.COUNT,
        "Initiativen, die am letzten Tag des Zeitraums den Status „aktiv“ hatten.",
        Kind.INITIATIVE, Cut.SPOTS, people=False, stock=True,
    ),
    Definition(
        "orgs_new", "Neue Initiativen", Block.PARTNERS, Unit.COUNT,
        "Initiativen, die im Zeitraum erstmals den Status „aktiv“ bekamen, auch wenn es sie "
        "vorher schon gab.", Kind.INITIATIVE, Cut.SPOTS, people=False,
    ),
    Definition(
        "founded", "Neu entstandene Initiativen", Block.PARTNERS, Unit.COUNT,
        "Initiativen, die im Zeitraum von „in Gründung“ zu „aktiv“ wurden.",
        Kind.INITIATIVE, Cut.SPOTS, people=False, source=OWN,
    ),
)  # fmt: skip

_GOALS = (
    Definition(
        "minors_first", "Erstberatungen von Minderjährigen", Block.GOALS, Unit.COUNT,
        "Erstberatungen von Personen, die am Ende des Zeitraums unter 18 Jahre alt sind.",
        Kind.PERSON, Cut.HOMES, part_of="consult_first",
    ),
    Definition(
        "youth_placed", "Vermittelte Jugendliche (14 bis 26 Jahre)", Block.GOALS, Unit.COUNT,
        "Vermittelte Personen, die am Ende des Zeitraums 14 bis 26 Jahre alt sind.",
        Kind.PERSON, Cut.HOMES, part_of="placed_persons",
    ),
    Definition(
        "job_seekers_placed", "Vermittelte Arbeitsuchende", Block.GOALS, Unit.COUNT,
        "Vermittelte Personen, die arbeitsuchend sind oder Grundsicherung erhalten, soweit sie es "
        "angegeben haben.", Kind.PERSON, Cut.HOMES, part_of="placed_persons",
    ),
    Definition(
        "job_seekers_work", "Aus dem Engagement in Arbeit", Block.GOALS, Unit.COUNT,
        "Personen, deren Engagement im Zeitraum endete, weil sie Arbeit aufgenommen haben.",
        Kind.PERSON, Cut.NONE,
    ),
)  # fmt: skip

_REST = (
    Definition(
        "reach", "Aushänge und Veröffentlichungen", Block.REACH, Unit.COUNT,
        "Aushänge, Plakate, Texte für Mitteilungsblatt und Internetseite, die im Zeitraum aus dem "
        "Programm gemacht wurden.", Kind.POSTING, Cut.SPOTS, people=False,
    ),
    Definition(
        "papers_people", "An Personen ausgegebene Unterlagen", Block.REACH, Unit.COUNT,
        "Formulare, Merkblätter und andere Unterlagen der Bibliothek, die im Zeitraum Personen "
        "ausgehändigt oder geschickt wurden; jede Unterlage zählt einmal.",
        Kind.PERSON, Cut.NONE,
    ),
    Definition(
        "papers_bodies", "An Initiativen ausgegebene Unterlagen", Block.REACH, Unit.COUNT,
        "Dasselbe für Initiativen.", Kind.INITIATIVE, Cut.NONE, people=False,
    ),
    Definition(
        "costs", "Kosten", Block.MONEY, Unit.EURO,
        "Eingetragene Kosten mit Datum im Zeitraum. Was keiner Gemeinde zugeordnet ist, steht "
        "als gemeinsam.", Kind.COST, Cut.MONEY, How.SUM, people=False, source=OWN,
    ),
    Definition(
        "grants_applied", "Begleitete Förderanträge", Block.MONEY, Unit.COUNT,
        "Förderanträge, die im Zeitraum mit Hilfe der Agentur gestellt wurden.",
        Kind.GRANT_APPLICATION, Cut.MONEY, people=False,
    ),
    Definition(
        "grants_granted", "Bewilligte Förderanträge", Block.MONEY, Unit.COUNT,
        "Begleitete Förderanträge, die im Zeitraum bewilligt wurden.",
        Kind.GRANT_APPLICATION, Cut.MONEY, people=False,
    ),
    Definition(
        "grants_euro", "Bewilligte Fördermittel", Block.MONEY, Unit.EURO,
        "Summe, die für diese Anträge bewilligt wurde.",
        Kind.GRANT_APPLICATION, Cut.MONEY, How.SUM, people=False,
    ),
)  # fmt: skip

FIGURES: tuple[Definition, ...] = (
    *_TALKS, *_PLACING, *_OFFERS, *_PARTNERS, *_GOALS, *_REST,
)  # fmt: skip
"""All figures, in the order of a report."""

BY_KEY = {one.key: one for one in FIGURES}

RATIOS = {"rate_period": ("placed_persons", "consult_first")}
"""Figures that are made of two others: what is divided, by what."""

CHARTED = ("consult_first", "placements", "placed_persons", "hours", "offers_active", "orgs_active")
"""Figures that are shown over the years."""

AGES = (
    "unter 14", "14 bis 29", "30 bis 49", "50 bis 64", "65 und älter", "Alter unbekannt",
)  # fmt: skip
"""The four age groups of domain brief 2.5, and what lies outside them."""

AGE_BOUNDS = (14, 30, 50, 65)
"""The youngest age of each group after the first."""

YOUTH = range(14, 27)
MINORS = range(18)
AGED_PARTS = ("minors_first", "youth_placed")
"""Figures that count an age other than `AGES` do."""

JOB_SEEKING = ("job_seeker", "basic_security")

PUBLIC_PAPERS = (
    PaperKind.OFFER_LIST,
    PaperKind.POSTER,
    PaperKind.BULLETIN,
    PaperKind.WEB_PAGE,
)
"""The papers that reach the public."""

MISSING = (
    "Noch nicht gezählt, weil das Programm sie noch nicht führt: Schulungen und Austauschtreffen, "
    "Pressearbeit und Veranstaltungen."
)
"""What domain brief 1.6 asks for and the store cannot count yet."""


class SplitKind(NamedTuple):
    """A figure that is parted by one feature of its cases."""

    key: str
    figure: str
    title: str


SPLITS = (
    SplitKind("gender", "consult_first", "Erstberatungen nach Anrede"),
    SplitKind("occupation", "consult_first", "Erstberatungen nach beruflicher Situation"),
    SplitKind("newcomers", "consult_first", "Erstberatungen nach erstem Engagement"),
    SplitKind("channels", "consult_all", "Beratungen nach dem Weg des Gesprächs"),
    SplitKind("end_reasons", "ended", "Beendete Vermittlungen nach dem Grund"),
    SplitKind("paper_kinds", "papers_people", "An Personen ausgegebene Unterlagen nach der Art"),
)
