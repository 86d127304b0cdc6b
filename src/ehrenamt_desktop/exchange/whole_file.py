"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, TextIO

from ehrenamt_desktop.errors import StoreUnavailable


@contextmanager
def writing(path: Path, encoding: str) -> Iterator[TextIO]:
    """Open a text file beside `path` that takes its place at the end, when nothing went wrong.

    Raises:
        StoreUnavailable: the file cannot be written.
    """
    with _beside(path) as temporary, temporary.open("x", encoding=encoding, newline="") as file:
        yield file
        _keep(file)


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file whole, or not at all.

    Raises:
        StoreUnavailable: the file cannot be written.
    """
    with _beside(path) as temporary, temporary.open("xb") as file:
        file.write(content)
        _keep(file)


def _keep(file: IO[Any]) -> None:
    file.flush()
    os.fsync(file.fileno())


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        yield temporary
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
