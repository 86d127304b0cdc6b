"""What an import will do, or did: a verdict for each row of the file, and counts that add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.model.text import count

NOUNS: Mapping[str, tuple[str, str]] = {
    "people": ("Person", "Personen"),
    "initiatives": ("Initiative", "Initiativen"),
    "offers": ("Angebot", "Angebote"),
    "contacts": ("Ansprechperson", "Ansprechpersonen"),
    "consents": ("Einwilligung", "Einwilligungen"),
    "credentials": ("Nachweis", "Nachweise"),
}
"""What is imported or made beside it, for one and for many."""


class Verdict(Enum):
    """What happens to a row."""

    ADDED = "added"
    UPDATED = "updated"
    SKIPPED = "skipped"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        """The German word."""
        return _VERDICTS[self]


_VERDICTS = {
    Verdict.ADDED: "neu",
    Verdict.UPDATED: "geändert",
    Verdict.SKIPPED: "unverändert",
    Verdict.REFUSED: "abgewiesen",
}


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One row of the file.

    Attributes:
        row: its number in the file, as a spreadsheet shows it.
        verdict: what happens to it.
        reason: German sentences; why it is refused, or what was left out of it.
        doubles: numbers of kept records that may be the same; the row is added all the same.
    """

    row: int
    verdict: Verdict
    reason: str = ""
    doubles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows of the file; `read` is always the sum of the others."""

    read: int
    added: int
    updated: int
    skipped: int
    refused: int

    @classmethod
    def of(cls, rows: tuple[ImportRow, ...]) -> Counts:
        """Count the verdicts of rows."""
        found = Counter(row.verdict for row in rows)
        return cls(
            len(rows),
            found[Verdict.ADDED],
            found[Verdict.UPDATED],
            found[Verdict.SKIPPED],
            found[Verdict.REFUSED],
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the workbook that holds data; a hidden one is not shown by a spreadsheet."""

    name: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """How a list is to be read, where that is not left to the program.

    Attributes:
        encoding: of a text file; "" finds it.
        separator: of a text file; "" finds it.
        header: number of the row with the headings; 0 finds it.
        columns: field key of each column, "" for none; None lets the headings tell.
        signature: under which the form is kept; "" until the list was read once.
        kept: whether a form that was kept for such a list may be used.
    """

    encoding: str = ""
    separator: str = ""
    header: int = 0
    columns: tuple[str, ...] | None = None
    signature: str = ""
    kept: bool = True


LEFT = Form()
"""All is left to the program."""


@dataclass(frozen=True, slots=True)
class Preview:
    """How a list was read, to be looked at and changed.

    Attributes:
        form: what was asked for; `kept` says that it had been kept for such lists.
        is_text: whether encoding and separator can be chosen.
        head: number and text of the first rows, among which the headings are.
        headings: one for each column, never empty.
        samples: the first words of each column.
        chosen: field key of each column, "" for none, as in `Form.columns`.
        encoding: in which a text was read.
        separator: by which its cells were parted.
        header: number of the row with the headings.
    """

    form: Form
    is_text: bool = False
    head: tuple[tuple[int, str], ...] = ()
    headings: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    encoding: str = ""
    separator: str = ""
    header: int = 0


class WrongSheet(BadFile):
    """What was read is no such list; another sheet of the file, or another form, may be.

    Attributes:
        sheets: the sheets that hold data.
        name: the one that was read.
        preview: how it was read.
    """

    def __init__(
        self,
        sentence: str,
        sheets: tuple[Sheet, ...],
        name: str,
        preview: Preview | None = None,
    ) -> None:
        self.sheets = sheets
        self.name = name
        self.preview = preview
        super().__init__(sentence)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did.

    Attributes:
        noun: `people`, `initiatives` or `offers`.
        name: the file's or sheet's name.
        rows: one verdict for each row, in the file's order.
        mapping: column of the file → field.
        also: records made beside the rows, by kind (`initiatives` of offers, `contacts` …).
        warnings: German sentences on the whole list.
        sheets: the sheets of a workbook that hold data; `name` is the one that was read.
        cards: the rows are address cards.
    """

    noun: str
    name: str
    rows: tuple[ImportRow, ...]
    mapping: Mapping[str, str]
    also: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    cards: bool = False

    @property
    def unit(self) -> tuple[str, str]:
        """What a row of the file is called, for one and for many."""
        return ("Karte", "Karten") if self.cards else ("Zeile", "Zeilen")

    @property
    def counts(self) -> Counts:
        """Rows by verdict."""
        return Counts.of(self.rows)

    @property
    def refused(self) -> tuple[ImportRow, ...]:
        """The rows that are not taken over."""
        return tuple(row for row in self.rows if row.verdict is Verdict.REFUSED)

    @property
    def doubtful(self) -> tuple[ImportRow, ...]:
        """The rows that are added although they may be kept already."""
        return tuple(row for row in self.rows if row.doubles)

    @property
    def changes(self) -> bool:
        """Whether any row is added or changed."""
        return any(row.verdict in (Verdict.ADDED, Verdict.UPDATED) for row in self.rows)

    def as_json(self) -> dict[str, object]:
        """The object of `import --json`."""
        counts = self.counts
        return {
            "counts": {
                "read": counts.read,
                "added": counts.added,
                "updated": counts.updated,
                "skipped": counts.skipped,
                "refused": counts.refused,
            },
            "also": dict(self.also),
            "mapping": dict(self.mapping),
            "rows": [
                {"row": row.row, "verdict": row.verdict.value, "reason": row.reason}
                for row in self.rows
            ],
            "sheet": self.name if self.sheets else "",
            "warnings": list(self.warnings),
        }

    def lines(self) -> tuple[str, ...]:
        """The report in German sentences: counts first, then what needs a look."""
        counts = self.counts
        one, many = NOUNS[self.noun]
        said = [
            f"{count(counts.read, *self.unit)} gelesen ({one if counts.read == 1 else many})"
            f": {counts.added} neu, {counts.updated} geändert, {counts.skipped} unverändert, "
            f"{counts.refused} abgewiesen."
        ]
        said += [f"Dazu: {count(number, *NOUNS[kind])}." for kind, number in self.also.items()]
        said += self.warnings
        said += [f"{self.unit[0]} {row.row} abgewiesen: {row.reason}" for row in self.refused]
        said += [
            f"{self.unit[0]} {row.row}: vielleicht schon vorhanden als Nr. "
            f"{', '.join(str(number) for number in row.doubles)}."
            for row in self.doubtful
        ]
        return tuple(said)


@dataclass(frozen=True, slots=True)
class ImportPlan(ImportReport):
    """What an import will do; nothing has been changed yet.

    Attributes:
        path: the file.
        preview: how the list was read.
        prepared: what the service needs to carry the plan out; nobody else's business.
    """

    path: Path = field(default_factory=Path)
    preview: Preview | None = None
    prepared: object = field(default=None, repr=False, compare=False)
