"""The part of the open office that brings people and offers together."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ehrenamt_desktop.store.engine import Store

if TYPE_CHECKING:
    from ehrenamt_desktop.services.assignment import Assignments
    from ehrenamt_desktop.services.gaps import Gaps
    from ehrenamt_desktop.services.matching import Matching
    from ehrenamt_desktop.services.passing import Passing
    from ehrenamt_desktop.services.placements import Placements
    from ehrenamt_desktop.services.weights import Weights
    from ehrenamt_desktop.services.work import FollowUps


class PlacingParts:
    """Matching, proposing and what follows; each service is imported when first asked for."""

    store: Store

    @cached_property
    def matching(self) -> Matching:
        """Ranked offers for a person, ranked people for an offer."""
        from ehrenamt_desktop.services.matching import Matching

        return Matching(self.store)

    @cached_property
    def weights(self) -> Weights:
        """What the office holds to be important."""
        from ehrenamt_desktop.services.weights import Weights

        return Weights(self.store)

    @cached_property
    def assignments(self) -> Assignments:
        """Who could get which offer when all are looked at at once."""
        from ehrenamt_desktop.services.assignment import Assignments

        return Assignments(self.store)

    @cached_property
    def gaps(self) -> Gaps:
        """Where people and offers do not come together."""
        from ehrenamt_desktop.services.gaps import Gaps

        return Gaps(self.store)

    @cached_property
    def passing(self) -> Passing:
        """Contacts that are passed on."""
        from ehrenamt_desktop.services.passing import Passing

        return Passing(self.store)

    @cached_property
    def placements(self) -> Placements:
        """Use cases on placements."""
        from ehrenamt_desktop.services.placements import Placements

        return Placements(self.store)

    @cached_property
    def follow_ups(self) -> FollowUps:
        """Use cases on reminders."""
        from ehrenamt_desktop.services.work import FollowUps

        return FollowUps(self.store)
