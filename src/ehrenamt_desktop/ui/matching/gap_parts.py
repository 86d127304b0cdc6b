"""The four parts of the gaps: a list each, and beside wishes and proofs whom they concern."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.columns.gaps import (
    OFFER_GAP_COLUMNS,
    PERSON_GAP_COLUMNS,
    PROOF_GAP_COLUMNS,
    WHAT_COLUMNS,
    WHO_COLUMNS,
    WISH_GAP_COLUMNS,
)
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.gaps import IDEA_FROM, OfferGap, PersonGap, ProofGap, Ref, WishGap
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.panels import button, label, vbox
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.rows_source import RowsSource
from ehrenamt_desktop.ui.kit.side_by_side import SideBySide

NAME = "matching.gaps"
SHARES = (66, 34)
PRIVATE = frozenset({"name"})
Row = TypeVar("Row")


class GapList(QWidget, Generic[Row]):
    """A list of gaps under a sentence that says what the rows lead to."""

    def __init__(
        self, desk: Desk, columns: Sequence[Column[Row]], name: str, title: str, about: str,
        empty: str,
    ) -> None:  # fmt: skip
        super().__init__()
        self._desk = desk
        self.source: RowsSource[Row] = RowsSource(columns)
        self.table = RecordTable(
            self.source, columns, desk.tasks, name=f"{NAME}.{name}", label=title, empty=empty,
            private=PRIVATE,
        )  # fmt: skip
        self.about = label(about, "soft", wrap=True)

    def put(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.source.put(rows)
        self.table.reload()

    def chosen(self) -> Row | None:
        """The chosen row."""
        number = self.table.selected_id()
        return next(iter(self.source.rows([] if number is None else [number])), None)

    def focus_list(self) -> None:
        """Go to the list."""
        self.table.setFocus()


class OfferGaps(GapList[OfferGap]):
    """Offers nobody fits; a row leads to the offer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, OFFER_GAP_COLUMNS, "offers", "Angebote, zu denen niemand passt",
            "Niemand von denen, die suchen, passt hierher. Enter öffnet das Angebot: Vielleicht "
            "lässt sich die Voraussetzung mit der Initiative ändern.",
            "Zu jedem Angebot passt jemand.",
        )  # fmt: skip
        self.setLayout(vbox(self.about, self.table))
        self.table.opened.connect(partial(desk.navigator.open, Kind.OFFER))


class PersonGaps(GapList[PersonGap]):
    """People nothing fits; a row leads to what nearly fits them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, PERSON_GAP_COLUMNS, "people", "Personen, zu denen nichts passt",
            "Zu diesen Personen passt zurzeit nichts. Enter zeigt, was fast passt und womit.",
            "Zu jeder Person passt etwas.",
        )  # fmt: skip
        self.setLayout(vbox(self.about, self.table))
        self.table.opened.connect(partial(desk.navigator.match, Kind.PERSON))


class _Members(QWidget):
    """The people or offers that a row speaks of."""

    def __init__(self, desk: Desk, columns: Sequence[Column[Ref]], name: str, title: str) -> None:
        super().__init__()
        self.source: RowsSource[Ref] = RowsSource(columns)
        self.title: QLabel = label(title, "heading")
        self._words = title
        self.table = RecordTable(
            self.source, columns, desk.tasks, name=f"{NAME}.{name}", label=title,
            empty="Bitte wählen Sie links eine Zeile.", private=PRIVATE,
        )  # fmt: skip
        column = vbox(self.title, self.table)
        column.setStretch(1, 1)
        self.setLayout(column)

    def put(self, rows: Sequence[Ref]) -> None:
        """Show these."""
        self.title.setText(f"{self._words} ({len(rows)})" if rows else self._words)
        self.source.put(rows)
        self.table.reload()


class WishGaps(GapList[WishGap]):
    """Wishes nothing serves; enough of them become an initiative in founding."""

    found_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, WISH_GAP_COLUMNS, "wishes", "Wünsche, die kein Angebot erfüllt",
            f"Ab {count(IDEA_FROM, 'Person', 'Personen')} mit demselben Wunsch in einer Gemeinde "
            "lohnt sich eine eigene Initiative.",
            "Jeder Wunsch hat ein Angebot.",
        )  # fmt: skip
        self.people = _Members(desk, WHO_COLUMNS, "wishes.people", "Wer sich das wünscht")
        self.found = button("Als Initiative in Gründung anlegen", name=f"{NAME}.found")
        self.hint = label("", "soft", wrap=True, name=f"{NAME}.found_hint")
        left, right = QWidget(), QWidget()
        left.setLayout(vbox(self.about, self.table))
        side = vbox(self.people, self.found, self.hint)
        side.setStretch(0, 1)
        right.setLayout(side)
        self.setLayout(vbox(SideBySide(left, right, SHARES)))
        self.table.selected.connect(lambda _: self._settle())
        self.people.table.opened.connect(partial(desk.navigator.open, Kind.PERSON))
        self.found.clicked.connect(self._act)
        self._settle()

    def put(self, rows: Sequence[WishGap]) -> None:
        """Show these wishes."""
        super().put(rows)
        self._settle()

    def _settle(self) -> None:
        row = self.chosen()
        begun = row is not None and row.initiative_id is not None
        self.people.put(row.people if row else ())
        words = "Initiative zeigen" if begun else "Als Initiative in Gründung anlegen"
        self.found.setText(words)
        self.found.setEnabled(begun or (row is not None and row.idea))
        self.hint.setText(_HINTS[None if row is None else (begun, row.idea)])

    def _act(self) -> None:
        row = self.chosen()
        if row is not None and row.initiative_id is not None:
            self._desk.navigator.open(Kind.INITIATIVE, row.initiative_id)
        elif row is not None:
            self.found_wanted.emit(row)


_FOUND = (
    "Wer vermerkt werden darf, steht danach dort als interessiert, mit dem Zusatz „Noch nicht "
    "gefragt“. Kontakte werden nicht weitergegeben."
)
_HINTS = {
    None: "",
    (False, True): _FOUND,
    (False, False): f"Ab {IDEA_FROM} Personen lässt sich daraus eine Initiative machen.",
    (True, True): "Die Initiative ist schon in Gründung.",
    (True, False): "Die Initiative ist schon in Gründung.",
}


class ProofGaps(GapList[ProofGap]):
    """Proofs that alone are missing, with whom and what a training would bring together."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, PROOF_GAP_COLUMNS, "proofs", "Nachweise, die fehlen",
            "Diese Nachweise fehlen als Einziges: So viele Möglichkeiten würde eine Schulung "
            "öffnen. Wer noch nicht gefragt wurde, hat den Nachweis vielleicht schon.",
            "Kein Nachweis allein hält jemanden ab.",
        )  # fmt: skip
        self.people = _Members(desk, WHO_COLUMNS, "proofs.people", "Wem er fehlt")
        self.offers = _Members(desk, WHAT_COLUMNS, "proofs.offers", "Was er öffnet")
        left, right = QWidget(), QWidget()
        left.setLayout(vbox(self.about, self.table))
        side = vbox(self.people, self.offers)
        side.setStretch(0, 3)
        side.setStretch(1, 2)
        right.setLayout(side)
        self.setLayout(vbox(SideBySide(left, right, SHARES)))
        self.table.selected.connect(lambda _: self._settle())
        self.people.table.opened.connect(partial(desk.navigator.open, Kind.PERSON))
        self.offers.table.opened.connect(partial(desk.navigator.open, Kind.OFFER))

    def put(self, rows: Sequence[ProofGap]) -> None:
        """Show these proofs."""
        super().put(rows)
        self._settle()

    def _settle(self) -> None:
        row: Any = self.chosen()
        self.people.put(row.people if row else ())
        self.offers.put(row.offers if row else ())
