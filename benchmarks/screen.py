"""A screen nobody sees (Xvfb), and the moment when what a program paints on it is complete.

The framebuffer is a file: it is polled every 8 ms. A picture is complete from the moment on from
which at least 99 % of its pixels are those of the last picture. Events of the window system are no
measure across toolkits: some map an empty frame early.
"""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 1366, 768
POLL = 0.008
EQUAL = 0.99
REST = 1.5
"""Seconds without a new pixel after which a picture counts as the last one."""

PATIENCE = 20.0

Picture = NDArray[np.uint32]


class Screen:
    """An Xvfb of our own, for as long as it is entered.

    Attributes:
        display: as in `DISPLAY`.
    """

    def __init__(self) -> None:
        self.display = ""
        self._folder = Path(tempfile.mkdtemp())
        self._server: subprocess.Popen[bytes] | None = None

    @staticmethod
    def possible() -> bool:
        """Whether Xvfb is there."""
        return shutil.which("Xvfb") is not None

    def __enter__(self) -> Screen:
        """Start it; the server finds a free number by itself."""
        read, write = os.pipe()
        size = f"{WIDTH}x{HEIGHT}x24"
        call = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-fbdir"]
        self._server = subprocess.Popen(
            [*call, str(self._folder), "-nolisten", "tcp"],
            pass_fds=(write,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as told:
            self.display = f":{told.readline().strip()}"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it."""
        if self._server is not None:
            self._server.terminate()
            self._server.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def complete(
        self, call: Sequence[str], environment: Mapping[str, str], keep: Path | None = None
    ) -> float:
        """Milliseconds from before a program's start to its complete picture; it is ended then.

        Args:
            call: its command.
            environment: its whole environment; the display is added.
            keep: a file for the last picture (PNG), to look at.

        Raises:
            TimeoutError: nothing was painted.
        """
        pixels = self._pixels()
        ground = pixels.copy()
        given = {**environment, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}
        begun = time.monotonic()
        process = subprocess.Popen(
            call, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        try:
            pictures = _watch(pixels, ground, begun)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        if keep is not None:
            _save(pictures[-1][1], keep)
        self._clear(ground)
        return _moment(pictures) * 1000

    def _pixels(self) -> Picture:
        """The framebuffer, as it is and as it changes (the file is an XWD picture)."""
        file = self._folder / "Xvfb_screen0"
        with file.open("rb") as opened:
            head = struct.unpack(">25I", opened.read(100))
        header, colours, line = head[0], head[19], head[12]
        offset = header + colours * 12
        whole = np.memmap(file, dtype="<u4", mode="r", offset=offset, shape=(HEIGHT, line // 4))
        return whole[:, :WIDTH]

    def _clear(self, ground: Picture) -> None:
        """Wait until the server has taken the last window away."""
        end = time.monotonic() + 2
        while time.monotonic() < end and not np.array_equal(self._pixels(), ground):
            time.sleep(POLL)


def _watch(pixels: Picture, ground: Picture, begun: float) -> list[tuple[float, Picture]]:
    """Every new picture and its moment, until nothing has changed for a while."""
    pictures: list[tuple[float, Picture]] = []
    last = ground
    changed = begun
    while time.monotonic() < begun + PATIENCE:
        time.sleep(POLL)
        now = time.monotonic()
        if not np.array_equal(pixels, last):
            last = pixels.copy()
            pictures.append((now - begun, last))
            changed = now
        elif pictures and now > changed + REST:
            break
    if not pictures:
        raise TimeoutError("nothing was painted")
    return pictures


def _moment(pictures: Sequence[tuple[float, Picture]]) -> float:
    """The moment from which on all pictures equal the last one in nearly all pixels."""
    final = pictures[-1][1]
    complete = pictures[-1][0]
    for moment, picture in reversed(pictures):
        if np.count_nonzero(picture == final) < EQUAL * final.size:
            break
        complete = moment
    return complete


def _save(picture: Picture, path: Path) -> None:
    from PySide6.QtGui import QImage

    rows = np.ascontiguousarray(picture)
    image = QImage(rows.data, WIDTH, HEIGHT, WIDTH * 4, QImage.Format.Format_RGB32)
    image.save(str(path))
