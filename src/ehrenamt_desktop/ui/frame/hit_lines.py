"""The lines under the search over everything: headings, commands, records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.findings import Found, Hit
from ehrenamt_desktop.ui.frame.command_search import Meant
from ehrenamt_desktop.ui.kit.commands import Command, german_keys

HEADINGS = {
    Kind.PERSON: "Personen",
    Kind.INITIATIVE: "Initiativen",
    Kind.CONTACT: "Kontaktpersonen",
    Kind.OFFER: "Angebote",
    Kind.PLACEMENT: "Vermittlungen",
    Kind.POSTING: "Ausdrucke",
    Kind.DOCUMENT: "Bibliothek",
    Kind.INTERACTION: "Anrufe",
    Kind.FOLLOW_UP: "Rückmeldungen",
}
ICONS = {
    Kind.PERSON: "person", Kind.INITIATIVE: "initiatives", Kind.CONTACT: "phone",
    Kind.OFFER: "star", Kind.PLACEMENT: "matching", Kind.POSTING: "documents",
    Kind.DOCUMENT: "folder", Kind.INTERACTION: "phone", Kind.FOLLOW_UP: "check",
}  # fmt: skip
COMMANDS = "Befehle"
RECENT = "Zuletzt geöffnet"
ALIKE = "Ähnliche Treffer"
NOTHING = "Nichts gefunden."

BESIDE_RECORDS = 5
"""Commands shown beside records."""

Deed = Callable[[], object]
Open = Callable[[Kind, int], object]


class Line(NamedTuple):
    """One line; without `deed` it cannot be chosen.

    Attributes:
        words: what it is called; `masked` stands there under Sichtschutz, if there is one.
        more: where it belongs.
        keys: the shortcut of a command.
        icon: name of its sign.
    """

    words: str
    more: str = ""
    keys: str = ""
    icon: str = ""
    masked: str = ""
    deed: Deed | None = None


def of_answer(found: Found, meant: Meant, go: Open, dots: str) -> list[Line]:
    """Everything found: commands called by their title first, otherwise last."""
    called = of_commands(meant.commands[:BESIDE_RECORDS])
    plain = [hit for hit in found.hits if not hit.near]
    lines: list[Line] = []
    for kind in dict.fromkeys(hit.kind for hit in plain):
        some = [of_hit(hit, go, dots) for hit in plain if hit.kind is kind]
        lines += [Line(HEADINGS[kind]), *some]
    near = [hit for hit in found.hits if hit.near]
    if near:
        asked = f"Meinten Sie „{' '.join(found.meant)}“?" if found.meant else ALIKE
        lines.append(Line(asked, masked=ALIKE))
        lines += [of_hit(hit, go, dots, kind=True) for hit in near]
    lines = [*called, *lines] if meant.plain else [*lines, *called]
    return lines or [Line(NOTHING)]


def of_commands(commands: Iterable[Command]) -> list[Line]:
    """Commands under their heading."""
    lines = [
        Line(one.title, keys=" · ".join(german_keys(key) for key in one.keys[:1]),
             icon="forward", deed=one.run)
        for one in commands
    ]  # fmt: skip
    return [Line(COMMANDS), *lines] if lines else []


def of_recent(hits: Sequence[Hit], go: Open, dots: str) -> list[Line]:
    """Records opened before under their heading."""
    return [Line(RECENT), *(of_hit(hit, go, dots) for hit in hits)] if hits else []


def of_hit(hit: Hit, go: Open, dots: str, *, kind: bool = False) -> Line:
    """One record; `kind` says what it is where no heading does."""
    more = f"{hit.kind.label} · {hit.more}" if kind else hit.more
    deed = partial(go, *hit.target)
    masked = dots if hit.private else ""
    return Line(hit.words, more, icon=ICONS[hit.kind], masked=masked, deed=deed)
