"""Foreign files read at arm's length: a child process parses, this side waits and checks."""

from __future__ import annotations

import queue
import subprocess
import threading
import time
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange import wire
from ehrenamt_desktop.exchange.leafing import UNSHOWN
from ehrenamt_desktop.exchange.table import NO_WORDS, Cell, ForeignTable, head_of, shape
from ehrenamt_desktop.model.documents import DocumentText, PagePicture
from ehrenamt_desktop.model.imports import Sheet, WrongSheet
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.paths import program

TIME_LIMIT = 30.0
"""Seconds a file may take, the start of the child included."""

MAX_BYTES = 200 * 1024 * 1024
MAX_PICTURE = 20 * 1024 * 1024
_PATIENCE = 0.1  # seconds between two looks at whether the user stopped
_SLOW = (
    "„{name}“ ließ sich nicht in 30 Sekunden lesen. Bitte kopieren Sie die Zeilen, die Sie "
    "brauchen, in eine neue Tabelle oder teilen Sie die Liste."
)
_BROKE = (
    "„{name}“ ist zu groß oder beschädigt und kann nicht gelesen werden. Bitte öffnen Sie die "
    "Datei in Excel, speichern Sie sie neu oder teilen Sie die Liste."
)
_NO_PAPER = (
    "„{name}“ ließ sich nicht lesen. Bitte prüfen Sie, ob die Datei vollständig ist und das "
    "Laufwerk verbunden."
)
UNREADY = (
    "Die Unterlagen ließen sich nicht zu einer Datei verbinden; eine ist zu groß oder beschädigt. "
    "Bitte geben Sie sie als Ordner aus."
)
_LARGE_PICTURE = (
    "Das Bild „{name}“ ist zu groß oder beschädigt. Bitte verkleinern Sie es in einem "
    "Bildprogramm auf höchstens 2000 Punkte Breite."
)


def command() -> list[str]:
    """How the program starts itself as a reading child, frozen or not."""
    return [*program(), "read-foreign"]


class NoTable(WrongSheet):
    """The file was opened, but no list with headings found in it.

    Attributes:
        head: its first rows, none where its signs cannot be read.
        encoding: in which a text was read, "" if in none.
        separator: by which its cells were parted.
    """

    def __init__(
        self,
        sentence: str,
        name: str,
        sheets: tuple[Sheet, ...] = (),
        head: tuple[tuple[int, tuple[Cell, ...]], ...] = (),
        how: Mapping[str, Any] = NO_WORDS,
    ) -> None:
        self.head = head
        self.encoding = str(how.get("encoding", ""))
        self.separator = str(how.get("separator", ""))
        super().__init__(sentence, sheets, name)


class _Broken(Exception):
    """The child ended without an answer."""


class _Lost(BadFile):
    """The child ended over the file."""


class _Slow(BadFile):
    """The child was not ready in time."""


class Reader:
    """Reads foreign lists through one child process that is started when first needed."""

    def __init__(self, *, time_limit: float = TIME_LIMIT) -> None:
        self._time_limit = time_limit
        self._child: subprocess.Popen[bytes] | None = None
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(
        self,
        path: Path,
        *,
        encoding: str = "",
        separator: str = "",
        sheet: str = "",
        wanted: Mapping[str, int] = NO_WORDS,
        header: int = 0,
        progress: Progress = QUIET,
    ) -> ForeignTable:
        """The list in `path`.

        Args:
            path: the file; its name is not trusted.
            encoding: overrides the detected encoding of a text file.
            separator: overrides the detected separator of a text file.
            sheet: name of the sheet of a workbook; "" for the likeliest.
            wanted: squeezed headings with weights, by which the sheet and its header are found.
            header: number of the row with the headings; 0 finds it.
            progress: asked several times a second whether to go on.

        Raises:
            BadFile: the file cannot be read; the German sentence says why.
            Cancelled: the user stopped.
        """
        _look_at(path)
        request = {
            "path": str(path.resolve()),
            "encoding": encoding,
            "separator": separator,
            "sheet": sheet,
            "wanted": dict(wanted),
        }
        answer, rows = self._patiently(request, path.name, progress)
        grid = wire.grid_in(answer.get("grid"))
        try:
            table = shape(answer["name"], rows, answer["warnings"], wanted, grid, header)
        except BadFile as error:
            sheets = grid.sheets if grid is not None else ()
            raise NoTable(error.sentence, answer["name"], sheets, head_of(rows), answer) from None
        return replace(
            table,
            cards=bool(answer["cards"]),
            encoding=answer["encoding"],
            separator=answer["separator"],
        )

    def picture(self, path: Path, most: int) -> bytes:
        """The picture in `path`, written anew in at most `most` bytes.

        Raises:
            BadFile: it is no PNG or JPEG, is damaged or too large; the sentence says which.
        """
        _look_at(path)
        if path.stat().st_size > MAX_PICTURE:
            raise BadFile(_LARGE_PICTURE.format(name=path.name))
        request = {"path": str(path.resolve()), "picture": most}
        try:
            answer, _ = self._ask(request, path.name, QUIET)
        except _Broken:
            raise BadFile(_LARGE_PICTURE.format(name=path.name)) from None
        return b64decode(answer["picture"])

    def page(
        self, digest: str, kind: str, number: int, width: int, load: Callable[[], bytes]
    ) -> PagePicture:
        """How a page (from 0) of a paper looks, `width` dots wide at most; PDF, JPEG or PNG.

        Args:
            digest: tells the paper; its bytes are sent once.
            kind: "pdf", "jpg" or "png", by content.
            number: of the page.
            width: dots.
            load: the bytes, asked for when the child does not have them.

        Raises:
            BadFile: it cannot be drawn.
        """
        request = {"page": number, "digest": digest, "kind": kind, "width": width}
        try:
            answer, _ = self._ask(request, "", QUIET)
            if answer.get("wanted"):
                sent = {**request, "data": b64encode(load()).decode("ascii")}
                answer, _ = self._ask(sent, "", QUIET)
        except (_Broken, _Slow):
            raise BadFile(UNSHOWN) from None
        return PagePicture(b64decode(answer["picture"]), int(answer["pages"]))

    def join(self, parts: Sequence[tuple[str, str, bytes]], title: str, author: str) -> bytes:
        """Papers as one PDF, page after page: title, kind ("pdf", "jpg", "png") and bytes of each.

        Args:
            parts: the papers in their order.
            title: of the document.
            author: of the document.

        Raises:
            BadFile: one cannot be joined; the sentence names it.
        """
        told = [(title, kind, b64encode(data).decode("ascii")) for title, kind, data in parts]
        try:
            request = {"join": told, "title": title, "author": author}
            answer, _ = self._ask(request, "", QUIET)
        except (_Broken, _Slow):
            raise BadFile(UNREADY) from None
        return b64decode(answer["joined"])

    def document(self, path: Path, *, progress: Progress = QUIET) -> DocumentText:
        """What the paper in `path` says; a reader of papers waits `READING_LIMIT`.

        A file whose text is protected, damaged or takes too long comes back without text.

        Raises:
            BadFile: it cannot be reached, is empty, too large or no paper; the sentence says which.
            Cancelled: the user stopped.
        """
        _look_at(path)
        told: dict[str, Any] = {}
        request = {"path": str(path.resolve()), "document": True}
        try:
            answer, _ = self._patiently(request, path.name, progress, told)
        except (_Slow, _Lost):
            if not told:
                raise BadFile(_NO_PAPER.format(name=path.name)) from None
            return DocumentText(**told)
        return DocumentText(**answer["known"])

    def _patiently(
        self,
        request: dict[str, Any],
        name: str,
        progress: Progress,
        told: dict[str, Any] | None = None,
    ) -> tuple[dict[str, Any], list[tuple[int, tuple[Cell, ...]]]]:
        fresh = self._child is None
        try:
            try:
                return self._ask(request, name, progress, told)
            except _Broken:
                if fresh:  # an older child may have filled up on the files before
                    raise
                return self._ask(request, name, progress, told)
        except _Broken:
            raise _Lost(_BROKE.format(name=name)) from None

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                pipe.close()

    def _ask(
        self,
        request: dict[str, Any],
        name: str,
        progress: Progress,
        told: dict[str, Any] | None = None,
    ) -> tuple[dict[str, Any], list[tuple[int, tuple[Cell, ...]]]]:
        deadline = time.monotonic() + self._time_limit
        self._send(request)
        rows: list[tuple[int, tuple[Cell, ...]]] = []
        whole = False
        try:
            while True:
                answer = self._next(deadline, name, len(rows), progress)
                if "bad" in answer:
                    whole = True
                    if answer.get("text"):
                        raise NoTable(str(answer["bad"]), name)
                    raise BadFile(str(answer["bad"]))
                if "end" in answer:
                    if answer["end"] != len(rows):
                        raise _Broken
                    whole = True
                    return answer, rows
                if told is not None and "known" in answer:
                    told.update(answer["known"])
                    continue
                rows.extend((number, wire.cells(cells)) for number, cells in answer["rows"])
        finally:
            if not whole:
                self.close()

    def _send(self, request: dict[str, Any]) -> None:
        if self._child is None or self._child.poll() is not None:
            self.close()
            self._start()
        child = self._child
        if child is None or child.stdin is None:
            raise _Broken
        try:
            child.stdin.write(wire.line(request))
            child.stdin.flush()
        except OSError:
            self.close()
            raise _Broken from None

    def _start(self) -> None:
        self._lines = queue.SimpleQueue()
        hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # there is one on Windows only
        self._child = subprocess.Popen(  # noqa: S603 - the program itself
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=hidden,
        )
        if self._child.stdout is not None:
            threading.Thread(
                target=_collect, args=(self._child.stdout, self._lines), daemon=True
            ).start()

    def _next(self, deadline: float, name: str, done: int, progress: Progress) -> dict[str, Any]:
        while True:
            progress.step(done, 0, "Datei wird gelesen")
            left = deadline - time.monotonic()
            if left <= 0:
                raise _Slow(_SLOW.format(name=name))
            try:
                raw = self._lines.get(timeout=min(left, _PATIENCE))
            except queue.Empty:
                continue
            if not raw:
                raise _Broken
            try:
                return wire.message(raw)
            except ValueError:
                raise _Broken from None


def _look_at(path: Path) -> None:
    """Refuse what is no readable file before a child is bothered."""
    try:
        if not path.is_file():
            raise BadFile(f"Die Datei „{path.name}“ gibt es nicht. Bitte wählen Sie sie neu aus.")
        size = path.stat().st_size
    except (OSError, ValueError):
        raise BadFile(
            f"Die Datei „{path.name}“ ist nicht zu erreichen. Bitte prüfen Sie, ob das Laufwerk "
            "verbunden ist."
        ) from None
    if size == 0:
        raise BadFile(f"„{path.name}“ ist leer. Bitte wählen Sie eine andere Datei.")
    if size > MAX_BYTES:
        raise BadFile(
            f"„{path.name}“ ist größer als 200 MB. Bitte teilen Sie die Liste in mehrere Dateien."
        )


def _collect(pipe: IO[bytes], lines: queue.SimpleQueue[bytes]) -> None:
    """Pass the child's lines on; an empty one says that it ended."""
    try:
        for raw in pipe:
            lines.put(raw)
    except (OSError, ValueError):  # closed under our hands by `close`
        pass
    lines.put(b"")
