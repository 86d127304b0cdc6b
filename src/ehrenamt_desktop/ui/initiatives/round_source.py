"""The list of a round as the table asks for it; its service is imported on the read lane."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.rounds import RoundRow

if TYPE_CHECKING:
    from ehrenamt_desktop.services.office import Office
    from ehrenamt_desktop.services.round_list import RoundList


class RoundSource:
    """Made with the page; the list follows with the first question."""

    def __init__(self, office: Office) -> None:
        self._office = office

    @cached_property
    def _list(self) -> RoundList:
        from ehrenamt_desktop.services.round_list import RoundList

        return RoundList(self._office.rounds)

    def ids(self, query: ListQuery) -> list[int]:
        """See `RoundList.ids`."""
        return self._list.ids(query)

    def rows(self, ids: Sequence[int]) -> list[RoundRow]:
        """See `RoundList.rows`."""
        return self._list.rows(ids)

    def total(self) -> int:
        """See `RoundList.total`."""
        return self._list.total()
