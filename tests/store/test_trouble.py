"""Every failure of the environment becomes one German sentence; bugs pass through."""

from __future__ import annotations

import errno

import pytest

from ehrenamt_desktop.errors import DomainError, StoreUnavailable
from ehrenamt_desktop.store.trouble import guarded, translate


class Sqlite(Exception):
    def __init__(self, name: str) -> None:
        self.sqlite_errorname = name
        super().__init__("INSERT INTO person VALUES ('Müller')")


class Wrapped(Exception):
    def __init__(self, orig: Exception) -> None:
        self.orig = orig
        super().__init__()


NAMES = {
    "SQLITE_FULL": "voll",
    "SQLITE_IOERR_WRITE": "Fehler",
    "SQLITE_IOERR_SHORT_READ": "Fehler",
    "SQLITE_READONLY": "schreibgeschützt",
    "SQLITE_READONLY_DIRECTORY": "schreibgeschützt",
    "SQLITE_CANTOPEN": "nicht geöffnet",
    "SQLITE_BUSY": "anderen Vorgang",
    "SQLITE_BUSY_SNAPSHOT": "anderen Vorgang",
    "SQLITE_NOTADB": "Schlüssel",
    "SQLITE_CORRUPT": "beschädigt",
}


@pytest.mark.parametrize("wrap", [lambda error: error, Wrapped])
@pytest.mark.parametrize(("name", "word"), NAMES.items())
def test_each_name_has_its_sentence(name, word, wrap):
    found = translate(wrap(Sqlite(name)))
    assert isinstance(found, StoreUnavailable)
    assert word in found.sentence
    assert "Müller" not in found.sentence
    assert found.sentence.count("Bitte") >= 1


SYSTEM = [
    errno.ENOSPC, errno.EACCES, errno.EROFS, errno.ENOENT, errno.EIO, errno.ENODEV, errno.ESTALE,
    errno.ETIMEDOUT, errno.EHOSTUNREACH, errno.EBUSY, errno.EMFILE, errno.ENAMETOOLONG,
]  # fmt: skip


@pytest.mark.parametrize("number", SYSTEM)
def test_the_systems_errors_have_sentences(number):
    assert isinstance(translate(OSError(number, "x")), StoreUnavailable)


def test_bugs_pass_through():
    with pytest.raises(ZeroDivisionError), guarded():
        1 / 0  # noqa: B018
    assert translate(Sqlite("SQLITE_CONSTRAINT_FOREIGNKEY")) is None


def test_german_errors_stay_as_they_are():
    with pytest.raises(DomainError, match="so nicht"), guarded():
        raise DomainError("so nicht")
