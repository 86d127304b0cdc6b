"""Vorschau: a finished PDF in a window of the program, with zoom, pages and the way to paper."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.ui.kit import privacy, tab_order, theme
from ehrenamt_desktop.ui.kit.files import Files
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, label, label_of, vbox
from ehrenamt_desktop.ui.kit.pdf_pages import Pages
from ehrenamt_desktop.ui.kit.printing import print_pages
from ehrenamt_desktop.ui.kit.text_inputs import ChoiceInput

WHOLE, WIDE = "Ganze Seite", "Seitenbreite"
STEPS = (50, 75, 100, 125, 150, 200, 300, 400)
SIZE_EM = (60, 46)
MASKED = "Der Sichtschutz ist an. Mit F8 sehen Sie das Papier wieder."
SPOKEN = 2000
"""Characters of a page that are told to a screen reader."""


class PreviewWindow(QDialog):
    """One paper. It is held in memory, so its file can be written anew meanwhile."""

    def __init__(self, path: Path, files: Files, parent: QWidget | None = None) -> None:
        """Open the paper.

        Raises:
            BadFile: it is no PDF that can be read.
        """
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("preview")
        self.setWindowTitle("Vorschau")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self._path = path
        self._files = files
        self.pages = Pages(path.read_bytes(), self)
        self._build()
        self._connect()
        wide, high = (edge * theme.em() for edge in SIZE_EM)
        room = self.screen().availableSize()
        self.resize(min(wide, room.width()), min(high, room.height() - 6 * theme.GRID))
        self._page_shown(0)
        self.view.setFocus()

    def zoom_in(self) -> None:
        """Strg++."""
        self._zoom(1)

    def zoom_out(self) -> None:
        """Strg+-."""
        self._zoom(-1)

    def show_whole(self) -> None:
        """Strg+0: the whole page."""
        self.zoom.setCurrentText(WHOLE)

    def go(self, number: int) -> None:
        """Show a page (from 0); beyond the ends the last one on that side."""
        last = self.pages.pageCount() - 1
        self.view.pageNavigator().jump(max(0, min(number, last)), QPointF(), 0)

    def page(self) -> int:
        """The page that is shown (from 0)."""
        return int(self.view.pageNavigator().currentPage())

    def print_(self) -> None:
        """Strg+P: the system's print dialog."""
        self._try(lambda: print_pages(self.pages, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 shows the page of the handbook, Escape closes."""
        if event.key() == Qt.Key.Key_F1:
            import_module("ehrenamt_desktop.ui.help.calls").open_for(self)
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as the eye does."""
        return tab_order.go(self, forward=forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Follow the Sichtschutz, which repaints every window."""
        super().paintEvent(event)
        if self.masked.isHidden() is privacy.masked():
            QTimer.singleShot(0, self, self._mind_visitors)

    def _mind_visitors(self) -> None:
        hidden = privacy.masked()
        self.view.setHidden(hidden)
        self.masked.setVisible(hidden)
        self._page_shown(self.page())

    def _build(self) -> None:
        self.view = QPdfView(self)
        self.view.setObjectName("preview.pages")
        self.view.setAccessibleName("Seiten")
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.view.setDocument(self.pages)
        self.masked = label(MASKED, wrap=True, name="preview.masked")
        self.masked.hide()
        self.problem = label("", "error", wrap=True, name="preview.problem")
        self.problem.hide()
        self.where = label("", name="preview.where")
        self.back = button("Vorige Seite", name="preview.back")
        self.forth = button("Nächste Seite", name="preview.forth")
        self.zoom = ChoiceInput()
        self.zoom.setObjectName("preview.zoom")
        self.zoom.setAccessibleName("Größe")
        self.zoom.addItems([WHOLE, WIDE, *(f"{step} %" for step in STEPS)])
        self.paper = button("Drucken …", name="preview.print", primary=True, icon="print")
        self.outside = button("Außerhalb öffnen", name="preview.open", icon="open")
        self.folder = button("Ordner", name="preview.folder", icon="folder")
        if self.pages.pageCount() == 1:
            self.back.hide()
            self.forth.hide()
        gap = theme.GRID
        self.setLayout(vbox(self._bar(), self.problem, self.masked, self.view, gap=gap, margin=gap))

    def _bar(self) -> QLayout:
        bar = FlowLayout()
        size = label_of(self.zoom, "Größe")
        for one in (size, self.zoom, self.back, self.where, self.forth, self.paper, self.outside,
                    self.folder):  # fmt: skip
            bar.addWidget(one)
        return bar

    def _connect(self) -> None:
        self.paper.clicked.connect(self.print_)
        self.outside.clicked.connect(lambda: self._try(lambda: self._files.launch(self._path)))
        self.folder.clicked.connect(lambda: self._try(lambda: self._files.reveal(self._path)))
        self.back.clicked.connect(lambda: self.go(self.page() - 1))
        self.forth.clicked.connect(lambda: self.go(self.page() + 1))
        self.zoom.currentTextChanged.connect(self._zoom_to)
        self.view.pageNavigator().currentPageChanged.connect(self._page_shown)
        keys = {
            "Ctrl++": self.zoom_in, "Ctrl+=": self.zoom_in, "Ctrl+-": self.zoom_out,
            "Ctrl+0": self.show_whole, "Ctrl+P": self.print_, "Ctrl+W": self.close,
            "Ctrl+PgDown": self.forth.click, "Ctrl+PgUp": self.back.click,
            "F8": lambda: privacy.mask(not privacy.masked()),
            "Ctrl+Home": lambda: self.go(0),
            "Ctrl+End": lambda: self.go(self.pages.pageCount()),
        }  # fmt: skip
        for key, deed in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(deed)

    def _page_shown(self, number: int) -> None:
        count = self.pages.pageCount()
        self.where.setText(f"Seite {number + 1} von {count}")
        self.back.setEnabled(number > 0)
        self.forth.setEnabled(number + 1 < count)
        told = "" if privacy.masked() else self.pages.getAllText(number).text()[:SPOKEN]
        self.view.setAccessibleDescription(f"Seite {number + 1} von {count}. {told}")

    def _zoom(self, step: int) -> None:
        """To the next larger or smaller of the sizes, from whatever is shown now."""
        now = self._percent()
        larger = [one for one in STEPS if one > now + 1]
        smaller = [one for one in STEPS if one < now - 1]
        wanted = larger[:1] if step > 0 else smaller[-1:]
        if wanted:
            self.zoom.setCurrentText(f"{wanted[0]} %")

    def _percent(self) -> float:
        """How large the page is shown, in percent of its size."""
        if self.view.zoomMode() is QPdfView.ZoomMode.Custom:
            return float(self.view.zoomFactor()) * 100
        size = self.pages.pagePointSize(self.page())
        room = self.view.viewport().size()
        full = size.width() / 72 * self.logicalDpiX(), size.height() / 72 * self.logicalDpiY()
        across, down = room.width() / full[0], room.height() / full[1]
        wide = self.view.zoomMode() is QPdfView.ZoomMode.FitToWidth
        return 100 * (across if wide else min(across, down))

    def _zoom_to(self, chosen: str) -> None:
        modes = {WHOLE: QPdfView.ZoomMode.FitInView, WIDE: QPdfView.ZoomMode.FitToWidth}
        self.view.setZoomMode(modes.get(chosen, QPdfView.ZoomMode.Custom))
        if chosen not in modes:
            self.view.setZoomFactor(int(chosen.split()[0]) / 100)

    def _try(self, deed: Callable[[], None]) -> None:
        """Do something with the file; what goes wrong is said above the paper."""
        self.problem.hide()
        try:
            deed()
        except EhrenamtError as error:
            self.problem.setText(error.sentence)
            self.problem.show()
