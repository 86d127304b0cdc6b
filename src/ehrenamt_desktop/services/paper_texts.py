"""What a paper says, read in the child: nothing of a foreign file is opened in this process."""

from __future__ import annotations

from pathlib import Path

from ehrenamt_desktop.exchange.reader import Reader
from ehrenamt_desktop.model.documents import READING_LIMIT, DocumentText


def read(path: Path) -> DocumentText:
    """What the paper in `path` says.

    Raises:
        BadFile: it cannot be reached, is empty, too large or no paper; the sentence says which.
    """
    with Reader(time_limit=READING_LIMIT) as reader:
        return reader.document(path)
