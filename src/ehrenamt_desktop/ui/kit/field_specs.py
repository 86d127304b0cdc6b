"""Forms as data: which fields a page has, in which order and groups.

Limits do not stand here; they come from the drafts through `model/limits`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Protocol

from ehrenamt_desktop.model.enums import Labelled, TermKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.rows import PlaceRow, TermRow
from ehrenamt_desktop.ui.kit.record_model import Source


class FieldKind(Enum):
    """The editors there are."""

    LINE = auto()
    BLOCK = auto()
    DATE = auto()
    TIME = auto()
    NUMBER = auto()
    INTEGER = auto()
    CHOICE = auto()
    YES_NO = auto()
    CHECK = auto()
    TERMS = auto()
    PLACE = auto()
    RECORD = auto()
    TIME_GRID = auto()


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a form.

    Attributes:
        key: field of the draft; several TERMS specs share the key `terms`.
        label: German name above the editor.
        kind: which editor.
        hint: a soft line under the editor.
        group: title of the group it stands in.
        wide: whether it takes the whole width.
        choices: the enum to choose from, where the draft's limits do not name it.
        term_kinds: vocabularies a TERMS field offers.
        relation: value of `TermRelation` or `TermRole` its terms get.
        levels: whether its terms carry a level.
        unit: a word behind a number, as `km`.
        source: key of `Vocabulary.records` for a RECORD field.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.LINE
    hint: str = ""
    group: str = ""
    wide: bool = False
    choices: type[Labelled] | None = None
    term_kinds: tuple[TermKind, ...] = ()
    relation: str = ""
    levels: bool = False
    unit: str = ""
    source: str = ""

    @property
    def name(self) -> str:
        """Its name inside a form: the key, for terms with their relation and first kind."""
        if self.kind is FieldKind.TERMS:
            return f"{self.key}.{self.relation}.{self.term_kinds[0].value}"
        return self.key


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """A heading of a form; `more` folds the group away until it is wanted."""

    title: str
    more: bool = False


class Lookup(Protocol):
    """Where a RECORD field finds records."""

    def search(self, text: str) -> list[tuple[int, str]]:
        """Numbers and labels that answer a typed text, best first."""

    def label(self, number: int) -> str:
        """The label of a number; empty if it is gone."""


class SourceLookup:
    """A lookup over a list of the office."""

    LIMIT = 20
    """Entries offered at once."""

    def __init__(self, source: Source[Any], label_of: Callable[[Any], str]) -> None:
        self._source = source
        self._label_of = label_of

    def search(self, text: str) -> list[tuple[int, str]]:
        """See `Lookup.search`."""
        ids = self._source.ids(ListQuery(text=text))[: self.LIMIT]
        return [(row.id, self._label_of(row)) for row in self._source.rows(ids)]

    def label(self, number: int) -> str:
        """See `Lookup.label`."""
        rows = self._source.rows([number])
        return self._label_of(rows[0]) if rows else ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What editors choose from."""

    places: tuple[PlaceRow, ...] = ()
    terms: tuple[TermRow, ...] = ()
    records: Mapping[str, Lookup] = field(default_factory=dict)
