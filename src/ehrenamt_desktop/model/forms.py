"""The office's own forms: what stands on them, read from `resources/forms`.

A file begins with `title`, `for` (`person`, `placement`, `initiative`, `offer` or `nobody`) and
`version` between two lines of `---`. Then, a line each:

    # Heading                          - item of a list            > small print
    [ Vorname {first_name} 6 | Nachname {last_name} 6 ]            fields, width in twelfths
    [ Bemerkungen 12 x4 ]                                          a field of four lines
    x Anrede {salutation}: Frau | Herr | keine Angabe              boxes to tick
    |10 Datum 2 | Tätigkeit 7 | Stunden 3                          a table of ten empty rows
    / Ort, Datum | Unterschrift                                    lines to sign on

Other lines are paragraphs, parted by blank lines. A paragraph or item that names a figure of law
which is not known for sure is left out; one that begins with `?figure` stands only then.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

COLUMNS = 12
"""Parts of the width that fields share."""

_FIELD = re.compile(r"^(?P<label>.*?)(?:\s*\{(?P<value>\w+)\})?(?:\s+(?P<width>\d+))?"
                    r"(?:\s+x(?P<lines>\d+))?$")  # fmt: skip
_TICKS = re.compile(r"^x (?P<label>[^:{]*?)(?:\s*\{(?P<value>\w+)\})?:\s*(?P<options>.+)$")
_TABLE = re.compile(r"^\|(?P<rows>\d+)\s+(?P<columns>.+)$")
_NAMES = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Blank:
    """A field to fill in: `value` names what it is filled with, `width` is in twelfths."""

    label: str
    value: str = ""
    width: int = COLUMNS
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Heading:
    """Opens a part of the form."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph, an item of a list, or small print; `**bold**` is known.

    `unless` names a figure: where it is known, these words are left out.
    """

    text: str
    item: bool = False
    small: bool = False
    unless: str = ""

    def stand(self, values: Mapping[str, str]) -> bool:
        """Whether they are printed: all they name is known, and `unless` is not."""
        missing = any(not values.get(name, "").strip() for name in needed(self.text))
        return not missing and not (self.unless and values.get(self.unless))


@dataclass(frozen=True, slots=True)
class Blanks:
    """Fields in one row."""

    fields: tuple[Blank, ...]


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to tick behind a label; that whose words `value` stands for is ticked."""

    label: str
    options: tuple[str, ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """A table of empty rows."""

    columns: tuple[Blank, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, side by side."""

    labels: tuple[str, ...]


Block = Heading | Words | Blanks | Ticks | Lines | Signatures


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the office's own.

    Attributes:
        name: of its file.
        title: as it stands on it.
        about: whom it is filled in for: "person", "placement", "initiative", "offer", "nobody".
        version: printed on it and kept with what was handed out.
    """

    name: str
    title: str
    about: str
    version: str
    blocks: tuple[Block, ...]


def parse(name: str, source: str) -> Form:
    """A form from its file.

    Raises:
        ValueError: the head is missing, or a line is not understood.
    """
    lines = source.split("\n")
    ends = [place for place, line in enumerate(lines) if line.strip() == "---"][:2]
    if len(ends) < 2 or ends[0] != 0:
        raise ValueError(f"{name}: head is missing")
    head = dict(line.split(": ", 1) for line in lines[1 : ends[1]])
    blocks: list[Block] = []
    paragraph: list[str] = []
    for line in (*lines[ends[1] + 1 :], ""):
        made = _block(line.strip())
        if made is None and line.strip():
            paragraph.append(line.strip())
            continue
        if paragraph:
            blocks.append(Words(" ".join(paragraph)))
            paragraph = []
        if made is not None:
            blocks.append(made)
    return Form(name, head["title"], head["for"], head["version"], tuple(blocks))


def needed(text: str) -> tuple[str, ...]:
    """The placeholders of a text."""
    return tuple(_NAMES.findall(text))


def filled(text: str, values: Mapping[str, str]) -> str:
    """A text with its placeholders replaced once."""
    return _NAMES.sub(lambda found: values.get(found[1], ""), text)


def _block(line: str) -> Block | None:
    if line.startswith("# "):
        return Heading(line[2:].strip())
    if line.startswith("- "):
        return _item(line[2:].strip())
    if line.startswith("> "):
        return Words(line[2:].strip(), small=True)
    if line.startswith("["):
        return Blanks(tuple(map(_blank, line.strip("[]").split("|"))))
    if line.startswith("/ "):
        return Signatures(tuple(one.strip() for one in line[2:].split("|")))
    ticks, table = _TICKS.match(line), _TABLE.match(line)
    if ticks:
        options = tuple(one.strip() for one in ticks["options"].split("|"))
        return Ticks(ticks["label"].strip(), options, ticks["value"] or "")
    if table:
        columns = tuple(map(_blank, table["columns"].split("|")))
        return Lines(columns, int(table["rows"]))
    return None


def _item(text: str) -> Words:
    unless, _, rest = text.partition(" ") if text.startswith("?") else ("", "", text)
    return Words(rest, item=True, unless=unless[1:])


def _blank(text: str) -> Blank:
    found = _FIELD.match(text.strip())
    if found is None:  # cannot be: every part is optional
        raise ValueError(text)
    return Blank(
        found["label"].strip(), found["value"] or "", int(found["width"] or COLUMNS),
        int(found["lines"] or 1),
    )  # fmt: skip
