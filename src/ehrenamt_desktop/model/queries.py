"""What a list is asked for, and what a write changed: plain data between desk and store."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ehrenamt_desktop.model.enums import Kind


class ListQuery(NamedTuple):
    """A question to a list.

    Attributes:
        text: search words; every word must be found (umlauts, ß and case do not matter).
        sort: key of a column; empty means the list's own order.
        descending: whether the order is turned round.
        then: further keys that order what the first leaves equal, each with its direction.
        filters: per filter key the accepted values (enum values, ids as text); several values of
            one key are alternatives, several keys must all hold.
    """

    text: str = ""
    sort: str = ""
    descending: bool = False
    then: tuple[tuple[str, bool], ...] = ()
    filters: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Change(NamedTuple):
    """Records of one kind that a committed step added, changed or removed."""

    kind: Kind
    ids: tuple[int, ...]


class Step(NamedTuple):
    """A step that can be undone or redone, with its German name (`Person geändert`)."""

    id: int
    action: str
