"""The promises: what is measured, in which unit, and the bar each figure has to keep."""

from __future__ import annotations

from dataclasses import dataclass

QUESTIONS = {
    "s": "s",
    "m": "m",
    "mü": "mü",
    "müller": "müller",
    "mueller so": "mueller so",
    "an be": "an be",
    "36205": "36205",
    "05653": "05653",
    "no hit": "xyzzy",
    "50,000 characters": "sontra müller " * 3572,
}
"""What is typed, by the name it carries in the results."""

COLUMNS = (
    "name", "place", "municipality", "stage", "last_contact", "phone", "email", "created",
    "missing", "number",
)  # fmt: skip
"""The columns of people that can be sorted by."""

TWINS = ("search", "sort", "filter", "first paint", "start", "import", "memory")
"""The rows that are measured on the encrypted store and on its plain twin."""

GROWING = ("search", "sort", "open")


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise.

    Attributes:
        name: how it stands in the results.
        bench: the bench that measures it, as `make bench ARGS=…` names it.
        unit: of value and bar; `×` is a ratio to what stands under `against`.
        bar: the figure that must not be passed; None if it is only reported.
        at_least: whether the value must not be below the bar instead of above.
    """

    name: str
    bench: str
    unit: str
    bar: float | None
    at_least: bool = False


def _letters(question: str) -> float:
    return 30.0 if len(question) == 1 else 15.0


PROMISES: tuple[Promise, ...] = (
    Promise("start to window painted, 10,000 people", "start", "×", 1.5),
    Promise("start to first rows of Personen, 10,000 people", "start", "×", 1.9),
    Promise("start to complete picture beside novelWriter", "peers", "ms", None),
    Promise("start to complete picture beside Vorta", "peers", "ms", None),
    *(
        Promise(f"keystroke to ids, 100,000 people: {name}", "search", "ms", _letters(question))
        for name, question in QUESTIONS.items()
    ),
    Promise("keystroke to first paint, 100,000 people", "paint", "ms", 60.0),
    *(Promise(f"sort 100,000 people by {column}", "order", "ms", 100.0) for column in COLUMNS),
    Promise("filter 100,000 people", "order", "ms", 100.0),
    Promise("sort 100,000 people beside a proxy model", "proxy", "×", 100.0, at_least=True),
    Promise("filter 100,000 people beside a proxy model", "proxy", "×", 100.0, at_least=True),
    Promise("window with 100,000 people against 100", "memory", "MB", 60.0),
    *(
        Promise(f"growth of {what} from 10,000 to 1,000,000 people", "growth", "exponent", 1.0)
        for what in GROWING
    ),
    Promise("import of 10,000 people", "import", "s", 15.0),
    Promise("import of 10,000 people: parent and child", "import", "MB", 250.0),
    Promise("undo of an import of 10,000 people", "import", "s", 10.0),
    Promise("open a person with 200 talks and 40 placements", "record", "ms", 80.0),
    Promise("save a person with 200 talks and 40 placements", "record", "ms", 50.0),
    Promise("double check while typing, 100,000 people", "doubles", "ms", 30.0),
    Promise("review list of doubles, 10,000 people", "doubles", "s", 60.0),
    Promise("one person over 10,000 offers, warm", "matching", "ms", 15.0),
    Promise("one person over 10,000 offers, cold", "matching", "ms", 400.0),
    Promise("one offer over 100,000 people, cold", "matching", "s", None),
    Promise("10,000 people × 3,000 offers, top 20 each", "matching", "s", 1.0),
    Promise("10,000 people × 3,000 offers, memory above the facts", "matching", "MB", 250.0),
    Promise("10,000 people × 3,000 offers beside DuckDB", "matching", "×", 1.0, at_least=True),
    Promise("100,000 people × 10,000 offers, top 20 each", "matching", "s", 40.0),
    Promise("100,000 people × 10,000 offers, memory above the facts", "matching", "MB", 400.0),
    Promise("a year with λ on: offers that got a placement", "year", "%", None),
    Promise("a year with λ on: Gini of placements over offers", "year", "", None),
    Promise("a year with λ on: days from talk to placement", "year", "days", None),
    Promise("a year with λ on: placements", "year", "", None),
    Promise("assignment of 10,000 people to 3,000 offers", "assignment", "s", 1.5),
    Promise("people placed beside one after another", "assignment", "×", 1.0, at_least=True),
    Promise(
        "assignment of 2,000 to 600 beside a dense table", "assignment", "×", 1.0, at_least=True
    ),
    Promise("weight change to the painted list, 10,000 offers", "weights", "ms", 50.0),
    Promise("how firm 50 rows of 10,000 offers are", "weights", "ms", None),
    Promise("Excel list of 100,000 rows and 12 columns, beside openpyxl", "workbook", "×", 1.1),
    Promise("Excel list of 100,000 rows and 12 columns, memory", "workbook", "MB", 150.0),
    Promise("1,000 one-page serial letters beside a bare canvas", "letters", "×", 2.0),
    Promise(
        "1,000 one-page serial letters, how much faster than fpdf2",
        "letters",
        "×",
        4.0,
        at_least=True,
    ),
    Promise(
        "1,000 one-page serial letters, how much faster than WeasyPrint",
        "letters",
        "×",
        10.0,
        at_least=True,
    ),
    Promise("1,000 one-page serial letters by LibreOffice", "letters", "s", None),
    Promise("notice-board lists for 33 villages from 3,000 offers", "boards", "s", 4.0),
    Promise("Start tab, 10,000 people, 5,000 placements", "start_tab", "ms", 150.0),
    Promise("annual report, 10,000 people, 5 years", "annual", "s", 3.0),
    Promise("passphrase to window painted, 10,000 people, last of four slots", "unlock", "s", 1.2),
    Promise("Ehrenamts-Card of everybody, 10,000 people, 5,000 placements", "cards", "ms", 500.0),
    Promise("disclosure of a person with 200 talks and 40 placements", "disclosing", "s", 1.0),
    Promise("erasure of a person with 200 talks and 40 placements", "disclosing", "s", 1.0),
    Promise("safety copy of 250 MB, made and checked", "backup", "s", 3.0),
    Promise("longest pause beside a safety copy", "backup", "ms", 100.0),
    Promise("restore of 250 MB, checked", "backup", "s", 5.0),
    Promise("search in 5,000 papers of 2 GB", "library", "ms", 50.0),
    Promise("opening an office beside 2 GB of papers", "library", "×", 1.1),
    Promise("500 PDFs read and added", "library", "s", 60.0),
    Promise("a pack of 12 papers, suggested, made and remembered", "packs", "ms", 1000.0),
    Promise("a page of the preview", "library", "ms", 200.0),
    Promise("the first page of the preview, with the start of its process", "library", "ms", None),
    *(Promise(f"encrypted beside plain: {what}", "twin", "×", 1.15) for what in TWINS),
)

BENCHES: tuple[str, ...] = tuple(dict.fromkeys(one.bench for one in PROMISES))
"""The benches, in the order in which they run."""


def promise(name: str) -> Promise:
    """The promise of that name.

    Raises:
        StopIteration: there is none.
    """
    return next(one for one in PROMISES if one.name == name)
