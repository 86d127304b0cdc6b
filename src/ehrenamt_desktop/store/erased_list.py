"""The list of erased people beside the safety copies: an older copy must not bring them back.

It holds no names and no numbers, only marks that are made with the store's own key: who has the
store can tell whether somebody is on it, nobody else can. A mark is made of the number and of the
moment the record was made: after a restore the same numbers are given to others.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Collection, Iterable
from pathlib import Path

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.store import durable
from ehrenamt_desktop.store.sealed import is_sealed, seal
from ehrenamt_desktop.store.trouble import guarded

NAME = "geloescht.json"
FORMAT = 1
_SALT = b"ehrenamt-desktop erased people"

Person = tuple[int, str]
"""Number of a person, and when the record was made, as it is stored."""

DAMAGED = (
    "Die Liste der gelöschten Personen („geloescht.json“ bei den Sicherungen) ist beschädigt. "
    "Bitte stellen Sie sie von der Kopie am zweiten Ort her; sonst könnten Gelöschte wiederkommen."
)


def mark(key: bytes | None, person: Person) -> str:
    """The mark of a person, from the store's key (HMAC-SHA256)."""
    own = hmac.new(key or b"", _SALT, hashlib.sha256).digest()
    told = f"person:{person[0]}:{person[1]}"
    return hmac.new(own, told.encode(), hashlib.sha256).hexdigest()


def marks(folder: Path) -> frozenset[str]:
    """The marks on the list of a folder; none where there is no list.

    Raises:
        StoreUnavailable: the list is damaged or cannot be read.
    """
    path = folder / NAME
    with guarded():
        if not path.exists():
            return frozenset()
        try:
            held = json.loads(path.read_text(encoding="utf-8"))
            found = held["marks"]
            sound = held["format"] == FORMAT and is_sealed(held)
            if not sound or not all(isinstance(one, str) for one in found):
                raise StoreUnavailable(DAMAGED)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise StoreUnavailable(DAMAGED) from error
    return frozenset(found)


def add(folder: Path, wanted: Collection[str]) -> None:
    """Put marks on the list of a folder, durably.

    Raises:
        StoreUnavailable: the list is damaged or cannot be written.
    """
    known = marks(folder)
    if not wanted or set(wanted) <= known:
        return
    with guarded():
        durable.make_folder(folder)
        held = seal({"format": FORMAT, "marks": sorted({*known, *wanted})})
        durable.write_text(folder / NAME, json.dumps(held, indent=0) + "\n")


def on_list(folders: Iterable[Path], key: bytes | None, people: Iterable[Person]) -> list[Person]:
    """Which of the people are on a list of these folders.

    Raises:
        StoreUnavailable: a list is damaged.
    """
    known = frozenset().union(*(marks(folder) for folder in folders))
    return [one for one in people if mark(key, one) in known] if known else []
