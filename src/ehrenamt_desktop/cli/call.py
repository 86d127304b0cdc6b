"""What commands share: opening the store, progress on a terminal, one JSON object."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ehrenamt_desktop.errors import DomainError, StoreUnavailable

if TYPE_CHECKING:
    import argparse

    from ehrenamt_desktop.cli.opening import Opening
    from ehrenamt_desktop.services.office import Office

PASSPHRASE = "EHRENAMT_PASSPHRASE"  # noqa: S105 - the variable's name


def store_of(call: argparse.Namespace) -> Path:
    """The store a call names.

    Raises:
        DomainError: it names none.
    """
    path: Path | None = call.store
    if path is None:
        raise DomainError("Bitte nennen Sie den Bestand mit „--store DATEI.ehrenamt“.")
    return path


def passphrase_of(call: argparse.Namespace | Opening) -> str | None:
    """The passphrase from the file or the variable, or None.

    Raises:
        StoreUnavailable: the file cannot be read.
    """
    path: Path | None = call.passphrase_file
    return os.environ.get(PASSPHRASE) or None if path is None else passphrase_in(path)


def passphrase_in(path: Path) -> str:
    """The passphrase that stands in a file.

    Raises:
        StoreUnavailable: the file cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise StoreUnavailable(
            "Die Datei mit dem Kennwort lässt sich nicht lesen. Bitte prüfen Sie „--passphrase-"
            "file“."
        ) from error


@contextmanager
def office_of(call: argparse.Namespace) -> Iterator[Office]:
    """The open office of a call; closed at the end."""
    from ehrenamt_desktop.services.office import open_office

    office = open_office(store_of(call), passphrase=passphrase_of(call))
    try:
        yield office
    finally:
        office.close()


def put_json(content: Mapping[str, Any]) -> None:
    """Print one object and nothing else."""
    import json

    print(json.dumps(content, ensure_ascii=False, indent=1))


class Line:
    """Progress as one line on a terminal; silent where nobody looks."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def step(self, done: int, total: int, text: str = "") -> None:
        """Show how far the task is."""
        if self._shown:
            end = "\n" if done >= total else ""
            print(f"\r{done} von {total} {text:<40.40}", end=end, file=sys.stderr, flush=True)
