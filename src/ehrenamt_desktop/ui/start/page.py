"""What stands where on the start page; large text puts it all under the reminders."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.rows import DayOverview
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import Card, Tile, button, label, vbox
from ehrenamt_desktop.ui.record.due_words import day_counts, day_title
from ehrenamt_desktop.ui.start.day_cards import AppointmentsCard, FreshnessCard
from ehrenamt_desktop.ui.start.due_list import DueList

ENDING = ("Person mit ablaufendem Nachweis", "Personen mit ablaufendem Nachweis")
OF_AGE = ("Einwilligung der Eltern endet", "Einwilligungen der Eltern enden")
HANGING = ("Aushang abzunehmen", "Aushänge abzunehmen")
DOUBTFUL = ("Unterlage zu prüfen", "Unterlagen zu prüfen")
TWO_COLUMNS = 62
"""Width, in heights of the base text, from which the cards stand beside the reminders."""

ONE_LINE = 80
"""Width, in heights of the base text, from which all tiles stand in one line."""

TILE = 10
"""Least width of a tile, so that a line of them lets the window get narrower."""


class StartPage(QWidget):
    """Date, tiles, reminders, cards."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.tiles = {
            "people": Tile("–", "Personen ohne Vorschlag", Tone.UNDER_WAY, "start.tile.people"),
            "offers": Tile("–", "Angebote abfragen", Tone.SOON, "start.tile.offers"),
            "proposals": Tile(
                "–", "Vorschläge ohne Antwort", Tone.UNDER_WAY, "start.tile.proposals"
            ),
            "running": Tile("–", "laufende Vermittlungen", Tone.GOOD, "start.tile.running"),
            "done": Tile("–", "Nachfragen im Monat erledigt", Tone.GOOD, "start.tile.done"),
        }
        for tile in self.tiles.values():
            tile.setMinimumWidth(TILE * theme.em())
        self.notes = {
            "proofs": button("–", name="start.note.proofs", icon="shield", flat=True),
            "consents": button("–", name="start.note.consents", icon="person", flat=True),
            "postings": button("–", name="start.note.postings", icon="documents", flat=True),
            "documents": button("–", name="start.note.documents", icon="clock", flat=True),
        }
        self._title = label("", "title", name="start.title")
        self._counts = label("", "soft", name="start.counts")
        self.due = DueList()
        self.appointments = AppointmentsCard()
        self.freshness = FreshnessCard()
        self.new_button = button("Neue Wiedervorlage …", name="start.new", icon="plus", flat=True)
        card = Card("Zu erledigen")
        card.header.addWidget(self.new_button)
        card.body.addWidget(self.due, 1)
        card.setMinimumHeight(theme.em() * 16)
        self._due_card = card
        self._side = QWidget()
        self._column_of_cards = vbox(self.appointments, self.freshness, 1, gap=theme.GRID + 4)
        self._side.setLayout(self._column_of_cards)
        self._tile_row = QWidget()
        self._tile_grid = QGridLayout(self._tile_row)
        self._tile_grid.setContentsMargins(0, 0, 0, 0)
        self._tile_grid.setSpacing(theme.GRID + 4)
        self._body = QGridLayout()
        self._body.setSpacing(theme.GRID + 4)
        self._columns = self._tiles_beside = 0
        self._build(owner)

    def add_card(self, card: QWidget) -> None:
        """Let a card stand above the appointments."""
        self._column_of_cards.insertWidget(0, card)

    def show_day(self, overview: DayOverview) -> None:
        """Show the overview of a day."""
        self._title.setText(day_title(overview.day))
        self._counts.setText(day_counts(overview))
        figures = {
            "people": str(overview.people_without_proposal),
            "offers": str(overview.offers_to_confirm),
            "proposals": str(overview.open_proposals),
            "running": str(overview.running_placements),
            "done": f"{overview.done_this_month} von {overview.due_this_month}",
        }
        for name, figure in figures.items():
            self.tiles[name].set_figure(figure)
        self._note("proofs", overview.proofs_ending, *ENDING)
        self._note("consents", overview.consents_ending, *OF_AGE)
        self._note("postings", overview.postings_due, *HANGING)
        self._note("documents", overview.documents_due, *DOUBTFUL)
        self.due.show_rows(overview.follow_ups, overview.day, overview.waiting)
        self.appointments.show_rows(overview.appointments)
        self.freshness.show_counts(overview.confirmed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards under the reminders when it gets narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _note(self, key: str, amount: int, one: str, many: str) -> None:
        """A quiet way to a list that is seldom filled; none without anything in it."""
        self.notes[key].setText(count(amount, one, many))
        self.notes[key].setVisible(bool(amount))

    def _build(self, owner: QWidget) -> None:
        head = FlowLayout()
        head.addWidget(self._title)
        head.addWidget(self._counts)
        for note in self.notes.values():
            note.hide()
            head.addWidget(note)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, 2 * theme.GRID)
        column.setSpacing(theme.GRID + 4)
        column.addLayout(head)
        column.addWidget(self._tile_row)
        column.addLayout(self._body, 1)
        outer = QVBoxLayout(owner)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self)
        self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() >= TWO_COLUMNS * theme.em() else 1
        tiles_beside = len(self.tiles) if self.width() >= ONE_LINE * theme.em() else columns + 1
        if tiles_beside != self._tiles_beside:
            self._tiles_beside = tiles_beside
            for place, tile in enumerate(self.tiles.values()):
                self._tile_grid.removeWidget(tile)
                self._tile_grid.addWidget(tile, place // tiles_beside, place % tiles_beside)
        if columns == self._columns:
            return
        self._columns = columns
        self._column.removeWidget(self._tile_row)
        self._column.insertWidget(1 if columns == 2 else 2, self._tile_row)
        for part in (self._due_card, self._side):
            self._body.removeWidget(part)
        self._body.addWidget(self._due_card, 0, 0)
        self._body.addWidget(self._side, columns % 2, columns - 1)
        self._body.setColumnStretch(0, 3)
        self._body.setColumnStretch(1, 2 if columns == 2 else 0)
        self._body.setRowStretch(0, 1)
