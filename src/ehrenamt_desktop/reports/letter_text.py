"""The words of a letter: a Markdown file with named placeholders that the office may edit.

A file begins with `subject` and `closing` between two lines of `---`; then follow paragraphs parted
by blank lines. `**bold**` and lines that begin with `- ` are known; everything else is plain text.
`{offers}` stands alone and marks where the offers are printed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.paths import resources
from ehrenamt_desktop.reports.paper import Run

OFFERS = "offers"
PLACEHOLDERS: Mapping[str, str] = {
    "greeting": "Anrede",
    OFFERS: "Vorschläge",
    "proposals": "„Unser Vorschlag“ oder „Unsere Vorschläge“",
    "offer_count": "„einen Vorschlag“, „zwei Vorschläge“ …",
    "polite_name": "Name mit Frau oder Herr",
    "date": "Datum",
    "reply_until": "Tag, bis zu dem eine Antwort erbeten ist",
    "office": "Name der Agentur",
    "carrier": "Träger",
    "phone": "Telefon der Agentur",
    "email": "E-Mail der Agentur",
    "hours": "Sprechzeiten",
    "street": "Straße der Agentur",
    "city": "Ort der Agentur",
    "room": "Raum der Agentur",
    "coordinator": "Name der Koordination",
}

_LONGEST_FILE = 100_000  # bytes
_PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_NAME = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class LetterText:
    """A letter's words with its placeholders still in them."""

    name: str
    subject: str
    closing: str
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A filled paragraph; `item` means a line of a list."""

    runs: tuple[Run, ...]
    item: bool = False


def load(name: str, folders: Sequence[Path] = ()) -> LetterText:
    """The text `name` from the first of `folders` that has it, else the shipped one.

    Raises:
        DomainError: there is no such text, it cannot be read, or its placeholders are wrong.
    """
    file = _find(name, folders)
    try:
        raw = file.read_bytes()
        source = raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DomainError(
            f"Der Brieftext „{name}“ lässt sich nicht lesen. Bitte speichern Sie ihn als Text in "
            "UTF-8 oder löschen Sie Ihre Fassung: Dann gilt wieder die mitgelieferte."
        ) from error
    if len(raw) > _LONGEST_FILE:
        raise DomainError(f"Der Brieftext „{name}“ ist zu lang. Bitte kürzen Sie ihn.")
    text = parse(name, source)
    check(text)
    return text


def _find(name: str, folders: Sequence[Path]) -> Path:
    if _NAME.fullmatch(name):
        for folder in (*folders, resources() / "letters"):
            file = folder / f"{name}.md"
            if file.is_file():
                return file
    raise DomainError(
        f"Den Brieftext „{name}“ gibt es nicht. Bitte wählen Sie einen anderen Brieftext."
    )


def parse(name: str, source: str) -> LetterText:
    """Part a file into front matter and blocks.

    Raises:
        DomainError: the front matter is missing.
    """
    lines = source.replace("\r\n", "\n").replace("\r", "\n").lstrip("\n").split("\n")
    ends = [index for index, line in enumerate(lines) if line.strip() == "---"]
    if len(ends) < 2 or ends[0] != 0:
        raise DomainError(
            f"Im Brieftext „{name}“ fehlt der Anfang: Zwischen zwei Zeilen mit „---“ stehen "
            "„subject:“ (Betreff) und „closing:“ (Grußformel)."
        )
    front = {
        key.strip(): value.strip()
        for key, _, value in (line.partition(":") for line in lines[1 : ends[1]])
    }
    body = "\n".join(lines[ends[1] + 1 :])
    blocks = tuple(
        "\n".join(line.strip() for line in block.split("\n"))
        for block in re.split(r"\n\s*\n", body.strip())
        if block.strip()
    )
    return LetterText(name, front.get("subject", ""), front.get("closing", ""), blocks)


def check(text: LetterText) -> None:
    """Check the placeholders before anything is printed.

    Raises:
        DomainError: the subject or closing is empty, a placeholder is unknown or a needed one is
            missing; the sentence names them.
    """
    used = _used(text)
    unknown = [name for name in used if name not in PLACEHOLDERS]
    if unknown:
        raise DomainError(
            f"Der Brieftext „{text.name}“ enthält unbekannte Platzhalter: {_braced(unknown)}. "
            f"Möglich sind: {_braced(PLACEHOLDERS)}."
        )
    missing = [name for name in ("greeting", OFFERS) if name not in used]
    if missing:
        raise DomainError(
            f"Im Brieftext „{text.name}“ fehlen Platzhalter: {_braced(missing)}. Bitte fügen Sie "
            "sie ein."
        )
    marker = f"{{{OFFERS}}}"
    if marker in text.subject or any(marker in block != marker for block in text.blocks):
        raise DomainError(
            f"Im Brieftext „{text.name}“ muss der Platzhalter {marker} allein in einem Absatz "
            "stehen."
        )
    if not text.subject or not text.closing:
        raise DomainError(
            f"Im Brieftext „{text.name}“ fehlt der Betreff („subject:“) oder die Grußformel "
            "(„closing:“)."
        )


def check_values(text: LetterText, values: Mapping[str, str]) -> None:
    """Check that every placeholder of the text has something to print.

    Raises:
        DomainError: values are empty; the sentence names them.
    """
    empty = [name for name in _used(text) if name != OFFERS and not values.get(name, "").strip()]
    if empty:
        named = ", ".join(f"{PLACEHOLDERS[name]} ({{{name}}})" for name in empty)
        raise DomainError(
            f"Für den Brieftext „{text.name}“ fehlen Angaben: {named}. Bitte ergänzen Sie sie "
            "oder nehmen Sie den Platzhalter aus dem Brieftext."
        )


def _used(text: LetterText) -> tuple[str, ...]:
    """Names of placeholders in the order of the text, each once."""
    parts = (text.subject, *text.blocks, text.closing)
    return tuple(dict.fromkeys(name for part in parts for name in _PLACEHOLDER.findall(part)))


def _braced(names: Sequence[str] | Mapping[str, str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)


def fill(template: str, values: Mapping[str, str]) -> str:
    """The text with its placeholders replaced once; values are never searched themselves."""
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], ""), template)


def passages(block: str, values: Mapping[str, str]) -> tuple[Passage, ...]:
    """A block as paragraphs: one, or one for each line of a list."""
    lines = block.split("\n")
    if all(line.startswith("- ") for line in lines):
        return tuple(Passage(_runs(line[2:], values), item=True) for line in lines)
    return (Passage(_runs(" ".join(lines), values)),)


def _runs(template: str, values: Mapping[str, str]) -> tuple[Run, ...]:
    """Plain and bold runs; marks inside values stay as they are."""
    pieces = _BOLD.split(template)
    return tuple(
        (fill(piece, values), index % 2 == 1) for index, piece in enumerate(pieces) if piece
    )
