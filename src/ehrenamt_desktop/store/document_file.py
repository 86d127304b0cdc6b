"""The file of papers (`x.unterlagen`): bytes by content hash, and the words found in them.

It is sealed with the key of the store beside it. Bytes are put in before a record names them and
stay until no record does, so a break-off leaves at most bytes that nobody asks for. It is made
when the first paper comes; until then a store has none.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import zlib
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, StoreUnavailable
from ehrenamt_desktop.model.excerpt import Excerpt, excerpt
from ehrenamt_desktop.model.text import fold, search_words
from ehrenamt_desktop.store import durable, shape
from ehrenamt_desktop.store.connection import connect, create
from ehrenamt_desktop.store.trouble import guarded

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

    from ehrenamt_desktop.store.engine import Store

SUFFIX = ".unterlagen"
PIECE = 1 << 20
"""Bytes of a paper that lie in one row."""
CACHE_KB = 8 * 1024
"""Page cache of a connection in KiB; each lives for one call."""
FRESH = dt.timedelta(days=1)
LONGEST_QUESTION = 200
SHORTEST_STEM = 4

CLOSED = "Der Bestand ist geschlossen. Bitte öffnen Sie ihn neu."
MISSING = (
    "Die Datei zu dieser Ausgabe fehlt. Bitte legen Sie die Datei noch einmal hinzu, oder stellen "
    "Sie die letzte Sicherung wieder her."
)
DAMAGED = (
    "Die Datei zu dieser Ausgabe ist beschädigt und wurde nicht geöffnet. Bitte legen Sie sie "
    "noch einmal hinzu, oder stellen Sie die letzte Sicherung wieder her."
)

_WORD = re.compile(r"[^\W_]+")
_TABLES = (
    "CREATE TABLE paper (id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, "
    "size INTEGER NOT NULL, kept_at TEXT NOT NULL, said BLOB NOT NULL)",
    "CREATE TABLE piece (id INTEGER PRIMARY KEY, paper_id INTEGER NOT NULL "
    "REFERENCES paper (id), number INTEGER NOT NULL, bytes BLOB NOT NULL, "
    "UNIQUE (paper_id, number))",
    "CREATE VIRTUAL TABLE paper_search USING fts5(words, content='', "
    "contentless_delete=1, prefix='1 2 3', tokenize='ascii')",
)

_NAMED = (
    "SELECT digest FROM document_edition UNION "
    "SELECT json_extract(coalesce(after, before), '$.digest') FROM journal_entry "
    "WHERE kind = 'document_edition' AND (before IS NULL OR after IS NULL)"
)


def path_of(store: Path) -> Path:
    """Where the papers of a store lie."""
    return store.with_suffix(SUFFIX)


def named(connection: Any) -> frozenset[str]:
    """The digests a store names: by editions, and by steps that can bring an edition back."""
    if shape.version(connection) < shape.PAPERS:
        return frozenset()
    return frozenset(str(row[0]) for row in connection.execute(_NAMED) if row[0])


class DocumentFile:
    """The papers of an open store. Each call has a connection of its own, on any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def path(self) -> Path:
        """Where it lies, there or not yet."""
        return path_of(self._store.path)

    def keep(self, data: bytes, said: str = "") -> str:
        """Put a paper in; one that is there already stays as it is.

        Args:
            data: all bytes of it.
            said: what it says, to be searched; "" if nothing can be read.

        Returns:
            Its digest (SHA-256, hexadecimal).

        Raises:
            DomainError: the store is open for reading only.
            StoreUnavailable: the disk is full or fails, or somebody else holds the store.
        """
        digest = hashlib.sha256(data).hexdigest()
        with self._writing() as connection:
            known = connection.execute("SELECT 1 FROM paper WHERE digest = ?", (digest,))
            if known.fetchone() is None:
                put(connection, digest, data, said)
        return digest

    def read(self, digest: str) -> bytes:
        """All bytes of a paper, as they were put in.

        Raises:
            DomainError: it is not there, or damaged.
            StoreUnavailable: the environment fails.
        """
        with self._reading() as connection:
            if connection is None:
                raise DomainError(MISSING)
            return read_from(connection, digest)

    def said(self, digest: str) -> str:
        """The text of a paper; "" if it has none or is not there."""
        with self._reading() as connection:
            return "" if connection is None else said_in(connection, digest)

    def held(self) -> frozenset[str]:
        """The digests of all papers that are there."""
        with self._reading() as connection:
            rows = () if connection is None else connection.execute("SELECT digest FROM paper")
            return frozenset(str(row[0]) for row in rows)

    def search(self, text: str) -> list[str]:
        """Digests of the papers in which every word of `text` begins a word, the best first.

        A word is also found by its stem: `Anträge` finds Antrag.
        """
        asked = [_ways(word) for word in _words(text)]
        question = " AND ".join(
            "(" + " OR ".join(f'"{way}"*' for way in ways) + ")" for ways in asked
        )
        with self._reading() as connection:
            if connection is None or not question:
                return []
            found = connection.execute(
                "SELECT p.digest FROM paper_search s JOIN paper p ON p.id = s.rowid "
                "WHERE paper_search MATCH ? ORDER BY s.rank",
                (question,),
            )
            return [str(row[0]) for row in found]

    def excerpts(self, digests: Collection[str], text: str) -> dict[str, Excerpt]:
        """The line of each paper in which the first word of `text` stands."""
        words = [way for word in _words(text) for way in _ways(word)]
        with self._reading() as connection:
            if connection is None:
                return {}
            return {digest: excerpt(said_in(connection, digest), words) for digest in digests}

    def tidy(self, needed: Collection[str]) -> int:
        """Take out papers that nothing names any more; returns how many went.

        What came in within the last day stays: somebody may be about to add it.

        Args:
            needed: what `named` found.
        """
        if not self.held() - set(needed):
            return 0
        yesterday = (clock.now() - FRESH).isoformat()
        with self._writing() as connection:
            rows = connection.execute(
                "SELECT id, digest FROM paper WHERE kept_at < ?", (yesterday,)
            ).fetchall()
            gone = [(number,) for number, digest in rows if digest not in needed]
            for table, column in (
                ("paper_search", "rowid"),
                ("piece", "paper_id"),
                ("paper", "id"),
            ):
                connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", gone)
        return len(gone)

    @contextmanager
    def _reading(self) -> Iterator[Connection | None]:
        """A connection that only reads; None as long as there is no paper."""
        if self._store.closed:
            raise StoreUnavailable(CLOSED)
        with guarded():
            if not self.path.exists():
                yield None
                return
            with closing(
                connect(self.path, self._store.key, readonly=True, cache_kb=CACHE_KB)
            ) as connection:
                yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self._store.closed:
            raise StoreUnavailable(CLOSED)
        self._store.hold()
        with writing(self.path, self._store.key) as connection:
            yield connection


@contextmanager
def writing(path: Path, key: bytes | None) -> Iterator[Connection]:
    """One transaction in a file of papers; it is made if it is not there.

    Raises:
        StoreUnavailable: the disk is full or fails.
    """
    with guarded():
        if not path.exists():
            _make(path, key)
        with closing(connect(path, key, cache_kb=CACHE_KB)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise


def _make(path: Path, key: bytes | None) -> None:
    """An empty file of papers; it has its tables when it takes its name."""
    unfinished = path.with_name(f".{path.name}.neu")
    for tail in ("", "-wal", "-shm"):
        unfinished.with_name(unfinished.name + tail).unlink(missing_ok=True)
    create(unfinished, key)
    with closing(connect(unfinished, key)) as connection:
        for table in _TABLES:
            connection.execute(table)
    durable.sync_file(unfinished)
    unfinished.rename(path)
    durable.sync_folder(path.parent)


def read_from(connection: Any, digest: str) -> bytes:
    """All bytes of a paper.

    Raises:
        DomainError: it is not there, or damaged.
    """
    found = connection.execute("SELECT id FROM paper WHERE digest = ?", (digest,)).fetchone()
    if found is None:
        raise DomainError(MISSING)
    pieces = connection.execute(
        "SELECT bytes FROM piece WHERE paper_id = ? ORDER BY number", found
    ).fetchall()
    data = b"".join(piece for (piece,) in pieces)
    if hashlib.sha256(data).hexdigest() != digest:
        raise DomainError(DAMAGED)
    return data


def said_in(connection: Any, digest: str) -> str:
    """The text of a paper; "" if it has none or is not there."""
    found = connection.execute("SELECT said FROM paper WHERE digest = ?", (digest,)).fetchone()
    return "" if found is None else zlib.decompress(found[0]).decode()


def broken(store: Path, key: bytes | None, needed: Collection[str]) -> int:
    """How many of the needed papers are missing beside a store, or damaged; all are read.

    Raises:
        StoreUnavailable: the file of papers cannot be opened at all.
    """
    path = path_of(store)
    if not needed or not path.exists():
        return len(needed)
    with guarded(), closing(connect(path, key, readonly=True, cache_kb=CACHE_KB)) as connection:
        return sum(not _sound(connection, digest) for digest in needed)


def _sound(connection: Any, digest: str) -> bool:
    try:
        read_from(connection, digest)
    except (DomainError, connection.DatabaseError):
        return False
    return True


def put(connection: Any, digest: str, data: bytes, said: str) -> None:
    """Write one paper that is not there yet: its bytes, its text, its words."""
    number = connection.execute(
        "INSERT INTO paper(digest, size, kept_at, said) VALUES (?, ?, ?, ?)",
        (digest, len(data), clock.now().isoformat(), zlib.compress(said.encode())),
    ).lastrowid
    connection.executemany(
        "INSERT INTO piece(paper_id, number, bytes) VALUES (?, ?, ?)",
        (
            (number, at, data[start : start + PIECE])
            for at, start in enumerate(range(0, len(data), PIECE))
        ),
    )
    connection.execute(
        "INSERT INTO paper_search(rowid, words) VALUES (?, ?)",
        (number, " ".join(search_words(said))),
    )


def _words(text: str) -> list[str]:
    """The words of what was typed, each of which has a folded form."""
    return [word for word in _WORD.findall(text[:LONGEST_QUESTION]) if fold(word)]


def _ways(word: str) -> list[str]:
    """The beginnings under which a typed word is sought: as typed, and its stem."""
    from snowballstemmer import stemmer

    stem = fold(stemmer("german").stemWord(word.lower()))
    ways = [*fold(word).split(), *([stem] if len(stem) >= SHORTEST_STEM else [])]
    return list(dict.fromkeys(ways))
