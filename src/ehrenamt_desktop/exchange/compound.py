"""Streams inside a compound file (OLE2), the case around old Office files."""

from __future__ import annotations

import struct

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128  # bytes of a directory entry
_HEAD_FAT = 109  # sectors of the table that the header itself names
_LAST = 0xFFFFFFFA  # this and above end a chain
_STREAM = 2


class BrokenCompound(ValueError):
    """The file is no compound file or its chains are damaged."""


class Compound:
    """The streams of a compound file, by name.

    Raises:
        BrokenCompound, struct.error: it is damaged.
    """

    def __init__(self, data: bytes) -> None:
        if data[:8] != MARK:
            raise BrokenCompound
        self._data = data
        self._sector, self._small = (1 << power for power in struct.unpack_from("<HH", data, 30))
        if self._sector not in (512, 4096) or self._small != 64:
            raise BrokenCompound
        directory, _, self._limit, mini, _, more, _ = struct.unpack_from("<7I", data, 48)
        self._fat = self._table(more)
        entries = self._chain(directory)
        self._mini_fat = self._numbers(self._chain(mini)) if mini < _LAST else ()
        self.streams: dict[str, tuple[int, int]] = {}
        root = 0
        for at in range(0, len(entries), _ENTRY):
            entry = entries[at : at + _ENTRY]
            length = struct.unpack_from("<H", entry, 64)[0]
            name = entry[: max(length - 2, 0)].decode("utf-16-le", "replace")
            start, size = struct.unpack_from("<II", entry, 116)
            if at == 0:
                root = start
            elif entry[66] == _STREAM:
                self.streams[name] = (start, size)
        self._mini = self._chain(root) if root < _LAST else b""

    def read(self, name: str) -> bytes:
        """The bytes of a stream.

        Raises:
            KeyError: there is none of that name.
        """
        start, size = self.streams[name]
        if size >= self._limit:
            return self._chain(start)[:size]
        pieces = []
        seen = 0
        while start < _LAST and seen <= len(self._mini_fat):
            pieces.append(self._mini[start * self._small : (start + 1) * self._small])
            start = self._next(self._mini_fat, start)
            seen += 1
        return b"".join(pieces)[:size]

    def _table(self, more: int) -> tuple[int, ...]:
        sectors = [one for one in struct.unpack_from("<109I", self._data, 76) if one < _LAST]
        per = self._sector // 4 - 1
        for _ in range(len(self._data) // self._sector + 1):
            if more >= _LAST:
                break
            numbers = self._numbers(self._block(more))
            sectors += [one for one in numbers[:per] if one < _LAST]
            more = numbers[per]
        return self._numbers(b"".join(self._block(one) for one in sectors))

    def _numbers(self, raw: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])

    def _block(self, number: int) -> bytes:
        start = (number + 1) * self._sector
        return self._data[start : start + self._sector]

    def _next(self, table: tuple[int, ...], number: int) -> int:
        if number >= len(table):
            raise BrokenCompound
        return table[number]

    def _chain(self, start: int) -> bytes:
        pieces = []
        most = len(self._data) // self._sector + 2
        while start < _LAST:
            pieces.append(self._block(start))
            if len(pieces) > most or not pieces[-1]:
                raise BrokenCompound
            start = self._next(self._fat, start)
        return b"".join(pieces)
