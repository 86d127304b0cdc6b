"""The part of the open office that keeps papers current and hands them out."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ehrenamt_desktop.store.engine import Store

if TYPE_CHECKING:
    from ehrenamt_desktop.services.document_rules import DocumentRules
    from ehrenamt_desktop.services.forms import Forms
    from ehrenamt_desktop.services.hand_outs import HandOuts
    from ehrenamt_desktop.services.library import Library
    from ehrenamt_desktop.services.library.copies import Copies
    from ehrenamt_desktop.services.library.preview import Preview


class DocumentParts:
    """The library; each service is imported when first asked for."""

    store: Store

    @cached_property
    def library(self) -> Library:
        """Papers, their editions, and what is in them."""
        from ehrenamt_desktop.services.library import Library

        return Library(self.store)

    @cached_property
    def forms(self) -> Forms:
        """The office's own forms, filled in."""
        from ehrenamt_desktop.services.forms import Forms

        return Forms(self.store)

    @cached_property
    def hand_outs(self) -> HandOuts:
        """Papers given to people and initiatives."""
        from ehrenamt_desktop.services.hand_outs import HandOuts

        return HandOuts(self.store, self.library, self.forms)

    @cached_property
    def document_rules(self) -> DocumentRules:
        """Why which papers are suggested."""
        from ehrenamt_desktop.services.document_rules import DocumentRules

        return DocumentRules(self.store)

    @cached_property
    def previews(self) -> Preview:
        """What papers look like."""
        from ehrenamt_desktop.services.library.preview import Preview

        return Preview(self.store)

    @cached_property
    def copies(self) -> Copies:
        """Papers as files, for other programs."""
        from ehrenamt_desktop.services.library.copies import Copies

        return Copies(self.store)
