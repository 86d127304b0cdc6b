"""What a paper of the library looks like, beside the list, without another program."""

from __future__ import annotations

import hashlib
import threading

from ehrenamt_desktop.exchange.reader import Reader
from ehrenamt_desktop.model.documents import EditionRow, PagePicture
from ehrenamt_desktop.store.document_file import DocumentFile
from ehrenamt_desktop.store.engine import Store

PATIENCE = 4.0
"""Seconds a page may take, the start of the child included; the list waits behind it."""


class Preview:
    """Pages drawn by a child process that stays for the next page."""

    def __init__(self, store: Store) -> None:
        self._papers = DocumentFile(store)
        self._reader = Reader(time_limit=PATIENCE)
        self._one = threading.Lock()

    def page(self, edition: EditionRow, number: int, width: int) -> PagePicture:
        """A page (from 0) of an edition of `PAINTED` kind, `width` dots wide at most.

        Raises:
            BadFile: it cannot be drawn.
            DomainError: its file is missing or damaged.
        """
        with self._one:
            return self._reader.page(
                edition.digest, edition.format, number, width,
                lambda: self._papers.read(edition.digest),
            )  # fmt: skip

    def page_of(self, data: bytes, number: int, width: int) -> PagePicture:
        """The same for a PDF that was made just now.

        Raises:
            BadFile: it cannot be drawn.
        """
        digest = hashlib.sha256(data).hexdigest()
        with self._one:
            return self._reader.page(digest, "pdf", number, width, lambda: data)

    def close(self) -> None:
        """End the child; it starts again when a page is asked for."""
        with self._one:
            self._reader.close()
