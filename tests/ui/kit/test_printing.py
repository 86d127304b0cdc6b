"""A finished PDF reaches the printer in its true size, on white ground, page by page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QProgressDialog, QWidget
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.ui.kit.pdf_pages import Pages
from ehrenamt_desktop.ui.kit.printing import PrintJob, draw_each, print_pdf, printer_for

A4, A4_ACROSS, A3 = (595.28, 841.89), (841.89, 595.28), (841.89, 1190.55)


def paper(tmp_path, sizes):
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path))
    for size in sizes:
        canvas.setPageSize(size)
        canvas.drawString(72, 700, "Wort")
        canvas.rect(72, 72, 144, 144, fill=1)
        canvas.showPage()
    canvas.save()
    return path


def printed(pages, tmp_path, **chosen):
    printer = printer_for(pages)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    for key, value in chosen.items():
        getattr(printer, key)(*value)
    numbers = list(draw_each(pages, printer))
    out = QPdfDocument()
    out.load(str(tmp_path / "out.pdf"))
    return numbers, out


def test_all_pages_in_their_size(desk, tmp_path):
    pages = Pages(paper(tmp_path, (A4,) * 3).read_bytes())
    numbers, out = printed(pages, tmp_path)
    assert numbers == [1, 2, 3]
    assert out.pageCount() == 3
    size = out.pagePointSize(0)
    assert abs(size.width() - 595) < 2
    assert abs(size.height() - 842) < 2
    picture = out.render(0, QSize(595, 842))
    for inside in (76, 212):  # the square's corners lie where they lie in the file
        assert picture.pixelColor(inside, 842 - inside).value() < 60
    for outside in (68, 220):
        assert picture.pixelColor(outside, 842 - outside).value() > 200
    out.close()


@pytest.mark.parametrize("size", [A4_ACROSS, A3])
def test_paper_of_another_size_is_asked_for_and_nothing_is_scaled(desk, tmp_path, size):
    pages = Pages(paper(tmp_path, (size, A4)).read_bytes())
    _, out = printed(pages, tmp_path)
    for number, wanted in enumerate((size, A4)):
        got = out.pagePointSize(number)
        assert got.width() == pytest.approx(wanted[0], abs=2)
        assert got.height() == pytest.approx(wanted[1], abs=2)
    out.close()


def test_only_the_chosen_pages(desk, tmp_path):
    pages = Pages(paper(tmp_path, (A4,) * 5).read_bytes())
    numbers, out = printed(pages, tmp_path, setFromTo=(2, 3))
    assert numbers == [2, 3]
    assert out.pageCount() == 2
    out.close()


def test_the_file_stays_free(desk, tmp_path):
    path = paper(tmp_path, (A4,))
    pages = Pages(path.read_bytes())
    path.unlink()
    assert pages.picture(0, QSize(60, 84)).pixelColor(1, 1).name() == "#ffffff"


def job(tmp_path, qtbot, count):
    pages = Pages(paper(tmp_path, (A4,) * count).read_bytes())
    printer = printer_for(pages)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    host = QWidget()
    qtbot.addWidget(host)
    return PrintJob(pages, printer, host), host


def test_a_long_print_goes_on_beside_the_window(desk, tmp_path, qtbot):
    made, host = job(tmp_path, qtbot, 4)
    with qtbot.waitSignal(made.destroyed):
        made.start()
        assert host.findChild(QProgressDialog).value() == 1  # the others come turn by turn
    out = QPdfDocument()
    out.load(str(tmp_path / "out.pdf"))
    assert out.pageCount() == 4
    out.close()


def test_a_print_can_be_stopped(desk, tmp_path, qtbot):
    made, host = job(tmp_path, qtbot, 30)
    with qtbot.waitSignal(made.destroyed):
        made.start()
        host.findChild(QProgressDialog).cancel()


def test_what_is_no_pdf_is_said(desk, tmp_path):
    (tmp_path / "a.pdf").write_text("kein PDF")
    with pytest.raises(BadFile, match="lässt sich nicht lesen"):
        print_pdf(tmp_path / "a.pdf", None)
