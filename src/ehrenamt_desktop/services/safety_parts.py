"""The part of the open office that keeps it safe: keys, copies, what leaves and what goes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ehrenamt_desktop.store.engine import Store

if TYPE_CHECKING:
    from ehrenamt_desktop.services.backups import Backups
    from ehrenamt_desktop.services.disclosures import Disclosures
    from ehrenamt_desktop.services.erasures import Erasures
    from ehrenamt_desktop.services.handing import Handing
    from ehrenamt_desktop.services.key_slots import KeySlots
    from ehrenamt_desktop.services.privacy_papers import PrivacyPapers
    from ehrenamt_desktop.services.restrictions import Restrictions
    from ehrenamt_desktop.store.keyfile import Slot


class SafetyParts:
    """Keys, safety copies, data protection; each service is imported when first asked for."""

    store: Store
    slot: Slot | None

    @cached_property
    def keys(self) -> KeySlots:
        """Who may open the store, and with what."""
        from ehrenamt_desktop.services.key_slots import KeySlots

        return KeySlots(self.store, self.slot)

    @cached_property
    def erasures(self) -> Erasures:
        """People on their way out."""
        from ehrenamt_desktop.services.erasures import Erasures

        return Erasures(self.store)

    @cached_property
    def restrictions(self) -> Restrictions:
        """People whose data may only be kept."""
        from ehrenamt_desktop.services.restrictions import Restrictions

        return Restrictions(self.store)

    @cached_property
    def disclosures(self) -> Disclosures:
        """What people are told about their data."""
        from ehrenamt_desktop.services.disclosures import Disclosures

        return Disclosures(self.store)

    @cached_property
    def handing(self) -> Handing:
        """The store at another desk."""
        from ehrenamt_desktop.services.handing import Handing

        return Handing(self.store)

    @cached_property
    def privacy_papers(self) -> PrivacyPapers:
        """Notices, register and the other papers of data protection."""
        from ehrenamt_desktop.services.privacy_papers import PrivacyPapers

        return PrivacyPapers(self.store)

    @cached_property
    def backups(self) -> Backups:
        """Safety copies and the check of the store."""
        from ehrenamt_desktop.services.backups import Backups

        return Backups(self.store)
