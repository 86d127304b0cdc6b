"""The words matching works with, and how they are related."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ehrenamt_desktop.model.enums import TermKind
from ehrenamt_desktop.model.rows import TermRow

EVERYONE = "ALLGEMEIN"
"""Code of the target group that holds all others: half of what somebody wishes for."""


class Vocabulary:
    """The terms with their tree; every term has a column in the arrays."""

    def __init__(self, terms: Iterable[TermRow]) -> None:
        self.terms: Mapping[int, TermRow] = {term.id: term for term in terms}
        self.column: Mapping[int, int] = {key: at for at, key in enumerate(self.terms)}
        self._above = {key: self._climb(key) for key in self.terms}

    def __len__(self) -> int:
        return len(self.terms)

    def label(self, term_id: int) -> str:
        """The word of a term."""
        return self.terms[term_id].label

    def of_kind(self, ids: Iterable[int], *kinds: TermKind) -> list[int]:
        """The known terms among `ids` that belong to one of the kinds, in their order."""
        return [key for key in ids if key in self.terms and self.terms[key].kind in kinds]

    def ancestors(self, term_id: int) -> list[int]:
        """The broader terms of a term, nearest first; a circle in the tree ends the walk."""
        return self._above[term_id]

    def _climb(self, term_id: int) -> list[int]:
        found: list[int] = []
        parent = self.terms[term_id].parent_id
        while parent is not None and parent in self.terms and parent not in (term_id, *found):
            found.append(parent)
            parent = self.terms[parent].parent_id
        return found

    def related(self, one: int, other: int) -> bool:
        """Whether two different terms are siblings, parent and child, or one means everyone."""
        a, b = self.terms[one], self.terms[other]
        if one == other or a.kind is not b.kind:
            return False
        siblings = a.parent_id is not None and a.parent_id == b.parent_id
        everyone = a.kind is TermKind.TARGET_GROUP and EVERYONE in (a.code, b.code)
        return siblings or everyone or a.parent_id == other or b.parent_id == one
