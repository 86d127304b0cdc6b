"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ehrenamt_desktop.errors import StoreUnavailable


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary name in the folder of `path`; on success it takes the name `path`.

    The written file is flushed to the disk before it is renamed. After any error, also
    `Cancelled`, the temporary file is gone and an older `path` is untouched.

    Raises:
        StoreUnavailable: the folder, the disk or another program forbids writing.
    """
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        yield temporary
        with temporary.open("rb+") as written:
            os.fsync(written.fileno())
        temporary.replace(path)
    except OSError as error:
        raise StoreUnavailable(_sentence(error, path)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _sentence(error: OSError, path: Path) -> str:
    if error.errno == errno.ENOSPC:
        return (
            "Auf dem Datenträger ist kein Platz mehr. Bitte schaffen Sie Platz oder wählen Sie "
            "einen anderen Ordner."
        )
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"Den Ordner „{path.parent}“ gibt es nicht. Bitte wählen Sie einen anderen Ordner."
    return (
        f"Die Datei „{path.name}“ lässt sich nicht schreiben. Bitte schließen Sie sie in anderen "
        "Programmen oder wählen Sie einen anderen Ordner."
    )
