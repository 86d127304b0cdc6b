"""Lists and cards broken by chance, and what must hold of each: no crash, no hang, no silent loss.

The same number breaks the same file the same way on every machine.
"""

from __future__ import annotations

import csv
import io
import random
import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.exchange.book_makers import HEAD, line, parts, write
from tests.exchange.test_cards import APPLE, BROKEN, NEW, OUTLOOK

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange import card_text
from ehrenamt_desktop.exchange.table import ForeignTable
from ehrenamt_desktop.services.office import Office

SLOWEST = 20.0
"""Seconds a small file may take; the reader gives up after 30."""

CRASHED = "zu groß oder beschädigt und kann nicht gelesen werden"
"""What is said when the reading child died; with files this small that is a bug."""

ROWS = [
    ("Nachname", "Vorname", "Geburtsdatum", "PLZ", "Ort", "Telefon", "E-Mail", "Bemerkung"),
    ("Müßig", "Änne", "3.4.1961", "36205", "Sontra", "05653 1234", "a@example.org", "ruft an"),
    ("von der Heide", "Karl", "1.2.1950", "37293", "Herleshausen", "+49 5654 1", "", '"so"; na'),
    ("Öztürk", "Ida", "", "36214", "Nentershausen", "", "ida@example.org", "=1+1"),
    ("Groß", "Jörg", "31.12.1999", "", "", "0171 23", "", "Zeile eins\nZeile zwei"),
]
OFFERS = [
    ("Titel", "Initiative", "Beschreibung", "Plätze", "Beginn"),
    ("Kindern vorlesen", "Bücherei", "<p>Gern &amp; oft</p>", "3", "1.3.2026"),
    ("Bürgerbus fahren", "Busverein", "Mit Führerschein", "2,5", "morgen"),
]
NASTY = [
    b"\x00", b'"', b";", b",", b"\t", b"\r", b"\n", b"\r\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\xff",
    b"\xfc", b"\x1a", b"'", b"=", b"\\", b"<", b"</tr>", b"&#0;", b"sep=|\r\n", b"END:VCARD\r\n",
    b"BEGIN:VCARD\r\n", b"=\r\n", b"\xe2\x80\xae", b"\xf0\x9f\x98\x80", b"9" * 400, b"x;" * 300,
    b"\xed\xa0\x80", b"#REF!", b"1e999", b"00.00.0000", b"\x85", b"\x0c",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one broken file: kind, verdicts of its rows, or why it was refused."""

    kind: str
    verdicts: tuple[str, ...] = ()
    refused: str = ""


class Finding(AssertionError):
    """A file that did harm."""


def broken(number: int, folder: Path) -> tuple[Path, str, str]:
    """The broken file of a number: its path, its kind and what it is read as."""
    dice = random.Random(number)
    kind = dice.choice(("csv", "csv", "text", "xlsx", "xlsx", "html", "card", "card", "card"))
    noun = "people" if kind == "card" else dice.choice(("people", "people", "offers"))
    rows = ROWS if noun == "people" else OFFERS
    path = folder / f"liste.{kind}"
    if kind == "xlsx":
        _book(path, rows, dice)
    else:
        path.write_bytes(_hurt(_whole(kind, rows, dice), dice))
    return path, kind, noun


def _whole(kind: str, rows: list[tuple[str, ...]], dice: random.Random) -> bytes:
    if kind == "card":
        pieces = [OUTLOOK, APPLE.encode(), NEW.encode(), BROKEN]
        chosen = b"".join(dice.choice(pieces) for _ in range(dice.randint(1, 4)))
        wide = dice.random() < 0.2
        return chosen.decode("cp1252").encode("utf-16") if wide else chosen
    if kind == "html":
        cells = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in rows)
        return f"<html><table>{cells}</table></html>".encode()
    out = io.StringIO()
    csv.writer(out, delimiter=dice.choice(";,\t|")).writerows(rows * dice.randint(1, 3))
    return out.getvalue().encode(dice.choice(("utf-8", "utf-8-sig", "cp1252", "utf-16")))


def _book(path: Path, rows: list[tuple[str, ...]], dice: random.Random) -> None:
    head = HEAD if rows is ROWS else rows[0]
    body = "".join(line(at, *row) for at, row in enumerate([head, *rows[1:]], start=1))
    members = parts({"A": body})
    name = dice.choice(sorted(members))
    members[name] = _hurt(members[name], dice)
    write(path, members)
    if dice.random() < 0.3:
        path.write_bytes(_hurt(path.read_bytes(), dice))


def _hurt(data: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(data) + 1)
        end = min(len(data), at + dice.randint(1, 40))
        deed = dice.randrange(6)
        if deed == 0:
            data = data[:at] + dice.choice(NASTY) + data[at:]
        elif deed == 1:
            data = data[:at] + data[end:]
        elif deed == 2:
            data = data[:at] + data[at:end] * dice.randint(2, 30) + data[end:]
        elif deed == 3:
            data = data[:at] + bytes(dice.randrange(256) for _ in range(at, end)) + data[end:]
        elif deed == 4 and dice.random() < 0.3:
            data = data[:at]
        else:
            data = data[:at] + dice.choice(NASTY) + data[end:]
    return data


def look(office: Office, number: int, folder: Path) -> Outcome:
    """Read one broken file as the window would.

    Raises:
        Finding: it crashed the reader, hung, or lost something.
    """
    path, kind, noun = broken(number, folder)
    begun = time.monotonic()
    try:
        plan = office.imports.plan(noun, path)
    except BadFile as error:
        if CRASHED in error.sentence:
            raise Finding(f"{number}: the reading child died") from None
        if not error.sentence.endswith((".", "!", "?")):
            raise Finding(f"{number}: no sentence: {error.sentence}") from None
        return Outcome(kind, refused=error.sentence)
    finally:
        if time.monotonic() - begun > SLOWEST:
            raise Finding(f"{number}: took more than {SLOWEST:.0f} s")
    table = plan.prepared.read.table  # type: ignore[attr-defined]
    _account(number, path, table, plan)
    return Outcome(kind, tuple(row.verdict.value for row in plan.rows))


def _account(number: int, path: Path, table: ForeignTable, plan: Any) -> None:
    """A second look at the file finds nothing that is neither a row nor named."""
    if [row.row for row in plan.rows] != list(table.row_numbers):
        raise Finding(f"{number}: rows without a verdict")
    if any(row.verdict.value == "refused" and not row.reason for row in plan.rows):
        raise Finding(f"{number}: refused without a reason")
    if table.cards:
        cards = len(re.findall(rb"(?im)^[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*\r?$", _plain(path)))
        agents = len(
            re.findall(rb"(?i)AGENT[^:\r\n]*:[ \t]*(?:\r\n|\r|\n)[ \t]*BEGIN", _plain(path))
        )
        if not cards - agents <= len(table.rows) <= cards:
            raise Finding(f"{number}: {cards} cards begin, {len(table.rows)} have a verdict")
    elif table.encoding:
        _account_text(number, path, table)


def _plain(path: Path) -> bytes:
    data = path.read_bytes()
    plain = card_text.as_bytes(data)
    return re.sub(rb"\r\n?", b"\n", plain)


def _account_text(number: int, path: Path, table: ForeignTable) -> None:
    text = path.read_bytes().decode(table.encoding).removeprefix("\ufeff")
    skipped = 1 if re.match(r"sep=.\r?\n", text, re.I) else 0
    if skipped:
        text = text.split("\n", 1)[1]
    rows = dict(zip(table.row_numbers, table.rows, strict=True))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=table.separator)
    for at, cells in enumerate(reader, start=1 + skipped):
        filled = sum(bool(cell.strip()) for cell in cells)
        kept = sum(bool(str(cell).strip()) for cell in rows.get(at, ()))
        if at > table.header and filled != kept:
            raise Finding(f"{number}: row {at} has {filled} cells, {kept} were read")
