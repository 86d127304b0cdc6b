"""What the search over everything answers: hits of every kind, and words that may be meant."""

from __future__ import annotations

from typing import NamedTuple

from ehrenamt_desktop.model.enums import Kind


class Hit(NamedTuple):
    """A record found.

    Attributes:
        kind: under which heading it stands.
        number: the record's number.
        words: its name; personal if `private`.
        more: where it belongs, never personal.
        target: the kind and number of the record that is opened (an initiative for its contact).
        private: whether Sichtschutz blanks `words`.
        near: whether it was found by a word like the typed one.
    """

    kind: Kind
    number: int
    words: str
    more: str
    target: tuple[Kind, int]
    private: bool = False
    near: bool = False


class Found(NamedTuple):
    """The answer to a typed text; `meant` are the words that the near hits hold."""

    hits: tuple[Hit, ...] = ()
    meant: tuple[str, ...] = ()
