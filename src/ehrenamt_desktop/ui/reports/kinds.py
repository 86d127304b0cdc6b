"""The reports that can be chosen, and what each asks for."""

from __future__ import annotations

from typing import NamedTuple


class ReportKind(NamedTuple):
    """One report.

    Attributes:
        key: name of the use case in `services/reporting`, with its ending where it has two.
        label: as it is chosen.
        about: what it is, in one sentence.
        suffix: of its file.
        sentences: the heading above the coordinator's sentences; empty if it takes none.
        decides: whether it asks for council, meeting and proposal.
        cut: whether it can be limited to one municipality.
        words: more words it is found by.
    """

    key: str
    label: str
    about: str
    suffix: str
    sentences: str = ""
    decides: bool = False
    cut: bool = False
    words: str = ""

    @property
    def deed(self) -> str:
        """The use case."""
        return self.key.partition(".")[0]


KINDS = (
    ReportKind(
        "council_page", "Gremienvorlage", "Eine Seite PDF: drei Sätze, die wichtigsten Zahlen "
        "mit Vorjahr und Ziel je Gemeinde, und was zu beschließen ist.", ".pdf",
        "Drei Sätze von Ihnen", decides=True, words="Verbandsversammlung Sitzung Beschluss",
    ),
    ReportKind(
        "council_list", "Gremienliste", "Excel: Zahlen je Gemeinde und Bereich.", ".xlsx",
        cut=True, words="Bericht Statistik Parlament Vorstand Excel",
    ),
    ReportKind(
        "annual", "Jahresbericht", "PDF mit Diagrammen, alle Kennzahlen, am Ende die Definitionen.",
        ".pdf", "Vorwort (freiwillig)", words="Statistik Jahr PDF",
    ),
    ReportKind(
        "annual.book", "Jahresmappe", "Excel: ein Blatt je Themenblock, mit Diagrammen.", ".xlsx",
        words="Statistik Jahr Excel",
    ),
    ReportKind(
        "funding", "Verwendungsnachweis", "PDF für Fördergeber: Ausgaben nach Art und Gemeinde, "
        "Ziele und was erreicht wurde.", ".pdf", "Sachbericht (freiwillig)",
        words="Förderung Kosten Zuschuss",
    ),
    ReportKind(
        "funding.book", "Verwendungsnachweis (Excel)", "Dasselbe als Excel-Mappe zum Einreichen "
        "oder Weiterrechnen.", ".xlsx", "Sachbericht (freiwillig)", words="Förderung Kosten",
    ),
)  # fmt: skip
