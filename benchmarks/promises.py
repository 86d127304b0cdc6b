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
