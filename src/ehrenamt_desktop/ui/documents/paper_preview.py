"""The preview beside the library's list: pages as they look, or the text of an office file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.documents import PAINTED, EditionRow, PagePicture
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.panels import button, hbox, label, scroll, vbox
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.text_inputs import BlockInput

NAME = "library.preview"
NO_FILE = "Zu dieser Unterlage ist noch keine Datei hinterlegt."
GONE = (
    "Die Datei fehlt. Bitte fügen Sie sie noch einmal hinzu, oder stellen Sie eine Sicherung "
    "wieder her."
)
NO_TEXT = "Diese Datei hat keinen Text, der sich zeigen lässt. Bitte öffnen Sie sie außerhalb."
SLACK = 24
"""px for the bar at the side."""


class PaperPreview(QWidget):
    """Shows an edition; a page is drawn in another process, off the window's thread."""

    file_wanted = Signal()
    """There is no file yet, and one is to be added."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(NAME)
        self._desk = desk
        self._edition: EditionRow | None = None
        self._form = ""
        self._number, self._pages, self._drawn = 0, 0, 0
        self.back = button("Zurück", name=f"{NAME}.back", flat=True)
        self.forth = button("Weiter", name=f"{NAME}.forth", flat=True)
        self.where = label("", "soft", name=f"{NAME}.where")
        self.back.clicked.connect(lambda: self.turn(self._number - 1))
        self.forth.clicked.connect(lambda: self.turn(self._number + 1))
        self._bar = QWidget()
        row = hbox(self.back, self.where, self.forth)
        row.addStretch(1)
        self._bar.setLayout(row)
        self.page = QLabel()
        self.page.setObjectName(f"{NAME}.page")
        self.page.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._sheet = scroll(self.page, name=f"{NAME}.sheet")
        self.text = BlockInput()
        self.text.setObjectName(f"{NAME}.text")
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Text der Unterlage")
        self.said = label("", "soft", wrap=True, name=f"{NAME}.said")
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.add_button = button("Datei hinzufügen …", name=f"{NAME}.add", icon="plus")
        self.add_button.clicked.connect(self.file_wanted)
        self._words = QWidget()
        row = hbox(self.add_button)
        row.addStretch(1)
        words = vbox(self.said, row, gap=2 * theme.GRID)
        words.addStretch(1)
        self._words.setLayout(words)
        self._stack = QStackedWidget()
        for part in (self._sheet, self.text, self._words):
            self._stack.addWidget(part)
        column = vbox(self._bar, self._stack)
        column.setStretch(1, 1)
        self.setLayout(column)
        self.say(NO_FILE, add=True)

    def show_edition(self, edition: EditionRow | None) -> None:
        """Show the first page of an edition, or its text."""
        if edition is not None and edition == self._edition and self._drawn:
            return
        self._edition, self._number, self._pages, self._form = edition, 0, 0, ""
        if edition is None:
            self.say(NO_FILE, add=True)
        elif not edition.there:
            self.say(GONE, add=True)
        elif edition.format in PAINTED:
            self._ask()
        else:
            number = edition.id
            self._desk.tasks.run(
                Lane.READ, lambda: self._desk.office.library.said(number), self._put_text,
                key=NAME,
            )  # fmt: skip

    def show_form(self, name: str) -> None:
        """Show the first page of a form of the office's own, empty."""
        if name == self._form and self._drawn:
            return
        self._edition, self._number, self._pages, self._form = None, 0, 0, name
        self._ask()

    def turn(self, number: int) -> None:
        """Show another page (from 0)."""
        if 0 <= number < self._pages:
            self._number = number
            self._ask()

    def say(self, sentence: str, *, add: bool = False) -> None:
        """Show a sentence instead of a paper, and whether a file can be added."""
        self._drawn = 0
        self._bar.hide()
        self.said.setText(sentence)
        self.add_button.setVisible(add)
        self._stack.setCurrentWidget(self._words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the page anew where there is much more room than before."""
        super().resizeEvent(event)
        if self._drawn and abs(self._width() - self._drawn) > self._drawn // 8:
            self._ask()

    def _width(self) -> int:
        """Dots the page may be wide."""
        room = max(self.width() - SLACK, 12 * theme.em())
        return int(room * self.devicePixelRatioF())

    def _ask(self) -> None:
        edition, number, width = self._edition, self._number, self._width()
        form, office = self._form, self._desk.office
        if not form and (edition is None or edition.format not in PAINTED):
            return
        self._drawn = width

        def page() -> PagePicture:
            if edition is None:
                return office.previews.page_of(office.forms.make(form), number, width)
            return office.previews.page(edition, number, width)

        def failed(error: Exception) -> None:
            if isinstance(error, EhrenamtError):
                self.say(error.sentence)
            else:
                raise error

        lane = Lane.READ if edition is not None else Lane.WRITE  # which imports the service
        self._desk.tasks.run(lane, page, self._put_page, failed, key=NAME)

    def _put_page(self, found: PagePicture) -> None:
        picture = QPixmap()
        picture.loadFromData(found.png, "PNG")
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.page.setPixmap(picture)
        self._pages = found.pages
        words = f"Seite {self._number + 1} von {found.pages}"
        self.page.setAccessibleName(f"Vorschau, {words}")
        self.where.setText(words)
        self.back.setEnabled(self._number > 0)
        self.forth.setEnabled(self._number + 1 < found.pages)
        self._bar.setVisible(found.pages > 1)
        self._stack.setCurrentWidget(self._sheet)
        self._sheet.verticalScrollBar().setValue(0)

    def _put_text(self, text: str) -> None:
        if not text:
            self.say(NO_TEXT)
            return
        self._drawn = 0
        self._bar.hide()
        self.text.setPlainText(text)
        self._stack.setCurrentWidget(self.text)
