"""The words of a letter: Markdown with named placeholders that the office may edit.

A shipped file begins with `title`, `to`, `subject` and `closing` between two lines of `---`; then
follow paragraphs parted by blank lines. `**bold**` and lines that begin with `- ` are known;
everything else is plain text. `{offers}`, `{contact}` and `{papers}` stand alone and mark where
the program puts a list. A placeholder that begins with `?` is asked for when the letter is written:
`{?Tag und Uhrzeit}`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import LetterTo

OFFERS, CONTACT, PAPERS, ASKED = "offers", "contact", "papers", "?"
LISTS = (OFFERS, CONTACT, PAPERS)
"""Placeholders the program fills with a list; such letters are made where the list stands."""

OFFICE: Mapping[str, str] = {
    "office": "Name der Agentur",
    "carrier": "Träger",
    "phone": "Telefon der Agentur",
    "email": "E-Mail der Agentur",
    "hours": "Sprechzeiten",
    "street": "Straße der Agentur",
    "city": "Ort der Agentur",
    "room": "Raum der Agentur",
    "coordinator": "Name der Koordination",
    "date": "Datum",
    "reply_until": "Tag, bis zu dem eine Antwort erbeten ist",
}
ADDRESSEE: Mapping[str, str] = {
    "greeting": "Anrede",
    "polite_name": "Name mit Frau oder Herr",
}
OWN: Mapping[str, str] = {
    "engagement": "Laufendes Engagement",
    "appointment": "Nächster Termin",
}
"""What is known of a person or initiative when a single letter is written."""

LISTED: Mapping[str, str] = {
    OFFERS: "Vorschläge",
    CONTACT: "Angaben, die weitergegeben werden",
    PAPERS: "Unterlagen, die ausgehändigt werden",
    "proposals": "„Unser Vorschlag“ oder „Unsere Vorschläge“",
    "offer_count": "„einen Vorschlag“, „zwei Vorschläge“ …",
}
LABELS: Mapping[str, str] = {**ADDRESSEE, **OWN, **LISTED, **OFFICE}

_PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)

Run = tuple[str, bool]
"""A piece of text and whether it is bold."""


@dataclass(frozen=True, slots=True)
class LetterText:
    """A letter's words with its placeholders still in them.

    Attributes:
        name: of the shipped file, or of the office's own text.
        title: how it is called on the screen.
        to: whom it is written to.
        number: of the office's version; None for a shipped text.
    """

    name: str
    title: str
    to: LetterTo
    subject: str
    closing: str
    blocks: tuple[str, ...]
    number: int | None = None

    @property
    def body(self) -> str:
        """The paragraphs as they are typed."""
        return "\n\n".join(self.blocks)

    @property
    def used(self) -> tuple[str, ...]:
        """Names of placeholders in the order of the text, each once."""
        parts = (self.subject, *self.blocks, self.closing)
        return tuple(dict.fromkeys(name for part in parts for name in _PLACEHOLDER.findall(part)))

    @property
    def asked(self) -> tuple[str, ...]:
        """Placeholders that are asked for when the letter is written, with their `?`."""
        return tuple(name for name in self.used if name.startswith(ASKED))

    @property
    def lists(self) -> tuple[str, ...]:
        """The lists it needs; a text with one is not written by hand to somebody."""
        return tuple(name for name in self.used if name in LISTS)


@dataclass(frozen=True, slots=True)
class Passage:
    """A filled paragraph; `item` means a line of a list."""

    runs: tuple[Run, ...]
    item: bool = False


def parse(name: str, source: str, number: int | None = None) -> LetterText:
    """Part a file into front matter and blocks.

    Raises:
        DomainError: the front matter is missing.
    """
    lines = unified(source).lstrip("\n").split("\n")
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
    return LetterText(
        name,
        front.get("title", name),
        LetterTo.parse(front.get("to", "")) or LetterTo.ANYONE,
        front.get("subject", ""),
        front.get("closing", ""),
        parted("\n".join(lines[ends[1] + 1 :])),
        number,
    )


def unified(text: str) -> str:
    """The text with line ends of one kind."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parted(body: str) -> tuple[str, ...]:
    """The paragraphs of a text."""
    return tuple(
        "\n".join(line.strip() for line in block.split("\n"))
        for block in re.split(r"\n\s*\n", unified(body).strip())
        if block.strip()
    )


def choice(lists: Sequence[str]) -> dict[str, str]:
    """What may stand in a text with these lists, by its name, with its German label."""
    if not lists:
        return {**ADDRESSEE, **OWN, **OFFICE}
    allowed = {name: label for name, label in LISTED.items() if name in lists}
    if OFFERS in lists:
        allowed |= {name: LISTED[name] for name in ("proposals", "offer_count")}
    return {**ADDRESSEE, **allowed, **OFFICE}


def check(text: LetterText, lists: Sequence[str]) -> None:
    """Check the placeholders before anything is kept or printed.

    Args:
        text: what is checked.
        lists: the lists it has to hold; with none it may hold none.

    Raises:
        DomainError: the subject or closing is empty, a placeholder is unknown or a needed one is
            missing; the sentence names them.
    """
    allowed = choice(lists)
    unknown = [
        name for name in text.used
        if name not in allowed and not (name in text.asked and name[1:].strip())
    ]  # fmt: skip
    if unknown:
        raise DomainError(
            f"Der Brieftext „{text.title}“ enthält unbekannte Platzhalter: {_braced(unknown)}. "
            f"Möglich sind: {_braced(allowed)}."
        )
    missing = [name for name in ("greeting", *lists) if name not in text.used]
    if missing:
        raise DomainError(
            f"Im Brieftext „{text.title}“ fehlen Platzhalter: {_braced(missing)}. Bitte fügen Sie "
            "sie ein."
        )
    for marker in (f"{{{name}}}" for name in lists):
        if marker in text.subject or any(
            marker in block and marker != block for block in text.blocks
        ):
            raise DomainError(
                f"Im Brieftext „{text.title}“ muss der Platzhalter {marker} allein in einem "
                "Absatz stehen."
            )
    if not text.subject or not text.closing:
        raise DomainError(
            f"Im Brieftext „{text.title}“ fehlt der Betreff („subject:“) oder die Grußformel "
            "(„closing:“)."
        )


def check_values(text: LetterText, values: Mapping[str, str]) -> None:
    """Check that every placeholder of the text has something to print.

    Raises:
        DomainError: values are empty; the sentence names them.
    """
    empty = lacking(text, values)
    if empty:
        raise DomainError(
            f"Für den Brieftext „{text.title}“ fehlen Angaben: {named(empty)}. Bitte ergänzen "
            "Sie sie oder nehmen Sie den Platzhalter aus dem Brieftext."
        )


def lacking(text: LetterText, values: Mapping[str, str]) -> list[str]:
    """The placeholders of a text that nothing stands for."""
    return [
        name for name in text.used if name not in LISTS and not values.get(name, "").strip()
    ]  # fmt: skip


def label_of(name: str) -> str:
    """What a placeholder is called on the screen."""
    return name[1:].strip() if name.startswith(ASKED) else LABELS.get(name, name)


def named(names: Sequence[str]) -> str:
    """Placeholders in a sentence: `Nächster Termin ({appointment})`."""
    return ", ".join(f"{label_of(name)} ({{{name}}})" for name in names)


def _braced(names: Sequence[str] | Mapping[str, str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)


def alike(template: str) -> bool:
    """Whether a template says the same in every letter of a run."""
    return all(name in OFFICE for name in _PLACEHOLDER.findall(template))


def fill(template: str, values: Mapping[str, str]) -> str:
    """The text with its placeholders replaced once; values are never searched themselves.

    A placeholder that nothing stands for stays as it is.
    """
    return _PLACEHOLDER.sub(lambda found: values.get(found[1]) or found[0], template)


def passages(block: str, values: Mapping[str, str]) -> tuple[Passage, ...]:
    """A block as paragraphs: one, or one for each line of a list."""
    if block == f"{{{PAPERS}}}":
        return tuple(Passage(((one, False),), item=True) for one in values[PAPERS].split("\n"))
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
