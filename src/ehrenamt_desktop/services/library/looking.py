"""Files looked at before they are added: what they say, and whether the library knows them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rapidfuzz import fuzz

from ehrenamt_desktop.errors import BadFile, shown
from ehrenamt_desktop.exchange.reader import Reader
from ehrenamt_desktop.model.documents import READING_LIMIT, DocumentText, Found, Proposal
from ehrenamt_desktop.model.file_names import safe_name, title_of
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.text import fold, search_words
from ehrenamt_desktop.store.document_file import DocumentFile
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import documents

READING = "Unterlagen werden gelesen"
MOST_FILES = 5_000
"""Files of folders that are looked at in one go."""

ALIKE_NAME = 88
"""How alike two titles must be, in percent of rapidfuzz's token set; numbers do not count."""
ALIKE_TEXT = 0.55
"""How many of all words two texts must share."""
HEADLINE_WORDS = 6
LONG_WORD = 5

CHANGED = (
    "„{name}“ hat sich geändert, während sie gelesen wurde, und wurde nicht aufgenommen. Bitte "
    "schließen Sie die Datei in anderen Programmen und versuchen Sie es noch einmal."
)
LINK = (
    "„{name}“ ist eine Verknüpfung und wurde nicht aufgenommen. Bitte nehmen Sie die Datei selbst."
)
TWICE = "„{name}“ ist dieselbe Datei wie „{other}“ und wird nur einmal aufgenommen."
SAME_NAME = "heißt genauso oder ähnlich"
SAME_TEXT = "hat fast denselben Text"
SAME_BYTES = "ist dieselbe Datei"


def look(
    store: Store, papers: DocumentFile, paths: Sequence[Path], progress: Progress
) -> tuple[Found, ...]:
    """Read each file in the child, keep its bytes, and say what the library knows of it.

    Raises:
        StoreUnavailable: the disk is full or fails.
        Cancelled: the user stopped.
    """
    files = list(_files(paths))
    known = _Known(store, papers)
    found: list[Found] = []
    with Reader(time_limit=READING_LIMIT) as reader:
        for at, path in enumerate(files):
            progress.step(at, len(files), READING)
            found.append(_one(path, reader, papers, known, progress))
    return tuple(found)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files themselves, and those in folders by name, but for hidden ones and links."""
    left = MOST_FILES
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            for folder, below, names in os.walk(path):
                below[:] = sorted(one for one in below if not one.startswith("."))
                for name in sorted(names):
                    inside = Path(folder) / name
                    if left and not name.startswith(".") and not inside.is_symlink():
                        left -= 1
                        yield inside
        else:
            yield path


def _one(
    path: Path, reader: Reader, papers: DocumentFile, known: _Known, progress: Progress
) -> Found:
    name = shown(path.name)
    if path.is_symlink():
        return Found(path, name, title_of(name), LINK.format(name=name))
    try:
        text = reader.document(path, progress=progress)
        data = _bytes(path, text)
    except BadFile as error:
        return Found(path, name, title_of(name), error.sentence)
    other = known.seen.setdefault(text.digest, name)
    if other is not name:
        return Found(path, name, title_of(name), TWICE.format(name=name, other=other))
    papers.keep(data, text.text)
    kept_name = safe_name(path.name, text.kind)
    title = title_of(kept_name)
    owner = known.owner(text.digest)
    return Found(
        path,
        kept_name,
        title,
        known=owner,
        proposal=None if owner else known.like(title, text),
        text=text,
        size=len(data),
    )


def _bytes(path: Path, text: DocumentText) -> bytes:
    """The bytes that were read, and no others.

    Raises:
        BadFile: the file is gone, or is another one by now.
    """
    try:
        data = path.read_bytes()
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() != text.digest:
        raise BadFile(CHANGED.format(name=shown(path.name)))
    return data


class _Known:
    """What the library holds, asked while files are looked at."""

    def __init__(self, store: Store, papers: DocumentFile) -> None:
        self._store = store
        self._papers = papers
        self.seen: dict[str, str] = {}
        with store.read() as connection:
            rows = connection.execute(
                "SELECT d.id, d.title, coalesce(e.file_name, '') FROM document d "
                "LEFT JOIN document_edition e ON e.document_id = d.id"
            ).fetchall()
        self._names = [(int(n), str(t), {_core(t), _core(title_of(f))} - {""}) for n, t, f in rows]

    def owner(self, digest: str) -> Proposal | None:
        """The paper that has these very bytes."""
        with self._store.read() as connection:
            owner = documents.owners(connection, [digest]).get(digest)
        return None if owner is None else Proposal(*owner, SAME_BYTES)

    def like(self, title: str, text: DocumentText) -> Proposal | None:
        """The paper a file seems to be a new edition of: by its name, else by its text."""
        core = _core(title)
        best = max(
            (
                (
                    max((fuzz.token_sort_ratio(core, one) for one in names), default=0),
                    -number,
                    words,
                )
                for number, words, names in self._names
            ),
            default=(0, 0, ""),
        )
        if core and best[0] >= ALIKE_NAME:
            return Proposal(-best[1], best[2], SAME_NAME)
        return self._like_text(text)

    def _like_text(self, text: DocumentText) -> Proposal | None:
        words = search_words(text.text)
        headline = [one for one in words if len(one) >= LONG_WORD and one.isalpha()]
        if len(headline) < HEADLINE_WORDS:
            return None
        own = set(words)
        for digest in self._papers.search(" ".join(headline[:HEADLINE_WORDS]))[:5]:
            other = set(search_words(self._papers.said(digest)))
            owner = self.owner(digest) if digest != text.digest else None
            if owner and len(own & other) >= ALIKE_TEXT * len(own | other):
                return Proposal(owner.document_id, owner.title, SAME_TEXT)
        return None


def _core(title: str) -> str:
    """A title without numbers, dates and the words for editions."""
    words = (word for word in fold(title).split() if not any(sign.isdigit() for sign in word))
    return " ".join(word for word in words if word not in _EDITION_WORDS)


_EDITION_WORDS = frozenset(
    [
        "stand",
        "fassung",
        "ausgabe",
        "version",
        "neu",
        "alt",
        "kopie",
        "endfassung",
        "entwurf",
        "final",
        "v",
        "pdf",
    ]
)
