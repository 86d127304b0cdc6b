"""Papers of the library: what a file says, editions, papers in the list, files to be added."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ehrenamt_desktop.model.enums import (
    DocumentAudience,
    DocumentKind,
    DocumentState,
    RecallWeight,
)
from ehrenamt_desktop.model.excerpt import Excerpt

KINDS = ("pdf", "docx", "odt", "xlsx", "ods", "jpg", "png", "eml", "txt")
"""Endings of what a library keeps; the ending of a file itself is not asked."""

READING_LIMIT = 10.0
"""Seconds the reading of a paper may take, the start of the child included."""

PAINTED = ("pdf", "jpg", "png")
"""Kinds whose pages are shown as they look; of others the text is shown."""

MAX_TEXT = 1_000_000
"""Characters that are kept of one paper; some 400 pages."""


@dataclass(frozen=True, slots=True)
class DocumentText:
    """What a file says.

    Attributes:
        kind: one of `KINDS`, by content.
        digest: SHA-256 of the bytes that were read, in hexadecimal; a file that changed meanwhile
            has another one.
        text: composed (NFC), lines kept; "" if there is none.
        readable: whether it has text that can be searched; a scan, a picture, a damaged or
            protected file has none.
        whole: whether all of its text is there.
    """

    kind: str
    digest: str
    text: str = ""
    readable: bool = False
    whole: bool = False


class PagePicture(NamedTuple):
    """How a page of a paper looks, as PNG, and how many pages there are."""

    png: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One edition of a paper.

    Attributes:
        size: bytes.
        readable: whether it has text that can be searched.
        there: whether its bytes lie in the file of papers.
        current: whether it is the one that is handed out today.
    """

    id: int
    version: int
    document_id: int
    label: str
    file_name: str
    format: str
    size: int
    digest: str
    readable: bool
    there: bool
    current: bool
    added_on: dt.date
    valid_from: dt.date | None
    valid_until: dt.date | None
    review_on: dt.date | None
    checked_on: dt.date | None
    checked_by: str
    source_url: str
    successor_id: int | None
    replaced_on: dt.date | None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One paper in the list.

    Attributes:
        edition: label of the edition that is handed out; "" without one.
        edition_id: its number; None without one.
        there: whether the file of that edition is there; true where none is needed.
        source_url: where the newest edition comes from.
        excerpt: where the words sought stand in it; None without a search or a hit inside.
    """

    id: int
    version: int
    title: str
    kind: DocumentKind
    audience: DocumentAudience
    state: DocumentState
    why: str
    keywords: str
    issuer: str
    county: str
    own_form: str
    weight: RecallWeight
    edition: str
    edition_id: int | None
    format: str
    there: bool
    readable: bool
    valid_until: dt.date | None
    review_on: dt.date | None
    checked_on: dt.date | None
    source_url: str
    editions: int
    excerpt: Excerpt | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A paper of the library that a file may be a new edition of, and why."""

    document_id: int
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """A file that was looked at before it is added.

    Attributes:
        path: where it lies; its name may hold anything.
        name: the name it is kept under, cleaned.
        title: what the paper may be called.
        refused: why it cannot be added, in German; "" if it can.
        known: the paper that holds these very bytes already.
        proposal: the paper it seems to be a new edition of.
        text: what was read; its bytes are kept under its digest. None if it was refused.
        size: bytes.
    """

    path: Path
    name: str
    title: str
    refused: str = ""
    known: Proposal | None = None
    proposal: Proposal | None = None
    text: DocumentText | None = None
    size: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """What becomes of a file that was looked at: an edition of a paper, or a new paper.

    `values` are those of the edition (`DocumentEditionDraft`), `document` those of a new paper
    (`DocumentDraft`), or the number of the paper it belongs to.
    """

    found: Found
    document: int | Mapping[str, object]
    values: Mapping[str, object]
