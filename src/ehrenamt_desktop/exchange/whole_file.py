"""A text file that appears whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from ehrenamt_desktop.errors import StoreUnavailable


@contextmanager
def writing(path: Path, encoding: str) -> Iterator[TextIO]:
    """Open a file beside `path` that takes its place at the end, when nothing went wrong.

    Raises:
        StoreUnavailable: the file cannot be written.
    """
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("x", encoding=encoding, newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        raise StoreUnavailable(
            f"„{path.name}“ lässt sich nicht schreiben. Bitte schließen Sie die Datei in anderen "
            "Programmen oder wählen Sie einen anderen Ordner."
        ) from None
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def storable(text: str) -> str:
    """Without lone surrogates, which UTF-8 cannot hold."""
    return text.encode("utf-8", "ignore").decode("utf-8")
