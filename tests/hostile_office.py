"""The demonstration office with hostile texts wherever somebody may type, for every paper.

Texts go past the forms straight into the store: what an import, an older version or another
program may have left there. Keys, numbers, dates and closed vocabularies stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import sqlcipher3

MARKUP = (
    '<b>fett</b> <img src="/etc/passwd"/> <a href="file:///etc/hosts">da</a> &amp; </para> '
    '{greeting} <font size="80">groß</font> <br/><!-- x --> ${HOME} %s \\u0041 =1+1 '
)
RIGHT_TO_LEFT = (
    "\u202eמתנדב\u202c العمل التطوعي 😀👩\u200d👩\u200d👧 🏳️\u200d🌈 志愿者 "
    "Ł\u0337u\u0337k\u0337a\u0337 e\u0301\u0308 \u200b\u2066x\u2069 \x07\x1b "
)
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
LINES = "Zeile mit Gänsefüßchen „so“\r\n\r\n\tund weiter\u2028noch eine\x0bnoch eine\n"
FOREIGN = "Łukasz Weiß Straße c/o Ærø Ñandú Flat Downing London Đorđe Šimůnek "

TEXTS: Mapping[str, str] = {
    "markup": MARKUP * 400,
    "long": "Müßig geht die Straße bergan. " * 1700,
    "foreign": (RIGHT_TO_LEFT + FOREIGN) * 60,
    "words": f"{WORD * 3} {WORD} " * 40,
    "lines": LINES * 300,
    "empty": "",
}
"""What is written into every free field, cut to what the field holds; `long` has 50,000 signs."""

FREE = re.compile(r"VARCHAR\((\d+)\)")
SHORTEST = 33  # closed vocabularies are shorter
LONG = 1000  # fields that hold this much get everything
KEPT = {
    "source", "source_key", "sort_key", "code", "key", "value", "parts", "path", "offers",
    "content", "ranking", "hash", "definitions", "figures", "words", "body", "logo", "accent",
    "municipality", "county", "precision", "credit", "area_code", "phone", "mobile", "helped_phone",
    "email", "helped_name", "reference", "own_form", "form_version", "digest", "mapping",
    "wanted_places", "subjects", "action",
}  # fmt: skip
"""Columns that are no free text, or whose content another rule checks."""

APART = {
    "journal_step", "journal_entry", "user", "saved_view", "letter_text", "autosave", "target",
}  # fmt: skip
ROOM = {
    ("offer", "title"): 300,  # more than any form takes
    ("initiative", "name"): 90, ("person", "title"): 8, ("person", "first_name"): 30,
    ("person", "last_name"): 30, ("contact_person", "title"): 8,
    ("contact_person", "first_name"): 30, ("contact_person", "last_name"): 40,
    **{(table, "street"): 40 for table in ("person", "initiative")},
    **{(table, "city"): 30 for table in ("person", "initiative")},
}  # fmt: skip
"""Where a text is longer than its form allows, or as long as an envelope's window shows."""

NEEDED = {
    ("person", "last_name"), ("person", "street"), ("person", "city"), ("offer", "title"),
    ("initiative", "name"),
    ("initiative", "street"), ("initiative", "city"), ("contact_person", "last_name"),
}  # fmt: skip

SHORTER = {("offer", "title"): 100}
"""The same for records with an odd number, so that papers with a limit are made as well."""


def fill(path: Path, text: str) -> None:
    """Write a hostile text into every free field of a store without a key.

    Args:
        path: the store; nobody has it open.
        text: cut to each field; where a field is needed for a letter, never empty.
    """
    connection = sqlcipher3.connect(str(path))
    for table in _tables(connection):
        for column, room in _free(connection, table):
            _write(connection, table, column, room, text)
    _fill_office(connection, text)
    connection.commit()
    connection.close()


def _tables(connection: Any) -> list[str]:
    found = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
    )
    return [name for (name,) in found if name not in APART and "fts" not in name]


def _free(connection: Any, table: str) -> list[tuple[str, int]]:
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    return [
        (one[1], int(found[1]))
        for one in columns
        if (found := FREE.fullmatch(one[2])) and int(found[1]) >= SHORTEST and one[1] not in KEPT
    ]


def _write(connection: Any, table: str, column: str, room: int, text: str) -> None:
    room = ROOM.get((table, column), room)
    odd = min(room, SHORTER.get((table, column), room))
    for (number,) in connection.execute(f"SELECT id FROM {table}").fetchall():
        mark = f"{number} " if text or (table, column) in NEEDED else ""
        whole = f"{mark}{text}"
        connection.execute(
            f"UPDATE {table} SET {column} = ? WHERE id = ?",
            (whole if room >= LONG else whole[: odd if number % 2 else room], number),
        )


def _fill_office(connection: Any, text: str) -> None:
    (kept,) = connection.execute("SELECT value FROM setting WHERE key = 'office'").fetchone()
    details = json.loads(kept)
    for key in details:
        if key not in ("phone", "postcode"):
            details[key] = text[:200] if key != "name" else f"Büro {text[:200]}"
    connection.execute("UPDATE setting SET value = ? WHERE key = 'office'", (json.dumps(details),))
