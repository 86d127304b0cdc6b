"""People as address cards, vCard 3.0: what an address book needs, and nothing beyond it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ehrenamt_desktop.exchange.cards import OWN_NUMBER, OWN_PLACE
from ehrenamt_desktop.exchange.whole_file import storable, writing
from ehrenamt_desktop.model.progress import QUIET, Progress

FIELDS = (
    "number", "title", "first_name", "last_name", "street", "postcode", "city", "place", "phone",
    "mobile", "email",
)  # fmt: skip
"""What a card carries; notes, birth dates and wishes stay in the office."""

_FOLD = 75  # bytes of a line, RFC 2426 section 2.6
_STEP = 500  # cards between two reports of progress


def write(
    path: Path, people: Iterable[Mapping[str, str]], progress: Progress = QUIET, total: int = 0
) -> int:
    """Write a file of cards; returns how many. The file appears whole or not at all.

    Args:
        path: the file to make; an older one is replaced at the end.
        people: texts by the keys of `FIELDS`.
        progress: told every few hundred cards.
        total: cards that are expected, for the progress.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    written = 0
    with writing(path, "utf-8") as file:
        for one in people:
            file.write("".join(f"{_folded(line)}\r\n" for line in _lines(one)))
            written += 1
            if written % _STEP == 0:
                progress.step(written, max(total, written))
        progress.step(written, max(total, written))
    return written


def _lines(person: Mapping[str, str]) -> Iterator[str]:
    one = {key: _escaped(storable(person.get(key) or "")) for key in FIELDS}
    shown = " ".join(one[key] for key in ("title", "first_name", "last_name") if one[key])
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"N:{one['last_name']};{one['first_name']};;{one['title']};"
    yield f"FN:{shown}"
    if one["street"] or one["postcode"] or one["city"]:
        yield f"ADR;TYPE=home:;;{one['street']};{one['city']};;{one['postcode']};"
    for kind, key in (
        ("TEL;TYPE=home,voice", "phone"),
        ("TEL;TYPE=cell", "mobile"),
        ("EMAIL;TYPE=internet", "email"),
    ):
        if one[key]:
            yield f"{kind}:{one[key]}"
    yield f"{OWN_PLACE}:{one['place']}"
    yield f"{OWN_NUMBER}:{one['number']}"
    yield "END:VCARD"


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r", "").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 75 bytes, parted between signs; further ones begin with a blank."""
    parts, size = [""], 0
    for sign in line:
        wide = len(sign.encode())
        if size + wide > _FOLD:
            parts.append(" ")
            size = 1
        parts[-1] += sign
        size += wide
    return "\r\n".join(parts)
