"""Briefkopf: logo, colour, lines, foot and controller of all letters, with a living sample."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QVBoxLayout, QWidget

from ehrenamt_desktop.errors import InvalidDraft
from ehrenamt_desktop.model.letterhead import HOUSE_GREEN, Letterhead
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, label
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.side_by_side import SideBySide
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.office.page_view import PageView

SPECS = (
    FieldSpec("accent", "Farbe", wide=True,
              hint="Für Balken und Name, als # mit sechs Zeichen. Leer: das Grün des Programms."),
    FieldSpec("lines", "Zeilen unter dem Namen", FieldKind.BLOCK, wide=True,
              hint="Bis zu vier Zeilen. Leer: der Träger."),
    FieldSpec("foot", "Fuß", FieldKind.BLOCK, wide=True,
              hint="Bis zu zwei Zeilen. Leer: Anschrift, Telefon und Sprechzeiten."),
    FieldSpec("controller", "Verantwortlich für die Daten", FieldKind.BLOCK, wide=True,
              hint="Name und Anschrift nach Art. 13 DSGVO, dazu wie man den Datenschutz erreicht. "
                   "Höchstens zwei Zeilen unten auf jeder Seite."),
)  # fmt: skip
ABOUT = "Name und Anschrift kommen aus den Angaben zum Büro. Das Muster ändert sich beim Tippen."
NO_LOGO = "Kein Logo. Möglich sind Bilder im Format PNG oder JPEG."
LOGO = "Das Logo steht oben rechts, höchstens 5 cm breit."
WAIT = 300
"""Milliseconds without a key until the sample is drawn anew."""


class LetterheadDialog(Dialog):
    """Reads what is kept, opens, keeps what was typed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Briefkopf", parent, name="letterhead", width_em=72)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._logo = self._kept_logo = b""
        self.form = RecordForm("letterhead", SPECS, Vocabulary(), name="letterhead")
        self.sheet = PageView("letterhead.sample", "Musterbrief mit diesem Briefkopf")
        self.logo_words = label(NO_LOGO, "small", wrap=True, name="letterhead.logo_words")
        self.colour_button = button("Farbe wählen …", name="letterhead.choose_colour")
        self.logo_button = button("Logo wählen …", name="letterhead.choose_logo")
        self.bare_button = button("Logo entfernen", name="letterhead.remove_logo")
        self.body.addWidget(label(ABOUT, wrap=True))
        self.body.addWidget(SideBySide(self._left(), self.sheet, (4, 3)), 1)
        self.accept_button.setObjectName("letterhead.save")
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self.draw)
        self.form.changed.connect(self._timer.start)
        self.colour_button.clicked.connect(self._choose_colour)
        self.logo_button.clicked.connect(self._choose_logo)
        self.bare_button.clicked.connect(lambda: self._show_logo(b""))

    def load(self) -> None:
        """Read the kept letterhead, then open."""
        self._desk.tasks.run(Lane.READ, self._desk.office.letterheads.current, self._show)

    def draw(self) -> None:
        """Draw the sample with what is typed; what is wrong is said under its field."""
        self._timer.stop()
        values = self._typed()
        if values is None:
            return
        logo = self._logo
        self._desk.tasks.run(
            Lane.READ,
            lambda: self._desk.office.letterheads.sample(values, logo),
            self._drawn,
            self._refuse,
            key="letterhead.sample",
        )

    def is_dirty(self) -> bool:
        """Whether something would be lost."""
        return self.form.is_dirty() or self._logo != self._kept_logo

    def confirm(self) -> None:
        """Keep the letterhead, or say what is wrong."""
        values = self._typed()
        if values is None:
            return
        logo = self._logo
        self.accept_button.setEnabled(False)
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: self._desk.office.letterheads.save(values, logo),
            self._saved,
            self._refuse,
        )

    def reject(self) -> None:
        """Close; ask first when something typed would be lost."""
        question = "Ihre Änderungen am Briefkopf sind noch nicht gespeichert."
        if self.is_dirty() and not self._desk.notices.ask(question, "Verwerfen", "Zurück"):
            return
        super().reject()

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.GRID, 0)
        column.setSpacing(theme.GRID)
        for row in ((self.logo_button, self.bare_button), (self.colour_button,)):
            flow = FlowLayout()
            for one in row:
                flow.addWidget(one)
            column.addLayout(flow)
            if row[0] is self.logo_button:
                column.addWidget(self.logo_words)
        column.addWidget(self.form)
        column.addStretch(1)
        return left

    def _typed(self) -> dict[str, Any] | None:
        try:
            return self.form.values()
        except InvalidDraft as error:
            self.form.show_errors(error.fields)
            return None

    def _show(self, head: Letterhead) -> None:
        values = asdict(head)
        self._logo = self._kept_logo = values.pop("logo")
        self.form.load(values)
        self._tell_logo()
        self.show()
        self.form.focus_first()
        self.draw()

    def _drawn(self, data: bytes) -> None:
        self.form.clear_errors()
        self.sheet.show_pdf(data)

    def _choose_colour(self) -> None:
        """Qt's own colour chooser: keyboard, eyedropper and the number in one window."""
        typed = str(self.form.editor("accent").value() or "")
        chooser = QColorDialog(
            QColor(typed if QColor.isValidColorName(typed) else HOUSE_GREEN), self
        )
        chooser.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.colorSelected.connect(self.take_colour)
        chooser.open()

    def take_colour(self, colour: QColor) -> None:
        """Put a colour into its field."""
        self.form.editor("accent").set_value(colour.name())
        self.draw()

    def _choose_logo(self) -> None:
        path = self._desk.files.open("Logo wählen", [".png", ".jpg", ".jpeg"])
        if path is not None:
            self._desk.tasks.run(
                Lane.READ, lambda: self._desk.office.letterheads.logo(path), self._show_logo
            )

    def _show_logo(self, logo: bytes) -> None:
        self._logo = logo
        self._tell_logo()
        self.draw()

    def _tell_logo(self) -> None:
        self.logo_words.setText(LOGO if self._logo else NO_LOGO)
        self.bare_button.setEnabled(bool(self._logo))

    def _saved(self, _: Any) -> None:
        self.form.settle()
        self._kept_logo = self._logo
        self.accept()
        self._desk.notices.success("Der Briefkopf ist gespeichert. Er gilt für alle neuen Briefe.")

    def _refuse(self, error: Exception) -> None:
        self.accept_button.setEnabled(True)
        self.form.refuse(error, self._desk.notices)
