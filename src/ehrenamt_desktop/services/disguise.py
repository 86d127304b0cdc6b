"""Files that are not what their name says: a program that is called a list is not opened."""

from __future__ import annotations

from pathlib import Path

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange.kinds import HEAD, fits

DISGUISED = (
    "Der Inhalt von „{}“ passt nicht zu seinem Namen. Die Datei wird deshalb nicht geöffnet. Bitte "
    "fragen Sie, von wem sie stammt."
)


def expect_kind(path: Path) -> None:
    """Make sure that a file is what its ending says, by its first bytes.

    Raises:
        BadFile: it is something else, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError as error:
        raise BadFile(f"Die Datei „{path.name}“ lässt sich nicht lesen.") from error
    if not fits(path.suffix.lower(), head):
        raise BadFile(DISGUISED.format(path.name))
