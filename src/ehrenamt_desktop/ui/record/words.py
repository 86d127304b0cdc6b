"""The vocabulary of forms: places, terms, records to choose from; read once, off the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ehrenamt_desktop.model import limits
from ehrenamt_desktop.model.enums import Kind, TermKind
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.model.rows import PlaceRow, TermRow
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import Lookup, Vocabulary
from ehrenamt_desktop.ui.kit.filter_bar import Option
from ehrenamt_desktop.ui.kit.tasks import Lane


class Words(QObject):
    """Gives the vocabulary to whoever waits for it; the limits of `nouns` are ready with it.

    It is read on the write lane, behind the imports that are warmed there, so no form ever
    imports the drafts on the window's thread.
    """

    def __init__(
        self,
        desk: Desk,
        nouns: tuple[str, ...],
        records: dict[str, Lookup] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._nouns = nouns
        self._records = records or {}
        self._waiting: list[Callable[[Vocabulary], None]] = []
        self.vocabulary: Vocabulary | None = None
        desk.bus.changed.connect(self._forget)

    def load(self) -> None:
        """Read the vocabulary."""
        self._desk.tasks.run(Lane.WRITE, self._read, self._take)

    def when_ready(self, deed: Callable[[Vocabulary], None]) -> None:
        """Call `deed` with the vocabulary, now or when it has been read."""
        if self.vocabulary is not None:
            deed(self.vocabulary)
        else:
            self._waiting.append(deed)

    def place(self, number: object) -> PlaceRow | None:
        """The place with this number, if there is one."""
        places = self.vocabulary.places if self.vocabulary is not None else ()
        return next((one for one in places if one.id == number), None)

    def _read(self) -> Vocabulary:
        for noun in self._nouns:
            limits.of(noun)
        lists = self._desk.office.lists
        return Vocabulary(lists.places(), lists.terms(), self._records)

    def _take(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        waiting, self._waiting = self._waiting, []
        for deed in waiting:
            deed(vocabulary)

    def _forget(self, changes: tuple[Change, ...]) -> None:
        if touches(changes, Kind.TERM, Kind.PLACE):
            self.load()


def municipality_options(places: tuple[PlaceRow, ...]) -> tuple[Option, ...]:
    """`Gemeinde Sontra` … for the members of the association."""
    names = dict.fromkeys(place.municipality for place in places if place.member)
    return tuple(Option(name, f"Gemeinde {name}") for name in names)


def place_options(places: tuple[PlaceRow, ...]) -> tuple[Option, ...]:
    """The Ortsteile of the association."""
    return tuple(Option(str(place.id), place.label) for place in places if place.member)


def county_options(places: tuple[PlaceRow, ...]) -> tuple[Option, ...]:
    """The counties of all places."""
    return tuple(Option(name, name) for name in dict.fromkeys(one.county for one in places) if name)


def area_options(terms: tuple[TermRow, ...]) -> tuple[Option, ...]:
    """The areas; each also stands for those below it."""
    areas = (one for one in terms if one.kind is TermKind.AREA and one.parent_id is None)
    return tuple(Option(str(one.id), one.label) for one in areas)
