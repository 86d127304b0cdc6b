"""Every failure of the environment as one German sentence with one way out.

Names are SQLite's own (`sqlite_errorname`), measured on this stack; SQLAlchemy's wrappers are
looked through without importing it.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from ehrenamt_desktop.errors import EhrenamtError, StoreUnavailable

FULL = (
    "Der Datenträger ist voll. Ihre letzte Änderung wurde nicht gespeichert, alles Frühere ist "
    "erhalten. Bitte schaffen Sie Platz und versuchen Sie es noch einmal."
)
UNREADABLE = (
    "Der Bestand ist beschädigt und wurde nicht angerührt. Bitte stellen Sie die letzte Sicherung "
    "wieder her."
)
FORBIDDEN = (
    "Der Bestand ist schreibgeschützt. Bitte prüfen Sie die Rechte an Datei und Ordner oder legen "
    "Sie ihn an einen anderen Ort."
)
NO_ROOM = (
    "Der Datenträger ist voll. Was schon gespeichert war, ist erhalten. Bitte schaffen Sie Platz "
    "und versuchen Sie es noch einmal."
)
NO_RIGHT = (
    "Hier darf nicht gelesen oder geschrieben werden. Bitte prüfen Sie die Rechte an Datei und "
    "Ordner oder wählen Sie einen anderen Ort."
)
GONE = (
    "Datei oder Ordner gibt es an diesem Ort nicht. Bitte prüfen Sie, ob der Datenträger "
    "angeschlossen ist, oder wählen Sie einen anderen Ort."
)
NO_MEMORY = (
    "Der Arbeitsspeicher reicht nicht. Bitte schließen Sie andere Programme und versuchen Sie "
    "es noch einmal."
)
IN_USE = (
    "Eine Datei wird gerade von einem anderen Programm benutzt. Bitte schließen Sie es und "
    "versuchen Sie es noch einmal."
)
NO_HANDLES = (
    "Es sind zu viele Dateien auf einmal geöffnet. Bitte schließen Sie andere Programme und "
    "versuchen Sie es noch einmal."
)
LONG_NAME = (
    "Der Name oder der Pfad ist zu lang. Bitte wählen Sie einen kürzeren Namen oder einen anderen "
    "Ort."
)
BUSY = (
    "Der Bestand wird gerade von einem anderen Vorgang geschrieben. Bitte warten Sie einen "
    "Augenblick und versuchen Sie es noch einmal."
)
_SENTENCES = {
    "SQLITE_FULL": FULL,
    "SQLITE_IOERR": (
        "Der Datenträger meldet einen Fehler. Ihre letzte Änderung wurde nicht gespeichert. Bitte "
        "prüfen Sie Platz und Verbindung des Datenträgers und sichern Sie den Bestand."
    ),
    "SQLITE_READONLY": FORBIDDEN,
    "SQLITE_PERM": FORBIDDEN,
    "SQLITE_AUTH": FORBIDDEN,
    "SQLITE_CANTOPEN": (
        "Der Bestand kann nicht geöffnet werden. Bitte prüfen Sie, ob es Ordner und Datei gibt "
        "und ob Sie sie lesen dürfen."
    ),
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
    "SQLITE_PROTOCOL": BUSY,
    "SQLITE_NOTADB": (
        "Diese Datei lässt sich nicht als Bestand öffnen: Sie ist keiner, sie ist beschädigt oder "
        "der Schlüssel passt nicht. Bitte wählen Sie eine andere Datei oder eine Sicherung."
    ),
    "SQLITE_CORRUPT": UNREADABLE,
    "SQLITE_INTERRUPT": "Der Bestand wurde geschlossen. Bitte öffnen Sie ihn neu.",
    "SQLITE_NOMEM": NO_MEMORY,
}
_AWAY = (
    errno.ENODEV, errno.ENXIO, errno.ENOTCONN, errno.ETIMEDOUT, errno.EHOSTDOWN, errno.EHOSTUNREACH,
    errno.ENETDOWN, errno.ENETUNREACH, errno.ECONNRESET, errno.ECONNABORTED, errno.ESTALE,
)  # fmt: skip
"""A drive that was pulled out, or a network drive that does not answer."""

_ERRNO = {
    errno.ENOSPC: NO_ROOM,
    errno.EDQUOT: NO_ROOM,
    errno.EFBIG: NO_ROOM,
    errno.EROFS: NO_RIGHT,
    errno.EACCES: NO_RIGHT,
    errno.EPERM: NO_RIGHT,
    errno.ENOENT: GONE,
    errno.ENOTDIR: GONE,
    errno.EEXIST: (
        "An diesem Ort gibt es die Datei schon; sie wurde nicht angerührt. Bitte wählen Sie einen "
        "anderen Namen."
    ),
    errno.EIO: _SENTENCES["SQLITE_IOERR"],
    errno.EBUSY: IN_USE,
    errno.EMFILE: NO_HANDLES,
    errno.ENFILE: NO_HANDLES,
    errno.ENAMETOOLONG: LONG_NAME,
    errno.ENOMEM: NO_MEMORY,
    **dict.fromkeys(_AWAY, GONE),
}


def translate(error: BaseException) -> EhrenamtError | None:
    """The German error for a failure of the environment; None if it is a bug of ours."""
    if isinstance(error, EhrenamtError):
        return error
    if isinstance(error, MemoryError):
        return StoreUnavailable(NO_MEMORY)
    original = getattr(error, "orig", None) or error
    name = getattr(original, "sqlite_errorname", None)
    if isinstance(name, str):
        parts = name.split("_")
        for length in range(len(parts), 1, -1):
            sentence = _SENTENCES.get("_".join(parts[:length]))
            if sentence is not None:
                return StoreUnavailable(sentence)
        return None
    if isinstance(error, OSError) and error.errno in _ERRNO:
        return StoreUnavailable(_ERRNO[error.errno])
    return None


@contextmanager
def guarded() -> Iterator[None]:
    """Turn failures of the environment inside the block into German errors; bugs pass through.

    Raises:
        StoreUnavailable: the environment failed.
    """
    try:
        yield
    except Exception as error:
        found = translate(error)
        if found is None or found is error:
            raise
        raise found from error
