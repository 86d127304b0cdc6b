"""Plain statements that open a talk with the young, and what follows from the answers.

Nothing here judges or scores: who agrees may wish for what the statement speaks of. Who disagrees
refuses nothing, since „stimmt nicht“ to a sentence is no „Möchte nicht“.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ehrenamt_desktop.model.enums import StatementAnswer

MOST_DOUBLED = 3
"""Statements that can count twice; if everything matters most, nothing does."""


class Statement(NamedTuple):
    """One sentence to agree with; `terms` are numbers of terms, `words` their labels."""

    key: str
    text: str
    terms: tuple[int, ...]
    words: tuple[str, ...]


class Reply(NamedTuple):
    """What somebody said to one statement; `doubled` if it matters most to them."""

    answer: StatementAnswer
    doubled: bool = False


def wishes(statements: Sequence[Statement], replies: Mapping[str, Reply]) -> tuple[int, ...]:
    """The terms wished for, those of doubled statements first, each once."""
    agreed = [one for one in statements if _agrees(replies.get(one.key))]
    agreed.sort(key=lambda one: not replies[one.key].doubled)
    return tuple(dict.fromkeys(number for one in agreed for number in one.terms))


def _agrees(reply: Reply | None) -> bool:
    return reply is not None and reply.answer is StatementAnswer.AGREE
