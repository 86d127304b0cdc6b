"""A page of the handbook on paper: black on white, whatever the look of the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.services.handbook import HelpPage
from ehrenamt_desktop.ui.help import page_dress
from ehrenamt_desktop.ui.help.page_dress import Sight
from ehrenamt_desktop.ui.kit import theme

EM, ROOM = 14, 690
"""px at 96 dots per inch: 10.5 pt text, and the width of A4 between margins."""


def ask_and_print(page: HelpPage, folder: Path, parent: QWidget) -> None:
    """Ask for a printer, then print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrintDialog(printer, parent).exec() == QPrintDialog.DialogCode.Accepted:
        print_page(page, folder, printer)


def print_page(page: HelpPage, folder: Path, printer: QPrinter) -> None:
    """Print the whole page."""
    document = QTextDocument()
    font = document.defaultFont()
    font.setPixelSize(EM)
    document.setDefaultFont(font)
    page_dress.fill(document, page, folder, Sight(theme.LIGHT, EM, ROOM))
    document.print_(printer)
