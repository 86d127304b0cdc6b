"""The papers of data protection: notices, register, measures, threshold check, breach sheet."""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """A section of a paper, drawn in this order.

    Attributes:
        title: its heading.
        text: paragraphs.
        rows: what it is called, and what it is.
        ticks: what is answered with yes or no.
        blanks: what is written by hand.
    """

    title: str
    text: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    ticks: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()


class PrivacyPaper(NamedTuple):
    """A paper with everything filled in.

    Attributes:
        title: at the top.
        about: whom it is for, below the title.
        norm: what demands it.
        version: tells what was handed over when.
        parts: its sections.
    """

    title: str
    about: str
    norm: str
    version: str
    parts: tuple[Part, ...]
