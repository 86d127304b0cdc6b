"""The part of the open office that counts, and keeps what was reported."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ehrenamt_desktop.store.engine import Store

if TYPE_CHECKING:
    from ehrenamt_desktop.services.editions import Editions
    from ehrenamt_desktop.services.figures import Figures
    from ehrenamt_desktop.services.grants import Grants
    from ehrenamt_desktop.services.money import Money
    from ehrenamt_desktop.services.reporting import Reporting


class ReportParts:
    """Figures, grants, and what is given to council and funders."""

    store: Store

    @cached_property
    def figures(self) -> Figures:
        """The figures of a period."""
        from ehrenamt_desktop.services.figures import Figures

        return Figures(self.store)

    @cached_property
    def editions(self) -> Editions:
        """Reports as they were given out."""
        from ehrenamt_desktop.services.editions import Editions

        return Editions(self.store)

    @cached_property
    def money(self) -> Money:
        """Costs and yearly targets."""
        from ehrenamt_desktop.services.money import Money

        return Money(self.store)

    @cached_property
    def grants(self) -> Grants:
        """Grant programmes and applications."""
        from ehrenamt_desktop.services.grants import Grants

        return Grants(self.store)

    @cached_property
    def reporting(self) -> Reporting:
        """Reports to council and funders."""
        from ehrenamt_desktop.services.reporting import Reporting

        return Reporting(self.store)
