"""The open store: reading connections per thread, one writer, one unit of work at a time."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ehrenamt_desktop.errors import ConflictError, DomainError, StoreUnavailable
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.store.connection import CACHE_KB, SMALL_CACHE_KB, connect
from ehrenamt_desktop.store.trouble import guarded

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlcipher3.dbapi2 import Connection as RawConnection

    from ehrenamt_desktop.store.lock import WriterLock
    from ehrenamt_desktop.store.unit import Unit

WRITER_TIMEOUT = 5.0
"""Seconds a writer waits for another writer of the same program."""

BREAK_OFF = 0.05
"""Seconds that closing waits for a running read before it is broken off."""


class _Reader(NamedTuple):
    """A reading connection, the lock that a running read holds, and a number no other had."""

    connection: RawConnection
    busy: threading.RLock
    number: int


_numbers = itertools.count(1)


class Store:
    """A store that is open: reads through plain SQL, writes through units of work.

    Reading never imports SQLAlchemy; the first write does. Reads work beside a writer.
    `generation` rises with every write, so that what was read before can be told from now.
    """

    def __init__(
        self,
        path: Path,
        key: bytes | None = None,
        *,
        on_changed: Callable[[tuple[Change, ...]], None] | None = None,
    ) -> None:
        """Open `path`.

        Raises:
            StoreUnavailable: the file is missing, empty, damaged, newer or cannot be reached.
        """
        self.path = path
        self.user_id: int | None = 1
        self.generation = 0
        self.last_step = 0
        self.refused = ""
        self.encrypted = key is not None
        self._key = key
        self._on_changed = on_changed
        self._readers: dict[int, _Reader] = {}
        self._closed = False
        self._local = threading.local()
        self._writing = threading.RLock()
        self._engine: Engine | None = None
        self._lock: WriterLock | None = None
        self._reader()

    @property
    def key(self) -> bytes | None:
        """The raw key, for backups of the same store; none while it is suspended."""
        return self._key

    @property
    def closed(self) -> bool:
        """Whether it is closed, for good or for a while."""
        return self._closed

    def _reader(self) -> _Reader:
        """This thread's reading connection.

        Kept by the thread's number: `threading.local` forgets between two tasks on a thread that
        Qt made, and each task would open a connection of its own.
        """
        if self._closed:
            raise StoreUnavailable("Der Bestand ist geschlossen. Bitte öffnen Sie ihn neu.")
        thread = threading.get_ident()
        reader = self._readers.get(thread)
        if reader is None:
            with guarded():
                window = threading.current_thread() is threading.main_thread()
                connection = connect(
                    self.path,
                    self._key,
                    readonly=True,
                    cache_kb=SMALL_CACHE_KB if window else CACHE_KB,
                    check_same_thread=False,
                )
            connection.create_function("fold", 1, fold, deterministic=True)
            reader = self._readers[thread] = _Reader(connection, threading.RLock(), next(_numbers))
        return reader

    @contextmanager
    def read(self) -> Iterator[RawConnection]:
        """A consistent view for several statements.

        Raises:
            StoreUnavailable: the environment fails.
        """
        reader = self._reader()
        connection = reader.connection
        with reader.busy, guarded():
            if connection.in_transaction:
                yield connection
                return
            self._local.seen = self.generation
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")

    def seen(self) -> int:
        """The generation that this thread's open read sees; it may be older than `generation`."""
        return int(self._local.seen)

    def state(self) -> tuple[int, int]:
        """What this thread's open read sees; another one after every write, of whatever program.

        SQLite tells the states of one connection apart, so the first number names the connection.
        """
        reader = self._reader()
        return reader.number, int(reader.connection.execute("PRAGMA data_version").fetchone()[0])

    def refuse_writing(self, sentence: str) -> None:
        """Let nothing be written from now on: every write is refused with this sentence."""
        self.refused = sentence

    def hold(self) -> None:
        """Become the store's only writer; done by the first write and kept until `close`.

        Raises:
            DomainError: this store is open for reading only.
            StoreUnavailable: somebody else holds the store.
        """
        if self.refused:
            raise DomainError(self.refused)
        if self._lock is None:
            from ehrenamt_desktop.store.lock import WriterLock

            lock = WriterLock(self.path)
            with guarded():
                lock.acquire()
            self._lock = lock

    @contextmanager
    def write(self, action: str) -> Iterator[Unit]:
        """One step of the user: all of it is kept, journalled and announced, or nothing is.

        Args:
            action: its German name, as undo shows it (`Person geändert`).

        Raises:
            ConflictError: a record was changed elsewhere since it was read.
            DomainError: a reference points to nothing, or the store is open for reading only.
            StoreUnavailable: the environment fails, or somebody else holds the store.
        """
        from sqlalchemy.exc import IntegrityError
        from sqlalchemy.orm.exc import StaleDataError

        from ehrenamt_desktop.store.unit import Unit

        with self._writing, guarded():
            self.hold()
            unit = Unit(self._writer(), action, self.user_id)
            try:
                yield unit
                changes = unit.finish()
                self.last_step = unit.step or self.last_step
                self._note_step()
            except StaleDataError as error:
                unit.rollback()
                raise ConflictError(
                    "Der Datensatz wurde inzwischen an anderer Stelle geändert. Bitte öffnen Sie "
                    "ihn neu und tragen Sie Ihre Änderung noch einmal ein."
                ) from error
            except IntegrityError as error:
                unit.rollback()
                raise DomainError(
                    "Eine Angabe verweist auf einen Eintrag, den es nicht gibt, oder ist doppelt. "
                    "Bitte laden Sie den Datensatz neu und versuchen Sie es noch einmal."
                ) from error
            except BaseException:
                unit.rollback()
                raise
            finally:
                unit.close()
                self.generation += 1
        if changes and self._on_changed is not None:
            self._on_changed(changes)

    def _note_step(self) -> None:
        """Keep the number of the last step outside the store as well."""
        if self._lock is not None:
            self._lock.note(self.last_step)

    def _writer(self) -> Engine:
        if self._engine is None:
            self._engine = writing_engine(self.path, self._key)
        return self._engine

    def close(self) -> None:
        """Close all connections and let other writers in; a running read is broken off."""
        self._closed = True
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None
        while self._readers:
            _, reader = self._readers.popitem()
            while not reader.busy.acquire(timeout=BREAK_OFF):
                reader.connection.interrupt()
            reader.connection.close()
            reader.busy.release()
        self._local = threading.local()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def suspend(self) -> None:
        """Close, and forget the key; `resume` opens the same store for those who hold this."""
        self.close()
        self._key = None

    def resume(self, key: bytes | None) -> None:
        """Open again after `suspend`; what was read before may be out of date.

        Raises:
            StoreUnavailable: as when it was opened first; it stays suspended.
        """
        self._key, self._closed = key, False
        self.generation += 1
        try:
            self._reader()
        except BaseException:
            self.suspend()
            raise


def writing_engine(path: Path, key: bytes | None) -> Engine:
    """An engine whose transactions take the write lock at once; parameters never reach a log."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import StaticPool
    from sqlcipher3 import dbapi2

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, key, timeout=WRITER_TIMEOUT, check_same_thread=False),
        poolclass=StaticPool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
