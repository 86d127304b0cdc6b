"""apsw in the clothes of sqlcipher3, so that the program's own code writes through our file layer.

The program imports `sqlcipher3.dbapi2` where it opens a store; while `clothed` is open that import
finds this module's classes. apsw knows no encryption: it passes over the key, and pages reach the
file layer in clear, which is the only difference.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from types import SimpleNamespace
from typing import Any

import apsw
import pytest

Committed = Callable[["Connection"], None]
_SYNCHRONOUS = re.compile(r"PRAGMA synchronous=")
_CHANGING = re.compile(r"\s*(UPDATE|DELETE)", re.IGNORECASE)


class Error(sqlite3.DatabaseError):
    """A failure with SQLite's name, as `store.trouble` looks for it."""

    def __init__(self, error: apsw.Error) -> None:
        super().__init__(str(error))
        name = type(error).__name__.removesuffix("Error").upper()
        self.sqlite_errorname = f"SQLITE_{'IOERR' if name == 'IO' else name}"


class IntegrityError(Error, sqlite3.IntegrityError):
    """A broken rule of a table."""


def _call(deed: Callable[..., Any], *args: Any) -> Any:
    try:
        return deed(*args)
    except apsw.ConstraintError as error:
        raise IntegrityError(error) from error
    except apsw.Error as error:
        raise Error(error) from error


class Cursor:
    """A cursor of the DB-API; runs its statement at once and keeps what it gives."""

    arraysize = 1

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self._rows: Iterator[Any] = iter(())

    def execute(self, statement: str, values: Any = ()) -> Cursor:
        level = self.connection.synchronous
        if level and _SYNCHRONOUS.match(statement):
            statement = f"PRAGMA synchronous={level}"
        raw = self.connection.raw
        before = raw.total_changes()
        cursor = raw.cursor()
        cursor.exec_trace = self._described
        _call(cursor.execute, statement, values)
        self._rows = iter(_call(cursor.fetchall))
        changed = _CHANGING.match(statement)
        self.rowcount = raw.changes() if changed else raw.total_changes() - before
        self.lastrowid = raw.last_insert_rowid()
        if not raw.in_transaction:
            self.connection.committed(self.connection)
        return self

    def _described(self, cursor: apsw.Cursor, _statement: str, _values: Any) -> bool:
        """Note the columns before the first row; apsw forgets them where there is none."""
        columns = cursor.get_description()
        self.description = tuple((name, *[None] * 6) for name, _ in columns) or None
        return True

    def executemany(self, statement: str, many: Sequence[Any]) -> Cursor:
        total = 0
        for values in many:
            self.execute(statement, values)
            total += max(0, self.rowcount)
        self.rowcount = total
        return self

    def fetchone(self) -> Any:
        return next(self._rows, None)

    def fetchmany(self, size: int = 1) -> list[Any]:
        return [row for _, row in zip(range(size), self._rows, strict=False)]

    def fetchall(self) -> list[Any]:
        return list(self._rows)

    def __iter__(self) -> Iterator[Any]:
        return self._rows

    def close(self) -> None:
        self._rows = iter(())


class Connection:
    """A connection of the DB-API; `committed` hears of every statement that ends no transaction."""

    Error = DatabaseError = Error
    isolation_level = None
    row_factory = None

    def __init__(
        self, uri: str, timeout: float, vfs: str, synchronous: str, committed: Committed
    ) -> None:
        self.synchronous = synchronous
        self.committed = committed
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_CREATE
        if not uri.startswith("file:"):
            flags &= ~apsw.SQLITE_OPEN_URI
        self.raw = _call(lambda: apsw.Connection(uri, flags=flags, vfs=vfs or None))
        self.raw.set_busy_timeout(int(timeout * 1000))

    def cursor(self) -> Cursor:
        return Cursor(self)

    def execute(self, statement: str, values: Any = ()) -> Cursor:
        return Cursor(self).execute(statement, values)

    def executemany(self, statement: str, many: Sequence[Any]) -> Cursor:
        return Cursor(self).executemany(statement, many)

    def create_function(
        self, name: str, count: int, what: Any, *, deterministic: bool = False
    ) -> None:
        self.raw.create_scalar_function(name, what, count, deterministic=deterministic)

    def backup(self, target: Connection, pages: int, progress: Any) -> None:
        with target.raw.backup("main", self.raw, "main") as copying:
            while not copying.done:
                _call(copying.step, pages)
                progress(0, copying.remaining, copying.page_count)

    @property
    def in_transaction(self) -> bool:
        return bool(self.raw.in_transaction)

    @property
    def total_changes(self) -> int:
        return int(self.raw.total_changes())

    def interrupt(self) -> None:
        self.raw.interrupt()

    def commit(self) -> None:
        if self.raw.in_transaction:
            self.execute("COMMIT")

    def rollback(self) -> None:
        if self.raw.in_transaction:
            self.execute("ROLLBACK")

    def close(self) -> None:
        """Close; that a last checkpoint fails is no error of SQLite's, though apsw tells it."""
        with suppress(apsw.Error):
            self.raw.close()
        self.raw.close()


def _nobody(_connection: Connection) -> None:
    """Hear nothing."""


@contextmanager
def clothed(vfs: str = "", synchronous: str = "", committed: Committed = _nobody) -> Iterator[None]:
    """Let every connection the program opens meanwhile be one of ours.

    Args:
        vfs: name of the file layer; empty for the system's.
        synchronous: overrides the program's, for controls.
        committed: hears of every statement outside a transaction, and of each commit.
    """
    import sqlcipher3

    def connect(address: str, timeout: float = 5.0, **_rest: Any) -> Connection:
        return Connection(address, timeout, vfs, synchronous, committed)

    real = vars(sqlcipher3.dbapi2)
    clothes = SimpleNamespace(**{name: one for name, one in real.items() if name[:2] != "__"})
    clothes.connect, clothes.Connection = connect, Connection
    clothes.Error = clothes.DatabaseError = Error
    clothes.IntegrityError = IntegrityError
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlcipher3, "dbapi2", clothes)
        patch.setitem(sys.modules, "sqlcipher3.dbapi2", clothes)
        yield
