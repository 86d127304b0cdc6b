"""The call that only opens the window, read by hand: a parser of all commands would delay it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Opening(NamedTuple):
    """Which store to open, and where its passphrase lies."""

    store: Path | None
    passphrase_file: Path | None


def opening(arguments: Sequence[str]) -> Opening | None:
    """What a call opens; None when it names a command or anything else."""
    names = arguments[::2]
    if len(arguments) % 2 or not set(names) <= {"--store", "--passphrase-file"}:
        return None
    given = {name: Path(value) for name, value in zip(names, arguments[1::2], strict=True)}
    return Opening(given.get("--store"), given.get("--passphrase-file"))
