"""Frozen rows about people who may have been entered twice, and about merging them."""

from __future__ import annotations

from typing import NamedTuple


class Side(NamedTuple):
    """One person of a pair: number, `Müller, Hans`, and what tells them from others."""

    number: int
    name: str
    about: str


class DoublePair(NamedTuple):
    """Two records that are taken for one person; `score` 0 to 1, the reason in German words."""

    a: Side
    b: Side
    score: float
    reason: str


class LikelyPerson(NamedTuple):
    """A kept person who may be the one that is being typed."""

    person: Side
    score: float
    reason: str


KEEP, LOSE, BOTH = "keep", "lose", "both"
"""Whose value stays: that of the record that stays, of the one that goes, or both in one text."""


class MergeField(NamedTuple):
    """A field in which two records differ.

    Attributes:
        key: the field of the person.
        keep, lose: its values, as `PersonDetail.values` has them.
        choices: which of `KEEP`, `LOSE`, `BOTH` can be chosen.
        chosen: which is proposed.
    """

    key: str
    keep: object
    lose: object
    choices: tuple[str, ...]
    chosen: str


class MergePreview(NamedTuple):
    """What merging two people would do.

    Attributes:
        keep, lose: the record that stays and the one that goes into it.
        versions: their versions, so that nothing is merged that was changed in between.
        fields: where they differ.
        parts: what the one that goes brings along, as (German words, amount).
        twice: titles of the offers for which both have a placement under way.
    """

    keep: Side
    lose: Side
    versions: tuple[int, int]
    fields: tuple[MergeField, ...]
    parts: tuple[tuple[str, int], ...]
    twice: tuple[str, ...] = ()
