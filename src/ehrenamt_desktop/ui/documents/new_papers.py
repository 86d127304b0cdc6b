"""The dialogs that ask what a new sheet is about; they give values and make nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.enums import Labelled
from ehrenamt_desktop.model.limits import Limit
from ehrenamt_desktop.model.sheets import (
    STRIPS,
    BoardCuts,
    SheetChoice,
    SheetSize,
    SheetVariant,
)
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_box import FieldBox
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec, Lookup
from ehrenamt_desktop.ui.kit.fields import InputError
from ehrenamt_desktop.ui.kit.panels import hbox, label, label_of, vbox
from ehrenamt_desktop.ui.kit.pick_field import RecordEditor
from ehrenamt_desktop.ui.kit.text_inputs import ChoiceInput

ABOUT = {
    SheetVariant.USUAL: "Zu lesen aus zwei Metern, auch schwarzweiß.",
    SheetVariant.LARGE: "Alle Texte mindestens 18 Punkt.",
    SheetVariant.PLAIN: "Fragen als Überschriften, Tage und Zeiten ausgeschrieben, ein Satz je "
    "Zeile. Lassen Sie das Blatt vor dem Aushängen von jemandem lesen, für den es gedacht ist.",
    SheetVariant.YOUTH: "Nur Angebote, die für Jugendliche eingetragen und ab 14 erlaubt sind.",
}


NO_BOARD = "ohne Eintrag"


class SheetFields(QWidget):
    """Paper and wording of a sheet."""

    def __init__(self, name: str, boards: Sequence[tuple[int, str]] = ()) -> None:
        super().__init__()
        self._boards = (None, *(number for number, _ in boards))
        self._board = ChoiceInput()
        self._board.setObjectName(f"{name}.board")
        for words in (NO_BOARD, *(words for _, words in boards)):
            self._board.addItem(words)
        self._variant = _choice(f"{name}.variant", "Fassung", SheetVariant)
        self._size = _choice(f"{name}.size", "Papier", SheetSize)
        self._about = label("", "small", wrap=True, name=f"{name}.about")
        pair = hbox(
            vbox(label_of(self._variant, "Fassung"), self._variant),
            vbox(label_of(self._size, "Papier"), self._size),
        )
        pair.setStretch(0, 1)
        column = vbox(pair, self._about)
        if boards:
            column.addWidget(label_of(self._board, "Schaukasten"))
            column.addWidget(self._board)
        self.setLayout(column)
        self._variant.currentIndexChanged.connect(self._tell)
        self._tell()

    def variant(self) -> SheetVariant:
        """For whom it is."""
        return list(SheetVariant)[self._variant.currentIndex()]

    def size_chosen(self) -> SheetSize:
        """The paper."""
        return list(SheetSize)[self._size.currentIndex()]

    def board(self) -> int | None:
        """The board it is meant for, if one of the register."""
        return self._boards[self._board.currentIndex()]

    def choose_board(self, number: int | None) -> None:
        """Choose a board."""
        self._board.setCurrentIndex(self._boards.index(number))

    def choose(self, variant: SheetVariant, size: SheetSize = SheetSize.A4) -> None:
        """Choose both."""
        self._variant.setCurrentIndex(list(SheetVariant).index(variant))
        self._size.setCurrentIndex(list(SheetSize).index(size))

    def _tell(self) -> None:
        self._about.setText(ABOUT[self.variant()])


class BoardDialog(Dialog):
    """For which place, municipality or field is the sheet? Only what has offers is named."""

    def __init__(self, cuts: BoardCuts, parent: QWidget | None = None) -> None:
        super().__init__("Aushang drucken", parent, name="board", accept="Weiter …", width_em=34)
        self._choices = cuts.choices()
        self.box = ChoiceInput()
        self.box.setObjectName("board.place")
        for words, _ in self._choices:
            self.box.addItem(words)
        ends = (1 + len(cuts.places), 2 + len(cuts.places) + len(cuts.municipalities))
        for place, wanted in zip(ends, (cuts.municipalities, cuts.areas), strict=True):
            if wanted and place < self.box.count():
                self.box.insertSeparator(place)
        if cuts.places:
            self.box.setCurrentIndex(1)
        self.fields = SheetFields("board", cuts.boards)
        for part in (
            label_of(self.box, "Ortsteil, Gemeinde oder Bereich"),
            self.box,
            self.fields,
            label(
                "Zur Wahl steht, was offene Angebote hat. Ein Blatt für einen Ortsteil mit wenigen "
                "Angeboten wird mit denen der Nachbarorte gefüllt.",
                "small",
                wrap=True,
            ),
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.box.setFocus()

    def choice(self) -> SheetChoice:
        """What the sheet is for, and how it looks."""
        chosen = dict(self._choices)[self.box.currentText()]
        return replace(
            chosen, variant=self.fields.variant(), size=self.fields.size_chosen(),
            board_id=self.fields.board(),
        )  # fmt: skip

    def words(self) -> str:
        """What it is for, as it was chosen."""
        return self.box.currentText()

    def choose(
        self, place_id: int | None = None, *, municipality: str = "", area: str = ""
    ) -> None:
        """Choose a place by its number, or a municipality or field by its name."""
        wanted = SheetChoice(place_id, municipality, area)
        words = next(words for words, one in self._choices if one == wanted)
        self.box.setCurrentIndex(self.box.findText(words))


class PosterDialog(Dialog):
    """For which offer is the poster, and how many strips shall it have?"""

    def __init__(
        self,
        offers: Lookup,
        boards: Sequence[tuple[int, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Plakat drucken", parent, name="poster", accept="Weiter …", width_em=34)
        spec = FieldSpec("offer", "Angebot", FieldKind.RECORD, source="offers")
        self.offer = FieldBox(spec, RecordEditor(Limit(required=True), offers), "poster")
        self.fields = SheetFields("poster", boards)
        self._strips = ChoiceInput()
        self._strips.setObjectName("poster.strips")
        for number in STRIPS:
            self._strips.addItem(f"{number} Abreißzettel")
        for part in (self.offer, self.fields, label_of(self._strips, "Zum Abreißen"), self._strips):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def number(self) -> int:
        """The chosen offer.

        Raises:
            InputError: none is chosen.
        """
        return int(str(self.offer.editor.value()))

    def strips(self) -> int:
        """How many strips."""
        return STRIPS[self._strips.currentIndex()]

    def confirm(self) -> None:
        """Close when an offer is chosen."""
        try:
            self.number()
        except (InputError, ValueError):
            self.offer.show_error("Bitte wählen Sie ein Angebot.")
        else:
            self.accept()


def _choice(name: str, words: str, members: type[Labelled]) -> ChoiceInput:
    box = ChoiceInput()
    box.setObjectName(name)
    box.setAccessibleName(words)
    for one in members:
        box.addItem(one.label)
    return box
