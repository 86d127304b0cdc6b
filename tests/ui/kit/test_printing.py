"""A finished PDF reaches the printer in its true size, on white ground."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.ui.kit.printing import DOTS, draw_pages, print_pdf


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path), pagesize=(595.28, 841.89))
    for word in ("eins", "zwei", "drei"):
        canvas.drawString(72, 700, word)
        canvas.rect(72, 72, 144, 144, fill=1)
        canvas.showPage()
    canvas.save()
    return path


def test_all_pages_in_their_size(desk, paper, tmp_path):
    document = QPdfDocument()
    document.load(str(paper))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    draw_pages(document, printer)
    document.close()
    printed = QPdfDocument()
    printed.load(str(tmp_path / "out.pdf"))
    assert printed.pageCount() == 3
    size = printed.pagePointSize(0)
    assert abs(size.width() - 595) < 2
    assert abs(size.height() - 842) < 2
    picture = printed.render(0, QSize(595, 842))
    assert picture.pixelColor(144, 842 - 144).value() < 60
    assert picture.pixelColor(144, 842 - 50).value() > 200
    printed.close()


def test_what_is_no_pdf_is_said(desk, tmp_path):
    (tmp_path / "a.pdf").write_text("kein PDF")
    with pytest.raises(BadFile, match="lässt sich nicht lesen"):
        print_pdf(tmp_path / "a.pdf", None)
