"""A folder of files that appears whole or not at all."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ehrenamt_desktop.errors import StoreUnavailable


@contextmanager
def filling(parent: Path, name: str) -> Iterator[tuple[Path, Path]]:
    """Give a hidden folder to fill, and the name it takes at the end.

    An older folder of that name stays untouched: the new one gets a number.

    Raises:
        StoreUnavailable: the place cannot be written.
    """
    temporary = parent / f".{secrets.token_hex(8)}.tmp"
    final = _free(parent, name)
    try:
        temporary.mkdir()
        yield temporary, final
        temporary.rename(final)
    except OSError as error:
        raise StoreUnavailable(
            f"In „{parent.name or parent}“ lässt sich nichts speichern. Bitte wählen Sie einen "
            "anderen Ordner."
        ) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _free(parent: Path, name: str) -> Path:
    number, found = 1, parent / name
    while found.exists():
        number += 1
        found = parent / f"{name} ({number})"
    return found
